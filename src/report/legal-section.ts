import { groupBy } from '../core/group-by.js';
import { legalTest, type LegalYardstick } from '../ledger/legal-test.js';
import type { Claim } from '../model/claim.js';
import type { KeptFinding } from '../model/finding.js';
import type { ElementTest, LegalTest, ProvisionTest } from '../model/legal-test.js';
import { citationOf } from '../model/provision.js';
import type { Citation, Report, Sentence } from '../model/report.js';
import { citationsOf, distinctCitations } from './citation.js';
import type { Evidence } from './evidence.js';
import { sourceWords } from './figure.js';
import { headingOf } from './heading.js';
import { capitalised, claimantWords, listed, partyName } from './people.js';
import { SECTION_TITLES } from './phrases.js';
import { ELEMENT_NAMES, RESULT_NAMES } from './standing-phrases.js';
import { plainSentence } from './numbering.js';

type Paragraph = Omit<Report['sections'][number]['paragraphs'][number], 'number'>;

/** A finding that the report tells, with how it stands to the law. */
export interface Engaged {
  readonly finding: KeptFinding;
  readonly test: LegalTest;
  /** The paragraph that tells it. */
  readonly told: number;
}

/**
 * The findings that the report tells against the law, in the order in which it tells them.
 * @param claims those of the findings, by id
 */
export function testedInOrder(
  findings: readonly KeptFinding[],
  claims: ReadonlyMap<string, Claim>,
  paragraphOf: ReadonlyMap<string, number>,
  by: LegalYardstick,
): Engaged[] {
  return findings
    .flatMap((finding) => {
      const told = paragraphOf.get(finding.id);
      return told === undefined ? [] : [{ finding, told, test: legalTest(finding, claims, by) }];
    })
    .sort((a, b) => a.told - b.told);
}

/**
 * The provisions that the findings engage, a paragraph a finding: what the law says and whether claims meet it, which
 * claims, and what denies them; at the end why the others engage none.
 */
export function legalParagraphs(tested: readonly Engaged[], evidence: Evidence): Paragraph[] {
  const engaged = tested.filter(({ test }) => test.provisions.length > 0);
  const reasons = reasonSentences(tested);
  if (engaged.length === 0 && reasons.length === 0) return [];
  return [
    { heading: null, sentences: METHOD.map(plainSentence) },
    ...engaged.map((one) => ({
      heading: headingOf(one.finding.question, true, evidence.names),
      sentences: engagedSentences(one, evidence),
    })),
    ...(reasons.length === 0 ? [] : [{ heading: SECTION_TITLES.noProvision, sentences: reasons }]),
  ];
}

const METHOD = [
  'Each finding is tested, element by element, against the provisions that were in force at the time.',
  'An apparent breach means that statements meet every element; it is no verdict.',
  'An exception is for who relies on it to show, as statements do not speak of one.',
];

function engagedSentences({ finding, test, told }: Engaged, evidence: Evidence): Sentence[] {
  const groups = [...groupBy(test.provisions, likeness).values()];
  const sentences = groups.flatMap((alike) => [
    plainSentence(outcomeWords(alike, told, evidence)),
    ...evidenceSentences(alike[0], finding.id, evidence),
  ]);
  // What several provisions rest on alike is said once.
  return [...groupBy(sentences, ({ text }) => text).values()].map(([sentence]) => sentence);
}

/** Provisions of which the same is met by the same statements are told together. */
const likeness = ({ result, disputed, elements, times }: ProvisionTest): string =>
  JSON.stringify([
    result,
    disputed,
    times.length > 0,
    elements.map(({ element, state, claims, against, why }) => [
      element,
      state,
      claims.map(({ claim }) => claim),
      against.length,
      element === 'exemption' ? null : why,
    ]),
  ]);

