import type { Interval } from '../core/interval.js';
import type { EntitySort } from '../model/entity.js';
import { imoIn } from '../model/identifiers.js';
import { loadLedgerTables, type VagueWords } from '../model/ledger-tables.js';
import type {
  ItemModel,
  Organisation,
  Person,
  Place,
  State,
  Vessel,
  Vocabulary,
} from '../model/vocabulary.js';
import { withoutShipPrefix } from './name-forms.js';
import { vagueRange, vagueWord } from './vague-words.js';

/** A name of the vocabulary, with the entry that it means; one that only an analyst knows means no entry. */
export interface KnownName {
  readonly id: string;
  readonly sort: EntitySort;
  /** The form in which it is printed. */
  readonly name: string;
  readonly matched: 'identifier' | 'exact' | 'alias';
  readonly state?: State;
  readonly organisation?: Organisation;
  readonly person?: Person;
  readonly place?: Place;
  readonly vessel?: Vessel;
  readonly model?: ItemModel;
}

/** Names by their normal form; one index for parties and claimants, one for places, one for vessels. */
export interface Names {
  /** States, organisations and people. */
  who(name: string): KnownName | null;
  place(name: string): KnownName | null;
  vessel(name: string): KnownName | null;
  /** A designation of goods. */
  model(name: string): KnownName | null;
  /** What findings say of a thing that the vocabulary does not have. */
  unlistedKey(sort: EntitySort, name: string): string;
  /** States and organisations named inside a longer wording ("South Korean officials"), each once, in order. */
  mentionsIn(wording: string): readonly KnownName[];
  /** The range of a vague wording ("dozens of drones"); null for words that have none ("some", "many"). */
  vagueRange(wording: string): Interval | null;
  /** The vague word itself ("dozens"); null where the wording has none. */
  vagueWord(wording: string): string | null;
  /** The origin that stands for this one: itself, unless an analyst has joined it to another. */
  joinedOrigin(origin: string): string;
  /** Whether an analyst has this party speak for itself alone. */
  isOwnOrigin(party: string): boolean;
}

