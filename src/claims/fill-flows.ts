import type { Sides } from './described-parties.js';
import type { DraftClaim } from './draft-claim.js';

/** Which trade an act belongs to that names one of its sides or none. */

/** What a document says of itself that its trades lean on. */
export interface FlowSetting {
  /** State in which an armed group or rival government is at home; null for others. */
  readonly homeOf: (party: string) => string | null;
  /** State in which a place stands: what a port says of a trade that names no party. */
  readonly stateOf: (place: string) => string | null;
  /** The state that it names most often; null where two are named as often, or none three times. */
  readonly subject: string | null;
  /** Positions of the blocks that are headings: what stands before one is no longer at hand behind it. */
  readonly headings: readonly number[];
}

/** The trades of a document, for acts that leave a side open. */
interface Trades {
  /** That of the goods to which the act points back, or that was told just before; null where a heading lies between. */
  readonly near: (Sides & { readonly reverse: boolean }) | null;
  readonly main: Sides | null;
  /** All of which both sides are told, in order. */
  readonly told: readonly Sides[];
  readonly subject: string | null;
}

/** Fills the open sides of every act: by its goods, by the trade told just before, by the document's own. */
export function fillFlows(drafts: readonly DraftClaim[], setting: FlowSetting): void {
  landWithCamps(drafts, setting);
  const told = drafts.flatMap((draft) => (draft.kind === 'agreement' ? [] : sidesOf(draft)));
  const ahead = drafts.flatMap((draft) => (draft.reverse || isTreaty(draft) ? [] : sidesOf(draft)));
  const main =
    customerFlow(drafts, ahead, setting) ??
    commonest(ahead) ??
    sidesFlow(drafts) ??
    routedFlow(drafts, setting);
  let last: { flow: NonNullable<Trades['near']>; block: number } | null = null;
  for (const draft of drafts) {
    if (!TRADED.has(draft.kind)) continue;
    takeLot(draft);
    const open = draft.supplier === null || draft.recipient === null;
    const near = last !== null && isNear(last.block, draft.block, setting) ? last.flow : null;
    if (open) fill(draft, { near, main, told, subject: setting.subject });
    else if (draft.kind === 'agreement') turnContract(draft, main);
    const [flow] = sidesOf(draft);
    if (flow !== undefined && draft.kind !== 'agreement')
      last = { flow: { ...flow, reverse: draft.reverse }, block: draft.block };
  }
}

/** "Into Yemen", in a text whose only customer at home there is an armed group: the land is where that group gets them. */
function landWithCamps(drafts: readonly DraftClaim[], { homeOf }: FlowSetting): void {
  const sides = new Set(drafts.flatMap(({ supplier, recipient }) => [supplier, recipient]));
  const camps = [...sides].filter((side) => side !== null && homeOf(side) !== null);
  for (const draft of drafts) {
    const land = draft.recipient;
    const [camp, ...others] = camps.filter((side) => side !== null && homeOf(side) === land);
    if (camp === undefined || camp === null || others.length > 0 || land === null) continue;
    const acts = drafts.some(
      ({ supplier, recipient, actor, rules }) =>
        supplier === land || actor === land || (recipient === land && !rules.some(isLanding)),
    );
    if (acts || draft.supplier === camp || !draft.rules.some(isLanding)) continue;
    draft.recipient = camp;
    draft.rules.push('camp');
  }
}

const isLanding = (rule: string): boolean => rule === 'land';

/** Sides of a treaty stand in the order named: they say nothing of who supplies whom. */
const isTreaty = ({ kind, item }: DraftClaim): boolean =>
  kind === 'agreement' && (item?.class ?? null) === null;

const TRADED: ReadonlySet<string> = new Set([
  'transfer',
  'capacity',
  'assistance',
  'interdiction',
  'agreement',
]);

const isNear = (told: number, block: number, { headings }: FlowSetting): boolean =>
  told >= block - 1 && !headings.some((heading) => told < heading && heading < block);

/** Goods told of before ("24 of them", "these shells") have the sides that they had there. */
function takeLot(draft: DraftClaim): void {
  const [lot] = draft.lot === null ? [] : sidesOf(draft.lot);
  const open = draft.supplier === null || draft.recipient === null;
  if (lot === undefined || !open) return;
  const { supplier, recipient } = lot;
  if ((draft.supplier ?? supplier) !== supplier || (draft.recipient ?? recipient) !== recipient) return;
  Object.assign(draft, { supplier, recipient });
  draft.rules.push('lot');
}

function fill(draft: DraftClaim, trades: Trades): void {
  const { kind, supplier, recipient, polarity } = draft;
  const unnamed = supplier === null && recipient === null;
  // Who buys or is to receive a cargo may have it from anybody: only goods told of before have their supplier from there.
  const lone = supplier === null && recipient !== null && !draft.pointsBack;
  if (lone && (kind === 'agreement' || (kind === 'interdiction' && !isOnly(to(recipient, trades.told)))))
    return;
  // A cargo of which the text names no side has none, unless the text tells of one trade alone.
  if (kind === 'interdiction' && (unnamed ? !isOnly(trades.told) : trades.near === null)) return;
  // Nor need a deal belong to the trade that the text tells: only one that is denied, or names a side, is filled.
  if (kind === 'agreement' && unnamed && polarity === 'affirmed') return;
  const flow = unnamed ? either(draft, trades) : completed(draft, trades);
  if (flow === null) return;
  draft.supplier = flow.supplier;
  draft.recipient = flow.recipient;
  draft.rules.push('flow');
}

