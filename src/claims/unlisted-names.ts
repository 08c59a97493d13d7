import type { PlaceMention } from './mentions.js';
import { ROUTE_WORDS, siteKind } from './route-words.js';
import type { Token } from './token.js';

/** Ships and places that no vocabulary has, where the text says what they are. */

const NAME =
  "\\p{Lu}[\\p{L}'’]*(?:-\\p{L}+)*(?:[ -](?:\\p{Lu}[\\p{L}'’-]*|\\d{1,4}(?![\\d,.]\\d)|[IVX]{1,4}(?!\\p{L}))){0,3}";
const QUOTED = '["“‘\']?';

/** How texts call a ship by name, by the nouns for ships. */
function introductions(nouns: readonly string[]): readonly RegExp[] {
  const noun = `(?:${nouns.join('|')})`;
  return [
    `(?<![\\p{L}])(?:M/V|MV|M\\.V\\.|MT|M/T|SS|F/V) ${QUOTED}(${NAME})`,
    `(?<![\\p{L}])${noun}(?:,| named| called|, the)? ${QUOTED}(${NAME})`,
    `(?<![\\p{L}])${noun}s (${NAME})(?:, (${NAME}))? and (${NAME})`,
    `(?<![\\p{L}])[Tt]he ${QUOTED}(${NAME})["”’']?, (?:an?|the|her) (?:[\\p{L}-]+ ){0,5}${noun}(?!\\p{L})`,
    `(?<![\\p{L}])(${NAME}),? \\(IMO`,
    `(?:aboard|on board|hold of|master of|captain of|crew of) the (${NAME})`,
  ].map((pattern) => new RegExp(pattern, 'gu'));
}

/** Finds the ships that a text calls by name. `isOther` tells names of states, bodies, people and goods. */
export function vesselFinder(
  nouns: readonly string[],
): (text: string, isOther: (start: number, name: string) => boolean) => Set<string> {
  const patterns = introductions(nouns);
  return (text, isOther) => {
    const names = new Set<string>();
    for (const pattern of patterns)
      for (const found of text.matchAll(pattern))
        for (const name of found.slice(1)) {
          if (name === undefined || name.length < 3) continue;
          const start = found.index + found[0].lastIndexOf(name);
          if (!isOther(start, name)) names.add(name);
        }
    return names;
  };
}

/** Places where each of the names stands in a stretch of text, as words of their own. */
export function* occurrences(
  text: string,
  names: Iterable<string>,
): Generator<{ name: string; start: number; end: number }> {
  for (const name of names) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const end = at + name.length;
      if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[end] ?? ' '))
        yield { name, start: at, end };
    }
  }
}

const CAPITAL = /^\p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*$/u;
const JOINT = /^(?:al|el|as|ad|an|bin|de|-)$/;

/**
 * Places by what stands beside their names: "the town of X", "X airfield", "near X", "in X". A mere "from" or "to" makes
 * a place only where `travels` says that the sentence tells of a way.
 */
export function unlistedPlaces(
  tokens: readonly Token[],
  free: (token: Token) => boolean,
  isPerson: (name: string) => boolean,
  travels: boolean,
): PlaceMention[] {
  const places: PlaceMention[] = [];
  for (let i = 1; i < tokens.length; i++) {
    const start = tokens[i] as Token;
    if (!isNamePart(start, free) && !(JOINT.test(start.lower) && isNamePart(tokens[i + 1], free))) continue;
    const first = i;
    let last = i;
    while (
      isNamePart(tokens[last + 1], free) ||
      (JOINT.test(tokens[last + 1]?.lower ?? '') &&
        isNamePart(tokens[last + 2], free) &&
        touches(tokens, last))
    )
      last++;
    i = last;
    if (last - first > 3) continue;
    const name = nameOf(tokens, first, last);
    if (isPerson(name) || (tokens[last + 1]?.text ?? '') === '(') continue;
    const kind = kindOf(tokens, first, last, travels);
    if (kind === null) continue;
    const whole = kind === 'region' && siteKind(tokens[last + 1]?.lower ?? '') === 'region' ? last + 1 : last;
    places.push({
      type: 'place',
      span: [start.start, (tokens[whole] as Token).end],
      name: nameOf(tokens, first, whole),
      state: null,
      kind,
    });
  }
  return places;
}

const touches = (tokens: readonly Token[], last: number): boolean =>
  (tokens[last + 1]?.start ?? 0) - (tokens[last]?.end ?? 0) <= 1;

const isNamePart = (token: Token | undefined, free: (token: Token) => boolean): boolean =>
  token !== undefined &&
  CAPITAL.test(token.text) &&
  token.pos !== 'NUM' &&
  !ROUTE_WORDS.never.has(token.text) &&
  free(token);

const nameOf = (tokens: readonly Token[], first: number, last: number): string =>
  tokens
    .slice(first, last + 1)
    .map((token, i) => (i > 0 && token.start > (tokens[first + i - 1] as Token).end ? ' ' : '') + token.text)
    .join('');

/** What a name is, by its neighbours; null where nothing makes it a place. */
function kindOf(tokens: readonly Token[], first: number, last: number, travels: boolean): string | null {
  const before = tokens[first - 1] as Token;
  const after = tokens[last + 1];
  const own = siteKind(tokens[last]?.lower ?? '');
  if (last > first && own !== undefined) return own;
  const beside = siteKind(after?.lower ?? '');
  if (beside !== undefined && !/^(?:in|on)$/.test(before.lower)) return beside;
  if (beside !== undefined) return beside;
  if (before.lower === 'of') return siteKind(tokens[first - 2]?.lower ?? '') ?? null;
  if (/^(?:near|outside)$/.test(before.lower)) return 'town';
  if (after !== undefined && /^(?:NOUN|PROPN)$/.test(after.pos)) return null;
  if (/^['’]s?$/.test(after?.text ?? '')) return null;
  if (/^(?:in|at)$/.test(before.lower)) return 'town';
  return travels && /^(?:from|to|into|for|reached|left|via|off)$/.test(before.lower) ? 'town' : null;
}
