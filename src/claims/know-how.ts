import type { Placed } from './clause.js';
import type { GoodsMention } from './mentions.js';
import type { Token } from './token.js';

/** Knowledge as goods: of what it is for. */

const KNOWING =
  /technolog|know-how|expertise|assistance|training|help|blueprint|design|drawing|document|advice/;

/** "know-how for its missiles and its satellites": knowledge of each of what it is for. */
export function asKnowledge(lower: string, goods: readonly GoodsMention[]): GoodsMention[] {
  let open: { end: number; replaced: number } | null = null;
  const result: GoodsMention[] = [];
  for (const item of goods) {
    const joint = open === null ? '' : lower.slice(open.end, item.span[0]);
    const of =
      open !== null &&
      /^(?:,? (?:and |or )?)?(?:(?:for|on|in|of|about|behind|(?:(?:it|they) needs? |needed |required )?to \p{L}+|into) )?(?:its |their |his |the |a |an )?$/u.test(
        joint,
      ) &&
      (open.replaced > 0 || /\b(?:for|on|in|of|about|behind|to)\b/.test(joint));
    if (open !== null && of && item.figure === null) {
      if (open.replaced === 0) result.pop();
      result.push({ ...item, class: knowledgeOf(item), unit: null });
      open = { end: item.span[1], replaced: open.replaced + 1 };
      continue;
    }
    open =
      item.figure === null && item.class === 'military_technology' && KNOWING.test(item.wording.toLowerCase())
        ? { end: item.span[1], replaced: 0 }
        : null;
    result.push(item);
  }
  return result;
}

/** The knowledge that goes into goods. */
export function knowledgeOf(item: GoodsMention): GoodsMention['class'] {
  if (
    (item.class === 'component' && /missile|rocket/i.test(item.wording)) ||
    item.class === 'ballistic_missile' ||
    item.class === 'cruise_missile' ||
    item.class === 'missile_technology'
  )
    return 'missile_technology';
  return item.class === 'satellite_technology' || item.class === 'nuclear_technology'
    ? item.class
    : 'military_technology';
}

const SORTS: readonly (readonly [RegExp, NonNullable<GoodsMention['class']>])[] = [
  [/^(?:nuclear|atomic)$/, 'nuclear_technology'],
  [/^(?:space|satellites?|orbit)$/, 'satellite_technology'],
  [/^(?:missiles?|rockets?|ballistic)$/, 'missile_technology'],
];

/** "technology, for nuclear purposes and for space": the sorts of knowledge that its purposes name; null for its own class. */
export function sortsOf(
  tokens: readonly Token[],
  { mention, last }: Placed<GoodsMention>,
): (GoodsMention['class'] | null)[] {
  if (mention.class !== 'military_technology' || !KNOWING.test(mention.wording.toLowerCase())) return [null];
  const sorts: GoodsMention['class'][] = [];
  const end = tokens.findIndex(
    ({ text, pos }, i) => i > last + 1 && (/^[;.:]$/.test(text) || pos === 'VERB'),
  );
  const behind = tokens.slice(last + 1, end < 0 ? last + 14 : Math.min(end, last + 14));
  const from = behind.findIndex(({ lower }) => /^(?:for|with|in|on)$/.test(lower));
  // A purpose that is goods of its own has been read with them.
  if (from < 0) return [null];
  for (const { lower } of behind.slice(from)) {
    const sort = SORTS.find(([words]) => words.test(lower))?.[1];
    if (sort !== undefined && !sorts.includes(sort)) sorts.push(sort);
  }
  return sorts.length === 0 ? [null] : sorts;
}
