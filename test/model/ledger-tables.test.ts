import { describe, expect, it } from 'vitest';
import { loadLedgerTables, standardNamed } from '../../src/model/ledger-tables.js';
import { writeFiles } from '../pipeline/sources.js';
import { temporaryFolder } from '../pipeline/temporary-folder.js';

describe('the tables of the ledger', () => {
  const folder = temporaryFolder();

  it('are read from data/ledger, one entry a name', () => {
    const { standards, conversions, sources } = loadLedgerTables();
    for (const names of [standards, conversions, sources.closeness].map((list) =>
      list.map(({ name }) => name),
    ))
      expect(new Set(names).size).toBe(names.length);
    for (const { used, low, high } of conversions)
      for (const factor of used) {
        expect(factor).toBeGreaterThanOrEqual(low);
        expect(factor).toBeLessThanOrEqual(high);
      }
  });

  it('take a case’s entries in place of those of the same name, and before the others', () => {
    const bundled = loadLedgerTables();
    const own = loadLedgerTables(
      writeFiles(folder, {
        'standards.yaml':
          'standards:\n  - { name: one-official, title: t, finding: [[{ origins: 3 }]], reported: [[{ origins: 1 }]] }\n',
        'sources.yaml':
          'named:\n  - { name: US, letter: C, why: record, by: A. Analyst, since: 2024-01-01 }\nbodies:\n  company: official\n',
      }),
    );
    expect(own.standards.map(({ name }) => name)[0]).toBe('one-official');
    expect(own.standards).toHaveLength(bundled.standards.length);
    expect(standardNamed('one-official', own).finding).toEqual([[{ origins: 3 }]]);
    expect(own.sources.named).toHaveLength(1);
    expect(own.sources.bodies).toMatchObject({ company: 'official', ministry: 'official' });
  });

  it.each([
    ['standards.yaml', 'standards:\n  - { name: x }\n', /standards\.yaml:2/],
    ['nothing.yaml', 'a: 1\n', /no such table: nothing/],
    ['conversions.yaml', 'conversions: 3\n', /conversions\.yaml:1/],
  ])('name file and line of a fault in %s', (name, text, message) => {
    expect(() => loadLedgerTables(writeFiles(`${folder}/${name}.d`, { [name]: text }))).toThrow(message);
  });

  it('say which standards there are', () => {
    expect(() => standardNamed('none-such', loadLedgerTables())).toThrow(/two-origins/);
  });
});
