import type { Unit } from '../model/enums.js';
import { fits, quantityOf, type DraftClaim } from './draft-claim.js';
import { freeFigures, words } from './figures-in.js';
import type { Figure } from './figures.js';
import type { FigureMention } from './mentions.js';
import type { Placed } from './clause.js';
import type { Frame, Predicate } from './predicates.js';
import { draftFor } from './draft-for.js';
import type { Reading } from './reading.js';
import { strikeParties } from './strikes.js';
import type { Token } from './token.js';

/** Figures of weapons used whose noun stands elsewhere: "of which 40 were shot down", "downed 40 of the 62 drones", "one hit a warehouse". */

interface Strike {
  readonly predicate: Predicate;
  readonly frame: Frame;
}

/** The weapons that a figure counts: those of a claim made before it. */
type Weapons = Pick<DraftClaim, 'item' | 'make' | 'actor' | 'target'> & {
  readonly unit: Unit | null;
  readonly whole: DraftClaim | null;
};

export function strikeFigures(reading: Reading, made: readonly DraftClaim[]): DraftClaim[] {
  const counted = new Set(made.flatMap(({ quantity }) => (quantity === null ? [] : [quantity.wording])));
  return [...freeFigures(reading), ...ordinals(reading)].flatMap((placed) => {
    const { figure } = placed.mention;
    if (figure.unit !== null || figure.share !== null) return [];
    const strike = strikeOfFigure(reading, placed);
    if (strike === null) return [];
    const quantity = quantityOf(figure, null, reading.document.text, reading.sentence.span[0]);
    const weapons = weaponsOf(reading, placed, made);
    if (quantity === null || weapons === null || counted.has(quantity.wording)) return [];
    const draft = draftFor(reading, 'use', strike.predicate, strikeParties(reading, strike));
    draft.item = weapons.item;
    draft.make = weapons.make;
    draft.actor ??= weapons.actor;
    draft.target ??= weapons.target;
    draft.quantity = { ...quantity, unit: weapons.unit };
    if (weapons.whole !== null) draft.relation = { type: 'part_of', to: weapons.whole };
    draft.rules.push('strike-figure');
    return [draft];
  });
}

/** "the last of the four", "the second of these": one of those counted before. */
function ordinals({
  sentence: {
    tokens,
    span: [base],
  },
}: Reading): Placed<FigureMention>[] {
  return tokens.flatMap(({ lower }, first) => {
    if (
      !/^(?:last|first|second|third|fourth|fifth|sixth|final)$/.test(lower) ||
      tokens[first + 1]?.lower !== 'of'
    )
      return [];
    const last =
      /^(?:the|these|those)$/.test(tokens[first + 2]?.lower ?? '') && tokens[first + 3]?.pos === 'NUM'
        ? first + 3
        : first + 2;
    const [opens, ends] = [tokens[first], tokens[last]];
    if (
      opens === undefined ||
      ends === undefined ||
      (ends.pos !== 'NUM' && !/^(?:them|these|those)$/.test(ends.lower))
    )
      return [];
    const span = [opens.start - base, ends.end - base] as const;
    return [
      {
        mention: {
          type: 'figure' as const,
          span: [opens.start, ends.end] as const,
          figure: { ...ONE, span },
        },
        first,
        last,
      },
    ];
  });
}

const ONE: Omit<Figure, 'span'> = {
  low: 1,
  high: 1,
  qualifier: null,
  vague: false,
  share: null,
  per: null,
  unit: null,
  distractor: null,
  further: false,
};

