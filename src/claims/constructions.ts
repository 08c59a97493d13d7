import type { Kind, Unit } from '../model/enums.js';
import { governingAct } from './assemble.js';
import { separation, type Placed } from './clause.js';
import { fits, isPeople, itemOf, quantityOf, type DraftClaim } from './draft-claim.js';
import type { Figure } from './figures.js';
import type { FigureMention, GoodsMention } from './mentions.js';
import type { Frame, Predicate } from './predicates.js';
import { draftFor, outcomeOf, sayingFor, type Reading } from './reading.js';
import { isPartylike, noParties, partiesOf, partyOf, type Parties } from './roles.js';
import type { Speaker } from './speakers.js';
import { whenOf } from './when.js';

/** Constructions that make claims of something else than goods beside a verb. Each is named for what it reads. */

const words = (reading: Reading, from: number, to: number): string => reading.sentence.tokens.slice(from, to).map((token) => token.lower).join(' ');

/** "Moscow and Pyongyang both deny …": one denied claim for each who denies. Null where the sentence denies nothing. */
export function deniedClaims(reading: Reading): DraftClaim[] | null {
  const denial = reading.sayings.find((saying) => saying.modality === 'denied');
  if (denial === undefined) return null;
  if (/\b(?:neither|nor)\b/.test(words(reading, Math.max(0, denial.at - 4), denial.at + 1))) return [];
  const { sentence } = reading;
  const complement = reading.predicates.filter((p) => p.frames.length > 0 && p.first > denial.at);
  const goods = reading.goods.find((g) => g.first > denial.at);
  const act = complement.flatMap((p) => p.frames.map((frame) => ({ p, frame }))).find(({ frame }) => deniable(frame, goods?.mention ?? null));
  const kind: Kind | null = act?.frame.kind ?? (goods ? (fits('deployment', goods.mention, true) ? 'deployment' : 'transfer') : null);
  const told = kind ?? anaphoric(reading, denial.at);
  if (told === null) return [];
  const parties = act ? partiesOf(sentence, act.p, act.frame, reading.mentions.filter((m) => m.first > denial.at), reading.predicates, reading.speaking) : noParties();
  const future = /\b(?:will|would|plans?|intends?)\b/.test(words(reading, denial.at, sentence.tokens.length));
  return deniers(reading, denial.chain.at(-1)?.speaker ?? null, denial.at).map((speaker) => {
    const draft = draftFor(reading, told, act?.p ?? null, parties, goods?.mention ?? null, false);
    draft.polarity = 'denied';
    draft.modality = future ? 'planned' : 'asserted';
    draft.chain = [...denial.chain.slice(0, -1), { speaker, role: 'claimant' }];
    draft.item = goods ? itemOf(goods.mention) : told === 'deployment' ? { class: 'troops', wording: '' } : null;
    if (draft.item && kind === 'transfer' && draft.item.class === 'container') draft.item = { ...draft.item, class: null };
    draft.rules.push('denial', ...parties.rules);
    return draft;
  });
}

/** "rejected the reports": what is denied was told just before. */
function anaphoric(reading: Reading, at: number): Kind | null {
  if (!/\b(?:reports?|accusations?|claims?|allegations?|charges?|account|story|notion|suggestions?)\b/.test(words(reading, at + 1, at + 6))) return null;
  return reading.discourse.latest((d) => d.kind === 'transfer' || d.kind === 'deployment')?.kind ?? null;
}

const deniable = (frame: Frame, goods: GoodsMention | null): boolean =>
  frame.kind !== 'capacity' && frame.kind !== 'investigation' && (goods === null ? true : fits(frame.kind, goods, false) || frame.kind === 'agreement');

/** The subject of a saying and the one joined to it by "and": "Moscow and Pyongyang both deny". */
function deniers(reading: Reading, subject: Speaker | null, at: number): Speaker[] {
  if (subject === null) return [];
  const { tokens } = reading.sentence;
  const start = tokens.findIndex((token) => token.end > subject.span[0]);
  const end = tokens.findLastIndex((token) => token.start < subject.span[1]);
  const other = reading.speakers.findLast((speaker) => {
    const [first, last] = [tokens.findIndex((token) => token.end > speaker.span[0]), tokens.findLastIndex((token) => token.start < speaker.span[1])];
    const [from, to] = last < start ? [last, start] : [end, first];
    return speaker.who !== subject.who && speaker.kind !== 'unnamed' && first < at && to > from && tokens.slice(from + 1, to).every((t) => /^(?:and|the)$/.test(t.lower)) && to - from <= 3 && to - from > 1;
  });
  if (other === undefined) return [subject];
  return other.span[0] < subject.span[0] ? [other, subject] : [subject, other];
}

