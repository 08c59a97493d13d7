import { separation, type Placed } from './clause.js';
import { fits, isPeople, itemOf, quantityOf, type DraftClaim } from './draft-claim.js';
import { freeFigures, isProduction, words } from './figures-in.js';
import type { Figure } from './figures.js';
import type { FigureMention, GoodsMention } from './mentions.js';
import { draftFor } from './draft-for.js';
import type { Reading } from './reading.js';
import { noParties, partiesOf, type Parties } from './roles.js';
import type { Speaker } from './speaker.js';
import { whenOf } from './when.js';
import { sayingFor } from './word-of.js';

/** Counts that stand without a verb for the act: bare, compared, or pointing back. */

/** "Washington spoke of more than 10,000 containers": a count that somebody gives, with no verb for the hand-over. */
export function bareCounts(reading: Reading, made: readonly DraftClaim[]): DraftClaim[] {
  const used = new Set(made.flatMap((draft) => (draft.quantity ? [draft.quantity.wording] : [])));
  return reading.goods.flatMap(({ mention, first }) => {
    if (
      isPeople(mention) ||
      mention.figure?.distractor !== null ||
      (sayingFor(reading, first) === null && reading.discourse.list === null)
    )
      return [];
    const listed = reading.discourse.list?.kind ?? null;
    const like =
      reading.discourse.latest(
        (d) =>
          (d.item?.class ?? null) === mention.class && d.kind !== 'capacity' && fits(d.kind, mention, true),
      ) ?? reading.discourse.latest((d) => d.kind === 'transfer');
    const told =
      mention.class === 'component' && reading.discourse.latest((d) => d.kind === 'use') !== null
        ? 'use'
        : null;
    const kind = isEquivalent(reading, mention)
      ? 'capacity'
      : (told ?? (listed !== null && fits(listed, mention, true) ? listed : (like?.kind ?? 'transfer')));
    const quantity = quantityOf(
      mention.figure,
      mention.unit,
      reading.document.text,
      reading.sentence.span[0],
    );
    if (
      quantity === null ||
      used.has(quantity.wording) ||
      !fits(kind, mention, true) ||
      isProduction(reading)
    )
      return [];
    const draft = draftFor(reading, kind, null, noParties(), first);
    draft.item = itemOf(mention);
    draft.quantity = quantity;
    draft.when = whenOf({
      sentence: reading.sentence,
      dating: reading.dating,
      predicate: null,
      at: first,
      until: draft.stated ?? reading.published,
      kind,
    });
    draft.supplier = kind === 'transfer' ? mention.make : null;
    if (kind === 'use' && like !== null) inherit(draft, like);
    draft.rules.push('bare-count');
    return [draft];
  });
}

/** "That would be anything from 42,000 to 58,000 shells": what the load told just before it holds. */
function isEquivalent({ sentence, discourse }: Reading, goods: GoodsMention): boolean {
  const load = discourse.latest((draft) => draft.quantity !== null);
  const heavy = load?.item?.class === 'container' || load?.quantity?.unit === 'tonne';
  return (
    heavy &&
    goods.class !== 'container' &&
    goods.figure?.unit === null &&
    /^(?:that|this|it|which)$/.test(sentence.tokens[0]?.lower ?? '') &&
    sentence.tokens
      .slice(1, 4)
      .some(({ lemma, lower }) => lemma === 'be' || /^(?:makes?|means?)$/.test(lower))
  );
}

