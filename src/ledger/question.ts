import { groupBy } from '../core/group-by.js';
import type { Claim } from '../model/claim.js';
import type { Question } from '../model/finding.js';
import type { Bearing } from '../model/kept-finding.js';
import { chargeId, familyId, questionId } from '../model/question.js';
import { eventKey, eventsOf, eventTold, tellsEvent, type EventKey } from './event.js';
import { intervalOf } from './interval-of-claim.js';
import type { Names } from './names.js';
import { stateOfPlace } from './places.js';

/** A question and the claims that bear on it. */
export interface Group<T> {
  readonly question: Question;
  readonly members: readonly T[];
}

type Subject = Pick<Question, 'kind' | 'supplier' | 'recipient' | 'actor' | 'target' | 'item'>;

/** Where a claim belongs, from the question that it asks by itself. */
export interface Placement {
  readonly bears: Bearing;
  /** The question that it makes: its own; without unit and rate where it has no figure. */
  readonly question: Question;
  /** Of the question, and of what it has in common with others (src/model/question.ts). */
  readonly key: string;
  readonly family: string;
  readonly charge: string;
}

/** Answers where claims belong; equal answers are one object. */
export function placements(names: Names): (claim: Claim, own: Question) => Placement {
  const known = new Map<Question, Map<Bearing, Placement>>();
  return (claim, own) => {
    const bears = bearingOf(claim, names);
    const there = known.get(own) ?? new Map<Bearing, Placement>();
    known.set(own, there);
    const placement = there.get(bears) ?? placementOf(bears, own);
    there.set(bears, placement);
    return placement;
  };
}

function bearingOf(claim: Claim, names: Names): Bearing {
  if (claim.polarity !== 'affirmed') return 'denial';
  return intervalOf(claim, names) === null ? 'plain' : 'figure';
}

function placementOf(bears: Bearing, own: Question): Placement {
  const question = bears === 'figure' ? own : { ...own, unit: null, per: null };
  return {
    bears,
    question,
    key: questionId(question),
    family: familyId(question),
    charge: chargeId(question),
  };
}

/**
 * Sorts claims to their questions: kind, parties, item class, unit, rate, outcome, vessel and event. A claim without a
 * figure stands on every question like its own but for the unit that has figures, a denial on every question that it
 * covers; so each claim is on one question at least, and may be on several. The order of the claims plays no part.
 * @param elsewhere what other claims than these ask; by default nothing
 */
export function questionsOf<T>(
  claims: Iterable<T>,
  placement: (claim: T) => Placement,
  elsewhere: Elsewhere = NOTHING,
): ReadonlyMap<string, Group<T>> {
  const groups = new Map<string, { question: Question; charge: string; members: T[] }>();
  const join = (key: string, question: Question, charge: string, claim: T): void => {
    const group = groups.get(key);
    if (group) group.members.push(claim);
    else groups.set(key, { question, charge, members: [claim] });
  };
  const bearing: Record<Bearing, T[]> = { figure: [], plain: [], denial: [] };
  for (const claim of claims) bearing[placement(claim).bears].push(claim);

  const counted = new Map<string, Set<string>>();
  for (const claim of bearing.figure) {
    const { key, question, family, charge } = placement(claim);
    join(key, question, charge, claim);
    const there = counted.get(family);
    if (there) there.add(key);
    else counted.set(family, new Set([key]));
  }

  // What has no figure joins the questions that figures made, else it makes one without unit.
  for (const claim of bearing.plain) {
    const { key, question, family, charge } = placement(claim);
    const like = counted.get(family) ?? (elsewhere.counts(family) ? [] : [key]);
    for (const each of like) join(each, groups.get(each)?.question ?? question, charge, claim);
  }

  const asked = groupBy([...groups], ([, { charge }]) => charge);
  for (const claim of bearing.denial) {
    const { key, question, charge } = placement(claim);
    const covered = (asked.get(charge) ?? []).filter(([, group]) => covers(question, group.question));
    for (const [like, group] of covered) join(like, group.question, charge, claim);
    if (covered.length === 0 && !elsewhere.asserts(charge, question.item)) join(key, question, charge, claim);
  }
  return groups;
}

