import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TallymanError } from '../../src/core/errors.js';
import { loadLaw } from '../../src/law/load-law.js';
import type { Law } from '../../src/model/provision.js';
import { law, vocabulary } from './law.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'law-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const regime = (more = ''): string => `source: [the gazette of Ruritania]
regime:
  id: ruritania
  name: Ruritania, order 7 (2020)
  about: [KP]
  checked: 2024-12-31
provisions:
  - id: xr-7-1
    symbol: Order 7 (2020)
    paragraph: '1'
    measure: arms
    effect: prohibits
    binds: all-states
    in_force: [{ from: 2020-05-01, to: null }]
    words: Nobody may sell trumpets to North Korea.
    elements:
      act: supply
      actor: { words: anybody, side: supplier }
      item: all-arms
      direction: { words: to North Korea, from: any, to: [KP] }
    source: https://example.org/order-7
${more}`;

const loaded = (files: Record<string, string>): Law => {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return loadLaw([folder], vocabulary);
};

/** What is wrong and where, as the analyst is told. */
function fault(files: Record<string, string>): string {
  try {
    loaded(files);
  } catch (error) {
    if (error instanceof TallymanError) return `${error.code} ${error.message} ${error.where ?? ''}`;
    throw error;
  }
  throw new Error('no fault');
}

describe("a case's own law", () => {
  it('stands beside the bundled one', () => {
    const all = loaded({ 'ruritania.yaml': regime() });
    expect(all.provisions.slice(0, -1)).toEqual(law.provisions);
    expect(all.provisions.at(-1)).toMatchObject({ id: 'xr-7-1', regime: 'ruritania' });
    expect(all.provisions.at(-1)?.elements.item.classes).toContain('artillery_shell');
  });

  it('may use terms of its own', () => {
    const terms = 'source: [a dictionary]\ngoods:\n  - { id: trumpets, words: trumpets, classes: [other] }\n';
    const all = loaded({
      'terms.music.yaml': terms,
      'ruritania.yaml': regime().replace('item: all-arms', 'item: trumpets'),
    });
    expect(all.provisions.at(-1)?.elements.item.words).toBe('trumpets');
  });

  it('may say otherwise how undated statements are read', () => {
    const terms = 'source: [our rules]\nundated: { months: 0, why: we ask for a date }\n';
    expect(law.undated.months).toBe(12);
    expect(loaded({ 'terms.yaml': terms }).undated).toEqual({ months: 0, why: 'we ask for a date' });
  });

  it('may add to a bundled regime, and stand in place of its provisions by name', () => {
    const text = regime()
      .replace(/regime:[^]*checked: 2024-12-31/, 'regime: north-korea')
      .replace('  - id: xr-7-1', '  - id: xr-7-1\n    replaces: [kp-2270-6]');
    const all = loaded({ 'ours.yaml': text });
    expect(all.provisions.map(({ id }) => id)).not.toContain('kp-2270-6');
    expect(all.provisions.at(-1)).toMatchObject({ id: 'xr-7-1', regime: 'north-korea' });
    expect(all.provisions).toHaveLength(law.provisions.length);
  });
});

describe('a fault in a law file', () => {
  it.each([
    [
      'a date that is none',
      ['from: 2020-05-01', 'from: May 2020'],
      /ruritania\.yaml:14:24 .*is no EDTF date/,
    ],
    [
      'a class that is none',
      ['act: supply', 'act: gift'],
      /ruritania\.yaml:17:12 .*no such act in terms\.yaml: gift/,
    ],
    [
      'goods that no file has',
      ['item: all-arms', 'item: alms'],
      /ruritania\.yaml:19:13 .*no such goods.*alms/,
    ],
    [
      'a party that nobody knows',
      ['to: [KP]', 'to: [Ruritanians]'],
      /ruritania\.yaml:20:\d+ .*no such state.*Ruritanians/,
    ],
    ['a missing source', ['    source: https://example.org/order-7\n', ''], /ruritania\.yaml:8:\d+ .*source/],
    [
      'an address that is none',
      ['https://example.org/order-7', 'order 7'],
      /ruritania\.yaml:21:13 .*[Ii]nvalid URL/,
    ],
    [
      'a field that does not exist',
      ['effect: prohibits', 'effect: prohibits\n    verdict: guilty'],
      /verdict/,
    ],
  ])('%s is named with file and line', (_, [from, to], message) => {
    expect(fault({ 'ruritania.yaml': regime().replace(from!, to!) })).toMatch(message);
  });

  it('an id that is there already', () => {
    expect(fault({ 'a.yaml': regime().replace('xr-7-1', 'kp-2270-6') })).toMatch(
      /the provision kp-2270-6 is there already .*a\.yaml/,
    );
    expect(fault({ 'a.yaml': regime().replace('id: ruritania', 'id: iran') })).toMatch(
      /the regime iran is there/,
    );
  });

  it('a replacement of what is not there, and an unknown regime', () => {
    const replacing = regime().replace('  - id: xr-7-1', '  - id: xr-7-1\n    replaces: [kp-0-0]');
    expect(fault({ 'a.yaml': replacing })).toMatch(/replaces a provision that is not there: kp-0-0/);
    const strange = regime().replace(/regime:[^]*checked: 2024-12-31/, 'regime: freedonia');
    expect(fault({ 'a.yaml': strange })).toMatch(/no such regime: freedonia/);
  });
});