/** Case, accents, dots, hyphens, possessives and a leading article tell no two names apart. */
export function normalName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘`´]s\b|s['’](?=\s)/g, (ending) => (ending.startsWith('s') ? 's' : ''))
    .replace(/\./g, '')
    .replace(/[\p{Pd}\s]+/gu, ' ')
    .trim()
    .replace(/^the /, '');
}

type Index = Map<string, KnownName | null>;

const wordsOf = (text: string): string[] =>
  normalName(text)
    .split(/[^\p{L}\p{N}&]+/u)
    .filter((word) => word !== '');

/** Two entries under one name leave it unknown: nothing says which is meant. */
function put(index: Index, name: string, known: KnownName, key = normalName(name)): void {
  const there = index.get(key);
  if (there === undefined) index.set(key, known);
  else if (there === null || there.id === known.id) return;
  else if (there.matched === known.matched) index.set(key, null);
  else if (known.matched === 'exact') index.set(key, known);
}

/** @param vague by default the bundled words */
export function nameIndex(vocabulary: Vocabulary, vague: VagueWords = loadLedgerTables().vague): Names {
  const who: Index = new Map();
  const places: Index = new Map();
  const vessels: Index = new Map();
  const models: Index = new Map();
  const byImo: Index = new Map();
  const mentions: Index = new Map();
  for (const state of vocabulary.states) {
    const known = { id: state.code, sort: 'party', name: state.name, state } as const;
    put(who, state.code, { ...known, matched: 'exact' });
    put(who, state.name, { ...known, matched: 'exact' });
    put(who, `Government of ${state.name}`, { ...known, matched: 'exact' });
    put(who, `Government of the ${state.name}`, { ...known, matched: 'exact' });
    for (const alias of state.aliases) put(who, `Government of ${alias}`, { ...known, matched: 'alias' });
    const further = [...state.aliases, ...state.metonyms, ...(state.capital === null ? [] : [state.capital])];
    for (const name of further) put(who, name, { ...known, matched: 'alias' });
    for (const name of [state.name, ...further, ...state.demonyms]) {
      put(mentions, name, { ...known, matched: 'alias' }, wordsOf(name).join(' '));
    }
    for (const name of [state.code, state.name, ...state.aliases]) {
      put(places, name, { ...known, matched: name === state.name ? 'exact' : 'alias' });
    }
  }
  for (const organisation of vocabulary.organisations) {
    const known = { id: organisation.name, sort: 'party', name: organisation.name, organisation } as const;
    put(who, organisation.name, { ...known, matched: 'exact' });
    for (const name of organisation.aliases) put(who, name, { ...known, matched: 'alias' });
    for (const name of [organisation.name, ...organisation.aliases]) {
      put(mentions, name, { ...known, matched: 'alias' }, wordsOf(name).join(' '));
    }
  }
  for (const person of vocabulary.people) {
    const known = { id: person.name, sort: 'party', name: person.name, person } as const;
    put(who, person.name, { ...known, matched: 'exact' });
    for (const name of person.aliases) put(who, name, { ...known, matched: 'alias' });
  }
  for (const place of vocabulary.places) {
    const known = { id: place.name, sort: 'place', name: place.name, place } as const;
    put(places, place.name, { ...known, matched: 'exact' });
    if (place.unlocode !== null) put(places, place.unlocode, { ...known, matched: 'identifier' });
    for (const name of place.aliases) put(places, name, { ...known, matched: 'alias' });
  }
  for (const vessel of vocabulary.vessels) {
    const known = { id: vessel.name, sort: 'vessel', name: vessel.name, vessel } as const;
    put(vessels, vessel.name, { ...known, matched: 'exact' });
    const others = [...vessel.aliases, ...vessel.former_names.map(({ name }) => name)];
    for (const name of others) put(vessels, name, { ...known, matched: 'alias' });
    if (vessel.imo !== null) put(byImo, vessel.imo, { ...known, matched: 'identifier' });
  }
  for (const model of vocabulary.models) {
    const known = { id: model.name, sort: 'model', name: model.name, model } as const;
    put(models, model.name, { ...known, matched: 'exact' });
    for (const name of model.aliases) put(models, name, { ...known, matched: 'alias' });
  }
  const longest = Math.max(0, ...[...mentions.keys()].map((key) => key.split(' ').length));
  return {
    who: once((name) => who.get(normalName(name)) ?? null),
    place: once((name) => places.get(normalName(name)) ?? null),
    vessel: once(
      (name) =>
        // The number is the ship's for life, whatever name stands beside it.
        byImo.get(imoIn(name) ?? '') ??
        vessels.get(normalName(name)) ??
        vessels.get(normalName(withoutShipPrefix(name))) ??
        null,
    ),
    unlistedKey: (sort, name) => (sort === 'vessel' ? withoutShipPrefix(name) : name),
    model: once((name) => models.get(normalName(name)) ?? null),
    mentionsIn: once((wording) => longestMentions(wordsOf(wording), mentions, longest)),
    vagueRange: once((wording) => vagueRange(wording, vague)),
    vagueWord: once((wording) => vagueWord(wording, vague)),
    joinedOrigin: (origin) => origin,
    isOwnOrigin: () => false,
  };
}

/** A case says the same few names a million times. */
export function once<T>(of: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    const there = known.get(name);
    if (there !== undefined) return there;
    const made = of(name);
    known.set(name, made);
    return made;
  };
}

function longestMentions(words: readonly string[], mentions: Index, longest: number): KnownName[] {
  const found = new Map<string, KnownName>();
  for (let at = 0; at < words.length;) {
    let taken = 1;
    for (let size = Math.min(longest, words.length - at); size > 0; size--) {
      const known = mentions.get(words.slice(at, at + size).join(' '));
      if (known === undefined) continue;
      if (known !== null) found.set(known.id, known);
      taken = size;
      break;
    }
    at += taken;
  }
  return [...found.values()];
}
