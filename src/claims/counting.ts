import type { Span } from '../core/span.js';
import type { FigureWords } from './figure-words.js';
import type { Figure } from './figures.js';
import type { GoodsMention } from './mentions.js';

/** Which figure counts which noun. Texts are lower case; offsets count from the sentence's start. */

/** Words that may stand between a figure and what it counts. */
const BETWEEN =
  /^(?:\s|-|["']|\b(?:of|the|these|those|such|more|other|further|additional|its|his|their|her|old|new|large|small|all|and related|further|fresh|extra|strong|of the|combat|military|full|loaded|mainly|different|north|north's|one|them|kind|types?|kinds|of its|our|that|some|sea|metric|long)\b)*$/;

/** Verbs by which somebody gives the figure of what stands behind them. */
const PUT =
  /\b(?:put|puts|putting|estimate[sd]?|reckon(?:s|ed)?|assesse[sd]|calculate[sd]?) (?:all )?(?:the |these |those )?$/;

/** The figure that counts a noun: before it with nothing but modifiers between, or behind it in apposition. */
export function figureFor(
  hit: { readonly span: Span; readonly modified: Span },
  { lower, figures }: { readonly lower: string; readonly figures: readonly Figure[] },
  taken: ReadonlySet<Figure>,
): Figure | null {
  // "put the number of missiles that had been launched at no fewer than 24"
  if (
    /(?:number|total|tally|count) of (?:the |all )?(?:\p{L}+'s )?$/u.test(
      lower.slice(Math.max(0, hit.modified[0] - 40), hit.modified[0]),
    )
  ) {
    const given = figures.find(
      (figure) =>
        !taken.has(figure) &&
        figure.distractor === null &&
        figure.span[0] >= hit.span[1] &&
        (/(?: at| to| was| is| were|,) ?$/.test(lower.slice(0, figure.span[0])) ||
          lower.slice(...figure.span).startsWith('at ')),
    );
    if (given) return given;
  }
  // "puts the shells that have been handed over at 1.5 million"
  if (PUT.test(lower.slice(Math.max(0, hit.modified[0] - 30), hit.modified[0]))) {
    const given = figures.find(
      (figure) =>
        !taken.has(figure) &&
        figure.distractor === null &&
        figure.span[0] >= hit.span[1] &&
        / at (?!least|most)/.test(lower.slice(figure.span[0] - 4, figure.span[1])) &&
        !/[;.]/.test(lower.slice(hit.span[1], figure.span[0])),
    );
    if (given?.unit === null && given.share === null) return given;
  }
  for (const figure of figures) {
    if (taken.has(figure) || figure.distractor !== null) continue;
    if (figure.unit !== null && figure.span[0] <= hit.span[0] && hit.span[0] < figure.span[1]) return figure;
    if (figure.span[1] <= hit.modified[0]) {
      const between = lower.slice(figure.span[1], hit.modified[0]);
      if (BETWEEN.test(between)) return figure;
    } else if (figure.span[0] >= hit.span[1]) {
      const between = lower.slice(hit.span[1], figure.span[0]);
      if (
        /^(?:,| -| –|:)? ?\(?(?:in the |in |numbering |totalling |totaling |some |in (?:their |its ))?$/.test(
          between,
        ) &&
        between !== '' &&
        between !== ' ' &&
        behind(lower, figure, between)
      )
        return figure;
    }
  }
  return null;
}

/** "soldiers, around 14,000 of them," and "shells in the hundreds of thousands"; not "shells, 200 of the drones". */
const behind = (lower: string, figure: Figure, between: string): boolean =>
  /in |number|total/.test(between)
    ? figure.vague || /number|total/.test(between)
    : /^(?: of (?:them|these|those|it)|,? (?:in all|in total|altogether|all told)|\)| (?:tons?|tonnes?) of (?:it|them))/.test(
        lower.slice(figure.span[1]),
      ) && figure.distractor === null;

/**
 * Figures that stand apart from their noun: "rifles that had gone to Aden, at least ten thousand", "flour, 100,000 tons
 * of it". The one noun before it that is still uncounted has the figure.
 */
export function countedBehind(
  lower: string,
  goods: readonly GoodsMention[],
  free: readonly Figure[],
): { goods: GoodsMention[]; free: Figure[] } {
  const result = [...goods];
  const left = free.filter((figure) => {
    if (figure.distractor !== null || figure.share !== null || !standsAlone(lower, figure)) return true;
    const before = result.filter((item) => item.span[1] <= figure.span[0]);
    const at = result.findLastIndex((item) => item.span[1] <= figure.span[0] && !item.content);
    const item = result[at];
    // Where two nouns stand uncounted, or another figure came between, nobody can say which it is.
    const rivals = before.filter(
      (other) => other !== item && other.figure === null && other.many && !other.content,
    );
    if (item?.figure !== null || rivals.length > 0) return true;
    if (!item.many && figure.unit === null) return true;
    result[at] = { ...item, figure };
    return false;
  });
  return { goods: result, free: left };
}

/** In commas, with nothing that it counts behind it but "of them" or "in number". */
const standsAlone = (lower: string, { span, unit }: Figure): boolean =>
  /(?:[,:(–—]|, that is| - )\s*(?:or |but |though )?$/.test(lower.slice(0, span[0])) &&
  (unit === null
    ? /^(?: in (?:number|all|total)| altogether| all told| of (?:them|these|those))?\s*(?:[,.;)–—]|$)/
    : /^(?: of (?:it|them|that|this|these|those)\b|\s*(?:[,.;)–—]|$))/
  ).test(lower.slice(span[1]));

/** "up to 3 million 152 mm or 500,000 122 mm rounds": a bound word before two joined figures governs both. */
export function shareBound(lower: string, goods: readonly GoodsMention[]): GoodsMention[] {
  return goods.map((second, i) => {
    const first = goods[i - 1];
    if (first === undefined) return second;
    const bound = first.figure;
    if (second.figure?.qualifier !== null || (bound?.qualifier ?? null) === null || bound === null)
      return second;
    const joint = lower.slice(first.span[1], second.span[0]);
    const longer = i >= 2 && /^, ?$/.test(lower.slice(goods[i - 2]?.span[1] ?? 0, first.span[0]));
    if (!/^,? (?:or|and) $/.test(joint) || longer || (bound.low !== null && bound.high !== null))
      return second;
    const value = second.figure.low ?? second.figure.high;
    return {
      ...second,
      figure: {
        ...second.figure,
        qualifier: bound.qualifier,
        low: bound.low === null ? null : value,
        high: bound.high === null ? null : value,
      },
    };
  });
}

/** "sent them 300 rifles last year at the very least": a bound that follows what is counted. */
export function boundBehind(
  lower: string,
  goods: readonly GoodsMention[],
  { trailing }: FigureWords,
): GoodsMention[] {
  return goods.map((item, i) => {
    const { figure } = item;
    if (figure?.qualifier !== null || figure.vague || figure.low !== figure.high) return item;
    const rest = lower.slice(item.span[1], goods[i + 1]?.span[0] ?? lower.length);
    const found = trailing.exec(rest);
    if (found?.[1] === undefined || /[;.:]|\d/.test(rest.slice(0, found.index))) return item;
    const [qualifier, floor] = [found[1], !/most|fewer|less|outside/.test(found[1])];
    return {
      ...item,
      figure: {
        ...figure,
        qualifier,
        low: floor ? figure.low : null,
        high: floor ? null : figure.high,
      },
    };
  });
}

/** "40 missiles and drones", "5,000 rifles, machine guns and launchers": one figure over several kinds of goods is one count. */
export function countedTogether(plain: string, goods: readonly GoodsMention[]): GoodsMention[] {
  const result: GoodsMention[] = [];
  for (let i = 0; i < goods.length; i++) {
    const first = goods[i] as GoodsMention;
    const row = [first];
    while (row.length > 0 && goods[i + row.length] !== undefined) {
      const [last, next] = [row.at(-1) as GoodsMention, goods[i + row.length] as GoodsMention];
      if (!isFurtherKind(plain.slice(last.span[1], next.span[0]), next)) break;
      row.push(next);
    }
    const last = row.at(-1) as GoodsMention;
    const closed = row.length > 1 && /\band $/.test(plain.slice(row.at(-2)?.span[1], last.span[0]));
    if (!closed || first.figure === null || !isCountNoun(first) || first.figure.span[0] > first.head[0]) {
      result.push(first);
      continue;
    }
    result.push(together(plain, row));
    i += row.length - 1;
  }
  return result;
}

const isFurtherKind = (joint: string, next: GoodsMention): boolean =>
  /^,? (?:and )?$/.test(joint) &&
  next.figure === null &&
  next.class !== 'component' && // parts are not counted with what they are parts of
  !next.content &&
  isCountNoun(next);

/** People are told apart by their calling; what has no pieces is not counted with what has. */
const isCountNoun = ({ many, unit, wording }: GoodsMention): boolean =>
  many && unit !== null && unit !== 'person' && unit !== 'container' && wording.endsWith('s');

const HAND_HELD = new Set(['small_arms', 'rocket_launcher']);

function together(plain: string, row: readonly GoodsMention[]): GoodsMention {
  const [first, last] = [row[0] as GoodsMention, row.at(-1) as GoodsMention];
  const classes = new Set(row.map((item) => item.class));
  const units = new Set(row.map((item) => item.unit));
  const arms = row.every((item) => HAND_HELD.has(item.class ?? '')) && classes.has('small_arms');
  return {
    ...first,
    span: [first.span[0], last.span[1]],
    wording: plain.slice(first.head[0], last.span[1]),
    class: classes.size === 1 ? first.class : arms ? 'small_arms' : null,
    unit: units.size === 1 ? first.unit : arms ? 'item' : 'system',
    model: null,
    calibre_mm: classes.size === 1 && first.calibre_mm === last.calibre_mm ? first.calibre_mm : null,
    make: row.every((item) => item.make === first.make || item.make === null) ? first.make : null,
  };
}
