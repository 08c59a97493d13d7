import { separation, type Placed } from './clause.js';
import { goodsOf, partiesNear } from './deal-parts.js';
import { itemOf, quantityOf, type DraftClaim } from './draft-claim.js';
import { draftFor } from './draft-for.js';
import type { GoodsMention } from './mentions.js';
import type { Reading } from './reading.js';
import { noParties, partiesOf } from './roles.js';

/** Agreements that no noun for a contract names. */

interface Settled {
  readonly drafts: readonly DraftClaim[];
  readonly goods: ReadonlySet<Placed<GoodsMention>>;
}

/** "The purchase of fighters from Russia has been finalized": a trade that is agreed, by its own noun. */
export function tradeSettled(reading: Reading): Settled | null {
  const { tokens } = reading.sentence;
  for (const noun of reading.predicates) {
    const frame = noun.frames.find(({ kind }) => kind === 'transfer');
    if (noun.voice !== 'nominal' || frame === undefined) continue;
    const verb = reading.predicates.find(
      (p) =>
        p.voice === 'passive' &&
        p.first > noun.last &&
        /^(?:finalise|finalize|conclude|sign|seal|ink|agree|negotiate|contract|initial|close)$/.test(
          p.lemma,
        ) &&
        separation(tokens, noun.last, p.first) < 2,
    );
    if (verb === undefined) continue;
    const goods = goodsOf(reading, noun.last).filter(({ last }) => last < verb.first);
    if (goods.length === 0) continue;
    const parties = partiesOf(reading, noun, frame);
    const drafts = goods.map(({ mention }) => {
      const draft = draftFor(reading, 'agreement', verb, parties);
      draft.item = itemOf(mention);
      draft.quantity = quantityOf(
        mention.figure,
        mention.unit,
        reading.document.text,
        reading.sentence.span[0],
      );
      draft.supplier ??= mention.make === draft.recipient ? null : mention.make;
      draft.rules.push('agreement', ...parties.rules);
      return draft;
    });
    return { drafts, goods: new Set(goods) };
  }
  return null;
}

/** "Ankara and Tripoli signed it": what the text called a deal before. */
export function signedIt(reading: Reading): Settled | null {
  const { tokens } = reading.sentence;
  const verb = reading.predicates.find(
    (p) =>
      p.voice === 'active' &&
      /^(?:sign|conclude|ink|initial|seal|ratify)$/.test(p.lemma) &&
      tokens[p.last + 1]?.lower === 'it',
  );
  const sides =
    verb === undefined ? [] : partiesNear(reading, verb).filter(({ first }) => first < verb.first);
  const [one, other] = sides;
  if (verb === undefined || one === undefined || other === undefined) return null;
  const draft = draftFor(reading, 'agreement', verb, noParties());
  Object.assign(draft, { supplier: one.id, recipient: other.id, explicit: true });
  draft.item = { class: null, wording: 'it' };
  draft.rules.push('agreement');
  return { drafts: [draft], goods: new Set() };
}
