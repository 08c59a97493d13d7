import type { ItemClass } from '../model/enums.js';
import { carryOver, type Told } from './carry-over.js';
import { mainFlow } from './discourse.js';
import type { DraftClaim } from './draft-claim.js';

/** What a document says of itself that its claims lean on. */
export interface Setting {
  /** States in which places stand, by name: what a port says of a flow that names no party. */
  readonly stateOf: (place: string) => string | null;
  /** The pairs of states of known events that the text names (who invaded whom). */
  readonly conflicts: readonly (readonly string[])[];
  /** The state that it names most often; null where two are named as often, or none three times. */
  readonly subject: string | null;
  /** Acts that it dates or places without a claim. */
  readonly acts: readonly Told[];
}

/** The rules of the claim format that no sentence says by itself, over the drafts of a whole document. */
export function settle(drafts: readonly DraftClaim[], setting: Setting): DraftClaim[] {
  fillFlows(drafts, setting);
  fillUse(drafts, setting);
  fillPeople(drafts);
  scopeParties(drafts);
  denyOwnActs(drafts);
  giveLoads(drafts);
  carryOver(drafts, setting.acts);
  return withoutRepeats(drafts);
}

interface Flow {
  readonly supplier: string;
  readonly recipient: string;
}

/** An act that names one side or none goes with the flow told just before it, else with the document's commonest. */
function fillFlows(drafts: readonly DraftClaim[], setting: Setting): void {
  const main = mainFlow(drafts) ?? sidesFlow(drafts) ?? routedFlow(drafts, setting);
  let last: { flow: Flow; block: number } | null = null;
  for (const draft of drafts) {
    if (!/^(?:transfer|capacity|assistance|interdiction|agreement)$/.test(draft.kind)) continue;
    const { supplier, recipient } = draft;
    // A cargo of which the text names no side has none: the flow told before it need not be its own.
    if (draft.kind === 'interdiction' && supplier === null && recipient === null) continue;
    const near: Flow | null = last !== null && last.block >= draft.block - 1 ? last.flow : null;
    if (supplier === null || recipient === null) {
      const flow: Flow | null =
        completed(draft, near, main) ?? counterpart(draft, main) ?? towards(draft, main, setting.subject);
      // What was seized or agreed need not belong to the flow that the text tells: only what it names is filled.
      const apart =
        draft.kind === 'interdiction' ||
        (draft.kind === 'agreement' &&
          supplier === null &&
          recipient === null &&
          draft.polarity === 'affirmed');
      if (flow !== null && !(apart && (near === null || draft.kind === 'agreement'))) {
        draft.supplier = flow.supplier;
        draft.recipient = flow.recipient;
        draft.rules.push('flow');
      }
    } else if (
      draft.kind === 'agreement' &&
      main !== null &&
      supplier === main.recipient &&
      recipient === main.supplier &&
      !/treaty|pact|memorandum|accord|alliance/i.test(draft.item?.wording ?? '')
    ) {
      // A contract for goods is named by who supplies them; a treaty by the order in which its parties stand.
      draft.supplier = main.supplier;
      draft.recipient = main.recipient;
    }
    if (draft.supplier !== null && draft.recipient !== null && draft.kind !== 'agreement')
      last = { flow: { supplier: draft.supplier, recipient: draft.recipient }, block: draft.block };
  }
}

/** The flow that has the named side where the draft has it, turned round where the sentence says so. */
function completed(
  { supplier, recipient, reverse }: DraftClaim,
  near: Flow | null,
  main: Flow | null,
): Flow | null {
  const turned = (flow: Flow): Flow => ({ supplier: flow.recipient, recipient: flow.supplier });
  for (const flow of [near, main]) {
    if (flow === null) continue;
    if (supplier === null && recipient === null) return reverse && flow === main ? turned(flow) : flow;
    for (const way of [flow, turned(flow)]) {
      if (supplier !== null && way.supplier === supplier) return way;
      if (recipient !== null && way.recipient === recipient) return way;
    }
  }
  return null;
}