/** "Apparent breach, on what paragraph 3 tells: S/RES/1718 (2006), paragraph 8 (b) (binding North Korea)." */
function outcomeWords(
  alike: readonly [ProvisionTest, ...ProvisionTest[]],
  told: number,
  evidence: Evidence,
): string {
  const [first] = alike;
  const cited = [...groupBy(alike, citationOf)].map(
    ([citation, same]) =>
      `${citation} (binding ${listed([...new Set(same.map(({ binds }) => boundWords(binds, evidence)))])})`,
  );
  const missing = first.elements.filter(({ state }) => state === 'open' || state === 'contradicted');
  const open = missing.map(openWords);
  const disputed =
    first.disputed === null
      ? ''
      : ` ${capitalised(listed(first.disputed.by.map((party) => partyName(party, evidence.names))))} hold that it was not in force: ${first.disputed.words}.`;
  const assumed = first.elements.find(
    ({ element, state }) => element === 'date' && state === 'satisfied',
  )?.why;
  const dated = assumed === null || assumed === undefined ? '' : ` On the date: ${assumed}.`;
  const partly =
    first.times.length === 0
      ? ''
      : ' A part of the time that is told lies outside what was in force, and counts for nothing here.';
  return `${RESULT_NAMES[first.result]}, on what paragraph ${told} tells: ${cited.join('; ')}.${
    open.length === 0 ? '' : ` Open: ${sourceWords(open.join('; '), 600)}.`
  }${dated}${disputed}${partly}`;
}

const openWords = ({ element, state, requires, why }: ElementTest): string => {
  const reason = element === 'further' ? requires : why;
  const name = `${ELEMENT_NAMES[element]}${state === 'contradicted' ? ', contradicted' : ''}`;
  return reason === null ? name : `${name}: ${reason}`;
};

const boundWords = (binds: ProvisionTest['binds'], { names }: Evidence): string =>
  binds === 'all-states' ? 'all States' : listed(binds.map((party) => partyName(party, names)));

/** On whose statements it rests, and whose denials stand against them, each with its quotes. */
function evidenceSentences({ elements }: ProvisionTest, finding: string, evidence: Evidence): Sentence[] {
  const resting = restingOn(elements);
  const against = elements.find(({ element }) => element === 'act')?.against ?? [];
  return [
    spokenBy(resting.claims, resting.whole ? 'It rests on' : 'What is told comes from', finding, evidence),
    spokenBy(against, 'Against it stands the denial of', finding, evidence),
  ].filter((sentence) => sentence !== null);
}

/** The statements that meet the last element which is met: they meet those before it too. */
function restingOn(elements: readonly ElementTest[]): { claims: ElementTest['claims']; whole: boolean } {
  const shown = elements.filter(({ element }) => element !== 'exemption' && element !== 'further');
  const whole = shown.every(({ state }) => state === 'satisfied');
  const last = [...shown]
    .reverse()
    .find(({ state, element }) => state === 'satisfied' && NARROWING.has(element));
  return { claims: (last ?? shown[0])?.claims ?? [], whole };
}

const NARROWING: ReadonlySet<string> = new Set(['act', 'item', 'date', 'place', 'quantity']);

/** One statement of each claimant, the first; null where none is at hand. */
function spokenBy(
  refs: ElementTest['claims'],
  lead: string,
  finding: string,
  { claims, documents, names }: Evidence,
): Sentence | null {
  const speakers = new Map<string, Citation[]>();
  for (const { claim: id } of refs) {
    const claim = claims.get(id);
    const document = claim && documents.get(claim.doc);
    if (claim === undefined || document === undefined) continue;
    const who = claimantWords(claim, document, names);
    if (!speakers.has(who)) speakers.set(who, citationsOf(claim, document, names));
  }
  if (speakers.size === 0) return null;
  const statements = lead.endsWith('of')
    ? ''
    : speakers.size === 1
      ? ' the statement of'
      : ' the statements of';
  return {
    text: `${lead}${statements} ${listed([...speakers.keys()])}.`,
    finding,
    role: 'support',
    citations: distinctCitations([...speakers.values()].flat()),
    figures: [],
    conversions: [],
  };
}

/** Kinds of which a reader expects that the law speaks. */
const SUPPLIES: ReadonlySet<string> = new Set(['transfer', 'assistance', 'deployment']);

/** Why findings engage no provision, where the law says something of it. */
function reasonSentences(tested: readonly Engaged[]): Sentence[] {
  const reasons = tested.flatMap(({ finding, test, told }) =>
    test.none.flatMap(({ reason, words }) =>
      reason === 'no-embargo' ||
      reason === 'not-in-force' ||
      (reason === 'not-covered' && SUPPLIES.has(finding.question.kind))
        ? [{ words, told }]
        : [],
    ),
  );
  return [...groupBy(reasons, ({ words }) => words)].map(([words, alike]) => {
    const numbers = [...new Set(alike.map(({ told }) => String(told)))];
    return plainSentence(
      `On ${numbers.length === 1 ? 'paragraph' : 'paragraphs'} ${listed(numbers)}: ${words}`,
    );
  });
}
