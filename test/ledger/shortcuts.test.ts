import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLedger } from '../../src/ledger/build-ledger.js';
import { echoesOf, type Echo } from '../../src/ledger/echo.js';
import { nameIndex } from '../../src/ledger/names.js';
import { relationContext, relationsOf } from '../../src/ledger/pairs.js';
import { nestings, placeWithin } from '../../src/ledger/places.js';
import { findingJson, wholeFinding } from '../../src/ledger/printed-finding.js';
import { ownQuestions } from '../../src/ledger/question.js';
import { driftOf, retellings, sharesWord, toldWhere } from '../../src/ledger/retelling.js';
import { saidIndex } from '../../src/ledger/said-relations.js';
import { compare } from '../../src/ledger/statement-date.js';
import { statementOf, type Statement } from '../../src/ledger/statement.js';
import { supersededIn } from '../../src/ledger/superseded.js';
import type { Claim } from '../../src/model/claim.js';
import { anyClaims, facts, retoldClaims } from './claims.js';
import { assessed } from './reconciling.js';
import { vocabulary } from './vocabulary.js';

const documents = [facts('d1', '2024-02-03'), facts('d2', '2024-02'), facts('d3', null, null)];
const names = nameIndex(vocabulary);

/** What is found without looking at every pair is what looking at every pair finds. */
describe('the ledger, against every pair', () => {
  it('knows which statements are superseded', () => {
    fc.assert(
      fc.property(fc.oneof(anyClaims, retoldClaims), (claims) => {
        for (const finding of buildLedger({ documents, claims, vocabulary }).findings) {
          const said = saidIndex(finding.said);
          const found = supersededIn(finding.standings, relationContext(finding, said), said);
          const affirmed = new Set(finding.standings.flatMap((one) => (one.affirmed ? [one.at] : [])));
          const pairs = [...relationsOf(finding)].filter(({ relation }) => relation === 'supersedes');
          const expected = pairs.map(({ b }) => b.at).filter((at) => affirmed.has(at));
          expect([...found].sort()).toEqual([...new Set(expected)].sort());
        }
      }),
      { numRuns: 150 },
    );
  });

  it('knows which statements are echoes, of what, and with which drift', () => {
    fc.assert(
      fc.property(retoldClaims, (claims) => {
        const statements = statementsOf(claims);
        const found = echoesOf(statements, new Map(), names);
        const expected = everyEarlier(statements);
        const told = (echoes: ReadonlyMap<Statement, Omit<Echo, 'source'>>): string[] =>
          [...echoes].map(([echo, { of, drift }]) =>
            [echo.claim.id, of.claim.id, ...drift.filter((one) => one !== 'or-as-and')].join(' '),
          );
        expect(told(found)).toEqual(told(expected));
      }),
      { numRuns: 150 },
    );
  });

  it('knows which places nest', () => {
    const part = fc.constantFrom(
      'Kharkiv',
      'Kharkiv Oblast',
      'Rajin',
      'region',
      'port of',
      'area',
      'eastern',
    );
    const place = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.array(place, { maxLength: 8 }), (places) => {
        for (const [inner, outer] of nestings(places, names)) {
          const expected = places.filter((each) => each !== inner && placeWithin(inner, each, names));
          expect([...outer].sort()).toEqual([...new Set(expected)].sort());
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('a finding in pieces', () => {
  it('is the finding', () => {
    fc.assert(
      fc.property(anyClaims, (claims) => {
        for (const finding of assessed(buildLedger({ documents, claims, vocabulary }).findings))
          expect(JSON.parse([...findingJson(finding)].join(''))).toEqual(wholeFinding(finding));
      }),
    );
  });
});

function statementsOf(claims: readonly Claim[]): Statement[] {
  const own = ownQuestions(claims, names);
  return claims.map((claim) =>
    statementOf(
      claim,
      documents.find(({ id }) => id === claim.doc),
      own(claim),
      names,
    ),
  );
}

/** Echoes by the rules alone, each statement held against every earlier one. */
function everyEarlier(statements: readonly Statement[]): ReadonlyMap<Statement, Omit<Echo, 'source'>> {
  const order = [...statements].sort(
    (a, b) =>
      compare(a.published ?? '9999', b.published ?? '9999') ||
      compare(a.day ?? '9999', b.day ?? '9999') ||
      compare(a.claim.doc, b.claim.doc) ||
      a.claim.index - b.claim.index,
  );
  const echoes = new Map<Statement, Omit<Echo, 'source'>>();
  const retold = new Set<string>();
  order.forEach((later, position) => {
    const sources = order
      .slice(0, position)
      .filter((told) => retellings(told, later, false, names).some((how) => toldWhere(how, told, later)));
    const cost = (told: Statement): number =>
      driftOf(told, later, names).length * 4 +
      Number(retold.has(`${later.claim.doc} ${told.claim.id}`)) * 2 +
      Number(!sharesWord(told.claim, later.claim));
    const [source] = [...sources].sort((a, b) => cost(a) - cost(b));
    if (source === undefined) return;
    const of = echoes.get(source)?.of ?? source;
    retold.add(`${later.claim.doc} ${source.claim.id}`);
    echoes.set(later, { of, drift: driftOf(of, later, names) });
  });
  return echoes;
}
