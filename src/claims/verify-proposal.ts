import type { Span } from '../core/span.js';
import { claimBodySchema, type Attribution, type ClaimBody, type Quantity } from '../model/claim.js';
import type { Document } from '../model/document.js';
import type { Kind } from '../model/enums.js';
import { fits, quantityOf, type DraftClaim } from './draft-claim.js';
import type { Extractor } from './extract.js';
import type { Figure } from './figures.js';
import { findQuote, folded, type FoldedText } from './find-quote.js';
import type { GoodsMention, Mention } from './mentions.js';
import type { Proposal } from './proposal.js';
import type { Reading } from './reading.js';
import { isPartylike, partiesOf, partyOf, type Parties } from './roles.js';

/** What the rules found in a document, against which a proposal is held. */
export interface Ground {
  readonly document: Document;
  readonly text: FoldedText;
  readonly readings: readonly Reading[];
  /** What the rules made of it. */
  readonly drafts: readonly DraftClaim[];
  /** Parties that the document names, by every wording that means them, lower case. */
  readonly parties: ReadonlyMap<string, string>;
  /** Speakers likewise. */
  readonly speakers: ReadonlyMap<string, { readonly who: string; readonly unnamed: boolean }>;
}

/** Reads a document by the rules, keeping all that was found in it. */
export function groundOf(extractor: Extractor, document: Document): Ground {
  const readings: Reading[] = [];
  const drafts: DraftClaim[] = [];
  extractor.extract(document, {
    passedOver: () => undefined,
    sentence: (reading) => readings.push(reading),
    settled: (left) => drafts.push(...left),
  });
  const parties = new Map<string, string>();
  const speakers = new Map<string, { readonly who: string; readonly unnamed: boolean }>();
  for (const { mentions, speakers: speaking } of readings) {
    for (const { mention } of mentions) {
      const id = isPartylike(mention) ? partyOf(mention) : null;
      if (id === null) continue;
      for (const wording of [id, document.text.slice(...mention.span), ...namesOf(mention)])
        parties.set(plain(wording), id);
    }
    for (const { who, kind, span } of speaking) {
      for (const wording of [who, document.text.slice(...span)])
        speakers.set(plain(wording), { who, unnamed: kind === 'unnamed' });
    }
  }
  return { document, text: folded(document.text), readings, drafts, parties, speakers };
}

function namesOf(mention: Mention): string[] {
  if (mention.type === 'party' || mention.type === 'person') return [mention.name];
  return mention.type === 'body' ? [mention.organisation.name] : [];
}

const plain = (wording: string): string =>
  wording.toLowerCase().replace(/\s+/g, ' ').replace(/^the /, '').trim();

/** A proposal that the text bears, as a claim; or why it is none. */
export type Verdict = { readonly body: ClaimBody } | { readonly reason: string };

/**
 * Holds a proposal against what the rules read: the quote must stand in the text, its figure and goods be read in it
 * with the same bounds and unit, its names be named in the document, and no verb of it say that the goods went another
 * way. Figure, goods and names of the claim are then those that the rules read, not those that were proposed.
 */
export function verify(proposal: Proposal, ground: Ground): Verdict {
  const { document, text, readings } = ground;
  const span = findQuote(text, proposal.quote, proposal.at);
  if (typeof span === 'string') return { reason: span };
  const quoted = readings.filter(({ sentence }) => sentence.span[0] < span[1] && span[0] < sentence.span[1]);
  const whole = wholeSpan(quoted, span);
  if (whole === null) return { reason: 'the quote is no part of the article' };
  const goods = goodsOf(proposal, quoted, span, document);
  if (typeof goods === 'string') return { reason: goods };
  const parties = partiesIn(proposal, ground);
  if (typeof parties === 'string') return { reason: parties };
  const direction = againstDirection(proposal, parties, quoted, span);
  if (direction !== null) return { reason: direction };
  const polarity = againstPolarity(proposal, ground.drafts, whole);
  if (polarity !== null) return { reason: polarity };
  const attribution = attributionIn(proposal, ground);
  if (typeof attribution === 'string') return { reason: attribution };
  const body = claimBodySchema.safeParse({
    doc: document.id,
    span: whole,
    kind: proposal.kind,
    polarity: proposal.polarity,
    modality: proposal.modality,
    attribution,
    ...parties,
    ...goods,
    when: { edtf: null, scope: 'unknown' },
  });
  return body.success
    ? { body: body.data }
    : { reason: body.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') };
}

/** The whole sentences of a quote; null where a part of it is in none. */
function wholeSpan(quoted: readonly Reading[], [start, end]: Span): Span | null {
  const spans = quoted.map(({ sentence }) => sentence.span);
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined || first[0] > start || last[1] < end) return null;
  const blocks = new Set(quoted.map(({ sentence }) => sentence.block));
  return blocks.size === 1 ? [first[0], last[1]] : null;
}

