import type { Quantity } from '../model/claim.js';
import type { Finding } from '../model/finding.js';
import { isRaised } from './modality.js';
import type { Names } from './names.js';
import { statedWindowsDiffer } from './window.js';
import type { Statement } from './statement.js';

/** What a retelling changed. */
export type Drift = Finding['claims'][number]['drift'][number];

type Told = Pick<Statement, 'word'> & { readonly claim: Pick<Statement['claim'], 'quantity'> };

/** Whether two claims give one figure: bounds, unit, rate, vague word and share alike; "about" is no bound. */
export function sameFigure(told: Told, retold: Told): boolean {
  const [a, b] = [told.claim.quantity, retold.claim.quantity];
  if (a === null || b === null) return a === b;
  return sameBounds(a, b) && a.unit === b.unit && sameKindOfFigure(a, b) && sameWord(told, retold);
}

const sameBounds = (a: Quantity, b: Quantity): boolean => a.low === b.low && a.high === b.high;

const sameKindOfFigure = (a: Quantity, b: Quantity): boolean =>
  (a.per ?? null) === (b.per ?? null) && (a.share_of ?? null) === (b.share_of ?? null);

/** Vague words are one figure where they have one range. */
function sameWord(told: Told, retold: Told): boolean {
  if (told.claim.quantity?.share_of || retold.claim.quantity?.share_of) return true;
  return told.word?.low === retold.word?.low && told.word?.high === retold.word?.high;
}

/** The drift between two figures that are not the same; null where it is another figure. */
export function figureDrift(told: Told, retold: Told): Drift | null {
  const [a, b] = [told.claim.quantity, retold.claim.quantity];
  if (a === null || b === null || !sameKindOfFigure(a, b)) return null;
  if (sameBounds(a, b) && sameWord(told, retold))
    return a.unit !== null && b.unit !== null && a.unit !== b.unit ? 'unit-changed' : null;
  if (a.unit !== b.unit) return null;
  return boundDrift(a, b) ?? vagueDrift(told, retold);
}

/** "More than 1,000" retold as 1,000, or as "up to 1,000". */
function boundDrift(told: Quantity, retold: Quantity): Drift | null {
  const bound = oneBound(told);
  if (bound === null) return null;
  if (retold.low === bound && retold.high === bound) return 'bound-dropped';
  if (oneBound(retold) === bound && (told.low === null) !== (retold.low === null)) return 'bound-inverted';
  return null;
}

const oneBound = ({ low, high }: Quantity): number | null =>
  (low === null) === (high === null) ? null : (low ?? high);

/** "Thousands" retold as 2,000, or 8,000 as "thousands", where the number lies in the word's range. */
function vagueDrift(told: Told, retold: Told): Drift | null {
  if (vagueHolds(told, retold)) return 'vague-as-number';
  return vagueHolds(retold, told) ? 'number-as-vague' : null;
}

function vagueHolds({ word }: Told, exact: Told): boolean {
  const number = exact.claim.quantity?.low ?? exact.claim.quantity?.high ?? null;
  if (word === null || number === null) return false;
  return (word.low ?? 0) <= number && number <= (word.high ?? Infinity);
}

/** Sender and receiver exchanged, or one state taken for its namesake (North for South); null where they are others. */
export function partyDrift(told: Statement, retold: Statement, names: Names): Drift | null {
  const [a, b] = [partiesOf(told), partiesOf(retold)];
  const differing = a.flatMap((party, slot) => (party === b[slot] ? [] : [slot]));
  const exchanged =
    (a[0] === b[1] && a[1] === b[0] && a[2] === b[2] && a[3] === b[3]) ||
    (a[2] === b[3] && a[3] === b[2] && a[0] === b[0] && a[1] === b[1]);
  if (exchanged) return 'party-changed';
  const [slot, ...others] = differing;
  if (slot === undefined || others.length > 0) return null;
  return namesakes(a[slot] ?? null, b[slot] ?? null, names) ? 'party-changed' : null;
}

export const sameParties = (a: Statement, b: Statement): boolean => {
  const [x, y] = [partiesOf(a), partiesOf(b)];
  return x.every((party, slot) => party === y[slot]);
};

const partiesOf = ({ question: { supplier, recipient, actor, target } }: Statement): (string | null)[] => [
  supplier,
  recipient,
  actor,
  target,
];

/** Two states whose names share a word. */
function namesakes(a: string | null, b: string | null, names: Names): boolean {
  const stateName = (party: string | null): string =>
    party === null ? '' : (names.who(party)?.state?.name ?? '');
  const [x, y] = [stateName(a), stateName(b)];
  const words = new Set(x.split(' ').filter((word) => word.length > 3));
  return y.split(' ').some((word) => words.has(word) && !DIRECTION.test(word));
}

const DIRECTION = /^(?:North|South|East|West|Republic|United)$/;

/** Up the scale; a capacity retold as a transfer is named as that alone. */
export const modalityDrift = (told: Statement, retold: Statement): Drift | null =>
  told.claim.kind === retold.claim.kind && isRaised(told.claim.modality, retold.claim.modality)
    ? 'modality-raised'
    : null;

export const windowDrift = (told: Statement, retold: Statement): Drift | null =>
  statedWindowsDiffer(told.window, retold.window) ? 'window-changed' : null;
