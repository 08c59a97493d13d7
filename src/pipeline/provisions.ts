import { dayBounds } from '../core/edtf-date.js';
import { TallymanError } from '../core/errors.js';
import { inForceOn } from '../law/in-force.js';
import { loadLaw } from '../law/load-law.js';
import { legalTest, type LegalYardstick } from '../ledger/legal-test.js';
import { nameIndex } from '../ledger/names.js';
import type { Claim } from '../model/claim.js';
import type { KeptFinding } from '../model/finding.js';
import type { LegalTest } from '../model/legal-test.js';
import { standardNamed } from '../model/ledger-tables.js';
import type { Law, Provision } from '../model/provision.js';
import { loadVocabulary } from '../model/vocabulary.js';
import type { CaseFolder } from './case-folder.js';
import type { OpenCase } from './open-case.js';

/** The bundled law with that of a case; null for the bundled alone. No database is opened. */
export const lawAtHand = (near: CaseFolder | null): Law =>
  loadLaw(near === null ? [] : [near.law], loadVocabulary(near === null ? [] : [near.vocabulary]));

export interface ProvisionFilter {
  readonly regime?: string;
  /** `YYYY-MM-DD`: those that stood on this day, for all of it or a part. */
  readonly on?: string;
}

/** @throws TallymanError `usage` for a regime that the law does not have */
export function provisionsOf(
  { regimes, provisions }: Law,
  { regime, on }: ProvisionFilter,
): readonly Provision[] {
  const ids = regimes.map(({ id }) => id);
  if (regime !== undefined && !ids.includes(regime))
    throw new TallymanError('usage', `no such regime: ${regime}; there are ${ids.join(', ')}`);
  return provisions.filter(
    (provision) =>
      (regime === undefined || provision.regime === regime) && (on === undefined || inForceOn(provision, on)),
  );
}

/** Why a regime has no provisions, and what else bears on it, for those that a listing asks for. */
export const regimeNotes = ({ regimes }: Law, { regime, on }: ProvisionFilter): readonly string[] =>
  regimes
    .filter(({ id }) => regime === undefined || id === regime)
    .flatMap(({ name, none, notes, checked }) => [
      ...(none === null ? [] : [`${name}: ${none}`]),
      ...(regime === undefined ? [] : notes.map(({ words, source }) => `${words} (${source})`)),
      ...(on !== undefined && on > (dayBounds(checked)?.end ?? on)
        ? [`${name}: the law is known as of ${checked}; what changed later is not in it.`]
        : []),
    ]);

/** A finding with how it stands to the law. */
export interface TestedFinding {
  readonly finding: KeptFinding;
  readonly test: LegalTest;
}

/**
 * Every finding of the case against the law, in the order of the findings.
 * @param standard that acts must meet; by default that of case.yaml
 * @throws TallymanError `usage` where there is no such standard
 */
export async function* testedFindings(open: OpenCase, standard?: string): AsyncGenerator<TestedFinding> {
  const by = legalYardstick(open, standard);
  const claims = new Map<string, Claim>();
  for await (const claim of open.store.claims()) claims.set(claim.id, claim);
  for await (const finding of open.store.findings()) yield { finding, test: legalTest(finding, claims, by) };
}

/** One finding against the law of its case; see `testedFindings`. */
export function testOfFinding(
  open: OpenCase,
  finding: KeptFinding,
  claims: readonly Claim[],
  standard?: string,
): LegalTest {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return legalTest(finding, byId, legalYardstick(open, standard));
}

const legalYardstick = (open: OpenCase, standard = open.folder.config.standard): LegalYardstick => ({
  law: open.law(),
  names: nameIndex(open.vocabulary(), open.tables().vague),
  standard: standardNamed(standard, open.tables()),
});
