import { groupBy } from '../core/group-by.js';
import type { Claim } from '../model/claim.js';
import type { Question } from '../model/finding.js';
import { eventsOf, tellsEvent } from './event.js';
import { intervalOf } from './interval-of-claim.js';
import type { Names } from './names.js';
import { stateOfPlace } from './places.js';
import { compare } from './statement-date.js';

/** A question and the claims that bear on it. */
export interface Group {
  readonly question: Question;
  readonly claims: readonly Claim[];
}

type Subject = Pick<Question, 'kind' | 'supplier' | 'recipient' | 'actor' | 'target' | 'item'>;

/**
 * Sorts claims to their questions: kind, parties, item class, unit, rate, outcome, vessel and event. A claim without a
 * figure stands on every question like its own but for the unit that has figures, a denial on every question that it
 * covers; so each claim is on one question at least, and may be on several. The order of the claims plays no part.
 * @param own the question that a claim asks by itself
 */
export function questionsOf(claims: readonly Claim[], own: (claim: Claim) => Question): Group[] {
  const groups = new Map<string, { question: Question; claims: Set<Claim> }>();
  const join = (question: Question, claim: Claim): void => {
    const key = keyOf(question);
    const group = groups.get(key);
    if (group) group.claims.add(claim);
    else groups.set(key, { question, claims: new Set([claim]) });
  };
  const affirmed = claims.filter((claim) => claim.polarity === 'affirmed');
  const figures = affirmed.filter((claim) => intervalOf(claim) !== null);
  for (const claim of figures) join(own(claim), claim);

  // What has no figure joins the questions that figures made, else it makes one without unit.
  const counted = groupBy([...groups.values()], ({ question }) => keyOf({ ...question, unit: null }));
  for (const claim of affirmed) {
    if (intervalOf(claim) !== null) continue;
    const question = { ...own(claim), unit: null, per: null };
    const like = counted.get(keyOf(question)) ?? [];
    for (const group of like) join(group.question, claim);
    if (like.length === 0) join(question, claim);
  }

  const asked = groupBy([...groups.values()], ({ question }) => chargeKey(question));
  for (const claim of claims) {
    if (claim.polarity === 'affirmed') continue;
    const question = own(claim);
    const covered = (asked.get(chargeKey(question)) ?? []).filter(
      (group) => question.item === null || group.question.item === question.item,
    );
    for (const group of covered) join(group.question, claim);
    if (covered.length === 0) join({ ...question, unit: null, per: null }, claim);
  }
  return [...groups.entries()]
    .sort(([a], [b]) => compare(a, b))
    .map(([, { question, claims: members }]) => ({ question, claims: [...members] }));
}

/** The question that each claim asks by itself, its event as precise as the claims on it allow. */
export function ownQuestions(claims: readonly Claim[], names: Names): (claim: Claim) => Question {
  const subject = (claim: Claim): Subject => subjectOfClaim(claim, names);
  const events = new Map(
    [...groupBy(claims.filter(tellsEvent), (claim) => subjectKey(subject(claim))).values()].flatMap(
      (alike) => [...eventsOf(alike, names)],
    ),
  );
  const questions = new Map<Claim, Question>();
  const known = new Map<string, Question>();
  for (const claim of claims) {
    const question = {
      ...subject(claim),
      unit: claim.quantity?.unit ?? null,
      per: claim.quantity?.per ?? null,
      outcome: claim.outcome,
      vessel: claim.kind === 'movement' ? vesselOf(claim, names) : null,
      event: events.get(claim) ?? null,
    };
    const key = keyOf(question);
    // One object a question, not one a claim.
    const one = known.get(key) ?? question;
    if (one === question) known.set(key, question);
    questions.set(claim, one);
  }
  return (claim) => questions.get(claim)!;
}

function subjectOfClaim(claim: Claim, names: Names): Subject {
  const moves = claim.kind === 'movement';
  return {
    kind: claim.kind,
    supplier: moves ? stateOfPlace(claim.route?.origin ?? null, names) : partyId(claim.supplier, names),
    recipient: moves
      ? stateOfPlace(claim.route?.destination ?? null, names)
      : partyId(claim.recipient, names),
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
  return vessel === null ? null : (names.vessel(vessel)?.id ?? vessel);
}
