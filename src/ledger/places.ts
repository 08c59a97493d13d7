import { normalName, type KnownName, type Names } from './names.js';

/** Words that widen the name before them: Kursk lies in the Kursk region. */
const REGION_WORD = /\b(?:region|oblast|province|governorate|district|prefecture|county|krai|raion|area)\b/;

/** `inner` is `outer`, or lies within it, by the vocabulary or by the names alone. */
export function placeWithin(inner: string, outer: string, names: Names): boolean {
  const [small, large] = [names.place(inner), names.place(outer)];
  const largeName = large?.id ?? normalName(outer);
  if ((small?.id ?? normalName(inner)) === largeName) return true;
  if (small && holders(small, names).has(largeName)) return true;
  return withinByName(normalName(inner), normalName(outer));
}

export const placesNest = (a: string, b: string, names: Names): boolean =>
  placeWithin(a, b, names) || placeWithin(b, a, names);

/**
 * Which of some places lie within which others of them: for each those that hold it, itself left out. Only places with
 * an identity or a word in common are looked at.
 */
export function nestings(places: Iterable<string>, names: Names): ReadonlyMap<string, ReadonlySet<string>> {
  const all = [...new Set(places)];
  const byTerm = new Map<string, string[]>();
  for (const place of all) {
    for (const term of termsOf(place, names)) {
      const there = byTerm.get(term);
      if (there) there.push(place);
      else byTerm.set(term, [place]);
    }
  }
  return new Map(
    all.map((inner) => {
      const known = names.place(inner);
      const words = normalName(inner).split(' ');
      const sought = [...termsOf(inner, names), ...words.map(wordTerm)];
      if (known) sought.push(...[...holders(known, names)].map(idTerm));
      // A place called "the region" and no more may lie in any region.
      const nameless = words.every((word) => REGION_WORD.test(word));
      const outer = new Set(nameless ? all : sought.flatMap((term) => byTerm.get(term) ?? []));
      outer.delete(inner);
      return [inner, new Set([...outer].filter((place) => placeWithin(inner, place, names)))];
    }),
  );
}

const idTerm = (id: string): string => `id ${id}`;
const wordTerm = (word: string): string => `word ${word}`;

/** By what a place is found: its identity, and its words; "region" only where it has no other. */
function termsOf(place: string, names: Names): string[] {
  const words = normalName(place).split(' ');
  const telling = words.filter((word) => !REGION_WORD.test(word));
  return [
    idTerm(names.place(place)?.id ?? normalName(place)),
    ...(telling.length > 0 ? telling : words).map(wordTerm),
  ];
}

/** The state in whose land a place lies; null for the high seas and unknown places. Several places give each state once. */
export function stateOfPlace(name: string | null, names: Names): string | null {
  if (name === null) return null;
  const known = names.place(name);
  if (known) return known.state?.code ?? known.place?.state ?? null;
  const [, ...others] = name.split(', ');
  if (others.length === 0) return null;
  const states = name.split(', ').flatMap((one) => stateOfPlace(one, names) ?? []);
  return states.length === 0 ? null : [...new Set(states)].join(', ');
}

function holders(place: KnownName, names: Names): Set<string> {
  const found = new Set<string>();
  for (let at: KnownName | null = place; at?.place && !found.has(at.id);) {
    if (at !== place) found.add(at.id);
    if (at.place.state !== null) found.add(at.place.state);
    at = at.place.within === null ? null : names.place(at.place.within);
  }
  return found;
}

/** "Kursk" in "Kursk region"; but "port of Rajin", "eastern Kursk" in the shorter name. */
function withinByName(inner: string, outer: string): boolean {
  const [small, large] = [inner.split(' '), outer.split(' ')];
  const extra = large.filter((word) => !small.includes(word));
  if (small.every((word) => large.includes(word))) return extra.some((word) => REGION_WORD.test(word));
  const surplus = small.filter((word) => !large.includes(word));
  return large.every((word) => small.includes(word)) && !surplus.some((word) => REGION_WORD.test(word));
}