/** What claims ask that are not looked at. */
export interface Elsewhere {
  /** Whether one of them has a figure on a question of the family. */
  readonly counts: (family: string) => boolean;
  /** Whether one of them affirms something of the charge (and item). */
  readonly asserts: (charge: string, item: string | null) => boolean;
}

const NOTHING: Elsewhere = { counts: () => false, asserts: () => false };

/** Whether a denial covers a question of its kind and parties: of its item, where it names one. */
const covers = (denial: Question, question: Question): boolean =>
  denial.item === null || denial.item === question.item;

/** The question that each claim asks by itself, its event as precise as the claims on it allow. */
export function ownQuestions(claims: readonly Claim[], names: Names): (claim: Claim) => Question {
  const events = new Map(
    [...groupBy(claims.filter(tellsEvent), (claim) => subjectOf(claim, names))].map(([subject, alike]) => [
      subject,
      eventsOf(alike.map(eventTold), names),
    ]),
  );
  const one = oneObjectEach();
  return (claim) => {
    const event = tellsEvent(claim)
      ? (events.get(subjectOf(claim, names))?.get(eventKey(eventTold(claim))) ?? null)
      : null;
    return one(ownQuestion(claim, event, names));
  };
}

/** @param event that the claim tells; null where it tells none */
export const ownQuestion = (claim: Claim, event: EventKey | null, names: Names): Question => ({
  ...subjectOfClaim(claim, names),
  unit: claim.quantity?.unit ?? null,
  per: claim.quantity?.per ?? null,
  outcome: claim.outcome,
  vessel: claim.kind === 'movement' ? vesselOf(claim, names) : null,
  event,
});

/** Equal questions as one object: a case asks the same few a million times. */
export function oneObjectEach(): (question: Question) => Question {
  const known = new Map<string, Question>();
  return (question) => {
    const key = keyOf(question);
    const there = known.get(key);
    if (there === undefined) known.set(key, question);
    return there ?? question;
  };
}

/** Kind, parties and item: claims on one event have them in common. */
export const subjectOf = (claim: Claim, names: Names): string => subjectKey(subjectOfClaim(claim, names));

function subjectOfClaim(claim: Claim, names: Names): Subject {
  const moves = claim.kind === 'movement';
  return {
    kind: claim.kind,
    supplier: partyId(moves ? stateOfPlace(claim.route?.origin ?? null, names) : claim.supplier, names),
    recipient: partyId(
      moves ? stateOfPlace(claim.route?.destination ?? null, names) : claim.recipient,
      names,
    ),
    actor: partyId(claim.actor, names),
    target: partyId(claim.target, names),
    item: claim.item?.class ?? null,
  };
}

/** Kind and parties: what a denial covers, whatever the goods. */
const chargeKey = ({ kind, supplier, recipient, actor, target }: Question | Subject): string =>
  JSON.stringify([kind, supplier, recipient, actor, target]);

const subjectKey = (subject: Question | Subject): string => `${chargeKey(subject)}${subject.item}`;

const keyOf = (question: Question): string => {
  const { unit, per, outcome, vessel, event } = question;
  const rest = [unit, per, outcome, vessel, event === null ? null : [event.date, event.place]];
  return subjectKey(question) + JSON.stringify(rest);
};

/** A party's code or canonical name; several parties in one slot keep their order. */
export function partyId(party: string | null, names: Names): string | null {
  if (party === null) return null;
  const whole = names.who(party);
  if (whole) return whole.id;
  return party
    .split(', ')
    .map((one) => names.who(one)?.id ?? one)
    .join(', ');
}

function vesselOf(claim: Claim, names: Names): string | null {
  const vessel = claim.route?.vessel ?? null;
  return vessel === null ? null : (names.vessel(vessel)?.id ?? names.unlistedKey('vessel', vessel));
}