/** A further supplier of those whom the text is about, or a further customer of theirs. */
function counterpart({ kind, supplier, recipient }: DraftClaim, main: Flow | null): Flow | null {
  if (main === null || kind === 'agreement') return null;
  if (supplier !== null && supplier !== main.recipient) return { supplier, recipient: main.recipient };
  if (recipient !== null && recipient !== main.supplier) return { supplier: main.supplier, recipient };
  return null;
}

/** Where the text tells no flow, what somebody hands over goes to the state that it is about. */
const towards = ({ kind, supplier }: DraftClaim, main: Flow | null, subject: string | null): Flow | null =>
  main === null && kind === 'transfer' && supplier !== null && subject !== null && supplier !== subject
    ? { supplier, recipient: subject }
    : null;

/** Where no sentence names a pair, its sides: the commonest supplier and the commonest recipient. */
function sidesFlow(drafts: readonly DraftClaim[]): Flow | null {
  const told = drafts.filter((draft) => draft.kind === 'transfer' || draft.kind === 'capacity');
  const supplier = most(told.map((draft) => draft.supplier));
  const recipient = most(told.map((draft) => (draft.recipient === supplier ? null : draft.recipient)));
  return supplier === null || recipient === null ? null : { supplier, recipient };
}

/** Where no sentence names a pair, the states of the ports between which goods went. */
function routedFlow(drafts: readonly DraftClaim[], { stateOf }: Setting): Flow | null {
  for (const { route } of drafts) {
    const supplier = stateOf(route?.origin?.split(', ')[0] ?? '');
    const recipient = stateOf(route?.destination?.split(', ')[0] ?? '');
    if (supplier !== null && recipient !== null && supplier !== recipient) return { supplier, recipient };
  }
  return null;
}