/** "Kim and Putin acknowledged …": an admission by two is one claim for each. */
export function jointly(reading: Reading, draft: DraftClaim): DraftClaim[] {
  const saying = reading.sayings.find(({ chain, rule }) => /^said:(?:acknowledge|admit|confirm|write|deny)$/.test(rule) && chain.at(-1)?.speaker.who === draft.chain.at(-1)?.speaker.who);
  if (saying === undefined) return [draft];
  const speakers = deniers(reading, saying.chain.at(-1)?.speaker ?? null, saying.at);
  return speakers.length < 2 ? [draft] : speakers.map((speaker) => ({ ...draft, rules: [...draft.rules, 'jointly'], chain: [...draft.chain.slice(0, -1).filter(({ speaker: s }) => !speakers.some(({ who }) => who === s.who)), { speaker, role: 'claimant' as const }] }));
}

/** Counted attacks, launches and voyages: "two other cases of the launch of …", "64 voyages", "five crossings". */
export function countedEvents(reading: Reading): DraftClaim[] {
  const { tokens } = reading.sentence;
  const drafts: DraftClaim[] = [];
  for (const { mention, last } of freeFigures(reading)) {
    const cases = tokens.slice(last + 1, last + 6).some((t) => /^(?:case|incident|instance|occasion)s?$/.test(t.lower));
    const predicate = reading.predicates.find((p) => (p.voice === 'nominal' || cases) && p.first > last && p.first - last <= (cases ? 9 : 5) && tokens.slice(last + 1, p.first).every((t) => /^(?:ADJ|NOUN|DET|ADP|PROPN|PUNCT|ADV|NUM)$/.test(t.pos)) && p.frames.some((f) => f.kind === 'use' || f.name === 'voyage'));
    if (!predicate) continue;
    const frame = predicate.frames.find((f) => f.kind === 'use' || f.name === 'voyage') as Frame;
    if (/debris|fragment|wreck|remnant|remain/.test(predicate.lemma)) continue;
    const unit: Unit = frame.kind === 'use' ? 'attack' : 'voyage';
    const draft = draftFor(reading, frame.kind, predicate, partiesOf(reading.sentence, predicate, frame, reading.mentions, reading.predicates, reading.speaking), null, true);
    draft.quantity = quantityOf(mention.figure, unit, reading.document.text, reading.sentence.span[0]);
    const weapon = reading.goods.find((g) => fits('use', g.mention, false));
    const used = reading.discourse.latest((d) => d.kind === 'use' && d.item !== null);
    draft.item = frame.kind === 'use' ? (weapon ? itemOf(weapon.mention) : (used?.item ?? null)) : null;
    draft.rules.push(`counted:${predicate.lemma}`);
    drafts.push(draft);
  }
  for (const { mention, first } of reading.mentions) {
    if (mention.type !== 'carrier' || mention.figure === null || mention.unit === null || mention.figure.distractor !== null) continue;
    const predicate = reading.predicates.find((p) => p.frames.length > 0 && separation(tokens, p.first, first) < 2) ?? reading.predicates.find((p) => /^(?:count|see|find|show|identify|record|spot)$/.test(p.lemma) && p.last < first);
    if (!predicate) continue;
    const draft = draftFor(reading, 'movement', predicate, noParties(), null, true);
    draft.quantity = quantityOf(mention.figure, mention.unit, reading.document.text, reading.sentence.span[0]);
    draft.rules.push('counted-carriers');
    drafts.push(draft);
  }
  return drafts;
}

