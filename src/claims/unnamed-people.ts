import { governingAct, type Act } from './assemble.js';
import { beforeVerb } from './clause.js';
import { isPeople, type DraftClaim } from './draft-claim.js';
import { freeFigures, words } from './figures-in.js';
import type { Figure } from './figures.js';
import type { People } from './people.js';
import { stanceOf } from './presence.js';
import type { Reading } from './reading.js';

/** What people do, and those whom a sentence names by a figure or a pronoun alone. */

/** The act that governs people; ships that sail past and what is seen of them are no acts of theirs. */
export function actOf(reading: Reading, people: People): Act | null {
  const { sentence, predicates } = reading;
  const own = predicates.map((p) => ({
    ...p,
    frames: p.frames.filter(({ kind, name }) => kind !== 'movement' || /^(?:withdraw|leave)$/.test(name)),
  }));
  const act = governingAct(sentence, people, own);
  return act !== null && isWayHome(reading, people, act) ? { ...act, kind: 'movement' } : act;
}

/** "sent 288 soldiers of the army home": the way back, which is no deployment. */
function isWayHome(reading: Reading, { last }: People, { predicate, frame }: Act): boolean {
  if (frame.name !== 'deploy') return false;
  const from = Math.max(last, predicate.last) + 1;
  return /^(?:[\p{L}-]+ ){0,7}(?:home|back)(?: (?!to the (?:front|field|war))|$)/u.test(
    words(reading, from, from + 9),
  );
}

/** "A thousand more boarded a ship": a figure that does what the people told of before do, without a noun. */
export function unnamedPeople(reading: Reading): People[] {
  const topic = topicOf(reading);
  const item = topic?.item ?? null;
  if (topic === null || item === null) return [];
  return freeFigures(reading).flatMap((placed) => {
    const { figure, span } = placed.mention;
    if (figure.unit !== null || (figure.low ?? figure.high) === 1 || hasNoun(reading, placed.last)) return [];
    // Of people the language says "of whom".
    if (/^of which\b/.test(words(reading, placed.last + 1, placed.last + 3))) return [];
    const people: People = { ...placed, mention: toldOf(topic, item, figure, span) };
    const act = actOf(reading, people);
    const acting = act !== null && act.cost <= 12 && act.predicate.voice !== 'nominal';
    return acting || stanceOf(reading, people) === 'present' ? [people] : [];
  });
}

/** "They were sent home", "flew them in": the people told of last, where the sentence names none and sends them. */
export function pronounPeople(reading: Reading): People[] {
  const topic = topicOf(reading);
  const item = topic?.item ?? null;
  const { tokens } = reading.sentence;
  if (topic === null || item === null || reading.goods.some(({ mention }) => isPeople(mention))) return [];
  return reading.predicates.flatMap((predicate) => {
    if (
      predicate.voice === 'nominal' ||
      !predicate.frames.some(({ name }) => /^(?:deploy|withdraw|leave)$/.test(name))
    )
      return [];
    const subject = predicate.voice === 'passive' || predicate.frames.some(({ name }) => name === 'leave');
    const at = subject ? beforeVerb(tokens, predicate.first) : predicate.first + 1;
    const word = tokens[at];
    if (word === undefined || !/^(?:they|them|these|all|both)$/.test(word.lower)) return [];
    if (subject !== (word.lower !== 'them')) return [];
    return [
      {
        first: at,
        last: at,
        mention: { ...toldOf(topic, item, null, [word.start, word.end]), wording: word.text },
      },
    ];
  });
}

/** People who are named by a figure or a pronoun alone, as those told of before. */
const toldOf = (
  topic: DraftClaim,
  item: NonNullable<DraftClaim['item']>,
  figure: Figure | null,
  span: readonly [number, number],
): People['mention'] => ({
  type: 'goods',
  class: item.class,
  wording: item.wording,
  model: null,
  calibre_mm: null,
  span,
  head: span,
  unit: 'person',
  make: topic.kind === 'deployment' ? topic.actor : null,
  figure,
  many: true,
  content: false,
});

/** Whether what stands behind a figure may be the noun that it counts. */
export function hasNoun({ sentence: { tokens } }: Reading, last: number): boolean {
  const next = tokens[last + 1];
  return next !== undefined && /^(?:NOUN|PROPN|ADJ|NUM|SYM)$/.test(next.pos) && next.lower !== 'more';
}

/** The people told of last. */
export const topicOf = ({ discourse }: Reading): DraftClaim | null =>
  discourse.latest(
    (d) => d.kind === 'deployment' || (d.kind === 'movement' && d.quantity?.unit === 'person'),
  );
