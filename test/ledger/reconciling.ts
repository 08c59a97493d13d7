import { buildLedger } from '../../src/ledger/build-ledger.js';
import { assessedBy, yardstickFor, type AssessedFinding } from '../../src/ledger/assessment.js';
import { wholeFinding } from '../../src/ledger/printed-finding.js';
import type { DocumentFacts } from '../../src/ledger/document-facts.js';
import type { Claim } from '../../src/model/claim.js';
import type { Finding, KeptFinding } from '../../src/model/finding.js';
import { DEFAULT_STANDARD, loadLedgerTables } from '../../src/model/ledger-tables.js';
import { claim, facts, quantity } from './claims.js';
import { vocabulary } from './vocabulary.js';

/** A statement on containers from KP to RU, as short as a test can say it. */
export interface Said {
  readonly doc?: string;
  readonly who?: string | null;
  readonly on?: string | null;
  /** Names of those who pass it on; by default the page's publisher. */
  readonly relays?: readonly string[];
  readonly low?: number | null;
  readonly high?: number | null;
  readonly figure?: object | null;
  readonly when?: { edtf: string | null; scope: string };
  readonly more?: Record<string, unknown>;
}

/** Gives each statement its place in its document, in the order written. */
export function statements(...list: readonly Said[]): Claim[] {
  const counts = new Map<string, number>();
  return list.map(
    ({ doc = 'd1', who = 'White House', on = null, relays = ['Gazette'], when, more, ...said }) => {
      const index = counts.get(doc) ?? 0;
      counts.set(doc, index + 1);
      const { low = null, high = null } = said;
      const figure =
        said.figure === undefined
          ? low === null && high === null
            ? null
            : quantity(low, high)
          : said.figure;
      return claim(
        {
          doc,
          span: [index * 20, index * 20 + 10],
          attribution: [
            ...relays.map((relay) => ({ who: relay, role: 'relay' })),
            { who, role: 'claimant', stated: on },
          ],
          quantity: figure,
          when: when ?? { edtf: null, scope: 'cumulative' },
          ...more,
        },
        index,
      );
    },
  );
}

const DATES = { d1: '2024-02-03', d2: '2024-02-05', d3: '2024-03-01', d4: '2024-06-01' };

export const documents: readonly DocumentFacts[] = Object.entries(DATES).map(([id, date]) =>
  facts(id, date, `Publisher of ${id}`),
);

/** Findings as they are assessed by the bundled tables. */
export function assessed(
  findings: readonly KeptFinding[],
  standard = DEFAULT_STANDARD,
): readonly AssessedFinding[] {
  const by = yardstickFor(findings, loadLedgerTables(), standard);
  return findings.map((one) => assessedBy(one, by));
}

/** The same as they are printed. */
export const printed = (findings: readonly KeptFinding[]): readonly Finding[] =>
  assessed(findings).map(wholeFinding);

export function findingsOf(
  claims: readonly Claim[],
  of: readonly DocumentFacts[] = documents,
): readonly Finding[] {
  return printed(buildLedger({ documents: of, claims, vocabulary }).findings);
}

/** The one finding that the claims make. */
export function finding(...list: readonly Said[]): Finding {
  const [only, ...others] = findingsOf(statements(...list));
  if (only === undefined || others.length > 0) throw new Error(`${others.length + 1} findings`);
  return only;
}

/** How the statement at one "doc:index" stands to that at another: "d1:0 refines d2:0". */
export const relationsOf = ({ claims, pairs }: Finding): string[] =>
  pairs
    .map(({ a, b, relation }) => {
      const [x, y] = [claims[a], claims[b]];
      return `${x?.doc}:${x?.index} ${relation} ${y?.doc}:${y?.index}`;
    })
    .sort();

/** Each echo with what it repeats and how it drifted: "d2:0 of d1:0 bound-dropped". */
export const echoesIn = (findings: readonly Finding[]): string[] =>
  [
    ...new Set(
      findings.flatMap(({ claims }) =>
        claims.flatMap(({ doc, index, echo_of, drift }) =>
          echo_of === null
            ? []
            : [[`${doc}:${index} of ${echo_of.doc}:${echo_of.index}`, ...drift].join(' ')],
        ),
      ),
    ),
  ].sort();
