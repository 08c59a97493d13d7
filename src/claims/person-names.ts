import type { Mention } from './mentions.js';
import type { Token } from './token.js';

const NAME = /^\p{Lu}[\p{L}'’-]*\.?$/u;
const HONORIFIC = /^(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Sen|Rep|Adm|Capt|Sgt|Prof|Sir|MR|MS|MRS|DR)\.?$/;
const NOT_NAMES = new Set([
  'The',
  'A',
  'An',
  'In',
  'On',
  'At',
  'It',
  'He',
  'She',
  'They',
  'But',
  'And',
  'Its',
  'His',
  'Her',
  'Their',
  'This',
  'That',
  'These',
  'Those',
  'According',
  'As',
  'Of',
  'For',
  'By',
  'From',
  'Some',
  'Both',
  'No',
  'Not',
  'Since',
  'More',
  'One',
  'Two',
  'Then',
  'There',
  'I',
  'We',
  'You',
  'What',
  'Mr',
  'Q',
  'A',
]);

/**
 * People by their names: known ones by a part of it, others by how a name is written and what stands beside it.
 * @param people full names that the text has told, by each of their words
 */
export function peopleNamed(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  people: ReadonlyMap<string, string>,
): Mention[] {
  const free = (token: Token): boolean =>
    !mentions.some((m) => m.type !== 'figure' && m.span[0] < token.end && token.start < m.span[1]);
  const names: Mention[] = [];
  for (let i = 0; i < tokens.length; i++) {
    let j = i;
    while (
      j < tokens.length &&
      isNameToken(tokens[j] as Token, j > i, tokens[j - 1]) &&
      free(tokens[j] as Token) &&
      (j === i || (tokens[j] as Token).start - (tokens[j - 1] as Token).end <= 1)
    )
      j++;
    if (j === i) continue;
    let first = i;
    while (first < j && HONORIFIC.test((tokens[first] as Token).text)) first++;
    // "General Yoo", "Minister Shin": a title before a single name.
    const ranked = mentions.some(
      (m) =>
        m.type === 'office' &&
        m.span[1] === (tokens[i - 1]?.end ?? -1) &&
        /^\p{Lu}/u.test(tokens[i - 1]?.text ?? ''),
    );
    const honoured = first > i || ranked || HONORIFIC.test(tokens[i - 1]?.text ?? '');
    const run = tokens.slice(first, j);
    const start = run[0];
    const last = run.at(-1);
    if (start && last) {
      const text = run
        .map(
          (token, k) =>
            (k > 0 && token.start === (run[k - 1] as Token).end ? '' : k > 0 ? ' ' : '') + token.text,
        )
        .join('');
      const known =
        people.get(run.length === 1 ? titled(start.text) : text) ??
        (run.length === 1 ? undefined : people.get(last.text));
      const spoken =
        run.length === 1 &&
        i > 0 &&
        (tokens[i - 1]?.lower === 'by' ||
          (/^(?:say|tell|add|recall|explain|report|answer|recount)$/.test(tokens[i - 1]?.lemma ?? '') &&
            /^[,"”’]$/.test(tokens[i - 2]?.text ?? '')) ||
          /^(?:say|tell|add|note|announce)$/.test(tokens[j]?.lemma ?? '')) &&
        !/^\p{Lu}+$/u.test(text);
      const full =
        known ??
        (spoken ? text : undefined) ??
        (run.length >= 2 && run.length <= 4 && run.every((token) => !NOT_NAMES.has(token.text))
          ? text
          : honoured
            ? text
            : undefined);
      if (full !== undefined)
        names.push({ type: 'person', span: [start.start, last.end], name: full, person: null, camp: null });
    }
    i = j - 1;
  }
  return names;
}

/** "KIRBY" as "Kirby". */
const titled = (word: string): string =>
  word.length > 2 && word === word.toUpperCase() ? `${word.slice(0, 1)}${word.slice(1).toLowerCase()}` : word;

function isNameToken(token: Token, inside: boolean, previous: Token | undefined): boolean {
  if (inside && previous?.text === '-' && /^\p{L}+$/u.test(token.text)) return true;
  if (NAME.test(token.text) && !NOT_NAMES.has(token.text))
    return token.pos === 'PROPN' || inside || /^\p{Lu}\p{Ll}/u.test(token.text);
  return inside && /^(?:al|bin|ibn|el|van|von|de|der|-|abu)$/.test(token.text);
}
