import { join } from 'node:path';
import anyAscii from 'any-ascii';
import { z } from 'zod';
import { canonicalJson, sha256 } from '../core/hash.js';
import { DATA_FOLDER } from '../core/package-root.js';
import { readYaml } from '../core/yaml-file.js';

/** How the names of a thing are written; the words of data/ledger/name-forms.yaml decide. */
export type NameKind = 'organisation' | 'person' | 'vessel' | 'place';

/** A word of a name. */
export interface NameWord {
  /** Latin letters, lower case. */
  readonly plain: string;
  /** With the romanizations of one sound alike. */
  readonly sound: string;
  /** Names that are written in several ways share one; null for all others. */
  readonly variant: number | null;
  /** How much it tells: 1, or less where many names have it. */
  readonly weight: number;
  /** "4" also for IV: the numbers of two names must be equal. */
  readonly number: string | null;
}

/** A name made ready to be compared. */
export interface NameForm {
  readonly text: string;
  readonly words: readonly NameWord[];
  /** All words as one, since some write a name apart and others together. */
  readonly joined: string;
  /** All numbers in it. */
  readonly numbers: string;
}

const schema = z.strictObject({
  source: z.array(z.string()).min(1),
  ship_prefixes: z.array(z.string()),
  company_forms: z.array(z.string()),
  titles: z.array(z.string()),
  common_words: z.strictObject({
    organisation: z.array(z.string()),
    vessel: z.array(z.string()),
    person: z.array(z.string()),
  }),
  variants: z.array(z.array(z.string()).min(2)),
  letters: z.array(z.tuple([z.string(), z.string()])),
});

interface Forms {
  readonly state: string;
  /** Runs of words that are no part of a name, the longest first. */
  readonly asides: Readonly<Record<NameKind, readonly (readonly string[])[]>>;
  readonly common: Readonly<Record<NameKind, ReadonlySet<string>>>;
  readonly variants: ReadonlyMap<string, number>;
  readonly letters: ReadonlyMap<string, string>;
  readonly sounds: RegExp;
}

let forms: Forms | null = null;

/** SHA-256 of the words by which names are compared: with others, other names may be alike. */
export const nameFormsState = (): string => nameForms().state;

function nameForms(): Forms {
  if (forms) return forms;
  const data = readYaml(join(DATA_FOLDER, 'ledger', 'name-forms.yaml'), schema);
  const runs = (names: readonly string[]): string[][] =>
    names.map(wordsOf).sort((a, b) => b.length - a.length || (a.join(' ') < b.join(' ') ? -1 : 1));
  const variants = new Map<string, number>();
  for (const [n, names] of data.variants.entries())
    for (const name of names) if (!variants.has(name)) variants.set(name, n);
  forms = {
    state: sha256(canonicalJson(data)),
    asides: {
      vessel: runs(data.ship_prefixes),
      organisation: runs(data.company_forms),
      person: runs(data.titles),
      place: [],
    },
    common: {
      organisation: new Set(data.common_words.organisation),
      vessel: new Set(data.common_words.vessel),
      person: new Set(data.common_words.person),
      place: new Set(),
    },
    variants,
    letters: new Map(data.letters),
    sounds: new RegExp(data.letters.map(([letters]) => letters).join('|'), 'g'),
  };
  return forms;
}

/** Words in Latin letters, lower case; what stands in brackets says whose the thing is and is no part of its name. */
const wordsOf = (name: string): string[] =>
  anyAscii(name)
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .replace(/['`´"]/g, '')
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
    .split(/[^a-z0-9/]+/)
    .map((word) => word.replace(/^\/+|\/+$/g, ''))
    .filter((word) => word !== '');

const ROMAN: Readonly<Record<string, string>> = {
  ii: '2',
  iii: '3',
  iv: '4',
  v: '5',
  vi: '6',
  vii: '7',
  viii: '8',
  ix: '9',
  x: '10',
};

/** A number, as a word of a name; the first ship of a name seldom carries one, so that "1" may be missing. */
const numberIn = (word: string, at: number): string | null =>
  /^\d+$/.test(word) ? word.replace(/^0+(?=\d)/, '') : at > 0 ? (ROMAN[word] ?? null) : null;

const LITTLE = 0.3;

export function nameForm(text: string, kind: NameKind): NameForm {
  const { asides, common, variants } = nameForms();
  const all = wordsOf(text);
  const kept = withoutAsides(all, asides[kind], kind);
  const words = (kept.length > 0 ? kept : all).map((plain, at): NameWord => {
    const number = numberIn(plain, at);
    return {
      plain,
      sound: soundOf(plain),
      variant: variants.get(plain) ?? null,
      weight: common[kind].has(plain) ? LITTLE : 1,
      number,
    };
  });
  const numbers = words
    .flatMap(({ number }) => number ?? [])
    .sort()
    .join(' ');
  return { text, words, joined: words.map(({ sound }) => sound).join(''), numbers };
}

/** Before a ship's name and before a person's, on either side of a company's. */
function withoutAsides(
  words: readonly string[],
  asides: readonly (readonly string[])[],
  kind: NameKind,
): string[] {
  let rest = [...words];
  const starts = (run: readonly string[]): boolean => run.every((word, at) => rest[at] === word);
  const ends = (run: readonly string[]): boolean =>
    run.every((word, at) => rest[rest.length - run.length + at] === word);
  for (let again = true; again;) {
    again = false;
    for (const run of asides) {
      if (run.length >= rest.length) continue;
      if (starts(run)) rest = rest.slice(run.length);
      else if (kind === 'organisation' && ends(run)) rest = rest.slice(0, -run.length);
      else continue;
      again = true;
      break;
    }
  }
  return rest;
}

function soundOf(word: string): string {
  const { letters, sounds } = nameForms();
  return word.replace(sounds, (found) => letters.get(found) ?? found).replace(/(.)\1+/g, '$1');
}

/** The name of a merchant ship without what stands before it, as it is written; "MV Grey Heron" is "Grey Heron". */
export function withoutShipPrefix(name: string): string {
  const written = name.trim();
  for (const run of nameForms().asides.vessel) {
    const parts = written.split(/\s+/);
    if (parts.length <= run.length) continue;
    const before = parts.slice(0, run.length).map((part) => wordsOf(part).join(' '));
    if (before.join(' ') === run.join(' ')) return parts.slice(run.length).join(' ');
  }
  return name;
}
