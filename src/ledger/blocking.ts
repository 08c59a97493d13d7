import type { NameForm, NameWord } from './name-forms.js';
import { wordLikeness } from './name-likeness.js';
import type { Profile } from './profile.js';

/**
 * Finds, for a profile, those that may be like it, without comparing it with all: names that are alike enough have most
 * of their telling words in common, and the same numbers. What is looked for (the entities of a case) is held in memory;
 * what is looked up (a list of any size) passes by once. Each word that passes is compared with the words of the case
 * once, however often it comes.
 */
export class ProfileIndex<T> {
  readonly #items: T[] = [];
  readonly #byNumber = new Map<string, number[]>();
  readonly #byWhole = new Map<string, number[]>();
  /** Of each name: whose it is, how many telling words it has, and its numbers. */
  readonly #item: number[] = [];
  readonly #telling: number[] = [];
  readonly #numbers: string[] = [];
  /** Of each name: how many words the name looked up has in common with it, and which look-up and word counted last. */
  readonly #shared: number[] = [];
  readonly #lookUp: number[] = [];
  readonly #word: number[] = [];
  #lookUps = 0;
  #words = 0;
  readonly #wordIndex = new WordIndex();

  add(item: T, profile: Profile): void {
    const at = this.#items.push(item) - 1;
    for (const key of numberKeys(profile)) put(this.#byNumber, key, at);
    for (const form of [...profile.names, ...profile.falseNames]) {
      const telling = tellingWords(form);
      const name = this.#item.push(at) - 1;
      this.#telling.push(telling.length);
      this.#numbers.push(form.numbers);
      for (const counts of [this.#shared, this.#lookUp, this.#word]) counts.push(0);
      for (const word of telling) this.#wordIndex.add(profile.kind, word, name);
      put(this.#byWhole, profile.kind + wholeKey(form), name);
    }
  }

  near(profile: Profile): ReadonlySet<T> {
    const found = new Set<number>();
    for (const key of numberKeys(profile)) for (const at of this.#byNumber.get(key) ?? []) found.add(at);
    for (const form of profile.names) this.#nearName(profile.kind, form, found);
    for (const form of profile.falseNames) this.#nearName(profile.kind, form, found);
    return new Set([...found].map((at) => this.#items[at]!));
  }

  #nearName(kind: string, form: NameForm, found: Set<number>): void {
    this.#lookUps++;
    const telling = tellingWords(form);
    const touched: number[] = [];
    for (const word of telling) {
      this.#words++;
      for (const names of this.#wordIndex.alike(kind, word)) {
        for (const name of names) {
          if (this.#word[name] === this.#words) continue;
          this.#word[name] = this.#words;
          if (this.#lookUp[name] !== this.#lookUps) {
            this.#lookUp[name] = this.#lookUps;
            this.#shared[name] = 0;
            touched.push(name);
          }
          this.#shared[name]!++;
        }
      }
    }
    const take = (name: number): void => {
      if (this.#numbers[name] === form.numbers) found.add(this.#item[name]!);
    };
    for (const name of touched)
      if (this.#shared[name]! >= least(telling.length, this.#telling[name]!)) take(name);
    for (const name of this.#byWhole.get(kind + wholeKey(form)) ?? []) take(name);
  }
}

/** Words with the names that have them, found by words that are alike. */
class WordIndex {
  readonly #words = new Map<string, { readonly word: NameWord; readonly names: number[] }>();
  readonly #byKey = new Map<string, Set<{ readonly word: NameWord; readonly names: number[] }>>();
  readonly #known = new Map<string, readonly (readonly number[])[]>();

  add(kind: string, word: NameWord, name: number): void {
    this.#known.clear();
    const at = kind + word.plain;
    const there = this.#words.get(at);
    if (there) {
      there.names.push(name);
      return;
    }
    const made = { word, names: [name] };
    this.#words.set(at, made);
    for (const key of wordKeys(word)) {
      const alike = this.#byKey.get(kind + key);
      if (alike) alike.add(made);
      else this.#byKey.set(kind + key, new Set([made]));
    }
  }

  /** The names of each word that is alike. */
  alike(kind: string, word: NameWord): readonly (readonly number[])[] {
    const at = kind + word.plain;
    const known = this.#known.get(at);
    if (known) return known;
    const candidates = new Set(wordKeys(word).flatMap((key) => [...(this.#byKey.get(kind + key) ?? [])]));
    const found = [...candidates]
      .filter((candidate) => wordLikeness(candidate.word, word) > 0)
      .map(({ names }) => names);
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(at, found);
    return found;
  }
}

/** Words that are remembered with what is like them. */
const MOST_KNOWN = 200_000;
const BEGINNING = 3;
const CONSONANTS = 4;
const WHOLE = 4;

/** Two names that are seven tenths alike share so many of their telling words, common words aside. */
const least = (one: number, other: number): number => Math.max(1, Math.ceil(0.35 * (one + other) - 0.3));

/** Words that tell little find nothing by themselves, unless the name has no others. */
function tellingWords({ words }: NameForm): readonly NameWord[] {
  const telling = words.filter(({ weight, number }) => weight === 1 && number === null);
  return telling.length > 0 ? telling : words;
}

/**
 * Where the first letter is another one ("Yevgeny", "Evgeny") the end is often the same, and where vowels are,
 * consonants.
 */
function wordKeys({ sound, variant }: NameWord): string[] {
  const keys = [` ${sound.slice(0, BEGINNING)}`];
  if (sound.length > BEGINNING) keys.push(`~${sound.slice(-BEGINNING)}`);
  const consonants = sound.replace(/[aeiou]/g, '').slice(0, CONSONANTS);
  if (sound.length > BEGINNING && consonants.length > 1) keys.push(`^${consonants}`);
  if (variant !== null) keys.push(`=${variant}`);
  return keys;
}

/** Written together or apart, a name begins and ends alike. */
const wholeKey = ({ joined }: NameForm): string => `_${joined.slice(0, WHOLE)}_${joined.slice(-WHOLE)}`;

/** An IMO number has seven digits and an MMSI nine: neither is taken for the other. */
const numberKeys = ({ imo, mmsi, callSigns, codes, falseNumbers }: Profile): string[] => [
  ...[...imo, ...mmsi, ...falseNumbers].map((number) => `number ${number}`),
  ...callSigns.map((sign) => `call ${sign}`),
  ...codes.map((code) => `code ${code}`),
];

function put(index: Map<string, number[]>, key: string, value: number): void {
  const there = index.get(key);
  if (there === undefined) index.set(key, [value]);
  else if (there.at(-1) !== value) there.push(value);
}