const within = (inner: Span, outer: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];

/** Kinds of which goods need not be the object. */
const ANY_GOODS: ReadonlySet<Kind> = new Set(['movement', 'investigation']);

interface Counted {
  readonly figure: Figure;
  readonly unit: Quantity['unit'];
  /** The goods that the figure counts; null where it stands apart or counts carriers. */
  readonly goods: GoodsMention | null;
  readonly base: number;
}

/** Goods and figure as the rules read them in the quote; or what is not in it. */
function goodsOf(
  { kind, item, figure }: Proposal,
  quoted: readonly Reading[],
  span: Span,
  { text }: Document,
): Pick<ClaimBody, 'item' | 'quantity'> | string {
  const named = quoted
    .flatMap(({ goods }) => goods.map(({ mention }) => mention))
    .filter((mention) => within(mention.head, span));
  const ofClass = named.find((mention) => mention.class === item);
  if (item !== null && ofClass === undefined) return `the quote names no goods of class ${item}`;
  if (ofClass !== undefined && !ANY_GOODS.has(kind) && !fits(kind, ofClass, figure !== null))
    return `no ${kind} is done with ${ofClass.wording}`;
  if (figure === null) return { item: itemField(item, ofClass), quantity: null };
  const alike = quoted
    .flatMap(countedIn)
    .filter(({ figure: read, base }) => within([base + read.span[0], base + read.span[1]], span))
    .filter(({ figure: read }) => read.distractor === null && sameBounds(read, figure));
  const bounds = `${figure.low ?? ''} to ${figure.high ?? ''}`;
  if (alike.length === 0) return `the quote has no figure ${figure.wording} (${bounds})`;
  const inUnit = alike.filter(({ unit }) => unit === figure.unit);
  if (inUnit.length === 0)
    return `the figure ${figure.wording} counts ${alike[0]?.unit ?? 'nothing named'}, not ${figure.unit ?? 'that'}`;
  const read = inUnit.find((one) => one.goods === null || item === null || one.goods.class === item);
  if (read === undefined)
    return `the figure ${figure.wording} counts ${inUnit[0]?.goods?.class ?? 'other goods'}, not ${item ?? 'that'}`;
  return {
    item: itemField(item, item === null ? undefined : (read.goods ?? ofClass)),
    quantity: quantityOf(read.figure, read.unit, text, read.base),
  };
}

const itemField = (item: Proposal['item'], goods: GoodsMention | undefined): ClaimBody['item'] =>
  item === null || goods === undefined
    ? null
    : { class: goods.class, wording: goods.wording, model: goods.model, calibre_mm: goods.calibre_mm };

const sameBounds = (read: Figure, figure: NonNullable<Proposal['figure']>): boolean =>
  read.share === null &&
  read.low === figure.low &&
  read.high === figure.high &&
  read.vague === (figure.low === null && figure.high === null);

