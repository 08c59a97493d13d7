import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TallymanError } from '../../src/core/errors.js';
import { DATA_FOLDER } from '../../src/core/package-root.js';
import { loadVocabulary } from '../../src/model/vocabulary.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tallyman-vocabulary-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const write = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

function fault(): TallymanError {
  try {
    loadVocabulary([folder]);
  } catch (error) {
    if (error instanceof TallymanError) return error;
    throw error;
  }
  throw new Error('the folder was accepted');
}

const DRONES = `source:
  - https://example.org/handbook
entries:
  - class: drone
    unit: drone
    terms: [kamikaze glider]
`;

describe('the bundled vocabulary', () => {
  it('loads whole', () => {
    const vocabulary = loadVocabulary();
    for (const [table, entries] of Object.entries(vocabulary)) {
      const files = readdirSync(join(DATA_FOLDER, 'vocabulary')).filter((file) =>
        file.startsWith(`${table}.`),
      );
      expect([table, files.length > 0 ? entries.length > 0 : entries.length === 0]).toEqual([table, true]);
    }
    expect(vocabulary.states.length).toBeGreaterThan(190);
  });
});

describe('an analyst’s own vocabulary', () => {
  it('stands beside the bundled one', () => {
    write('items.drones.yaml', DRONES);
    const [bundled, extended] = [loadVocabulary(), loadVocabulary([folder])];
    expect(extended.items).toHaveLength(bundled.items.length + 1);
    expect(extended.items.at(-1)).toEqual({
      class: 'drone',
      unit: 'drone',
      terms: ['kamikaze glider'],
      unless_before: [],
    });
    expect(extended.states).toEqual(bundled.states);
  });

  it('is not needed: a folder that is not there adds nothing', () => {
    expect(loadVocabulary([join(folder, 'none')])).toEqual(loadVocabulary());
  });

  it('takes every file of a table, and no file that is no YAML', () => {
    write('items.drones.yaml', DRONES);
    write('items.more.yaml', DRONES.replace('kamikaze glider', 'loitering glider'));
    write('notes.txt', 'not a table');
    mkdirSync(join(folder, 'old'));
    expect(
      loadVocabulary([folder])
        .items.slice(-2)
        .flatMap((item) => item.terms),
    ).toEqual(['kamikaze glider', 'loitering glider']);
  });

  it('names the line of an entry that does not fit', () => {
    const path = write('items.drones.yaml', DRONES.replace('unit: drone', 'unit: drones'));
    const error = fault();
    expect(error.code).toBe('bad-data');
    expect(error.message).toContain(`${path}:5:11 entries.0.unit`);
  });

  it('names a key that no entry has', () => {
    const path = write('items.drones.yaml', `${DRONES}    colour: grey\n`);
    expect(fault().message).toMatch(new RegExp(`^${path}:4:5 entries\\.0: .*colour`));
  });

  it('asks where its facts are from', () => {
    write('items.drones.yaml', DRONES.replace('  - https://example.org/handbook\n', ''));
    expect(fault().message).toContain('source');
  });

  it('lists the tables where a file is named after none', () => {
    const path = write('goods.yaml', DRONES);
    expect(fault().where).toBe(path);
    expect(fault().message).toContain('items');
  });
});
