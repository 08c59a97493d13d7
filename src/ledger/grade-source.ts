import { claimantOf } from '../model/claim.js';
import type { Question, SourceGrade } from '../model/finding.js';
import {
  LETTERS,
  type Closeness,
  type LedgerTables,
  type Letter,
  type SourcesTable,
  type StepRule,
} from '../model/ledger-tables.js';
import type { Organisation } from '../model/vocabulary.js';
import { supports } from './modality.js';
import type { Names } from './names.js';
import type { Statement } from './statement.js';

/** Kinds of claim in which a party that says so speaks of its own act. */
const OWN_ACTS: ReadonlySet<Question['kind']> = new Set([
  'transfer',
  'movement',
  'use',
  'deployment',
  'assistance',
  'agreement',
]);

/** The letter of a statement's source on a question: what sort of source it is, and how it stands to what it says. */
export function sourceGrade(
  statement: Pick<Statement, 'claim' | 'claimant' | 'origin' | 'day'>,
  question: Question,
  names: Names,
  { sources }: Pick<LedgerTables, 'sources'>,
): SourceGrade {
  const closeness = closenessOf(statement, names, sources);
  const named = sources.named.find(({ name }) => name === statement.origin || name === statement.claimant);
  if (named) return { letter: named.letter, closeness, because: ['named'] };
  const start = sources.closeness.find(({ name }) => name === closeness)?.letter ?? 'F';
  const because = stepsFor(statement, question, sources);
  const moves = because.map((rule) => sources.steps.find((step) => step.rule === rule)?.steps ?? 0);
  return {
    letter: moved(
      start,
      moves.reduce((sum, steps) => sum + steps, 0),
    ),
    closeness,
    because,
  };
}

/** F says that nothing is known, which no step changes; none reaches it. No step makes a source completely reliable. */
function moved(letter: Letter, steps: number): Letter {
  if (letter === 'F') return letter;
  const [start, best, last] = [letter, 'B', 'E'].map((one) => LETTERS.indexOf(one as Letter)) as [
    number,
    number,
    number,
  ];
  return LETTERS[Math.min(last, Math.max(Math.min(start, best), start + steps))] ?? letter;
}

/** The sort of a source: by itself, or by the body or state for which it speaks. */
function closenessOf(
  { claimant, origin }: Pick<Statement, 'claimant' | 'origin'>,
  names: Names,
  sources: SourcesTable,
): Closeness {
  for (const name of [claimant, origin]) {
    const known = names.who(name);
    if (known?.organisation) return closenessOfBody(known.organisation, sources);
    if (known?.state) return 'official';
  }
  return names.who(claimant)?.person ? 'person' : 'unknown';
}

function closenessOfBody(
  { name, about, type, origin }: Organisation,
  { bodies, monitors }: SourcesTable,
): Closeness {
  if (about !== null || monitors.includes(name)) return 'monitor';
  const closeness = bodies[type] ?? 'unknown';
  const ofNews = closeness === 'news' || closeness === 'news_agency';
  return ofNews && origin === 'state' ? 'state_media' : closeness;
}

function stepsFor(
  { claim, origin, day }: Pick<Statement, 'claim' | 'origin' | 'day'>,
  { kind, supplier, recipient, actor, target }: Question,
  sources: SourcesTable,
): StepRule[] {
  const is = (party: string | null): boolean => party?.split(', ').includes(origin) ?? false;
  const actors = is(supplier) || is(recipient) || is(actor);
  const affirmed = claim.polarity === 'affirmed';
  const parties = [supplier, recipient, actor, target].flatMap((party) => party?.split(', ') ?? []);
  const rules: readonly (readonly [StepRule, boolean])[] = [
    ['anonymous', claimantOf(claim).anonymous === true],
    ['own-denial', !affirmed && actors],
    ['admission', affirmed && actors && OWN_ACTS.has(kind) && supports(claim.modality)],
    ['own-losses', affirmed && is(actor) && kind === 'casualty'],
    ['target', affirmed && is(target) && !actors],
    ['adversary', !actors && !is(target) && atWar(origin, parties, day, sources)],
  ];
  return rules.flatMap(([rule, holds]) => (holds ? [rule] : []));
}

/** Whether an origin is on one side of a war and a party on the other, on the day of the statement. */
const atWar = (
  origin: string,
  parties: readonly string[],
  day: string | null,
  { conflicts }: SourcesTable,
): boolean =>
  conflicts.some(({ sides: [one = [], other = []], since }) => {
    if (day !== null && day < since) return false;
    return (
      (one.includes(origin) && parties.some((party) => other.includes(party))) ||
      (other.includes(origin) && parties.some((party) => one.includes(party)))
    );
  });

/** The grade in words: "B: an official body of a state, lowered as it is not named". */
export function sourceGradeWords({ letter, closeness, because }: SourceGrade, sources: SourcesTable): string {
  const is = sources.closeness.find(({ name }) => name === closeness)?.is ?? closeness;
  const reasons = because.flatMap((rule) => {
    const step = sources.steps.find((one) => one.rule === rule);
    if (rule === 'named') return ['graded by the analyst'];
    return step ? [`${step.steps < 0 ? 'raised' : 'lowered'} as ${step.why}`] : [];
  });
  return `${letter}: ${[is, ...reasons].join(', ')}`;
}
