import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessedBy, yardstickFor } from '../../src/ledger/assessment.js';
import { buildLedger } from '../../src/ledger/build-ledger.js';
import { knownSince } from '../../src/ledger/known.js';
import { ledgerDiff, stateOf, type KnownLedger, type LedgerChange } from '../../src/ledger/ledger-diff.js';
import type { Claim } from '../../src/model/claim.js';
import { loadLedgerTables } from '../../src/model/ledger-tables.js';
import type { FindingState } from '../../src/model/change.js';
import { facts, retoldClaims } from './claims.js';
import { vocabulary } from './vocabulary.js';

const documents = [facts('d1', '2024-02-03'), facts('d2', '2024-02'), facts('d3', '2024-03-10')];
const DAYS = ['2024-01-01', '2024-02-03', '2024-02-29', '2024-12-31'];

/** The ledger of the documents that were out by the end of a day. */
function ledgerOn(day: string, claims: readonly Claim[]): KnownLedger {
  const known = documents.filter(
    ({ published }) => knownSince({ published, obtained: '2025-01-01' }, 'world') <= day,
  );
  const here = claims.filter(({ doc }) => known.some(({ id }) => id === doc));
  const { findings } = buildLedger({ documents: known, claims: here, vocabulary });
  const by = yardstickFor(findings, loadLedgerTables(), 'two-origins');
  return {
    findings: findings.map((finding) => assessedBy(finding, by)),
    claims: new Map(here.map((claim) => [claim.id, claim])),
  };
}

const states = ({ findings }: KnownLedger): ReadonlyMap<string, FindingState> =>
  new Map(findings.map((finding) => [finding.id, stateOf(finding)]));

/** What a ledger's findings are after some changes. */
function applied(
  before: ReadonlyMap<string, FindingState>,
  changes: readonly LedgerChange[],
): ReadonlyMap<string, FindingState> {
  const after = new Map(before);
  for (const { finding, from, to } of changes) {
    expect(after.get(finding) ?? null).toEqual(from);
    if (to === null) after.delete(finding);
    else after.set(finding, to);
  }
  return after;
}

const threeDays = fc.tuple(retoldClaims, fc.subarray(DAYS, { minLength: 3, maxLength: 3 }));

describe('the difference of two ledgers', () => {
  it('turns the first into the second, in one step or in two', () => {
    fc.assert(
      fc.property(threeDays, ([claims, days]) => {
        const [first, second, third] = days.map((day) => ledgerOn(day, claims)) as [
          KnownLedger,
          KnownLedger,
          KnownLedger,
        ];
        const inTwo = applied(applied(states(first), ledgerDiff(first, second)), ledgerDiff(second, third));
        expect(applied(states(first), ledgerDiff(first, third))).toEqual(states(third));
        expect(inTwo).toEqual(states(third));
      }),
    );
  });

  it('is none between a ledger and itself', () => {
    fc.assert(
      fc.property(retoldClaims, (claims) => {
        const ledger = ledgerOn('2024-12-31', claims);
        expect(ledgerDiff(ledger, ledgerOn('2024-12-31', claims))).toEqual([]);
      }),
    );
  });

  it('names a cause for every change, and each claim that came on every finding it stands on', () => {
    fc.assert(
      fc.property(threeDays, ([claims, [from, to]]) => {
        const [before, after] = [ledgerOn(from!, claims), ledgerOn(to!, claims)];
        const changes = ledgerDiff(before, after);
        const came = changes.flatMap(({ finding, causes }) =>
          causes.filter(({ cause }) => cause === 'came').map(({ claim }) => `${finding} ${claim}`),
        );
        const expected = after.findings.flatMap(({ id, claims: members }) =>
          members.filter(({ claim }) => !before.claims.has(claim)).map(({ claim }) => `${id} ${claim}`),
        );
        expect(came.sort()).toEqual(expected.sort());
        for (const { causes, change } of changes)
          if (change !== 'changed') expect(causes.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('what is known', () => {
  it('only grows with the days', () => {
    fc.assert(
      fc.property(threeDays, ([claims, days]) => {
        const known = days.map((day) => [...ledgerOn(day, claims).claims.keys()]);
        known.slice(1).forEach((later, n) => expect(later).toEqual(expect.arrayContaining(known[n]!)));
      }),
    );
  });

  it('is known to the world by the last day of its publication, to the case when it was obtained', () => {
    const month = { published: '2024-02', obtained: '2024-06-01' };
    expect(knownSince(month, 'world')).toBe('2024-02-29');
    expect(knownSince(month, 'case')).toBe('2024-06-01');
    expect(knownSince({ published: null, obtained: '2024-06-01' }, 'world')).toBe('2024-06-01');
  });
});