/** "three dead and 64 injured", "killed fourteen people". */
export function casualties(reading: Reading): DraftClaim[] {
  const { tokens } = reading.sentence;
  return freeFigures(reading).flatMap(({ mention, first, last }) => {
    const near = reading.predicates
      .filter((p) => p.frames.some((f) => f.kind === 'casualty') && (p.first > last ? p.first - last <= 4 : first - p.last <= 5))
      .sort((a, b) => Math.min(Math.abs(a.first - last), Math.abs(first - a.last)) - Math.min(Math.abs(b.first - last), Math.abs(first - b.last)))[0];
    if (!near || mention.figure.unit !== null || separation(tokens, near.first, first) > 1) return [];
    const frame = near.frames.find((f) => f.kind === 'casualty') as Frame;
    const draft = draftFor(reading, 'casualty', near, partiesOf(reading.sentence, near, frame, reading.mentions, reading.predicates, reading.speaking), null, true);
    draft.quantity = quantityOf(mention.figure, 'person', reading.document.text, reading.sentence.span[0]);
    draft.outcome = outcomeOf(near.lemma);
    draft.rules.push('casualty-figure');
    return [draft];
  });
}

/** "Putin and Kim signed a treaty": an agreement between the parties in the order named. */
export function agreements(reading: Reading): DraftClaim[] {
  const predicates = reading.predicates.filter((p) => p.frames.some((f) => f.kind === 'agreement'));
  const verb = predicates.find((p) => p.voice !== 'nominal');
  const noun = predicates.find((p) => p.voice === 'nominal');
  if (!verb || !noun) return [];
  if (!/^(?:sign|conclude|ink|initial|ratify|strike|agree|negotiate)/.test(verb.lemma)) return [];
  const both = reading.mentions.flatMap((placed) => {
    if (!isPartylike(placed.mention) || reading.speaking.has(placed.mention)) return [];
    const id = partyOf(placed.mention);
    return id === null || separation(reading.sentence.tokens, placed.first, verb.first) > 2 ? [] : [id];
  });
  const [supplier, ...others] = [...new Set(both)];
  if (supplier === undefined || others.length === 0) return [];
  const draft = draftFor(reading, 'agreement', verb, noParties(), null, false);
  draft.supplier = supplier;
  draft.recipient = others.join(', ');
  draft.explicit = true;
  const start = reading.sentence.tokens[noun.first];
  draft.item = { class: null, wording: start?.text ?? noun.lemma };
  draft.rules.push('agreement');
  return [draft];
}

/** A case that an authority opened, runs or closed. Attacks under investigation are use, and are read there. */
export function investigations(reading: Reading): DraftClaim[] {
  const predicate = reading.predicates.find((p) => p.frames.some((f) => f.kind === 'investigation') && !/^(?:charge|try|look at|case)$/.test(p.lemma));
  if (!predicate || /\b(?:nobody|no one|none)\b/.test(words(reading, 0, predicate.first)) || reading.predicates.some((p) => p.frames.some((f) => f.kind === 'use'))) return [];
  const draft = draftFor(reading, 'investigation', predicate, noParties(), null, false);
  draft.modality = 'investigated';
  const goods = reading.goods[0];
  draft.item = goods ? { ...itemOf(goods.mention), class: null } : null;
  const act = goods ? governingAct(reading.sentence, goods, reading.predicates) : null;
  if (act) {
    const { supplier, recipient } = partiesOf(reading.sentence, act.predicate, act.frame, reading.mentions, reading.predicates, reading.speaking);
    Object.assign(draft, { supplier, recipient });
  }
  draft.rules.push('investigation');
  return [draft];
}

/** "Washington spoke of more than 10,000 containers": a count that somebody gives, with no verb for the hand-over. */
export function bareCounts(reading: Reading, made: readonly DraftClaim[]): DraftClaim[] {
  const used = new Set(made.flatMap((draft) => (draft.quantity ? [draft.quantity.wording] : [])));
  return reading.goods.flatMap(({ mention, first }) => {
    if (mention.figure === null || mention.figure.distractor !== null || (sayingFor(reading, first) === null && reading.discourse.list === null)) return [];
    const listed = reading.discourse.list?.kind ?? null;
    const like = reading.discourse.latest((d) => (d.item?.class ?? null) === mention.class && d.kind !== 'capacity' && fits(d.kind, mention, true)) ?? reading.discourse.latest((d) => d.kind === 'transfer' && !isPeople(mention));
    const told = mention.class === 'component' && reading.discourse.latest((d) => d.kind === 'use') !== null ? 'use' : null;
    const kind = told ?? (listed !== null && fits(listed, mention, true) ? listed : (like?.kind ?? (isPeople(mention) ? 'deployment' : 'transfer')));
    const quantity = quantityOf(mention.figure, mention.unit, reading.document.text, reading.sentence.span[0]);
    if (quantity === null || used.has(quantity.wording) || !fits(kind, mention, true) || isProduction(reading)) return [];
    const draft = draftFor(reading, kind, null, noParties(), mention, true);
    draft.item = itemOf(mention);
    draft.quantity = quantity;
    draft.when = whenOf({ at: first, times: reading.dating.act, until: draft.stated ?? reading.published, kind, figure: true, rate: quantity.per != null });
    draft.supplier = kind === 'transfer' ? mention.make : null;
    if (kind === 'deployment') draft.actor = mention.make ?? like?.actor ?? null;
    if (kind === 'use' && like !== null) inherit(draft, like);
    draft.rules.push('bare-count');
    return [draft];
  });
}

