import type { Act } from './assemble.js';
import { isPeople, itemOf, quantityOf, type DraftClaim } from './draft-claim.js';
import { freeFigures, words } from './figures-in.js';
import type { Figure } from './figures.js';
import { isNone } from './beside-goods.js';
import { actorOf, callingOf, isTaught, type People } from './people.js';
import { draftFor } from './draft-for.js';
import { joinsFight, pointedPlace, stanceOf, takesSides } from './presence.js';
import type { Reading } from './reading.js';
import { noParties } from './roles.js';
import { actOf, hasNoun, pronounPeople, topicOf, unnamedPeople } from './unnamed-people.js';
import { whenOf } from './when.js';
import { namedPlaces, whereaboutsOf } from './whereabouts.js';
import { sayingFor } from './word-of.js';

/** People sent or present abroad are deployments; people withdrawn or sent home are movements. */

interface Told {
  readonly people: People;
  readonly draft: DraftClaim;
}

/** The claims about the people whom a sentence names: each mention, then the parts and totals that lean on one. */
export function peopleAbroad(reading: Reading): DraftClaim[] {
  const told: Told[] = [];
  for (const people of [...namedPeople(reading), ...unnamedPeople(reading), ...pronounPeople(reading)]) {
    const act = actOf(reading, people);
    if (act !== null && act.kind !== 'deployment' && act.kind !== 'movement') continue;
    for (const draft of claimsFor(reading, people, act)) {
      if (isPart(reading, people)) draft.relation = { type: 'part_of', to: told.at(-1)?.draft ?? null };
      told.push({ people, draft });
    }
  }
  const drafts = told
    .map(({ draft }) => draft)
    .filter((draft, _, all) => !all.some((other) => counts(other, draft)));
  if (told.length === 0) return groupsAbroad(reading);
  return [...drafts, ...figuresBeside(reading, told)];
}

