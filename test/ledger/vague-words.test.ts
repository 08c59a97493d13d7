import { describe, expect, it } from 'vitest';
import { vagueRange } from '../../src/ledger/vague-words.js';
import { buildLedger } from '../../src/ledger/build-ledger.js';
import { loadLedgerTables } from '../../src/model/ledger-tables.js';
import { documents, statements, type Said } from './reconciling.js';
import { vocabulary } from './vocabulary.js';

const { vague } = loadLedgerTables();

describe('a vague word', () => {
  it.each([
    ['dozens of drones', 24, 99],
    ['several boxes', 3, 9],
    ['several hundred', 300, 999],
    ['several hundred thousand shells', 300_000, 999_999],
    ['hundreds of thousands', 200_000, 999_999],
    ['several million', 3_000_000, 9_990_000],
    ['millions of rounds', 2_000_000, 9_990_000],
    ['hundreds of millions', 200_000_000, 999_000_000],
  ])('"%s" has the range of its longest words', (wording, low, high) => {
    expect(vagueRange(wording, vague)).toEqual({ low, high });
  });

  it('"some" and "many" have none', () => {
    expect([vagueRange('some shells', vague), vagueRange('many', vague)]).toEqual([null, null]);
  });

  it('takes the range that a case gives it, in findings and echoes alike', () => {
    const own = [{ words: ['dozens'], low: 40, high: 60 }, ...vague];
    const said = (figure: object, doc: string): Said => ({
      doc,
      who: 'White House',
      on: '2024-02-01',
      figure: { unit: 'container', ...figure },
    });
    const list = statements(
      said({ low: null, high: null, vague: true, wording: 'dozens' }, 'd1'),
      said({ low: 30, high: 30, wording: '30' }, 'd2'),
    );
    const findingBy = (words: typeof vague) =>
      buildLedger({
        documents,
        claims: list,
        vocabulary,
        tables: { ...loadLedgerTables(), vague: words },
      }).findings[0];
    expect(findingBy(vague)).toMatchObject({
      range: { low: 24, high: 99, vague: ['low', 'high'] },
      claims: [{}, { drift: ['vague-as-number'] }],
    });
    expect(findingBy(own)?.claims.map(({ echo_of }) => echo_of)).toEqual([null, null]);
    expect(findingBy(own)?.standings[0]).toMatchObject({ interval: { low: 40, high: 60 }, vague: true });
  });
});