/** "twice what the ministry had reported", "five times more than the figure announced by X": X's figure, by arithmetic. */
export function comparisons(reading: Reading, made: readonly DraftClaim[]): DraftClaim[] {
  const { tokens } = reading.sentence;
  return reading.mentions.flatMap((placed) => {
    if (placed.mention.type !== 'figure' || placed.mention.figure.share?.startsWith('x') !== true) return [];
    const ratio = Number(placed.mention.figure.share.slice(1));
    const base =
      [...made]
        .reverse()
        .find((d) => d.quantity !== null && (d.quantity.low !== null || d.quantity.high !== null)) ??
      reading.discourse.latest(
        (d) =>
          d.quantity !== null &&
          (d.quantity.share_of ?? null) === null &&
          !d.quantity.vague &&
          d.kind !== 'capacity',
      ) ??
      null;
    const behind = tokens
      .slice(placed.last + 1)
      .map((t) => t.lower)
      .join(' ');
    if (
      !base?.quantity ||
      !(ratio > 0) ||
      !/^(?:more )?(?:than |as (?:many|much) as |what |that |the )/.test(behind)
    )
      return [];
    const speaker = reading.speakers.find((s) => s.span[0] >= (tokens[placed.last]?.end ?? 0));
    if (
      !speaker ||
      !/\b(?:report|announce|give|gave|given|say|said|state|count|publish|claim|name|put|release|cite|admit)/.test(
        behind,
      )
    )
      return [];
    const draft = draftFor(reading, base.kind, null, noParties());
    const divide = (value: number | null): number | null =>
      value === null ? null : Math.round((value / ratio) * 1000) / 1000;
    draft.item = base.item;
    draft.quantity = {
      low: divide(base.quantity.low),
      high: divide(base.quantity.high),
      unit: base.quantity.unit,
      qualifier: base.quantity.qualifier ?? null,
      wording: reading.document.text.slice(placed.mention.span[0], placed.mention.span[1]),
      vague: false,
      share_of: null,
    };
    draft.chain = [{ speaker, role: 'claimant' }];
    draft.stated = null;
    draft.when = { edtf: null, scope: 'cumulative' };
    draft.route = null;
    draft.place = null;
    draft.modality = 'asserted';
    draft.relation = { type: 'given', to: base };
    inherit(draft, base);
    draft.rules.push('comparison');
    return [draft];
  });
}

/** "about 7,000", "half of them": a figure whose noun stands in an earlier sentence. */
export function loneFigures(reading: Reading, made: readonly DraftClaim[]): DraftClaim[] {
  const used = new Set(made.flatMap((draft) => (draft.quantity ? [draft.quantity.wording] : [])));
  const beside =
    reading.goods
      .filter((g) => g.mention.figure === null && !(g.mention.class === null && g.mention.unit === 'person'))
      .at(-1) ?? null;
  return freeFigures(reading).flatMap((placed) => {
    const { figure } = placed.mention;
    const counted =
      made.find((d) => d.quantity !== null && (d.quantity.share_of ?? null) === null) ??
      reading.discourse.countedLike(figure.low ?? figure.high);
    if (counted === null || isProduction(reading)) return [];
    const quantity = quantityOf(
      figure,
      counted.quantity?.unit ?? null,
      reading.document.text,
      reading.sentence.span[0],
    );
    if (quantity === null || used.has(quantity.wording) || figure.unit === 'usd') return [];
    if (!bearsOn(reading, placed, figure)) return [];
    // "Packed with 152 mm rounds, they would amount to 6 million of them": the noun may stand in the same sentence.
    const own =
      beside !== null && beside.first < placed.first && figure.share === null
        ? beside.mention
        : figure.share === null
          ? antecedent(reading, placed, counted)
          : null;
    const noun = own ?? { class: counted.item?.class ?? null, unit: counted.quantity?.unit ?? null };
    const act = reading.predicates
      .flatMap((p) => p.frames.map((frame) => ({ p, frame })))
      .find(
        ({ p, frame }) =>
          fits(frame.kind, noun, true) &&
          // What only carriers do is no act of people.
          (noun.unit !== 'person' || frame.kind !== 'movement' || /^(?:withdraw|leave)$/.test(frame.name)) &&
          separation(reading.sentence.tokens, p.first, placed.first) < 2,
      );
    // "to 16 sites, most of them near the front": a vague part of which nothing is said.
    if (figure.share !== null && quantity.low === null && !isSaidOf(reading, placed.last)) return [];
    // "and a further 3,000": more of the same.
    const kind = figure.further ? counted.kind : (act?.frame.kind ?? counted.kind);
    if (kind === 'casualty' && figure.share !== null) return []; // losses.ts
    const parties: Parties = act ? partiesOf(reading, act.p, act.frame) : noParties();
    const draft = draftFor(reading, kind, act?.p ?? null, parties, placed.first);
    draft.item =
      own !== null
        ? itemOf(own)
        : counted.item === null
          ? null
          : { ...counted.item, wording: quantity.wording };
    draft.quantity =
      own === null || quantity.unit === figure.unit ? quantity : { ...quantity, unit: own.unit };
    if (figure.share !== null && counted.quantity)
      draft.quantity = {
        ...draft.quantity,
        share_of: `${figure.share} of ${counted.quantity.low ?? counted.quantity.high ?? ''}`.trim(),
      };
    const giver = gapped(reading, placed);
    if (giver) draft.chain = [{ speaker: giver, role: 'claimant' }];
    draft.relation = figure.share === null ? null : { type: 'part_of', to: counted };
    const whole = own === null || own === beside?.mention ? counted : likeGoods(reading, own);
    if (whole !== null && (kind === whole.kind || kind === 'capacity')) {
      inherit(draft, whole);
      draft.lot = whole;
    }
    // A part has the window and the way of the whole to which it points back, until it says another.
    if (figure.share !== null && draft.when.edtf === null) draft.when = counted.when;
    if (draft.relation?.type === 'part_of') draft.route ??= counted.route;
    draft.rules.push('lone-figure');
    return [draft];
  });
}

