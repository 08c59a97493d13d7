import { lowerText, type Placed } from './clause.js';
import { isPeople, quantityOf, type DraftClaim } from './draft-claim.js';
import { freeFigures, words } from './figures-in.js';
import type { GoodsMention } from './mentions.js';
import { actorOf, isTaught } from './people.js';
import { draftFor } from './draft-for.js';
import type { Frame } from './predicates.js';
import type { Reading } from './reading.js';
import { partiesOf } from './roles.js';

/** Help that is no goods: people who are taught, and money that is given. */

/** @param abroad the people whom the sentence tells to be sent: trainers who are sent are a deployment alone */
export function assistance(reading: Reading, abroad: readonly DraftClaim[]): DraftClaim[] {
  const taught = abroad.length > 0 ? [] : lessons(reading);
  return [
    ...(taught.length > 0 || abroad.length > 0 ? taught : groupsTaught(reading)),
    ...funding(reading),
    ...aidGiven(reading),
  ];
}

const AID =
  /\b(?:military|material|materiel|logistical|logistic|technical|security|financial|intelligence|direct|substantial|military and \w+) (?:support|assistance|aid|help|backing)\b/;

/** "material support which Russia was giving to the group": help of which the text says no more than its sort. */
function aidGiven(reading: Reading): DraftClaim[] {
  const text = lowerText(reading.sentence.tokens);
  const found = AID.exec(text);
  if (found === null || reading.goods.some(({ mention }) => !isPeople(mention) && mention.class !== null))
    return [];
  return reading.predicates
    .flatMap((predicate) => {
      const frame = predicate.frames.find(({ name }) => /^(?:send|equip|fund)$/.test(name));
      if (frame === undefined || predicate.voice === 'nominal') return [];
      if (!/^(?:give|provide|extend|lend|supply|send|furnish|deliver|offer|render)$/.test(predicate.lemma))
        return [];
      const parties = partiesOf(reading, predicate, frame);
      if (parties.supplier === null || parties.recipient === null) return [];
      const draft = draftFor(reading, 'assistance', predicate, parties);
      draft.item = { class: found[0].startsWith('financial') ? 'money' : null, wording: found[0] };
      draft.rules.push('aid', ...parties.rules);
      return [draft];
    })
    .slice(0, 1);
}

/** "Iran has trained the Houthis", "the rebels were instructed by Hezbollah": a side that is taught, and no people beside it. */
function groupsTaught(reading: Reading): DraftClaim[] {
  return reading.predicates
    .flatMap((predicate) => {
      const frame = predicate.frames.find(({ name }) => name === 'teach');
      if (frame === undefined || predicate.voice === 'nominal' || predicate.lemma === 'advise') return [];
      const parties = partiesOf(reading, predicate, frame);
      if (parties.supplier === null || parties.recipient === null) return [];
      const draft = draftFor(reading, 'assistance', predicate, parties);
      draft.item = { class: null, wording: reading.sentence.tokens[predicate.first]?.text ?? '' };
      draft.rules.push('lessons', ...parties.rules);
      return [draft];
    })
    .slice(0, 1);
}

/** "Russian crews were trained in Iran", "the training of pilots": who is taught receives, whoever teaches supplies. */
function lessons(reading: Reading): DraftClaim[] {
  return reading.goods.flatMap((people) => {
    const predicate = isPeople(people.mention) ? isTaught(reading, people) : null;
    const frame = predicate?.frames.find(({ kind }) => kind === 'assistance');
    if (predicate === null || frame === undefined) return [];
    const { mention } = people;
    const parties = partiesOf(
      reading,
      predicate,
      frame,
      reading.mentions.filter(({ first, last }) => last < people.first || first > people.last),
    );
    const recipient = actorOf(reading, people, null) ?? parties.recipient;
    const supplier = parties.supplier === recipient ? null : parties.supplier;
    if (recipient === null && supplier === null) return [];
    const draft = draftFor(reading, 'assistance', predicate, parties);
    draft.recipient = recipient;
    draft.supplier = supplier ?? hostOf(reading, people, recipient);
    draft.item = { class: null, wording: mention.wording };
    draft.quantity = quantityOf(
      mention.figure,
      mention.unit,
      reading.document.text,
      reading.sentence.span[0],
    );
    draft.rules.push('lessons');
    return [draft];
  });
}

/** Verbs whose sums are the price of something. */
const TRADING: ReadonlySet<string> = new Set([
  'sell',
  'trade',
  'export',
  're-export',
  'fill up with',
  'load up with',
]);

/** The country in which people are taught, where nobody else is said to teach them. */
function hostOf(reading: Reading, { last }: Placed<GoodsMention>, recipient: string | null): string | null {
  const host = reading.mentions.find(
    ({ mention, first }) =>
      first > last &&
      mention.type === 'party' &&
      mention.form !== 'demonym' &&
      mention.id !== recipient &&
      /\bin(?: the)?$/.test(words(reading, 0, first)),
  )?.mention;
  return host?.type === 'party' ? host.id : null;
}

/** "has spent a billion dollars a year on the government", "passed $40 million to the group": money given, with its sum. */
function funding(reading: Reading): DraftClaim[] {
  // What stands beside goods is their price or their worth.
  const priced = reading.goods.some(({ mention }) => mention.class !== 'money' && !isPeople(mention));
  return freeFigures(reading).flatMap(({ mention, first, last }) => {
    // "goods worth more than $5 million": no money changes hands.
    if (mention.figure.unit !== 'usd' || /\bworth\b/.test(words(reading, Math.max(0, first - 4), first)))
      return [];
    const given = (frame: Frame): boolean => frame.name === 'fund' || (frame.name === 'send' && !priced);
    const predicate = reading.predicates.find(
      (p) =>
        p.voice !== 'nominal' &&
        p.frames.some(given) &&
        !TRADING.has(p.lemma) &&
        (p.voice === 'passive' && p.first > last
          ? p.first - last <= 6
          : p.first < first && first - p.first <= 8),
    );
    const frame = predicate?.frames.find(given);
    if (predicate === undefined || frame === undefined) return [];
    const parties = partiesOf(reading, predicate, frame);
    if (parties.supplier === null || parties.recipient === null) return [];
    const draft = draftFor(reading, 'assistance', predicate, parties);
    draft.item = { class: 'money', wording: '' };
    draft.quantity = quantityOf(mention.figure, 'usd', reading.document.text, reading.sentence.span[0]);
    draft.rules.push('funding', ...parties.rules);
    return [draft];
  });
}
