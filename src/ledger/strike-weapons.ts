import { groupBy } from '../core/group-by.js';
import type { Claim } from '../model/claim.js';
import type { StrikeWeapon } from '../model/strike-case.js';
import type { Names } from './names.js';
import { partyId } from './question.js';
import { compare } from './statement-date.js';
import type { StrikeClaim } from './strike-claim.js';

/** The weapons of a strike, each by class and model; one without a model stands apart from those with one. */
export function weaponsOf(uses: readonly StrikeClaim[], names: Names): StrikeWeapon[] {
  const named = uses.flatMap(({ claim }) => (claim.item === null ? [] : [claim]));
  const key = ({ item }: Claim): string => JSON.stringify([item?.class ?? null, item?.model ?? null]);
  return [...groupBy(named, key)]
    .sort(([a], [b]) => compare(a, b))
    .map(([, alike]) => ({
      item: alike[0].item!.class,
      model: alike[0].item!.model ?? null,
      make: distinct(alike.flatMap((claim) => makersIn(claim, names))),
      wordings: distinct(alike.map(({ item }) => item!.wording)),
      claims: alike.map(({ id }) => id),
    }));
}

/** The states whose make the weapons of a strike are said to be. */
export const makersOf = (weapons: readonly StrikeWeapon[]): readonly string[] =>
  distinct(weapons.flatMap(({ make }) => make));

/** "A North Korean missile": the states named in the wording of the goods; else who is said to have supplied them. */
function makersIn({ item, supplier }: Claim, names: Names): string[] {
  const named = names.mentionsIn(item?.wording ?? '').flatMap(({ state }) => state?.code ?? []);
  const given = partyId(supplier, names);
  return named.length > 0 ? named : given === null ? [] : [given];
}

const distinct = (list: readonly string[]): string[] => [...new Set(list)].sort(compare);