const to = (recipient: string, told: readonly Sides[]): Sides[] =>
  told.filter((flow) => flow.recipient === recipient);

const isOnly = (told: readonly Sides[]): boolean =>
  told.length > 1 && told.every((flow) => told[0] !== undefined && isSame(flow, told[0]));

/** An act that names nobody belongs to the trade told before it, turned round where the sentence says so. */
function either({ reverse }: DraftClaim, { near, main }: Trades): Sides | null {
  if (near !== null) return reverse && !near.reverse ? turned(near) : near;
  return main !== null && reverse ? turned(main) : main;
}

const turned = ({ supplier, recipient }: Sides): Sides => ({ supplier: recipient, recipient: supplier });

/** The trade that has the named side where the act has it; else the named side with the other of the text's own trade. */
function completed({ kind, supplier, recipient }: DraftClaim, trades: Trades): Sides | null {
  const { near, main, told, subject } = trades;
  const has = (flow: Sides | null): flow is Sides =>
    supplier === null ? flow?.recipient === recipient : flow?.supplier === supplier;
  const ways = [near, near && turned(near), main, main && turned(main), told.findLast(has) ?? null];
  const known = ways.find(has);
  if (known !== undefined) return known;
  if (kind === 'agreement') return null;
  if (supplier !== null) {
    const others = [main?.recipient ?? null, subject].filter((side) => side !== null && side !== supplier);
    const [customer] = kind === 'transfer' || main !== null ? others : [];
    return customer === null || customer === undefined ? null : { supplier, recipient: customer };
  }
  if (recipient === null || main === null) return null;
  return recipient === main.supplier ? null : { supplier: main.supplier, recipient };
}

/** A contract for goods is named by who supplies them; a treaty by the order in which its parties stand. */
function turnContract(draft: DraftClaim, main: Sides | null): void {
  const against = main !== null && isSame(turned(main), draft);
  if (!against || /treaty|pact|memorandum|accord|alliance/i.test(draft.item?.wording ?? '')) return;
  draft.supplier = main.supplier;
  draft.recipient = main.recipient;
}

const isSame = (flow: Sides, { supplier, recipient }: Pick<DraftClaim, keyof Sides>): boolean =>
  flow.supplier === supplier && flow.recipient === recipient;

const sidesOf = ({ supplier, recipient }: DraftClaim): Sides[] =>
  supplier === null || recipient === null ? [] : [{ supplier, recipient }];

/** The trade told most often. */
function commonest(flows: readonly Sides[]): Sides | null {
  const counts = new Map<string, { flow: Sides; count: number }>();
  for (const flow of flows) {
    const key = `${flow.supplier}>${flow.recipient}`;
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { flow, count: 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.flow ?? null;
}

/** The commonest trade of a document, for acts of which it names one side or none. */
export const mainFlow = (drafts: readonly DraftClaim[]): Sides | null =>
  commonest(drafts.flatMap((draft) => (draft.reverse || isTreaty(draft) ? [] : sidesOf(draft))));

/** Where no sentence names a pair, its sides: the commonest supplier and the commonest recipient. */
export function sidesFlow(drafts: readonly DraftClaim[]): Sides | null {
  const told = drafts.filter((draft) => draft.kind === 'transfer' || draft.kind === 'capacity');
  const supplier = most(told.map((draft) => draft.supplier));
  const recipient = most(told.map((draft) => (draft.recipient === supplier ? null : draft.recipient)));
  return supplier === null || recipient === null ? null : { supplier, recipient };
}

/** Where more acts name a supplier of whom the text tells no customer than name any pair, they supply the state that it is about. */
function customerFlow(
  drafts: readonly DraftClaim[],
  told: readonly Sides[],
  { subject }: FlowSetting,
): Sides | null {
  const paired = new Set(told.flatMap(({ supplier, recipient }) => [supplier, recipient]));
  const lone = drafts.flatMap(({ kind, supplier, recipient }) =>
    kind === 'transfer' && supplier !== null && recipient === null && !paired.has(supplier) ? [supplier] : [],
  );
  const [supplier] = lone;
  return subject === null ||
    supplier === undefined ||
    new Set(lone).size < 2 ||
    lone.length <= told.length ||
    lone.includes(subject)
    ? null
    : { supplier, recipient: subject };
}

/** Where no sentence names a pair, the states of the ports between which goods went. */
function routedFlow(drafts: readonly DraftClaim[], { stateOf }: FlowSetting): Sides | null {
  for (const { route } of drafts) {
    const supplier = stateOf(route?.origin?.split(', ')[0] ?? '');
    const recipient = stateOf(route?.destination?.split(', ')[0] ?? '');
    if (supplier !== null && recipient !== null && supplier !== recipient) return { supplier, recipient };
  }
  return null;
}

/** The value that stands most often, the earlier of two; null where there is none. */
export function most(values: readonly (string | null | undefined)[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values)
    if (value !== null && value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