function most(values: readonly (string | null | undefined)[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values)
    if (value !== null && value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Who fires what they were given, and at whom: as the text's other strikes have it, its flow, its war. */
function fillUse(drafts: readonly DraftClaim[], setting: Setting): void {
  const uses = drafts.filter((draft) => draft.kind === 'use');
  const told = most(uses.map((draft) => draft.target));
  for (const draft of uses) draft.actor ??= userOf(draft, drafts);
  const actor = most(uses.map((draft) => draft.actor));
  // Strikes are counted above all by those whom they hit.
  const counting = most(
    uses.map((draft) => draft.chain.at(-1)?.speaker.state ?? null).filter((state) => state !== actor),
  );
  for (const draft of uses) {
    const { conflicts } = setting;
    const fought =
      conflicts
        .find((states) => draft.actor !== null && states.includes(draft.actor))
        ?.find((state) => state !== draft.actor) ?? null;
    const target =
      draft.place === null ? (told ?? fought ?? counting) : hitAt(draft, setting, told ?? fought);
    if (!isDestroyed(draft)) draft.target ??= target === draft.actor ? null : target;
  }
}

/** A group's weapons are fired by it, a state's by whom the text has it supply. */
function userOf({ make, target }: DraftClaim, drafts: readonly DraftClaim[]): string | null {
  const supplied = most(
    drafts.map(({ supplier, recipient }) => (make !== null && supplier === make ? recipient : null)),
  );
  if (supplied !== null) return supplied === target ? null : supplied;
  const firing = most(drafts.map((draft) => (draft.kind === 'use' ? draft.actor : null)));
  const given = firing ?? (mainFlow(drafts) ?? sidesFlow(drafts))?.recipient ?? null;
  const user = given ?? (make !== null && make.length > 2 ? make : null);
  return user === target ? null : user;
}

/** The state in which the place that was hit stands; nobody's where it is at sea or the firing state's own ground. */
function hitAt(draft: DraftClaim, { stateOf }: Setting, told: string | null): string | null {
  const states = (draft.place?.split(', ') ?? []).map(stateOf);
  const hit = states.find((state) => state !== null) ?? null;
  // A front lies on either side's ground: who else is hit there, the text says elsewhere.
  return hit === draft.actor ? told : hit;
}

const FLYING = /^(?:drone|aircraft|rocket|(?:ballistic|cruise|surface_to_air|anti_tank)_missile)$/;

/** A gun or launcher destroyed in the field has hit nobody; what is shot down keeps its target. */
const isDestroyed = ({ rules, item }: DraftClaim): boolean =>
  rules.includes('act:down') && !FLYING.test(item?.class ?? '');

/** Whose people are sent or lost: as the text's other claims have it. */
function fillPeople(drafts: readonly DraftClaim[]): void {
  const sent = drafts.filter((draft) => draft.kind === 'deployment');
  const actor =
    most(sent.map((draft) => draft.actor)) ?? (mainFlow(drafts) ?? sidesFlow(drafts))?.supplier ?? null;
  for (const draft of sent) draft.actor ??= actor;
  const lost = drafts.filter((draft) => draft.kind === 'casualty');
  const target =
    most(lost.map((draft) => draft.target)) ??
    most(drafts.filter((draft) => draft.kind === 'use').map((draft) => draft.target)) ??
    actor;
  for (const draft of lost) {
    draft.target ??= target;
    draft.item ??= callingOf(drafts, draft);
  }
}

/** What bare figures of the lost were: the people whom the text has their state send or lose, else unsaid. */
function callingOf(drafts: readonly DraftClaim[], { target }: DraftClaim): DraftClaim['item'] {
  const people = drafts.filter(
    ({ kind, item }) => item !== null && (kind === 'deployment' || kind === 'casualty'),
  );
  const own = people.filter(({ actor, target: loser }) => (actor ?? loser) === target);
  const itemClass = most((own.length > 0 ? own : people).map((draft) => draft.item?.class));
  return { class: itemClass as ItemClass | null, wording: '' };
}

/** A side of an act that says it did not happen denies it; anybody else only says that it did not. */
function denyOwnActs(drafts: readonly DraftClaim[]): void {
  for (const draft of drafts) {
    const state = draft.chain.at(-1)?.speaker.state ?? null;
    if (draft.polarity !== 'negated') continue;
    if (
      draft.ownWords ||
      (state !== null && [draft.supplier, draft.recipient, draft.actor].includes(state))
    ) {
      draft.polarity = 'denied';
      draft.rules.push('own-act-denied');
    }
  }
}

/** Only what a kind's parties are may be set. */
function scopeParties(drafts: readonly DraftClaim[]): void {
  for (const draft of drafts) {
    if (draft.kind === 'movement') draft.supplier = draft.recipient = null;
  }
}

/** What a load could hold is given by the load last counted before it. */
function giveLoads(drafts: readonly DraftClaim[]): void {
  drafts.forEach((draft, i) => {
    if (draft.kind !== 'capacity') return;
    const load =
      drafts
        .slice(0, i)
        .reverse()
        .find((d) => d.item?.class === 'container' || d.quantity?.unit === 'tonne') ?? null;
    draft.relation ??= { type: 'given', to: load };
  });
}

/** The same claimant saying the same again without a new figure is one claim. */
function withoutRepeats(drafts: readonly DraftClaim[]): DraftClaim[] {
  const said = new Map<string, DraftClaim>();
  return drafts.filter((draft) => {
    const { kind, polarity, item, quantity, supplier, recipient, actor, target } = draft;
    const figure =
      quantity === null
        ? null
        : [quantity.low, quantity.high, quantity.unit, quantity.vague, quantity.share_of];
    const place = /^(?:use|movement|agreement|interdiction|investigation)$/.test(kind)
      ? [draft.place, draft.when.edtf, draft.route]
      : null;
    const key = JSON.stringify([
      draft.chain.at(-1)?.speaker.who ?? null,
      kind,
      polarity,
      item?.class ?? null,
      figure,
      supplier,
      recipient,
      actor,
      target,
      place,
    ]);
    const earlier = said.get(key);
    said.set(key, draft);
    return earlier === undefined || areListed(earlier, draft);
  });
}

/** "jammers and electronic warfare systems": goods of one class that a sentence lists are a claim each. */
function areListed(a: DraftClaim, b: DraftClaim): boolean {
  const [one, other] = [a.item?.wording.toLowerCase() ?? '', b.item?.wording.toLowerCase() ?? ''];
  return (
    a.span[0] === b.span[0] &&
    (b.item?.class ?? null) !== null &&
    b.quantity === null &&
    !one.includes(other) &&
    !other.includes(one)
  );
}