function countedIn({ goods, mentions, sentence }: Reading): Counted[] {
  const base = sentence.span[0];
  const ofGoods = goods.flatMap(({ mention }) =>
    mention.figure === null
      ? []
      : [{ figure: mention.figure, unit: mention.figure.unit ?? mention.unit, goods: mention, base }],
  );
  const others = mentions.flatMap(({ mention }) => {
    if (mention.type === 'figure')
      return [{ figure: mention.figure, unit: mention.figure.unit, goods: null, base }];
    if (mention.type !== 'carrier' || mention.figure === null) return [];
    return [{ figure: mention.figure, unit: mention.figure.unit ?? mention.unit, goods: null, base }];
  });
  return [...ofGoods, ...others];
}

const SIDES = ['supplier', 'recipient', 'actor', 'target'] as const;
type Sides = Pick<Parties, (typeof SIDES)[number]>;

/** The parties by their codes; or which of them the document does not name. */
function partiesIn(proposal: Proposal, { parties }: Ground): Sides | string {
  const sides: Sides = { supplier: null, recipient: null, actor: null, target: null };
  for (const side of SIDES) {
    const name = proposal[side];
    if (name === null) continue;
    const id = parties.get(plain(name));
    if (id === undefined) return `the document does not name the ${side}, ${name}`;
    sides[side] = id;
  }
  if (sides.supplier !== null && sides.supplier === sides.recipient)
    return 'supplier and recipient are the same';
  return sides;
}

/** Kinds of which a word of the quote must tell, for its sides to be known. */
const TOLD: ReadonlySet<Kind> = new Set(['transfer', 'assistance', 'use', 'deployment', 'agreement']);

/** What speaks against the direction; null where an act of the quote bears it, or none reads otherwise. */
function againstDirection(
  { kind }: Proposal,
  sides: Sides,
  quoted: readonly Reading[],
  span: Span,
): string | null {
  if (SIDES.every((side) => sides[side] === null)) return null;
  const acts = quoted.flatMap((reading) => actsIn(reading, kind, span));
  if (acts.length === 0) return TOLD.has(kind) ? `no word of the quote tells of a ${kind}` : null;
  const faults = acts.map((read) => clash(read, sides));
  return faults.includes(null) ? null : (faults[0] ?? null);
}

/** Who does what to whom by each act of a kind in the quote. */
function actsIn(reading: Reading, kind: Kind, span: Span): Parties[] {
  const { tokens } = reading.sentence;
  return reading.predicates
    .filter(({ first, last }) => within([tokens[first]?.start ?? 0, tokens[last]?.end ?? 0], span))
    .flatMap((predicate) =>
      predicate.frames
        .filter((frame) => frame.kind === kind)
        .map((frame) => partiesOf(reading, predicate, frame)),
    );
}

function clash(read: Parties, sides: Sides): string | null {
  for (const side of SIDES) {
    const [is, said] = [read[side], sides[side]];
    if (is !== null && said !== null && is !== said) return `the quote has ${is} as ${side}, not ${said}`;
  }
  return null;
}

/** What speaks against the polarity: the rules read every such act of these sentences the other way. */
function againstPolarity(
  { kind, polarity }: Proposal,
  drafts: readonly DraftClaim[],
  whole: Span,
): string | null {
  const alike = drafts.filter((draft) => draft.kind === kind && within(draft.span, whole));
  const affirms = polarity === 'affirmed';
  if (alike.length === 0 || alike.some((draft) => (draft.polarity === 'affirmed') === affirms)) return null;
  return affirms ? 'the quote denies or negates it' : 'the quote affirms it';
}

/** The chain of those whose word it is; or that the document has no such speaker. */
function attributionIn({ claimant }: Proposal, { document, speakers }: Ground): Attribution[] | string {
  const { publisher, published } = document;
  const own = claimant === null || (publisher !== null && plain(claimant) === plain(publisher));
  if (own) return [{ who: publisher, role: 'claimant', anonymous: false, stated: published?.edtf ?? null }];
  const speaker = speakers.get(plain(claimant));
  if (speaker === undefined) return `nobody named ${claimant} speaks in the document`;
  return [
    { who: publisher, role: 'relay' },
    { who: speaker.who, role: 'claimant', anonymous: speaker.unnamed, stated: null },
  ];
}
