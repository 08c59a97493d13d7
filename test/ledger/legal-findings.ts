import { buildLedger } from '../../src/ledger/build-ledger.js';
import { legalTest } from '../../src/ledger/legal-test.js';
import { nameIndex } from '../../src/ledger/names.js';
import type { Claim } from '../../src/model/claim.js';
import type { Standard } from '../../src/model/ledger-tables.js';
import type { ElementTest, LegalTest } from '../../src/model/legal-test.js';
import { law, vocabulary } from '../law/law.js';
import { claim, facts } from './claims.js';

const names = nameIndex(vocabulary);

/** Something said of a transfer, as short as a test can say it. */
export interface Told {
  readonly who?: string;
  readonly on?: string;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly item?: string | null;
  readonly wording?: string;
  readonly when?: string | null;
  readonly more?: Record<string, unknown>;
}

export function told(list: readonly Told[]): Claim[] {
  return list.map(({ who = 'White House', on = '2024-02-01', from, to, item, wording, when, more }, index) =>
    claim(
      {
        doc: 'd1',
        span: [index * 20, index * 20 + 10],
        attribution: [
          { who: 'Gazette', role: 'relay' },
          { who, role: 'claimant', stated: on },
        ],
        supplier: from === undefined ? 'KP' : from,
        recipient: to === undefined ? 'RU' : to,
        item: { class: item === undefined ? 'artillery_shell' : item, wording: wording ?? 'shells' },
        when: { edtf: when ?? null, scope: when === undefined ? 'unknown' : 'period' },
        ...more,
      },
      index,
    ),
  );
}

/** The test of each finding that the claims make, in the order of the findings. */
export function testsOf(list: readonly Told[], standard: Standard | null = null): LegalTest[] {
  const claims = told(list);
  const ledger = buildLedger({ documents: [facts('d1', '2026-03-01')], claims, vocabulary });
  const byId = new Map(claims.map((each) => [each.id, each]));
  return ledger.findings.map((finding) => legalTest(finding, byId, { law, names, standard }));
}

/** The test of the one finding that the claims make. */
export function testOf(...list: readonly Told[]): LegalTest {
  const [only, ...others] = testsOf(list);
  if (only === undefined || others.length > 0) throw new Error(`${others.length + 1} findings`);
  return only;
}

/** Each provision with its result: "kp-1718-8b-export: apparent breach". */
export const resultsOf = ({ provisions }: LegalTest): string[] =>
  provisions.map(({ id, result }) => `${id}: ${result}`);

export function elementOf(test: LegalTest, provision: string, element: ElementTest['element']): ElementTest {
  const found = test.provisions
    .find(({ id }) => id === provision)
    ?.elements.find((each) => each.element === element);
  if (!found) throw new Error(`${provision} has no ${element} here`);
  return found;
}

/** The states of all elements of a provision: "act satisfied, item open". */
export const statesOf = (test: LegalTest, provision: string): string =>
  (test.provisions.find(({ id }) => id === provision)?.elements ?? [])
    .map(({ element, state }) => `${element} ${state}`)
    .join(', ');
