import { join } from 'node:path';
import { z } from 'zod';
import { DATA_FOLDER } from '../core/package-root.js';
import { readYaml } from '../core/yaml-file.js';
import { goodsOf, partiesNear } from './deal-parts.js';
import { signedIt, tradeSettled } from './settled-trades.js';
import { prepositionOf, separation, type Placed } from './clause.js';
import { isPeople, itemOf, quantityOf, type DraftClaim } from './draft-claim.js';
import { freeFigures, words } from './figures-in.js';
import type { FigureMention, GoodsMention } from './mentions.js';
import type { Predicate } from './predicates.js';
import { draftFor } from './draft-for.js';
import type { Reading } from './reading.js';
import { noParties, partiesOf } from './roles.js';

/** Treaties and contracts: who made them, for what goods, how many of them. Their price is read in worth.ts. */

const list = z.array(z.string());
export const CONTRACT_WORDS = readYaml(
  join(DATA_FOLDER, 'claims', 'contracts.yaml'),
  z.strictObject({
    source: list,
    treaties: list,
    contracts: list,
    acts: list,
    pending: list,
    supplying: list,
    receiving: list,
    cases: z.strictObject({ nouns: list, beside: list }),
  }),
);
const NOUNS: ReadonlySet<string> = new Set([...CONTRACT_WORDS.treaties, ...CONTRACT_WORDS.contracts]);
const CONTRACTS: ReadonlySet<string> = new Set(CONTRACT_WORDS.contracts);
const [ACTS, PENDING, SUPPLYING, RECEIVING] = [
  new Set(CONTRACT_WORDS.acts),
  new Set(CONTRACT_WORDS.pending),
  new Set(CONTRACT_WORDS.supplying),
  new Set(CONTRACT_WORDS.receiving),
];

export interface Agreed {
  readonly drafts: readonly DraftClaim[];
  /** Goods that are agreed, and so neither sent nor received in this sentence. */
  readonly goods: ReadonlySet<Placed<GoodsMention>>;
}

/** The agreements of a sentence: by a noun for them, by an order, or by a promise to hand over goods. */
export function contracts(reading: Reading): Agreed {
  const noun = reading.predicates.find((p) => isDeal(reading, p));
  const verb = reading.predicates.find((p) => isOrder(reading, p) || isPromise(reading, p));
  // "ordered six drones in a contract of 16 November": the goods' own verb says more.
  if (noun !== undefined) {
    const suffered =
      verb?.voice === 'passive' &&
      isOrder(reading, verb) &&
      reading.goods.some(({ last }) => last < verb.first);
    if (suffered && countOf(reading, noun) === null) return { drafts: [], goods: new Set() };
    const ordered =
      verb !== undefined && isOrder(reading, verb) && countOf(reading, noun) === null
        ? byVerb(reading, verb)
        : null;
    return ordered !== null && ordered.drafts.length > 0 ? ordered : byNoun(reading, noun);
  }
  if (verb !== undefined) return byVerb(reading, verb);
  const settled = tradeSettled(reading) ?? signedIt(reading);
  return settled ?? partsOf(reading);
}

/** A noun for a treaty or contract that is one of its own: made, sought, denied, or named as new ("a deal", "under a contract"). */
function isDeal(reading: Reading, predicate: Predicate): boolean {
  if (predicate.voice !== 'nominal' || !NOUNS.has(predicate.lemma)) return false;
  const { tokens } = reading.sentence;
  const at = tokens[predicate.first];
  // "the Government of National Accord": a noun inside a name.
  const named = reading.mentions.some(
    ({ mention }) =>
      mention.type !== 'goods' &&
      mention.type !== 'figure' &&
      mention.span[0] <= (at?.start ?? 0) &&
      (at?.end ?? 0) <= mention.span[1],
  );
  if (named || /^in order to\b/.test(words(reading, predicate.first - 1, predicate.first + 2))) return false;
  const before = words(reading, Math.max(0, predicate.first - 4), predicate.first);
  const fresh =
    /\b(?:an?|any|another|no|two|several|arms|reported|following)\b(?: [\w-]+){0,2}$/.test(before) ||
    countOf(reading, predicate) !== null;
  const around = tokens.slice(Math.max(0, predicate.first - 9), predicate.last + 13);
  const goods = goodsOf(reading, predicate.last).length > 0;
  const acted = around.some(
    ({ lemma, pos }) => /^(?:VERB|ADJ|NOUN|AUX)$/.test(pos) && (ACTS.has(lemma) || PENDING.has(lemma)),
  );
  const sides = partiesNear(reading, predicate).length;
  return fresh
    ? sides > 0 || goods || (acted && reading.discourse.latest(({ kind }) => kind === 'transfer') !== null)
    : acted && sides > 0;
}

