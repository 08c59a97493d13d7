import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, contentId, sha256 } from '../../src/core/hash.js';

describe('hashes', () => {
  it('are the published SHA-256 test vectors (FIPS 180-4)', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('agree with the system’s own tool on bytes and on text beyond ASCII', () => {
    for (const data of ['Находка', Uint8Array.from({ length: 1000 }, (_, n) => n % 256)]) {
      const { stdout, status } = spawnSync('sha256sum', { input: data });
      expect(status).toBe(0);
      expect(sha256(data)).toBe(stdout.toString().slice(0, 64));
    }
  });
});

describe('canonical JSON (RFC 8785)', () => {
  it('is the example of the RFC', () => {
    const value = {
      numbers: JSON.parse(
        '[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001]',
      ) as number[],
      string: '\u20ac$\u000f\nA\'B"\\\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('does not depend on the order of keys, and loses nothing', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('refuses what JSON cannot say', () => {
    expect(() => canonicalJson(undefined)).toThrow(TypeError);
  });
});

describe('ids from content', () => {
  it('are a prefix and 20 hex digits, the same for equal values alone', () => {
    const id = contentId('c', { a: 1, b: 2 });
    expect(id).toMatch(/^c-[0-9a-f]{20}$/);
    expect(contentId('c', { b: 2, a: 1 })).toBe(id);
    expect(contentId('c', { a: 1, b: 3 })).not.toBe(id);
    expect(contentId('f', { a: 1, b: 2 })).toBe(id.replace('c-', 'f-'));
  });
});