/** "twice what the ministry had reported", "five times more than the figure announced by X": X's figure, by arithmetic. */
export function comparisons(reading: Reading, made: readonly DraftClaim[]): DraftClaim[] {
  const { tokens } = reading.sentence;
  return reading.mentions.flatMap((placed) => {
    if (placed.mention.type !== 'figure' || placed.mention.figure.share?.startsWith('x') !== true) return [];
    const ratio = Number(placed.mention.figure.share.slice(1));
    const base = [...made].reverse().find((d) => d.quantity !== null && (d.quantity.low !== null || d.quantity.high !== null)) ?? reading.discourse.latest((d) => d.quantity !== null && d.quantity.share_of == null && !d.quantity.vague && d.kind !== 'capacity') ?? null;
    const behind = tokens.slice(placed.last + 1).map((t) => t.lower).join(' ');
    if (base?.quantity == null || !(ratio > 0) || !/^(?:more )?(?:than |as (?:many|much) as |what |that |the )/.test(behind)) return [];
    const speaker = reading.speakers.filter((s) => s.span[0] >= (tokens[placed.last]?.end ?? 0))[0];
    if (!speaker || !/\b(?:report|announce|give|gave|given|say|said|state|count|publish|claim|name|put|release|cite|admit)/.test(behind)) return [];
    const draft = draftFor(reading, base.kind, null, noParties(), null, true);
    const divide = (value: number | null): number | null => (value === null ? null : Math.round((value / ratio) * 1000) / 1000);
    draft.item = base.item;
    draft.quantity = { low: divide(base.quantity.low), high: divide(base.quantity.high), unit: base.quantity.unit, qualifier: base.quantity.qualifier ?? null, wording: reading.document.text.slice(placed.mention.span[0], placed.mention.span[1]), vague: false, share_of: null };
    draft.chain = [{ speaker, role: 'claimant' }];
    draft.stated = null;
    draft.when = { edtf: null, scope: 'cumulative' };
    draft.route = null;
    draft.place = null;
    draft.modality = 'asserted';
    draft.relation = { type: 'given', to: base };
    inherit(draft, base);
    draft.rules.push('comparison');
    return [draft];
  });
}

/** "worth $195 million": the price of a contract or the worth of goods, beside what was agreed, delivered or seized. */
export function sums(reading: Reading, made: readonly DraftClaim[]): DraftClaim[] {
  const text = reading.document.text.slice(...reading.sentence.span);
  if (!/\b(?:worth|valued?|price|priced|cost|costs|for (?:about |some |nearly |approximately |more than )?(?:US)?\$|put|receive|paid|pay)\b/i.test(text)) return [];
  return freeFigures(reading).flatMap(({ mention, first }) => {
    if (mention.figure.unit !== 'usd') return [];
    const deal = reading.predicates.some((p) => p.frames.some((f) => f.kind === 'agreement'));
    const like = made.find((d) => /^(?:agreement|transfer|interdiction)$/.test(d.kind)) ?? reading.discourse.latest((d) => /^(?:agreement|transfer|interdiction)$/.test(d.kind));
    if (like === null && !deal) return [];
    const kind = deal ? 'agreement' : (like?.kind ?? 'agreement');
    if (deal === false && sayingFor(reading, first) === null && made.length === 0) return [];
    const draft = draftFor(reading, kind, null, noParties(), null, true);
    draft.quantity = quantityOf(mention.figure, 'usd', reading.document.text, reading.sentence.span[0]);
    draft.item = { class: null, wording: like?.item?.wording ?? '' };
    if (like !== null) {
      inherit(draft, like);
      draft.place ??= like.place;
      draft.route ??= like.route;
      if (draft.when.edtf === null) draft.when = like.when;
    }
    draft.rules.push('sum');
    return [draft];
  });
}

