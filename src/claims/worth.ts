import { join } from 'node:path';
import { z } from 'zod';
import { DATA_FOLDER } from '../core/package-root.js';
import { readYaml } from '../core/yaml-file.js';
import { separation, type Placed } from './clause.js';
import { quantityOf, type DraftClaim } from './draft-claim.js';
import { freeFigures } from './figures-in.js';
import type { FigureMention } from './mentions.js';
import { draftFor } from './draft-for.js';
import type { Reading } from './reading.js';
import { noParties, partiesOf, type Parties } from './roles.js';

/** Sums of money: the worth of goods that changed hands or were seized, and the prices of deals. */

const words = z.array(z.string());
const schema = z.strictObject({
  source: words,
  worth: words,
  cash: words,
  back: words,
  apiece: words,
  other: words,
});
const DATA = readYaml(join(DATA_FOLDER, 'claims', 'worth.yaml'), schema);
const anyOf = (list: readonly string[], before = '', after = ''): RegExp =>
  new RegExp(`${before}(?<!\\p{L})(?:${list.join('|')})(?!\\p{L})${after}`, 'u');
const [WORTH, BACK, OTHER] = [anyOf(DATA.worth), anyOf(DATA.back), anyOf(DATA.other)];
const CASH = anyOf(DATA.cash);
const APIECE = anyOf(DATA.apiece, '^,? ?');

const VALUED = new Set(['transfer', 'agreement', 'interdiction']);

/**
 * "worth $195 million", "imports came to $377 million": a claim in dollars of its own. Goods that are named by nothing
 * but their worth ("arms worth $12 million") have no claim beside it: `made` loses theirs.
 */
export function worths(reading: Reading, made: DraftClaim[]): DraftClaim[] {
  const text = reading.document.text.slice(...reading.sentence.span).toLowerCase();
  const sums = freeFigures(reading).filter(
    ({ mention }) =>
      mention.figure.unit === 'usd' &&
      mention.figure.share === null &&
      !APIECE.test(text.slice(mention.span[1] - reading.sentence.span[0])),
  );
  if (sums.length === 0 || OTHER.test(text)) return [];
  const like = made.find(({ kind }) => VALUED.has(kind)) ?? null;
  const told = reading.discourse.latest(({ kind }) => VALUED.has(kind));
  const back = told?.quantity?.unit === 'usd' || BACK.test(text);
  if (like === null && !WORTH.test(text) && !(told !== null && back)) return [];
  const drafts = sums.flatMap((sum) => worthOf(reading, sum, like, told));
  if (drafts.length > 0) dropNamedByWorth(made, drafts);
  return drafts;
}

function worthOf(
  reading: Reading,
  { mention, first }: Placed<FigureMention>,
  like: DraftClaim | null,
  told: DraftClaim | null,
): DraftClaim[] {
  const act = nearestAct(reading, first);
  const kind = act?.kind ?? like?.kind ?? told?.kind ?? null;
  if (kind === null) return [];
  const draft = draftFor(
    reading,
    kind,
    act?.predicate ?? null,
    like === null ? (act?.parties ?? noParties()) : noParties(),
  );
  draft.quantity = quantityOf(mention.figure, 'usd', reading.document.text, reading.sentence.span[0]);
  const behind = reading.document.text.slice(mention.span[1], mention.span[1] + 30).toLowerCase();
  draft.item = {
    class: kind === 'interdiction' && CASH.test(behind) ? 'money' : null,
    wording: like?.item?.wording ?? told?.item?.wording ?? '',
  };
  const from = like ?? (told?.kind === kind ? told : null);
  if (from !== null) leanOn(draft, from, like !== null);
  draft.rules.push('worth');
  return [draft];
}

interface Valued {
  readonly kind: DraftClaim['kind'];
  readonly predicate: Reading['predicates'][number];
  readonly parties: Parties;
}

/** The act nearest to a sum that has a worth: a deal, a hand-over or a seizure. */
function nearestAct(reading: Reading, at: number): Valued | null {
  const { tokens } = reading.sentence;
  const ranked = reading.predicates
    .flatMap((predicate) => predicate.frames.map((frame) => ({ predicate, frame })))
    .filter(({ frame }) => VALUED.has(frame.kind))
    .map((act) => ({
      ...act,
      cost: Math.abs(act.predicate.first - at) + 8 * separation(tokens, act.predicate.first, at),
    }))
    .sort(
      (a, b) =>
        a.cost - b.cost || Number(b.frame.kind === 'agreement') - Number(a.frame.kind === 'agreement'),
    );
  const [best] = ranked;
  if (best === undefined) return null;
  const { predicate, frame } = ranked.find(({ frame: { kind } }) => kind === 'agreement') ?? best;
  const parties = partiesOf(reading, predicate, frame);
  return { kind: frame.kind, predicate, parties };
}

/** The sides, place and time of the goods that a sum is the worth of. */
function leanOn(draft: DraftClaim, from: DraftClaim, sameSentence: boolean): void {
  if (draft.supplier === null && draft.recipient === null) {
    draft.supplier = from.supplier;
    draft.recipient = from.recipient;
  }
  if (!sameSentence) return;
  draft.place ??= from.place;
  draft.route ??= from.route;
  draft.modality = from.modality;
  draft.polarity = from.polarity;
  if (draft.when.edtf === null) draft.when = from.when;
}

function dropNamedByWorth(made: DraftClaim[], sums: readonly DraftClaim[]): void {
  for (let i = made.length - 1; i >= 0; i--) {
    const { kind, item, quantity } = made[i] as DraftClaim;
    // A deal stands beside its price; "arms worth $12 million" are no arms beside it.
    if (
      kind !== 'agreement' &&
      quantity === null &&
      (item?.class ?? null) === null &&
      sums.some((sum) => sum.kind === kind)
    )
      made.splice(i, 1);
  }
}
