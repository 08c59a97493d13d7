import type { Claim } from '../model/claim.js';
import type { ActTerm, GoodsTerm, Provision } from '../model/provision.js';
import { normalName } from './names.js';

/** How a claim fits a term of the law: shown by it, left open for a reason, or no matter of it (null). */
export type Fit = { readonly state: 'satisfied' } | { readonly state: 'open'; readonly why: string };

const SATISFIED: Fit = { state: 'satisfied' };

export function actFit(
  { kinds, open, modes }: ActTerm,
  { kind, route }: Pick<Claim, 'kind' | 'route'>,
): Fit | null {
  if (modes.length > 0 && !modes.some((mode) => route?.mode.includes(mode))) return null;
  if (kinds.includes(kind)) return SATISFIED;
  const left = open.find((each) => each.kinds.includes(kind));
  return left === undefined ? null : { state: 'open', why: left.why };
}

/** By its class; where that leaves it open, by its wording or model. */
export function goodsFit(term: GoodsTerm, { item }: Pick<Claim, 'item'>): Fit | null {
  const words = wordsOf(item);
  if (holdsAny(words, term.not_worded)) return null;
  const itemClass = item?.class ?? null;
  if (itemClass !== null && term.classes.includes(itemClass)) return SATISFIED;
  const left = term.open.find(({ classes }) => itemClass !== null && classes.includes(itemClass));
  const unclassed = itemClass === null || itemClass === 'other';
  if (left === undefined && !unclassed) return null;
  if (holdsAny(words, term.worded)) return SATISFIED;
  if (left !== undefined) return { state: 'open', why: left.why };
  return itemClass === null && term.unnamed
    ? { state: 'open', why: 'what the goods were must be shown' }
    : null;
}

/** Whether a claim bears on a provision by its act and its goods; of unnamed goods the act at least must show. */
export function bearsOn({ elements }: Provision, claim: Claim): boolean {
  const [act, goods] = [actFit(elements.act, claim), goodsFit(elements.item, claim)];
  if (act === null || goods === null) return false;
  return act.state === 'satisfied' || goods.state === 'satisfied' || (claim.item?.class ?? null) !== null;
}

/** With a space at either end, so that words are found whole. */
const wordsOf = (item: Claim['item']): string =>
  ` ${normalName(`${item?.wording ?? ''} ${item?.model ?? ''}`)} `;

const holdsAny = (words: string, terms: readonly string[]): boolean =>
  formsOf(terms).some((form) => words.includes(form));

const known = new WeakMap<readonly string[], readonly string[]>();

/** A term is found in its plural too. */
function formsOf(terms: readonly string[]): readonly string[] {
  const there = known.get(terms);
  if (there !== undefined) return there;
  const forms = terms.map(normalName).flatMap((form) => [` ${form} `, ` ${form}s `]);
  known.set(terms, forms);
  return forms;
}