/** "there are no troops in Ukraine": people said to be, or not to be, somewhere. */
export function presences(reading: Reading): DraftClaim[] {
  const { tokens } = reading.sentence;
  return reading.goods.flatMap(({ mention, first, last }) => {
    if (!isPeople(mention)) return [];
    const before = tokens.slice(Math.max(0, first - 4), first + 1).map((t) => t.lower).join(' ');
    if (!/\bthere (?:are|is|were|was|have been|had been)\b/.test(before) && !/^(?:are|is|were|was|remain|remained) (?:in|at|on|near|still in|now in)\b/.test(words(reading, last + 1, last + 4))) return [];
    const draft = draftFor(reading, 'deployment', null, noParties(), mention, mention.figure !== null);
    draft.actor = mention.make;
    draft.item = itemOf(mention);
    draft.quantity = quantityOf(mention.figure, mention.unit, reading.document.text, reading.sentence.span[0]);
    if (/\bno(?: longer)?\b|\bnot any\b/.test(words(reading, Math.max(0, first - 3), last + 1))) draft.polarity = 'negated';
    draft.rules.push('presence');
    return [draft];
  });
}

/** "The attack of 7 February is still under investigation": use that nobody has established yet. */
export function attacksUnderInvestigation(reading: Reading): DraftClaim[] {
  const text = ` ${words(reading, 0, reading.sentence.tokens.length)} `;
  if (!(reading.words.modality.investigated ?? []).some((phrase) => text.includes(` ${phrase} `))) return [];
  const predicate = reading.predicates.find((p) => p.voice === 'nominal' && p.frames.some((f) => f.kind === 'use'));
  if (!predicate || freeFigures(reading).some(({ last }) => last < predicate.first && predicate.first - last < 5)) return [];
  const frame = predicate.frames.find((f) => f.kind === 'use') as Frame;
  const draft = draftFor(reading, 'use', predicate, partiesOf(reading.sentence, predicate, frame, reading.mentions, reading.predicates, reading.speaking), null, false);
  draft.modality = 'investigated';
  draft.item = reading.discourse.latest((d) => d.kind === 'use' && d.item !== null)?.item ?? null;
  draft.rules.push('attack-under-investigation');
  return [draft];
}

const freeFigures = (reading: Reading): Placed<FigureMention>[] =>
  reading.mentions.filter((p): p is Placed<FigureMention> => p.mention.type === 'figure' && p.mention.figure.distractor === null);

/** "about 7,000", "half of them": a figure whose noun stands in an earlier sentence. */
export function loneFigures(reading: Reading, made: readonly DraftClaim[]): DraftClaim[] {
  const used = new Set(made.flatMap((draft) => (draft.quantity ? [draft.quantity.wording] : [])));
  const beside = reading.goods.filter((g) => g.mention.figure === null && !(g.mention.class === null && g.mention.unit === 'person')).at(-1) ?? null;
  return freeFigures(reading).flatMap((placed) => {
    const { figure } = placed.mention;
    const counted = made.find((d) => d.quantity !== null && d.quantity.share_of == null) ?? reading.discourse.countedLike(figure.low ?? figure.high);
    if (counted === null || isProduction(reading)) return [];
    const quantity = quantityOf(figure, counted.quantity?.unit ?? null, reading.document.text, reading.sentence.span[0]);
    if (quantity === null || used.has(quantity.wording) || figure.unit === 'usd') return [];
    if (!bearsOn(reading, placed, figure)) return [];
    // "Packed with 152 mm rounds, they would amount to 6 million of them": the noun may stand in the same sentence.
    const own = beside !== null && beside.first < placed.first && figure.share === null ? beside.mention : null;
    const noun = own ?? { class: counted.item?.class ?? null, unit: counted.quantity?.unit ?? null };
    const act = reading.predicates.flatMap((p) => p.frames.map((frame) => ({ p, frame }))).find(({ p, frame }) => fits(frame.kind, noun, true) && separation(reading.sentence.tokens, p.first, placed.first) < 2);
    const kind = act?.frame.kind ?? counted.kind;
    const parties: Parties = act ? partiesOf(reading.sentence, act.p, act.frame, reading.mentions, reading.predicates, reading.speaking) : noParties();
    const draft = draftFor(reading, kind, act?.p ?? null, parties, null, true);
    draft.item = own !== null ? itemOf(own) : counted.item === null ? null : { ...counted.item, wording: quantity.wording };
    draft.quantity = own === null || quantity.unit === figure.unit ? quantity : { ...quantity, unit: own.unit };
    if (figure.share !== null && counted.quantity) draft.quantity = { ...draft.quantity, share_of: `${figure.share} of ${counted.quantity.low ?? counted.quantity.high ?? ''}`.trim() };
    const giver = gapped(reading, placed);
    if (giver) draft.chain = [{ speaker: giver, role: 'claimant' }];
    draft.relation = figure.share === null ? null : { type: 'part_of', to: counted };
    if (kind === counted.kind || kind === 'capacity') inherit(draft, counted);
    // A part has the window and the way of the whole to which it points back, until it says another.
    if (figure.share !== null && draft.when.edtf === null) draft.when = counted.when;
    if (draft.relation?.type === 'part_of') draft.route ??= counted.route;
    draft.rules.push('lone-figure');
    return [draft];
  });
}