/** "eight contracts": how many there are. */
function countOf(reading: Reading, { first }: Predicate): Placed<FigureMention> | null {
  const { tokens } = reading.sentence;
  return (
    freeFigures(reading).find(
      ({ last, mention: { figure } }) =>
        last < first &&
        first - last <= 3 &&
        figure.unit === null &&
        figure.share === null &&
        tokens.slice(last + 1, first).every(({ pos }) => /^(?:ADJ|NOUN|PROPN)$/.test(pos)),
    ) ?? null
  );
}

function byNoun(reading: Reading, noun: Predicate): Agreed {
  const { tokens } = reading.sentence;
  const goods = goodsFor(reading, noun);
  const verb = reading.predicates.find(
    (p) =>
      p.voice !== 'nominal' &&
      p.frames.some(({ kind }) => kind === 'agreement') &&
      separation(tokens, p.first, noun.first) < 2,
  );
  const sides = partiesNear(reading, noun);
  const [supplier, recipient] = sidesOf(reading, noun, sides);
  const pending =
    !tokens.some(({ lemma }) => lemma === 'sign') &&
    tokens
      .slice(Math.max(0, noun.first - 6), noun.last + 9)
      .some(({ lemma, pos }) => PENDING.has(lemma) && (lemma !== 'close' || pos === 'ADJ'));
  const make = (mention: GoodsMention | null): DraftClaim => {
    const draft = draftFor(reading, 'agreement', verb ?? noun, noParties());
    Object.assign(draft, { supplier, recipient, explicit: sides.length > 1 });
    if (pending && draft.modality === 'asserted') draft.modality = 'planned';
    draft.item =
      mention === null ? { class: null, wording: tokens[noun.first]?.text ?? noun.lemma } : itemOf(mention);
    draft.quantity =
      mention === null
        ? null
        : quantityOf(mention.figure, mention.unit, reading.document.text, reading.sentence.span[0]);
    draft.rules.push('agreement');
    return draft;
  };
  const count = countOf(reading, noun);
  if (count !== null) {
    const whole = make(null);
    whole.quantity = quantityOf(
      count.mention.figure,
      'item',
      reading.document.text,
      reading.sentence.span[0],
    );
    return {
      drafts: [
        whole,
        ...goods.filter(({ mention }) => mention.figure !== null).map(({ mention }) => make(mention)),
      ],
      goods: new Set(goods),
    };
  }
  const drafts = goods.length === 0 ? [make(null)] : goods.map(({ mention }) => make(mention));
  // What came under the deal has its own claim as well.
  return { drafts, goods: new Set(goods.filter(({ first }) => first > noun.last)) };
}

/** Goods behind the noun, else those that came "on the strength of a deal". */
function goodsFor(reading: Reading, noun: Predicate): Placed<GoodsMention>[] {
  const behind = goodsOf(reading, noun.last);
  const basis =
    /\b(?:under|on the strength of|as part of|part of|in|through|thanks to) (?:an? |the )?(?:[\w-]+ )?$/.test(
      `${words(reading, 0, noun.first)} `,
    );
  if (behind.length > 0 || !basis) return behind;
  return reading.goods
    .filter(({ mention, last }) => last < noun.first && mention.figure === null && !isPeople(mention))
    .slice(-1);
}

/** "Six of them were for arms", "the other two": some of the contracts counted before. */
function partsOf(reading: Reading): Agreed {
  const whole = reading.discourse.latest(
    ({ kind, quantity }) => kind === 'agreement' && quantity?.unit === 'item',
  );
  const figure = freeFigures(reading).find(
    ({ first, last }) =>
      /^of (?:them|these|those|the contracts|the deals)\b/.test(words(reading, last + 1, last + 4)) ||
      /\b(?:other|remaining|last|first)$/.test(words(reading, 0, first)) ||
      /^(?:other|remaining|last|first)\b/.test(words(reading, first, last + 1)),
  );
  if (whole === null || whole.block < reading.sentence.block - 1 || figure?.mention.figure.unit !== null)
    return { drafts: [], goods: new Set() };
  const goods = goodsOf(reading, figure.last);
  const quantity = quantityOf(figure.mention.figure, 'item', reading.document.text, reading.sentence.span[0]);
  const [first] = goods;
  const draft: DraftClaim = {
    ...whole,
    span: reading.sentence.span,
    quantity,
    item:
      goods.length === 1 && first !== undefined
        ? itemOf(first.mention)
        : { class: null, wording: quantity?.wording ?? '' },
    relation: { type: 'part_of', to: whole },
    rules: [...whole.rules, 'part'],
  };
  return { drafts: [draft], goods: new Set(goods) };
}

