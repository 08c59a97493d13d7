import type { ItemClass } from '../model/enums.js';
import { carryOver, type Told } from './carry-over.js';
import type { DraftClaim } from './draft-claim.js';
import type { Speaker } from './speaker.js';
import { fillFlows, mainFlow, most, sidesFlow, type FlowSetting } from './fill-flows.js';

/** What a document says of itself that its claims lean on. */
export interface Setting extends FlowSetting {
  /** The pairs of states of known events that the text names (who invaded whom). */
  readonly conflicts: readonly (readonly string[])[];
  /** State whose make alone a model of weapon is. */
  readonly makerOf: (model: string) => string | null;
  /** Whether a place is a sea, which no state's people live on. */
  readonly isAtSea: (place: string) => boolean;
  /** Acts that it dates or places without a claim. */
  readonly acts: readonly Told[];
}

/** The rules of the claim format that no sentence says by itself, over the drafts of a whole document. */
export function settle(read: readonly DraftClaim[], setting: Setting): DraftClaim[] {
  const drafts = read.filter((draft) => !isBareTravel(draft));
  fillFlows(drafts, setting);
  nameMakers(drafts, setting);
  fillUse(drafts, setting);
  fillPeople(drafts, setting);
  scopeParties(drafts);
  denyOwnActs(drafts);
  giveLoads(drafts);
  carryOver(drafts, setting.acts);
  return withoutRepeats(drafts);
}

/** "The shells travel by ship and by train": how goods go, where nobody, no place, figure or time is named, tells no transfer. */
const isBareTravel = ({
  kind,
  rules,
  supplier,
  recipient,
  quantity,
  when,
  route,
  polarity,
}: DraftClaim): boolean =>
  kind === 'transfer' &&
  polarity === 'affirmed' &&
  rules.includes('act:reach') &&
  (supplier ?? recipient ?? quantity ?? when.edtf ?? route?.origin ?? route?.destination ?? null) === null;

/** Seized goods of which no supplier is told are known by their make, where only one state makes them. */
function nameMakers(drafts: readonly DraftClaim[], { makerOf }: Setting): void {
  for (const draft of drafts) {
    const model = draft.item?.model ?? null;
    if (draft.kind !== 'interdiction' || draft.supplier !== null || model === null) continue;
    if (!FLYING.test(draft.item?.class ?? '') && draft.item?.class !== 'air_defence_system') continue;
    const maker = makerOf(model);
    if (maker === null || maker === draft.recipient) continue;
    draft.supplier = maker;
    draft.rules.push('maker');
  }
}

/** Who fires what they were given, and at whom: as the text's other strikes have it, its flow, its war. */
function fillUse(drafts: readonly DraftClaim[], setting: Setting): void {
  const uses = drafts.filter((draft) => draft.kind === 'use');
  const told = most(uses.map((draft) => draft.target));
  for (const draft of uses) draft.actor ??= userOf(draft, drafts);
  const actor = most(uses.map((draft) => draft.actor));
  // Strikes are counted above all by those whom they hit.
  const counting = most(
    uses.map(({ chain }) => sideOf(chain.at(-1)?.speaker)).filter((state) => state !== actor),
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

const STUDYING: ReadonlySet<string> = new Set(['research', 'ngo', 'un_body', 'joint_body', 'company']);

/** The state of a speaker who may be hit: who only studies and reports is at home elsewhere. */
const sideOf = (speaker: Speaker | undefined): string | null =>
  speaker === undefined || speaker.medium || speaker.titles.some((title) => STUDYING.has(title))
    ? null
    : speaker.state;

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
function hitAt(draft: DraftClaim, setting: Setting, told: string | null): string | null {
  const hit = placed(draft, setting);
  // A front lies on either side's ground: who else is hit there, the text says elsewhere.
  return hit === draft.actor ? told : hit;
}

const FLYING = /^(?:drone|aircraft|rocket|(?:ballistic|cruise|surface_to_air|anti_tank)_missile)$/;

/** A gun or launcher destroyed in the field has hit nobody; what is shot down keeps its target. */
const isDestroyed = ({ rules, item }: DraftClaim): boolean =>
  rules.includes('act:down') && !FLYING.test(item?.class ?? '');

/** Whose people are sent or lost: as the text's other claims have it. */
function fillPeople(drafts: readonly DraftClaim[], setting: Setting): void {
  const sent = drafts.filter((draft) => draft.kind === 'deployment');
  const actor =
    most(sent.map((draft) => draft.actor)) ?? (mainFlow(drafts) ?? sidesFlow(drafts))?.supplier ?? null;
  for (const draft of sent) draft.actor ??= actor;
  const lost = drafts.filter((draft) => draft.kind === 'casualty');
  const target =
    most(lost.map((draft) => draft.target)) ??
    most(drafts.filter((draft) => draft.kind === 'use').map((draft) => draft.target)) ??
    (sent.length > 0 ? actor : setting.subject);
  drafts.forEach((draft, i) => {
    if (draft.kind !== 'casualty') return;
    // Who dies at home is of that state; those whom the text has sent abroad are of theirs.
    const here = placed(draft, setting);
    const soldiers = draft.item === null || draft.item.class === 'troops';
    const abroad = soldiers && sent.length > 0 && here !== actor;
    draft.target ??= abroad ? target : (here ?? lostBeside(drafts, i) ?? otherwise(draft));
    draft.item ??= callingOf(drafts, draft);
  });

  /** A crew at sea may be of any state. */
  function otherwise({ place, item }: DraftClaim): string | null {
    const crew = place !== null && setting.isAtSea(place.split(', ')[0] ?? '') && item?.class !== 'troops';
    return crew ? null : target;
  }
}

/** Whom the strike hit that the paragraph has told of just before a loss. */
function lostBeside(drafts: readonly DraftClaim[], i: number): string | null {
  const { block, place } = drafts[i] as DraftClaim;
  const strike = drafts
    .slice(0, i)
    .findLast((draft) => draft.block === block && /^(?:use|casualty)$/.test(draft.kind));
  return strike !== undefined && (place === null || strike.place === null || strike.place === place)
    ? strike.target
    : null;
}

/** The state in which the place of an event stands; null where it has none, or one that no vocabulary has. */
const placed = ({ place }: DraftClaim, { stateOf }: Setting): string | null =>
  (place?.split(', ') ?? []).map(stateOf).find((state) => state !== null) ?? null;

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
