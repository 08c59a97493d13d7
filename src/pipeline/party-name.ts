import type { Vocabulary } from '../model/vocabulary.js';

/** The name that claims use for a party: the ISO code for a state by any of its names, else the name as it is. */
export function partyName(text: string, vocabulary: Pick<Vocabulary, 'states' | 'organisations'>): string {
  const plain = (name: string): string => name.normalize('NFKC').trim().toLowerCase();
  const wanted = plain(text);
  const state = vocabulary.states.find((each) =>
    [each.code, each.name, ...each.aliases, ...each.demonyms, ...each.metonyms].some(
      (name) => plain(name) === wanted,
    ),
  );
  if (state) return state.code;
  const group = vocabulary.organisations.find(
    (each) => each.party && [each.name, ...each.aliases].some((name) => plain(name) === wanted),
  );
  return group?.name ?? text;
}