/** "Washington spoke of 10,000, Seoul of around 6,700": the second speaker has no verb of their own. */
function gapped(reading: Reading, placed: Placed<FigureMention>): Speaker | null {
  const { tokens } = reading.sentence;
  if (tokens[placed.first - 1]?.lower !== 'of' && tokens[placed.first - 1]?.lower !== 'at') return null;
  const end = tokens[placed.first - 1]?.start ?? 0;
  return reading.speakers.find((s) => end - s.span[1] <= 2 && s.span[1] <= end) ?? null;
}

/** Figures of plants, stocks and recruiting are no transfers, unless said to be for one. */
export function isProduction({ sentence, document }: Reading): boolean {
  const text = document.text.slice(...sentence.span);
  return /\b(?:produc\w+|manufactur\w+|turn(?:ed|ing)? out|refurbish\w*|assembl\w+|stockpil\w+|in (?:its|their|his) (?:depots|stores|stocks|reserves)|factor(?:y|ies)|plants?|capacity|recruits? a day|rated for|costs?)\b/i.test(text) && !/\b(?:sent|ship\w*|deliver\w*|suppl(?:y|ied|ies)|transfer\w*|export\w*|receiv\w*)\b/i.test(text);
}

/** A lone figure counts where somebody gives it, or where it points back: not every number of a text is a count. */
function bearsOn(reading: Reading, placed: Placed<FigureMention>, figure: Figure): boolean {
  const behind = words(reading, placed.last + 1, placed.last + 4);
  const points = /^of (?:them|these|those|which)\b/.test(behind) || (figure.share !== null && /^of the\b/.test(behind));
  if (figure.share !== null) return points && figure.share.includes('/');
  if (/\b(?:cap|ceiling|limit|quota|allows?|allowed)\b/.test(words(reading, Math.max(0, placed.first - 6), placed.first))) return false;
  const saying = sayingFor(reading, placed.first);
  if ((figure.low ?? figure.high) === 1) return false;
  const bounded = figure.qualifier !== null || (figure.low ?? figure.high ?? 0) >= 100;
  return points || (saying !== null && bounded && !figure.vague && !/^(?:\p{L})/u.test(behind.replace(/^(?:in|and|by|to|since|or|moved|from|for|,|\.|"|;|as|at|alone|so|on|there|here|more)\b/, '')));
}

function inherit(draft: DraftClaim, from: DraftClaim): void {
  draft.supplier ??= from.supplier;
  draft.recipient ??= from.recipient;
  draft.actor ??= from.actor;
  draft.target ??= from.target;
}

/** A ship, plane or train on a path, with no goods handed over in the sentence. */
export function movements(reading: Reading, made: readonly DraftClaim[]): DraftClaim[] {
  if (made.length > 0) return [];
  const predicate = reading.predicates.find((p) => p.frames.some((f) => f.name === 'voyage' || f.name === 'reach' || f.name === 'send'));
  const carried = reading.mentions.some(({ mention }) => mention.type === 'vessel' || mention.type === 'carrier');
  if (!predicate || !carried) return [];
  const draft = draftFor(reading, 'movement', predicate, noParties(), null, false);
  if (draft.route === null || (draft.route.origin === null && draft.route.destination === null)) return [];
  const container = reading.goods.find((g) => g.mention.class === 'container');
  draft.item = container ? itemOf(container.mention) : null;
  draft.rules.push('movement');
  return [draft];
}
