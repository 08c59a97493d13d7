import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLedger } from '../../src/ledger/build-ledger.js';
import { headOf } from '../../src/ledger/finding.js';
import { layOut } from '../../src/ledger/lay-out.js';
import { nameIndex } from '../../src/ledger/names.js';
import { assembledFinding, findingParts } from '../../src/model/kept-finding.js';
import { loadLedgerTables } from '../../src/model/ledger-tables.js';
import { claimsOnOneQuestionIn, facts } from './claims.js';
import { vocabulary } from './vocabulary.js';

const documents = [facts('d1', '2024-02-03'), facts('d2', '2024-02'), facts('d3', null, null)];
const tables = loadLedgerTables();
const names = nameIndex(vocabulary, tables.vague);

const onOneQuestion = claimsOnOneQuestionIn(['d1', 'd2', 'd3']);

describe('the claims that weigh', () => {
  it('tell what all of them tell', () => {
    let [weighing, all] = [0, 0];
    fc.assert(
      fc.property(onOneQuestion, (claims) => {
        for (const { head, members } of layOut({ documents, claims, names, tables }).findings()) {
          const { start, bearing, doubts } = head;
          expect(headOf(head.question, members, { start, bearing, doubts, names })).toEqual(head);
          weighing += members.filter(({ weighs }) => weighs).length;
          all += members.filter(({ standing }) => standing !== null).length;
        }
      }),
      { numRuns: 400 },
    );
    expect(weighing).toBeLessThan(all);
  });

  it('are a finding again when they are put together', () => {
    fc.assert(
      fc.property(onOneQuestion, (claims) => {
        for (const finding of buildLedger({ documents, claims, vocabulary }).findings)
          expect(assembledFinding(findingParts(finding))).toEqual(finding);
      }),
      { numRuns: 50 },
    );
  });
});
