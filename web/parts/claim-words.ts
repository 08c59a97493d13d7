import type { Claim } from '../api/types.js';
import { partyWords } from './party.js';
import { ITEMS, KINDS, MODES, OUTCOMES, SCOPES } from './vocabulary.js';
import { amountWords, rangeWords, unitWords } from './words.js';

/** A claim, part by part, in words. Each is empty where the claim does not say. */

export function goodsWords({ item, outcome }: Claim): string {
  const goods = item === null ? '' : (item.model ?? (item.class === null ? item.wording : ITEMS[item.class]));
  return [goods, outcome === null ? '' : OUTCOMES[outcome]].filter(Boolean).join(', ');
}

/** "more than 13,000 containers", "dozens", "x3" */
export function quantityWords({ quantity }: Claim): string {
  if (quantity === null) return '';
  const per = (quantity.per ?? null) === null ? '' : ` a ${quantity.per}`;
  if (quantity.low === null && quantity.high === null) return `“${quantity.wording}”${per}`;
  return `${amountWords(quantity, quantity.unit)}${per}`;
}

/** How many of what, told once: "300 containers", "at least 11,000 troops, killed", "6,000,000 rounds of artillery shells". */
export function amountOfGoodsWords(claim: Claim): string {
  const { quantity } = claim;
  const goods = goodsWords(claim);
  const amount = quantityWords(claim);
  const counted = quantity?.unit ?? null;
  if (quantity === null || counted === null || goods === '' || amount.startsWith('“'))
    return [amount, goods].filter(Boolean).join(' ');
  const unit = unitWords(counted);
  // A unit that the goods say by themselves is not said again.
  if (['person', 'item'].includes(counted) || goods.startsWith(unit) || goods.split(',')[0]?.endsWith(unit))
    return `${rangeWords(quantity)} ${goods}`;
  return `${amount} of ${goods}`;
}

/** "North Korea → Russia" */
export function partiesWords({ supplier, recipient, actor, target }: Claim): string {
  const from = supplier ?? actor;
  const to = recipient ?? target;
  if (from === null && to === null) return '';
  if (to === null) return partyWords(from ?? '');
  return `${from === null ? '?' : partyWords(from)} → ${partyWords(to)}`;
}

export function whenWords({ when }: Claim): string {
  if (when.edtf === null) return '';
  return when.scope === 'unknown' ? when.edtf : `${when.edtf}, ${SCOPES[when.scope]}`;
}

export function routeWords({ route, place }: Claim): string {
  if (route === null) return place ?? '';
  const modes = route.mode.map((mode) => MODES[mode]).join(', ');
  const way = [route.origin, ...route.via, route.destination].filter(Boolean).join(' → ');
  return [modes === '' ? '' : `by ${modes}`, way, route.vessel, place].filter(Boolean).join(' · ');
}

/** A claim in one line, such as a message about it. */
export const claimLine = (claim: Claim): string =>
  [KINDS[claim.kind], quantityWords(claim), goodsWords(claim), partiesWords(claim)]
    .filter(Boolean)
    .join(', ');

/** Whose word it is. */
export const claimantWords = ({ attribution }: Claim): string => attribution.at(-1)?.who ?? '';
