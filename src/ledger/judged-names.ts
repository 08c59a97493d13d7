import type { EntitySort } from '../model/entity.js';
import { once, type KnownName, type Names } from './names.js';
import { keyOfName, keyOfRef, type Rulings } from './rulings.js';

type Sought = 'who' | 'vessel' | 'place' | 'model';

const SORTS: Record<Sought, EntitySort> = { who: 'party', vessel: 'vessel', place: 'place', model: 'model' };

/**
 * The names as analysts have them: what the ledger asks of a name it asks here, so that a merge or split holds in
 * questions, claimants, origins and entities alike. Without rulings the names stay what they are.
 */
export function judgedNames(names: Names, rulings: Rulings): Names {
  const { renamed, merged, joined, apart } = rulings;
  if (renamed.size + merged.size + joined.size + apart.size === 0) return names;

  const standing = (sought: Sought, key: string): string =>
    merged.get(keyOfRef({ sort: SORTS[sought], key })) ?? key;
  const ofKey = (sought: Sought, key: string): KnownName => {
    const known = names[sought](key);
    // A name as claims use it, or one of the analyst's, is no entry's.
    return known?.id === key ? known : { id: key, sort: SORTS[sought], name: key, matched: 'exact' };
  };
  const judged = (sought: Sought, name: string): KnownName | null => {
    const known = names[sought](name);
    const own = known?.id ?? names.unlistedKey(SORTS[sought], name);
    // A state is a party, also where it is named as a place.
    const as = known?.sort === 'party' ? 'who' : sought;
    const stands = standing(as, renamed.get(keyOfName(SORTS[as], name)) ?? own);
    return stands === own ? known : ofKey(as, stands);
  };
  return {
    who: once((name) => judged('who', name)),
    vessel: once((name) => judged('vessel', name)),
    place: once((name) => judged('place', name)),
    model: once((name) => judged('model', name)),
    vagueRange: (wording) => names.vagueRange(wording),
    vagueWord: (wording) => names.vagueWord(wording),
    unlistedKey: (sort, name) => names.unlistedKey(sort, name),
    mentionsIn: once((wording) => {
      const stand = names.mentionsIn(wording).map((known) => judged('who', known.id) ?? known);
      return [...new Map(stand.map((known) => [known.id, known])).values()];
    }),
    joinedOrigin: (origin) => {
      const stands = standing('who', origin);
      return joined.get(stands) ?? stands;
    },
    isOwnOrigin: (party) => apart.has(party),
  };
}
