import { shortHash } from '../core/hash.js';
import type { Claim, Quantity } from '../model/claim.js';
import type { Kind } from '../model/enums.js';
import type { Statement } from './statement.js';

/** The range of a vague word, which is its figure; null where there are numbers. */
export function wordOf({ claim: { quantity }, word }: Statement): string | null {
  if (quantity?.low !== null || quantity.high !== null) return null;
  return word === null ? 'none' : `${word.low} ${word.high}`;
}

/** Where later statements look for one. */
export function shelvesOf(statement: Statement): string[] {
  const { quantity } = statement.claim;
  const speaker = speakerKey(statement, statement.claim.kind);
  const figure = figureKey(quantity);
  return [
    `${speaker} ${figure}`,
    ...(figure === 'word' || figure === 'none' ? [] : [`${speaker} number`]),
    ...(quantity === null ? [] : [anybodyKey(statement)]),
  ];
}

/** Where a statement looks for what it may retell. */
export function shelvesFor(statement: Statement): string[] {
  const { kind, quantity } = statement.claim;
  const figure = figureKey(quantity);
  // A word may have been a number before, and a number a word.
  const figures = figure === 'none' ? [figure] : figure === 'word' ? ['word', 'number'] : [figure, 'word'];
  const kinds: readonly Kind[] = kind === 'transfer' ? [kind, 'capacity'] : [kind];
  return [
    ...kinds.flatMap((told) => figures.map((one) => `${speakerKey(statement, told)} ${one}`)),
    ...(statement.narrated && statement.interval !== null ? [anybodyKey(statement)] : []),
  ];
}

const goodsKey = ({ polarity, item, outcome }: Claim): string =>
  `${polarity} ${item?.class ?? ''} ${outcome ?? ''}`;

const speakerKey = ({ claim, claimant }: Statement, kind: Kind): string =>
  `${kind} ${goodsKey(claim)} ${claimant}`;

/** By the number that survives when a bound is dropped or inverted. */
function figureKey(quantity: Quantity | null): string {
  if (quantity === null) return 'none';
  const { low, high } = quantity;
  if (low === null && high === null) return 'word';
  return low !== null && high !== null && low !== high ? `${low} ${high}` : String(low ?? high);
}

/** The same figure, item and parties, whoever gave it. */
function anybodyKey(statement: Statement): string {
  const { claim, group, question } = statement;
  const { supplier, recipient, actor, target } = question;
  const { kind, quantity } = claim;
  return JSON.stringify([
    kind,
    goodsKey(claim),
    group,
    [supplier, recipient, actor, target],
    [quantity?.low ?? null, quantity?.high ?? null, quantity?.unit ?? null],
    quantity?.share_of ? null : wordOf(statement),
  ]);
}

/**
 * Within one of these a statement may retell another, and nothing that is retold outside bears on it: kind (a capacity
 * may be told as a transfer), polarity, goods and outcome.
 */
export const matterKey = ({ claim }: Statement): string =>
  `${claim.kind === 'capacity' ? 'transfer' : claim.kind} ${goodsKey(claim)}`;

/** The shelves of a statement in short, by which a store finds all that may stand on one shelf with it, and more. */
export interface TellingKeys {
  /** Of the matter and the claimant. */
  readonly speaker: string;
  /** The number that a retelling keeps; `word` and `none` where there is none. A word may become any number. */
  readonly figure: string;
  /** Of the figure whoever gave it; null where there is none. */
  readonly anybody: string | null;
}

export function tellingKeys(statement: Statement): TellingKeys {
  const { quantity } = statement.claim;
  return {
    speaker: shortHash(`${matterKey(statement)} ${statement.claimant}`),
    figure: figureKey(quantity),
    anybody: quantity === null ? null : shortHash(anybodyKey(statement)),
  };
}