/** Both sides: of a treaty as they are named, of a contract who supplies and who receives, where the sentence tells it. */
function sidesOf(
  reading: Reading,
  noun: Predicate,
  sides: readonly { readonly id: string; readonly first: number }[],
): [string | null, string | null] {
  const ids = sides.map(({ id }) => id);
  const [first, ...others] = ids;
  if (first === undefined) return [null, null];
  const make = reading.goods.find(({ mention }) => mention.make !== null)?.mention.make ?? null;
  if (!CONTRACTS.has(noun.lemma) && make === null)
    return [first, others.length === 0 ? null : others.join(', ')];
  if (make !== null) {
    const other = ids.find((id) => id !== make) ?? null;
    return [make, other];
  }
  const { tokens } = reading.sentence;
  const purpose = tokens
    .slice(noun.last + 1, noun.last + 12)
    .find(({ lemma }) => SUPPLYING.has(lemma) || RECEIVING.has(lemma));
  // "a deal over rifles for the army": whom the goods are for.
  const [side] = sides;
  const receives =
    side !== undefined && side.first > noun.last && prepositionOf(tokens, side.first) === 'for';
  if (others.length === 0) return receives ? [null, first] : [first, null];
  const buys = purpose !== undefined && RECEIVING.has(purpose.lemma);
  return buys ? [others.join(', '), first] : [first, others.join(', ')];
}

/** "ordered six fighters", "offered them arms": an order for goods, not one to do something. */
const isOrder = (reading: Reading, predicate: Predicate): boolean =>
  predicate.frames.some(({ name }) => name === 'order' || name === 'offer') &&
  predicate.voice !== 'nominal' &&
  !reading.sentence.tokens
    .slice(predicate.last + 1, predicate.last + 6)
    .some(({ lower, pos }, i, all) => lower === 'to' && all[i + 1]?.pos === 'VERB' && pos !== 'ADP');

/** "agreed to supply", "pledged to build": a promise of goods. */
function isPromise(reading: Reading, predicate: Predicate): boolean {
  const { tokens } = reading.sentence;
  if (
    predicate.voice === 'nominal' ||
    !/^(?:agree|pledge|promise|undertake|commit|contract|negotiate)$/.test(predicate.lemma)
  )
    return false;
  return tokens
    .slice(predicate.last + 1, predicate.last + 14)
    .some(({ lemma }) => SUPPLYING.has(lemma) || RECEIVING.has(lemma));
}

function byVerb(reading: Reading, verb: Predicate): Agreed {
  const frame = verb.frames.find(({ kind }) => kind === 'agreement');
  if (frame === undefined) return { drafts: [], goods: new Set() };
  const { tokens } = reading.sentence;
  const act =
    frame.name === 'order' || frame.name === 'offer'
      ? { predicate: verb, frame }
      : reading.predicates
          .filter((p) => p.first > verb.last && (SUPPLYING.has(p.lemma) || RECEIVING.has(p.lemma)))
          .flatMap((predicate) =>
            predicate.frames
              .filter(({ kind }) => kind === 'transfer' || kind === 'assistance')
              .map((f) => ({ predicate, frame: f })),
          )[0];
  if (act === undefined) return { drafts: [], goods: new Set() };
  const sought = /^(?:negotiate|offer)$/.test(verb.lemma);
  const parties = partiesOf(reading, act.predicate, act.frame);
  const before = reading.goods.filter(
    (g) =>
      g.last < verb.first &&
      /^(?:that|which)$/.test(tokens[g.last + 1]?.lower ?? '') &&
      verb.first - g.last <= 6,
  );
  const goods = [...before, ...(before.length > 0 ? [] : goodsOf(reading, verb.last))].filter(
    ({ mention }) => !isPeople(mention),
  );
  const meant = /^(?:them|it|these|those)\b/.test(words(reading, verb.last + 1, verb.last + 3))
    ? reading.discourse.lastGoods
    : null;
  const mentions =
    goods.length === 0 && meant !== null ? [{ ...meant, figure: null }] : goods.map(({ mention }) => mention);
  const drafts = mentions.map((mention) => {
    const draft = draftFor(reading, 'agreement', verb, parties);
    draft.item = itemOf(mention);
    draft.quantity = quantityOf(
      mention.figure,
      mention.unit,
      reading.document.text,
      reading.sentence.span[0],
    );
    if (sought && draft.modality === 'asserted') draft.modality = 'planned';
    draft.supplier ??= mention.make === draft.recipient ? null : mention.make;
    draft.rules.push('agreement', ...parties.rules);
    return draft;
  });
  return { drafts, goods: new Set(goods) };
}
