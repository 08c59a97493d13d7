import type { Document } from '../model/document.js';
import { mainFlow } from './discourse.js';
import type { DraftClaim } from './draft-claim.js';

/** The rules of the claim format that no sentence says by itself, over the drafts of a whole document. */
export function settle(drafts: readonly DraftClaim[], document: Document): DraftClaim[] {
  fillFlows(drafts);
  fillUse(drafts);
  scopeParties(drafts);
  giveLoads(drafts);
  void document;
  return withoutRepeats(drafts);
}

/** An act that names one side or none is one of the document's flows. */
function fillFlows(drafts: readonly DraftClaim[]): void {
  const flow = mainFlow(drafts);
  if (flow === null) return;
  for (const draft of drafts) {
    if (draft.kind !== 'transfer' && draft.kind !== 'capacity') continue;
    const { supplier, recipient } = draft;
    if (supplier === null && recipient === null) Object.assign(draft, flow);
    else if (supplier === null) draft.supplier = recipient === flow.recipient ? flow.supplier : recipient === flow.supplier ? flow.recipient : null;
    else draft.recipient ??= supplier === flow.supplier ? flow.recipient : supplier === flow.recipient ? flow.supplier : null;
    if (draft.supplier !== supplier || draft.recipient !== recipient) draft.rules.push('flow');
  }
}

/** Who fires what they were given: the receiver of the document's goods, at the state that its strikes name. */
function fillUse(drafts: readonly DraftClaim[]): void {
  const uses = drafts.filter((draft) => draft.kind === 'use');
  const most = (values: readonly (string | null)[]): string | null => {
    const counts = new Map<string, number>();
    for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  };
  const target = most(uses.map((draft) => draft.target));
  const actor = most(uses.map((draft) => draft.actor)) ?? mainFlow(drafts)?.recipient ?? null;
  for (const draft of uses) {
    draft.actor ??= actor === draft.target ? null : actor;
    draft.target ??= target === draft.actor ? null : target;
  }
}

/** Only what a kind's parties are may be set. */
function scopeParties(drafts: readonly DraftClaim[]): void {
  for (const draft of drafts) {
    if (draft.kind === 'movement' || draft.kind === 'investigation') draft.supplier = draft.recipient = null;
  }
}

/** What a load could hold is given by the load last counted before it. */
function giveLoads(drafts: readonly DraftClaim[]): void {
  drafts.forEach((draft, i) => {
    if (draft.kind !== 'capacity') return;
    const load = drafts.slice(0, i).reverse().find((d) => d.item?.class === 'container' || d.quantity?.unit === 'tonne') ?? null;
    draft.relation ??= { type: 'given', to: load };
  });
}

/** The same claimant saying the same again without a new figure is one claim. */
function withoutRepeats(drafts: readonly DraftClaim[]): DraftClaim[] {
  const said = new Set<string>();
  return drafts.filter((draft) => {
    const { kind, polarity, item, quantity, supplier, recipient, actor, target } = draft;
    const figure = quantity === null ? null : [quantity.low, quantity.high, quantity.unit, quantity.vague, quantity.share_of];
    const place = kind === 'use' || kind === 'movement' || kind === 'agreement' ? [draft.place, draft.when.edtf, draft.route] : null;
    const key = JSON.stringify([draft.chain.at(-1)?.speaker.who ?? null, kind, polarity, item?.class ?? null, figure, supplier, recipient, actor, target, place]);
    if (said.has(key)) return false;
    said.add(key);
    return true;
  });
}