/** The verb of use that a figure is subject or object of, with nothing between that could part them. */
function strikeOfFigure(
  reading: Reading,
  { mention: { figure }, first, last }: Placed<FigureMention>,
): Strike | null {
  const { tokens } = reading.sentence;
  // "the last of the four": the figure is the whole.
  if (
    !/^(?:last|first|second|third|fourth|fifth|sixth|final)$/.test(tokens[first]?.lower ?? '') &&
    /\b(?:last|first|second|third|final|one|two|three|none|all|most|some|each|both|any) of(?: the| these| those| its)?$/.test(
      words(reading, Math.max(0, first - 3), last),
    )
  )
    return null;
  // "a helicopter, one of the army's machines, fired": what the figure says stands beside it.
  const apposed = figure.low === 1 && figure.high === 1 && tokens[first - 1]?.text === ',';
  if (apposed && /^of (?!(?:them|these|those|which)\b)/.test(words(reading, last + 1, last + 3))) return null;
  for (const predicate of reading.predicates) {
    const wrecked = predicate.frames.find(({ name }) => name === 'debris');
    // "the remnants of four more": what is left of weapons that were told of before.
    if (
      wrecked !== undefined &&
      /^of$/.test(words(reading, predicate.last + 1, first)) &&
      !isNoun(tokens[last + 1])
    )
      return { predicate, frame: wrecked };
    const frame = predicate.frames.find((f) => f.kind === 'use' && f.name !== 'debris');
    if (frame === undefined || predicate.voice === 'nominal') continue;
    const inside = predicate.first < first && last < predicate.last; // "shot one of them down"
    const behind =
      predicate.last < first &&
      first - predicate.last <= 2 &&
      frame.object === 'goods' &&
      predicate.voice === 'active';
    if (inside || behind) return { predicate, frame };
    if (predicate.first < last) continue;
    const between = tokens.slice(last + 1, predicate.first);
    const told = between.map((t) => t.lower).join(' ');
    if (/\bas the number\b/.test(told)) return { predicate, frame };
    const subject = frame.name === 'hit' || predicate.voice === 'passive' || /\bnumber\b/.test(told);
    if (!subject || between.length > 10) continue;
    // "one of them, which came down near Kyiv": the clause is about the figure.
    const relative = /^of (?:them|these|those) ,? ?(?:which|that)(?: ha[sd]| have)?$/.test(told);
    if (relative) return { predicate, frame };
    const parted = between.some(
      (t) => t.pos === 'VERB' || /^(?:;|:|while|when|but|after|before|who|that|which)$/.test(t.lower),
    );
    if (!parted && !/^(?:times|occasions|days|people|places)$/.test(between[0]?.lower ?? ''))
      return { predicate, frame };
  }
  return null;
}

const isNoun = (token: Token | undefined): boolean =>
  token !== undefined && /^(?:NOUN|PROPN|ADJ|NUM)$/.test(token.pos) && token.lower !== 'more';

/** "of them", "of the machines", "of which": the weapons last told of; without such words those of the same sentence. */
function weaponsOf(
  reading: Reading,
  { last }: Placed<FigureMention>,
  made: readonly DraftClaim[],
): Weapons | null {
  const isWeapons = ({ item, kind }: DraftClaim): boolean =>
    item !== null &&
    item.class !== null &&
    fits('use', { class: item.class, unit: null }, true) &&
    kind !== 'capacity';
  // "shot down 71 and one cruise missile": what is counted behind the figure is another weapon.
  const others = reading.goods.filter((goods) => goods.first > last && goods.mention.figure !== null);
  // "12 of 14 drones and a missile": the figure is a part of what stands right behind it.
  const whole = /^of$/.test(words(reading, last + 1, last + 2))
    ? reading.goods.find(
        ({ first: at, mention }) => at > last && at - last <= 3 && fits('use', mention, true),
      )
    : undefined;
  const isOther = ({ item }: DraftClaim): boolean =>
    whole === undefined
      ? others.some(({ mention }) => mention.wording === item?.wording)
      : whole.mention.wording !== item?.wording;
  const beside = made.findLast((draft) => draft.kind === 'use' && isWeapons(draft) && !isOther(draft));
  const before = words(reading, Math.max(0, last - 4), last);
  const behind = words(reading, last + 1, last + 4);
  const pointsBack =
    /^of (?:them|these|those|the|its|which)\b/.test(behind) || /\bof (?:which|them)\b/.test(before);
  const told =
    beside ??
    (pointsBack
      ? reading.discourse.latest(isWeapons)
      : reading.discourse.latest((d) => d.kind === 'use' && isWeapons(d)));
  if (told === null) return null;
  const { item, make, actor, target, quantity } = told;
  const unit = quantity?.unit === 'attack' ? null : (quantity?.unit ?? null);
  return {
    item,
    make,
    actor,
    target,
    unit: unit ?? UNITS[item?.class ?? ''] ?? 'item',
    whole: beside?.quantity ? beside : null,
  };
}

/** How weapons of a class are counted where no figure before said so. */
const UNITS: Readonly<Record<string, Unit>> = {
  drone: 'drone',
  aircraft: 'aircraft',
  ballistic_missile: 'missile',
  cruise_missile: 'missile',
  anti_tank_missile: 'missile',
  surface_to_air_missile: 'missile',
  rocket: 'round',
  munition: 'round',
  artillery_shell: 'round',
  mortar_round: 'round',
  howitzer: 'gun',
  rocket_launcher: 'launcher',
  tank: 'vehicle',
  armoured_vehicle: 'vehicle',
  air_defence_system: 'system',
};
