import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { TallymanError } from '../../src/core/errors.js';
import { readYaml } from '../../src/core/yaml-file.js';

const schema = z.strictObject({
  name: z.string(),
  ports: z.array(z.strictObject({ name: z.string(), lat: z.number().max(90) })).default([]),
});

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tallyman-yaml-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const file = (text: string | Buffer): string => {
  const path = join(folder, 'data.yaml');
  writeFileSync(path, text);
  return path;
};

function fault(path: string): TallymanError {
  try {
    readYaml(path, schema);
  } catch (error) {
    if (error instanceof TallymanError) return error;
    throw error;
  }
  throw new Error('the file was accepted');
}

describe('reading a YAML file', () => {
  it('gives the value that the schema makes of it', () => {
    expect(readYaml(file('name: Rajin\n'), schema)).toEqual({ name: 'Rajin', ports: [] });
  });

  it('names the line and column of a value that does not fit', () => {
    const path = file(
      'name: Rajin\nports:\n  - name: Dunay\n    lat: 42.9\n  - name: Nowhere\n    lat: 142\n',
    );
    const error = fault(path);
    expect(error.code).toBe('bad-data');
    expect(error.where).toBe(path);
    expect(error.message).toContain(`${path}:6:10 ports.1.lat`);
  });

  it('names the entry in which a key is missing', () => {
    const path = file('name: Rajin\nports:\n  - name: Dunay\n');
    expect(fault(path).message).toContain(`${path}:3:5 ports.0.lat`);
  });

  it('names every fault of the file at once', () => {
    expect(fault(file('name: 3\nport: []\n')).message.split('\n')).toHaveLength(2);
  });

  it('names the line of what is no YAML', () => {
    const path = file('name: Rajin\nports: [\n');
    const error = fault(path);
    expect(error.code).toBe('bad-data');
    expect(error.where).toMatch(new RegExp(`data\\.yaml:[23]:\\d+$`));
  });

  it('refuses a nest of aliases that would unfold without end', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (let n = 0; n < 8; n++) {
      const [from, to] = [String.fromCharCode(97 + n), String.fromCharCode(98 + n)];
      bomb.push(`${to}: &${to} [${Array(9).fill(`*${from}`).join(', ')}]`);
    }
    expect(fault(file(bomb.join('\n'))).code).toBe('bad-data');
    expect(fault(file('name: *nobody\n')).code).toBe('bad-data');
  });

  it('says which file is not there', () => {
    const path = join(folder, 'missing.yaml');
    const error = fault(path);
    expect(error.where).toBe(path);
    expect(error.message).toContain('cannot be read');
  });

  it('uses the code that the caller gives', () => {
    expect(() => readYaml(file('name: 3'), schema, 'bad-case')).toThrow(
      expect.objectContaining({ code: 'bad-case' }),
    );
  });
});
