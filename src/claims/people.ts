import type { ItemClass } from '../model/enums.js';
import type { Act } from './assemble.js';
import type { Placed } from './clause.js';
import type { DraftClaim } from './draft-claim.js';
import { words } from './figures-in.js';
import type { GoodsMention } from './mentions.js';
import type { Predicate } from './predicates.js';
import type { Reading } from './reading.js';
import { isPartylike, partiesOf, partyOf } from './roles.js';

/** Whose people a sentence speaks of, and what they are there for. */

export type People = Placed<GoodsMention>;

/** Who sends people: the subject of the sending, else whose they are said to be; null where the sentence leaves it open. */
export function actorOf(reading: Reading, people: People, act: Act | null): string | null {
  if (act !== null && /^(?:deploy|keep)$/.test(act.frame.name)) {
    const { actor } = partiesOf(
      reading,
      act.predicate,
      act.frame,
      reading.mentions.filter((m) => m.last < people.first || m.first > people.last),
    );
    if (actor !== null) return actor;
  }
  return people.mention.make ?? ownerOf(reading, people);
}

/** "Turkey's soldiers", "IRGC members", "officers from the North": the party beside people, before or behind. */
function ownerOf(reading: Reading, { mention, first, last }: People): string | null {
  const { tokens } = reading.sentence;
  for (const placed of reading.mentions) {
    if (!isPartylike(placed.mention) || reading.speaking.has(placed.mention)) continue;
    const id = partyOf(placed.mention);
    if (id === null) continue;
    const inside = placed.mention.span[0] >= mention.span[0] && placed.mention.span[1] <= mention.span[1];
    const before =
      placed.last < first &&
      /^(?:['’]s? )?(?:own )?$/.test(`${words(reading, placed.last + 1, first)} `.trimStart());
    const behind =
      placed.first > last && /^(?:of|from) (?:the )?$/.test(`${words(reading, last + 1, placed.first)} `);
    if (inside || behind || (before && (tokens[placed.last + 1]?.text.startsWith("'") ?? false))) return id;
  }
  return null;
}

const isTeaching = (predicate: Predicate): boolean => predicate.frames.some(({ name }) => name === 'teach');

/** "to coach the gunners", "crews were trained", "the training of pilots": the word by which people are taught, and not sent. */
export const isTaught = (reading: Reading, { first, last }: People): Predicate | null =>
  reading.predicates.find((p) => {
    if (!isTeaching(p)) return false;
    const [behind, before] = [words(reading, p.last + 1, first), words(reading, last + 1, p.first)];
    if (p.voice === 'nominal') return p.last < first && /^(?:of|for)(?: \w+)?$/.test(behind);
    if (p.last < first) return p.voice === 'active' && first - p.last <= 3;
    return p.voice === 'passive' && p.first - last <= 8 && !/[,;:]|\b(?:to|so|who)\b/.test(before);
  }) ?? null;

/**
 * What people are: teachers where they are there to teach, else what they are called, else what they do. Undefined
 * where nothing says it, so that they bear on no deployment.
 */
export function callingOf(
  reading: Reading,
  people: People,
  act: Act | null,
  topic: DraftClaim | null,
): ItemClass | null | undefined {
  const { class: called } = people.mention;
  if (called !== 'workers' && teaches(reading, people)) return 'instructors';
  if (called !== null) return called;
  const doing = words(reading, people.last + 1, people.last + 12);
  if (/\b(?:work\w*|labou?r\w*|visas?|jobs?|earn\w*|employ\w*)\b/.test(doing)) return 'workers';
  if (
    /\b(?:fight\w*|fought|combat|battle\w*|front|war|killed|trench\w*)\b/.test(doing) ||
    isArmed(reading, people)
  )
    return 'troops';
  if (act === null || act.cost > 12 || /\bmembers?$/i.test(people.mention.wording)) return undefined;
  return topic?.item?.class ?? (people.mention.make !== null ? 'troops' : undefined);
}

/** "to train Russian crews", "so that crews could be taught": a verb of teaching with somebody to teach. */
function teaches(reading: Reading, { last }: People): boolean {
  const { tokens } = reading.sentence;
  return reading.predicates.some((p) => {
    if (!isTeaching(p) || p.first <= last || p.voice === 'nominal') return false;
    const between = words(reading, last + 1, p.first);
    if (/[;:]/.test(between)) return false;
    if (p.voice === 'passive') return /\bso that\b/.test(between);
    return /^(?:NOUN|PROPN|DET|ADJ|PRON)$/.test(tokens[p.last + 1]?.pos ?? '');
  });
}

/** Members and men of an army or an armed group. */
function isArmed(reading: Reading, people: People): boolean {
  return reading.mentions.some(({ mention, first, last }) => {
    const armed =
      (mention.type === 'party' && mention.form === 'group') ||
      (mention.type === 'body' && /^(?:military|armed_group)$/.test(mention.organisation.type));
    return armed && (Math.abs(people.first - last) <= 2 || Math.abs(first - people.last) <= 3);
  });
}