/** "24 of them", "two had been delivered": the goods last named, where they are others than those last counted. */
function antecedent(
  reading: Reading,
  placed: Placed<FigureMention>,
  counted: DraftClaim,
): GoodsMention | null {
  const last = reading.discourse.lastGoods;
  if (last === null || !last.many || last.unit === null || last.class === (counted.item?.class ?? null))
    return null;
  return pointsBack(reading, placed) ? last : null;
}

/** "of them" behind a figure, or the figure alone before the verb of an act ("that two had been delivered"). */
function pointsBack(reading: Reading, { first, last }: Placed<FigureMention>): boolean {
  const { tokens } = reading.sentence;
  const behind = words(reading, last + 1, last + 4);
  // "four governments, three of which": what is counted stands before it.
  if (/^of which\b/.test(behind)) return reading.goods.some((goods) => goods.last < first);
  if (/^of (?:them|these|those)\b/.test(behind)) return true;
  return (
    /^(?:that|,|and|but|then)?$/.test(tokens[first - 1]?.lower ?? '') &&
    reading.predicates.some(
      (p) =>
        p.frames.some(({ kind }) => kind === 'transfer' || kind === 'use') &&
        p.first > last &&
        p.first <= last + 4 &&
        tokens.slice(last + 1, p.first).every(({ pos }) => /^(?:AUX|ADV|PART)$/.test(pos)),
    )
  );
}

const likeGoods = ({ discourse }: Reading, goods: GoodsMention): DraftClaim | null =>
  discourse.latest((draft) => (draft.item?.class ?? null) === goods.class);

/** "Washington spoke of 10,000, Seoul of around 6,700": the second speaker has no verb of their own. */
function gapped(reading: Reading, placed: Placed<FigureMention>): Speaker | null {
  const { tokens } = reading.sentence;
  if (tokens[placed.first - 1]?.lower !== 'of' && tokens[placed.first - 1]?.lower !== 'at') return null;
  const end = tokens[placed.first - 1]?.start ?? 0;
  return reading.speakers.find((s) => end - s.span[1] <= 2 && s.span[1] <= end) ?? null;
}

/** A lone figure counts where somebody gives it, or where it points back: not every number of a text is a count. */
function bearsOn(reading: Reading, placed: Placed<FigureMention>, figure: Figure): boolean {
  const behind = words(reading, placed.last + 1, placed.last + 4);
  // "one of the five", "the last of the four": the figure is the whole, told before.
  if (
    /\b(?:last|first|second|third|final|one|two|none|all|most|some|each|both|any) of(?: the| these| those| its| their)?$/.test(
      words(reading, Math.max(0, placed.first - 3), placed.last),
    )
  )
    return false;
  const points = pointsBack(reading, placed) || (figure.share !== null && /^of the\b/.test(behind));
  if (figure.share !== null) return points && figure.share.includes('/');
  if (
    /\b(?:cap|ceiling|limit|quota|allows?|allowed)\b/.test(
      words(reading, Math.max(0, placed.first - 6), placed.first),
    )
  )
    return false;
  const saying = sayingFor(reading, placed.first);
  if ((figure.low ?? figure.high) === 1) return false;
  const bounded = figure.qualifier !== null || (figure.low ?? figure.high ?? 0) >= 100;
  return (
    points ||
    (saying !== null &&
      bounded &&
      !figure.vague &&
      !/^(?:\p{L})/u.test(
        behind.replace(
          /^(?:in|and|by|to|since|or|moved|from|for|,|\.|"|;|as|at|alone|so|on|there|here|more)\b/,
          '',
        ),
      ))
  );
}

function inherit(draft: DraftClaim, from: DraftClaim): void {
  draft.supplier ??= from.supplier;
  draft.recipient ??= from.recipient;
  draft.actor ??= from.actor;
  draft.target ??= from.target;
}

/** Whether an act is told of what stands there: its verb follows at once. */
const isSaidOf = ({ predicates, sentence: { tokens } }: Reading, last: number): boolean =>
  predicates.some(({ first }) => first > last && first <= last + 6 && separation(tokens, last, first) < 1);