/** "the deployment of the Wagner Group in Mali": a group that sends itself, named instead of its people. */
function groupsAbroad(reading: Reading): DraftClaim[] {
  return reading.mentions.flatMap(({ mention, first, last }) => {
    if (mention.type !== 'party' || mention.form !== 'group' || reading.speaking.has(mention)) return [];
    const act = reading.predicates.find(
      (p) =>
        p.frames.some(({ kind }) => kind === 'deployment') &&
        !(p.voice === 'passive' && p.frames.some(({ name }) => name === 'teach')) &&
        (p.voice === 'nominal'
          ? /^of (?:the )?$/.test(`${words(reading, p.last + 1, first)} `) ||
            (p.first > last && p.first - last <= 3 && /^['’]s? /.test(words(reading, last + 1, p.first + 1)))
          : p.first > last &&
            p.first - last <= 5 &&
            p.frames.some(({ name }) => name === 'serve' || p.voice === 'passive')),
    );
    const stance = stanceOf(reading, { first, last });
    if (act === undefined && stance === null) return [];
    const where = whereaboutsOf(reading, act?.first ?? last);
    const abroad = [...where.destination, ...where.stay].filter(
      ({ state }) => state === null || state !== mention.home,
    );
    if (abroad.length === 0) return [];
    const draft = draftFor(reading, 'deployment', act ?? null, noParties());
    if (stance === 'absent') draft.polarity = 'negated';
    draft.actor = mention.id;
    draft.explicit = true;
    draft.place = namedPlaces(abroad);
    draft.item = { class: 'troops', wording: mention.name };
    draft.rules.push('group-abroad');
    return [draft];
  });
}

/** "estimates the contingent at 13,000 troops": the same people, once with their number. */
const counts = (counted: DraftClaim, bare: DraftClaim): boolean =>
  bare.quantity === null &&
  counted.quantity !== null &&
  counted.kind === bare.kind &&
  counted.item?.class === bare.item?.class &&
  (counted.actor === bare.actor || counted.actor === null || bare.actor === null);

/** People by a noun, except those who are only qualified by it ("a force of 1,500 soldiers") or taught by others. */
function namedPeople(reading: Reading): People[] {
  const people = reading.goods.filter(({ mention }) => isPeople(mention) && !reading.speaking.has(mention));
  return people.filter((one) => {
    const { mention, first, last } = one;
    const counts = (other: People): boolean =>
      other.first > last &&
      /^of (?:the |about |some |up to )*$/.test(`${words(reading, last + 1, other.first)} `);
    if (mention.figure === null && people.some(counts)) return false;
    if (mention.unit !== 'person' && mention.figure === null) return false;
    // "sends rifles over the border to the rebels": who gets the goods.
    const gets =
      mention.figure === null &&
      /\bto(?: the| these| its)?$/.test(words(reading, Math.max(0, first - 2), first)) &&
      reading.goods.some((g) => g.last < first && !isPeople(g.mention) && g.mention.class !== null);
    if (gets) return false;
    // "into battle against his forces": whom those who are sent fight.
    if (
      mention.figure === null &&
      /\bagainst(?: [\w’']+){0,2}$/.test(words(reading, Math.max(0, first - 3), first))
    )
      return false;
    if (/^(?:how)$/.test(reading.sentence.tokens[first - 1]?.lower ?? '')) return false;
    return (
      !people.some(
        (other) => other.last < first && other.mention.unit === 'brigade' && counts.call(null, one),
      ) && isTaught(reading, one) === null
    );
  });
}

function claimsFor(reading: Reading, people: People, act: Act | null): DraftClaim[] {
  const { mention } = people;
  const figures = mention.figure === null ? predicatedFigures(reading, people) : [mention.figure];
  const actor = actorOf(reading, people, act);
  const itemClass = callingOf(reading, people, act, topicOf(reading));
  if (itemClass === undefined) return [];
  return (figures.length === 0 ? [null] : figures).flatMap((figure) => {
    const pronoun = people.first === people.last && figure === null && !reading.goods.includes(people);
    const draft =
      act !== null && (act.kind === 'movement' || isFlight(reading, act, actor))
        ? withdrawal(reading, act, figure, pronoun)
        : deployment(reading, people, act, actor, figure !== null);
    if (draft === null) return [];
    draft.item = { ...itemOf(mention), class: itemClass };
    draft.quantity = quantityOf(figure, mention.unit, reading.document.text, reading.sentence.span[0]);
    if (figures.length > 1 && figure !== null) draft.when = dated(reading, draft, figure);
    return [draft];
  });
}

/** Those who were said to flee or to be sent back go on doing so: "600 have come over into", "were flown home". */
function isFlight(reading: Reading, { predicate, frame }: Act, actor: string | null): boolean {
  const topic = topicOf(reading);
  if (topic?.kind !== 'movement') return false;
  if (actor !== null && actor === topic.actor) return false;
  return frame.name === 'serve'
    ? /^(?:come|cross into|enter|arrive|reach|go|follow|travel)$/.test(predicate.lemma)
    : frame.name === 'deploy' && predicate.voice === 'passive';
}

/** People sent or present; null where nothing in the sentence says that they are abroad. */
function deployment(
  reading: Reading,
  people: People,
  act: Act | null,
  actor: string | null,
  counted: boolean,
): DraftClaim | null {
  const { frame, cost } = act ?? { frame: null, cost: Infinity };
  const stance = stanceOf(reading, people);
  const parts = freeFigures(reading).find(
    (f) => f.first > people.last && PART.test(words(reading, f.last + 1, f.last + 3)),
  );
  const at = stance === null ? (act?.predicate.first ?? people.first) : people.last;
  const where = whereaboutsOf(reading, at, parts?.first);
  const abroad = [...where.destination, ...where.stay].filter(
    ({ state }) => state === null || state !== actor,
  );
  const pointed = pointedPlace(reading, people, actor, parts?.first);
  const away = abroad.length > 0 || pointed !== null || takesSides(reading, people);
  const topic = topicOf(reading);
  const known = topic !== null && (actor === null || topic.actor === actor);
  const told =
    (frame?.name === 'deploy' && (counted || actor !== null || abroad.length > 0)) ||
    (actor !== null && act !== null && joinsFight(reading, act)) ||
    (frame?.name === 'serve' && (away || (counted && (known || people.mention.figure?.further === true)))) ||
    (frame?.name === 'keep' && cost < 16 && (abroad.length > 0 || pointed !== null)) ||
    (stance !== null && away) ||
    (away && isAdmitted(reading, people)) ||
    (counted && away && (actor !== null || known || people.mention.figure === null)) ||
    (counted && known && sayingFor(reading, people.first) !== null);
  if (!told) return null;
  const draft = draftFor(reading, 'deployment', act?.predicate ?? null, noParties());
  draft.actor = actor;
  draft.explicit = actor !== null;
  draft.place = namedPlaces(abroad) ?? pointed;
  if (draft.route !== null) draft.route = { ...draft.route, destination: draft.place };
  if (stance === 'absent' || isNone(reading, people)) draft.polarity = 'negated';
  draft.rules.push(stance !== null || frame === null ? 'presence' : `act:${frame.name}`);
  return draft;
}

/** "owned up to Syrian fighters in Libya": people whose being somewhere is admitted. */
function isAdmitted(reading: Reading, { first }: People): boolean {
  const saying = sayingFor(reading, first);
  return saying?.modality === 'confirmed' && saying.last < first && first - saying.last <= 6;
}

/** People sent home or pulled out, by their number; who leaves uncounted is background. */
function withdrawal(reading: Reading, act: Act, figure: Figure | null, pronoun: boolean): DraftClaim | null {
  if (figure === null && !pronoun) return null;
  // "they go home with a diploma": what they do every year.
  const { first, lemma } = act.predicate;
  if (figure === null && reading.sentence.tokens[first]?.lower === lemma) return null;
  const where = whereaboutsOf(reading, act.predicate.first);
  const home = /\bhome\b/.test(words(reading, act.predicate.first, act.predicate.last + 8));
  const [origin, destination] = [namedPlaces([...where.origin]), namedPlaces(where.destination)];
  if (origin === null && destination === null && !home && (figure === null || topicOf(reading) === null))
    return null;
  const draft = draftFor(reading, 'movement', act.predicate, noParties());
  draft.route = {
    mode: draft.route?.mode ?? [],
    origin,
    destination,
    via: [],
    vessel: draft.route?.vessel ?? null,
  };
  draft.rules.push(`act:${act.frame.name}`);
  return draft;
}

/** "500 of them officers", "among them 1,000 sappers": people counted within those named before. */
function isPart(reading: Reading, { mention, first }: People): boolean {
  const before = words(reading, Math.max(0, first - 4), first);
  const inside = reading.document.text.slice(mention.span[0], mention.head[0]).toLowerCase();
  return (
    /\b(?:including|among them|of whom|of them|among whom)(?: ,)?$/.test(before) ||
    /\bof (?:them|whom)\b/.test(inside)
  );
}

/** "The force stood at 50,000", "had gone down from 30,023 to 11,490": the figures that a verb gives to people. */
function predicatedFigures(reading: Reading, { first, last }: People): Figure[] {
  const given = freeFigures(reading).filter(({ mention: { figure }, ...at }) => {
    if (figure.unit !== null || figure.share !== null || hasNoun(reading, at.last)) return false;
    if (at.last < first)
      return /^the (?:total |overall )?(?:number|strength) of\b/.test(words(reading, at.last + 1, first));
    const between = words(reading, last + 1, at.first);
    const opens = /^(?:at|to|from|of)$/.test(reading.sentence.tokens[at.first]?.lower ?? '');
    return (
      (opens || GIVES.test(between)) &&
      !/[;:]/.test(between) &&
      reading.goods.every((g) => g.first <= last || g.first > at.first)
    );
  });
  return given.map(({ mention: { figure } }) =>
    figure.qualifier === 'from' && given.length > 1
      ? { ...figure, low: figure.low, high: figure.low, qualifier: null }
      : figure,
  );
}

const GIVES =
  /\b(?:at|to|of|numbers?|numbered|numbering|total(?:s|led|ling)?|reach(?:es|ed)?|exceed(?:s|ed)?|is|was|are|were)(?: to)?$/;

/** The time that stands nearest to one of several figures. */
function dated(reading: Reading, draft: DraftClaim, figure: Figure): DraftClaim['when'] {
  const at = reading.sentence.tokens.findIndex(
    ({ start }) => start >= reading.sentence.span[0] + figure.span[0],
  );
  const behind = reading.dating.act.filter(({ first }) => first > at);
  return whenOf({
    sentence: reading.sentence,
    dating: behind.length > 0 ? { ...reading.dating, act: behind.slice(0, 1) } : reading.dating,
    predicate: null,
    at,
    until: draft.stated ?? reading.published,
    kind: draft.kind,
  });
}

const PART = /^of (?:them|these|those|whom)\b/;

/** "some 50,000 of them in China and 30,000 in Russia", "bringing the total to 11,000". */
function figuresBeside(reading: Reading, told: readonly Told[]): DraftClaim[] {
  const used = new Set(told.flatMap(({ draft }) => (draft.quantity ? [draft.quantity.wording] : [])));
  const drafts: DraftClaim[] = [];
  for (const placed of freeFigures(reading)) {
    const { figure } = placed.mention;
    const whole = told.findLast(({ people }) => people.first < placed.first) ?? null;
    if (whole === null || figure.unit !== null || figure.share !== null) continue;
    const quantity = quantityOf(figure, 'person', reading.document.text, reading.sentence.span[0]);
    if (quantity === null || used.has(quantity.wording)) continue;
    const [before, behind] = [
      words(reading, Math.max(0, placed.first - 5), placed.first),
      words(reading, placed.last + 1, placed.last + 4),
    ];
    const total = /\b(?:total|number|strength|figure)\b.* to$/.test(before);
    const part = PART.test(behind);
    const sibling =
      drafts.length > 0 && /(?:,|and|or|with)$/.test(before) && /^(?:in|at|near|to)\b/.test(behind);
    if (!total && !part && !sibling) continue;
    const next = freeFigures(reading).find(({ first }) => first > placed.last)?.first;
    const where = whereaboutsOf(reading, placed.first, next);
    const here = [...where.stay, ...where.destination].filter(({ from }) => from > placed.last);
    drafts.push({
      ...whole.draft,
      quantity,
      place: total ? whole.draft.place : (namedPlaces(here) ?? whole.draft.place),
      when: total ? { edtf: null, scope: 'cumulative' } : whole.draft.when,
      relation: total ? null : { type: 'part_of', to: whole.draft },
      rules: [...whole.draft.rules, 'figure-beside'],
    });
  }
  return drafts;
}
