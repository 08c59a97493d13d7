import { groupBy } from '../core/group-by.js';
import type { Question, Standing } from '../model/finding.js';
import { byStatementOrder, type FindingMember } from '../model/kept-finding.js';
import { PEERS_OF_ORIGIN } from './grade-claim.js';
import { supports } from './modality.js';
import type { Names } from './names.js';
import { relationContext } from './pairs.js';
import { nestings } from './places.js';
import { saidIndex, type Said } from './said-relations.js';
import { compare } from './statement-date.js';
import { supersededIn } from './superseded.js';
import { byLetter } from './weighing.js';

/** A member that is no echo, with its number among those that are looked at together. */
interface Own {
  readonly member: FindingMember;
  readonly standing: Standing;
}

/**
 * Notes which members are superseded, and which ones what a finding came to cannot be told without: what others of
 * their origin say decides both, so that of a question with many claims only the origin of a new one is looked at again.
 * `headOf` of those that weigh is `headOf` of all (a test holds it to that).
 * @param members of one question; all of each origin that there is among them
 */
export function weighed(
  members: readonly FindingMember[],
  question: Question,
  names: Names,
): FindingMember[] {
  const noted = new Map<FindingMember, FindingMember>();
  const own = members.filter((member) => member.standing !== null);
  for (const ofOrigin of groupBy(own, ({ standing }) => standing!.origin).values()) {
    const numbered = numberedInOrder(ofOrigin);
    const superseded = supersededAmong(numbered, question, names);
    const weighing = weighingOf(numbered, superseded, question);
    for (const { member, standing } of numbered)
      noted.set(member, {
        ...member,
        superseded: superseded.has(standing.at),
        weighs: weighing.has(standing.at),
      });
  }
  return members.map((member) => noted.get(member) ?? member);
}

/** Members that are no echoes in statement order, each with a number by it. */
export function numberedInOrder(members: readonly FindingMember[]): Own[] {
  return [...members]
    .sort(byStatementOrder)
    .flatMap((member) => (member.standing === null ? [] : [member]))
    .map((member, at) => ({ member, standing: { at, ...member.standing! } }));
}

/** What some members say of each other, by their numbers. */
export function saidAmong(own: readonly Own[]): Said {
  if (own.every(({ member }) => member.said.length === 0)) return [];
  const positions = new Map(own.map(({ member: { claim }, standing }) => [keyOf(claim), standing.at]));
  return own.flatMap(({ member, standing }) =>
    member.said.flatMap(({ type, to }) => {
      const b = to === null ? null : positions.get(to);
      return b === undefined ? [] : [{ a: standing.at, type, b }];
    }),
  );
}

const keyOf = ({ doc, index }: FindingMember['claim']): string => `${doc}:${index}`;

/** Which of the places of some statements lie within which others of them; the order of the statements plays no part. */
export function nestedAmong(own: readonly Own[], question: Question, names: Names): [string, string][] {
  if (question.event !== null) return [];
  const places = new Set(own.flatMap(({ standing }) => standing.place ?? []));
  if (places.size < 2) return [];
  return [...nestings([...places].sort(compare), names)].flatMap(([inner, outer]) =>
    [...outer].map((each): [string, string] => [inner, each]),
  );
}

function supersededAmong(own: readonly Own[], question: Question, names: Names): ReadonlySet<number> {
  if (own.length < 2) return NONE;
  const standings = own.map(({ standing }) => standing);
  const said = saidAmong(own);
  const index = saidIndex(said);
  const nested = nestedAmong(own, question, names);
  return supersededIn(standings, relationContext({ question, standings, said, nested }, index), index);
}

const NONE: ReadonlySet<number> = new Set();

/** Those of one origin without which the head would be another. */
function weighingOf(
  own: readonly Own[],
  superseded: ReadonlySet<number>,
  question: Question,
): ReadonlySet<number> {
  const standings = own.map(({ standing }) => standing);
  const derived = new Set(
    own.flatMap(({ member, standing }) => (member.claim.derived_from === null ? [] : [standing.at])),
  );
  const qualifies = ({ at, affirmed, modality }: Standing): boolean =>
    affirmed && supports(modality) && !superseded.has(at) && !derived.has(at);
  const weighs = new Set<number>();
  const note = (standing: Standing | undefined): void => void (standing && weighs.add(standing.at));

  // What gives bounds, or takes them by a denial; and what others are held against.
  for (const standing of standings)
    if (standing.interval !== null && (!standing.affirmed || qualifies(standing))) note(standing);
  standings
    .filter((standing) => !standing.affirmed || qualifies(standing))
    .sort((a, b) => byLetter(a, b) || compare(b.day ?? '', a.day ?? '') || a.at - b.at)
    .slice(0, PEERS_OF_ORIGIN)
    .forEach(note);
  note(standings.find(qualifies));
  note(own.find(({ member }) => member.denied)?.standing);

  // What says anything of others; the first days; each place once.
  for (const { member, standing } of own) if (member.said.length > 0) note(standing);
  note(leastBy(own, ({ member }) => member.flow)?.standing);
  note(leastBy(own, ({ standing }) => standing.window.start)?.standing);
  if (question.event === null) {
    const places = new Map<string, Standing>();
    for (const standing of standings)
      if (standing.place !== null && !places.has(standing.place)) places.set(standing.place, standing);
    places.forEach(note);
  }

  wholes(standings).forEach(note);
  return weighs;
}

function leastBy<T>(items: readonly T[], key: (item: T) => string | null): T | undefined {
  let [least, best]: [T | undefined, string | null] = [undefined, null];
  for (const item of items) {
    const at = key(item);
    if (at !== null && (best === null || at < best)) [least, best] = [item, at];
  }
  return least;
}

/**
 * Those of which others may be a part: of one group, start and place the one with the last end and the greatest high can
 * hold whatever the others can; one with an earlier end counts where its high is greater.
 */
function wholes(standings: readonly Standing[]): Standing[] {
  const alike = groupBy(
    standings.filter(({ interval }) => interval !== null),
    ({ group, affirmed, place, runningTotal, window: { start, end } }) =>
      JSON.stringify([group, affirmed, place, runningTotal, start, end === null]),
  );
  return [...alike.values()].flatMap((those) => {
    let highest = -Infinity;
    return [...those]
      .sort((a, b) => compare(b.window.end ?? '', a.window.end ?? '') || highOf(b) - highOf(a) || a.at - b.at)
      .filter((one, at) => {
        const counts = at === 0 || highOf(one) > highest;
        highest = Math.max(highest, highOf(one));
        return counts;
      });
  });
}

const highOf = ({ interval }: Standing): number => interval?.high ?? Number.MAX_VALUE;
