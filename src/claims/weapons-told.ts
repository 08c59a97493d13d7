import { separation, type Placed } from './clause.js';
import { fits, itemOf, quantityOf, type DraftClaim } from './draft-claim.js';
import { words } from './figures-in.js';
import type { CarrierMention, GoodsMention } from './mentions.js';
import type { Frame, Predicate } from './predicates.js';
import { draftFor } from './draft-for.js';
import type { Reading } from './reading.js';
import { isPartylike, noParties, partyOf } from './roles.js';
import { strikeParties } from './strikes.js';
import { sayingFor } from './word-of.js';

/**
 * Weapons used that no verb of use tells of: what a wreck is found to be, whose parts are in it, aircraft brought down,
 * people killed by it, an attack that somebody owns up to.
 */

/** @param made the claims of the sentence about weapons that an act of use governs */
export function weaponsTold(
  reading: Reading,
  made: readonly DraftClaim[],
  elsewhere: ReadonlySet<Placed<GoodsMention>>,
): DraftClaim[] {
  const drafts = [...partsFound(reading, elsewhere), ...downedAircraft(reading)];
  if (made.some(({ kind }) => kind === 'use')) return drafts;
  const told = [...identified(reading), ...deadly(reading)];
  return [...drafts, ...(told.length > 0 || drafts.length > 0 ? told : ownedUp(reading))];
}

const WRECK = 'wreck(?:age)?|debris|fragments?|remnants?|remains|warhead|engine';
const WEAPON = `${WRECK}|weapon|projectile|munition|missile|drone|rocket|shell|bomb|attacker|aircraft|machine|round`;
/** What is told to be a weapon of some make: a wreck, or what "it" means behind an attack. */
const IS_ONE = new RegExp(
  `(?:^|[ (])(it|this|that|one|(?:${WEAPON})(?:s)?)(?: [^.;:]{0,40}?)? (?:is|was|were|are|be|been|as)(?: \\w+ly| most| very| almost)*(?: that of| those of| from)?(?: an?| the)?(?: [\\w-]+)?$`,
);

/** "The wreck is that of a Shahed-136", "it was most likely a Samad-3": what a weapon used is found to be. */
function identified(reading: Reading): DraftClaim[] {
  const { discourse, sentence } = reading;
  const before = discourse.latest((d) => d.kind === 'use');
  const near = before !== null && sentence.block - before.block <= 1 ? before : null;
  return reading.goods
    .filter(({ mention, first }) => {
      if (mention.figure !== null || !fits('use', mention, false) || mention.class === null) return false;
      if (mention.class === 'component' || (mention.model ?? mention.make) === null) {
        const owned = /^of\b/.test(words(reading, endOf(reading, mention) + 1, endOf(reading, mention) + 2));
        if (near === null || !owned) return false;
      }
      const subject = IS_ONE.exec(words(reading, 0, first))?.[1];
      if (subject === undefined) return false;
      return new RegExp(`^(?:${WRECK})`).test(subject) || near !== null;
    })
    .slice(0, 1)
    .map(({ mention, first }) => {
      const draft = draftFor(reading, 'use', null, noParties(), first);
      draft.item = itemOf(mention);
      draft.make = mention.make;
      if (near !== null) goOnWith(draft, near);
      draft.rules.push('identified');
      return draft;
    });
}

const endOf = ({ mentions }: Reading, mention: GoodsMention): number =>
  mentions.find((placed) => placed.mention === mention)?.last ?? 0;

/** What is told of the weapon is of the attack told before. */
function goOnWith(draft: DraftClaim, before: DraftClaim): void {
  draft.actor ??= before.actor;
  draft.target ??= before.target;
  draft.place ??= before.place;
  if (draft.when.edtf === null) draft.when = before.when;
}

const FINDING =
  /^(?:find|discover|recover|identify|recognise|recognize|detect|trace|turn up|uncover|extract)$/;

/** "Engines made in Britain have been found in armoured vehicles of the RSF": parts of what is used in the field. */
function partsFound(reading: Reading, elsewhere: ReadonlySet<Placed<GoodsMention>>): DraftClaim[] {
  const { tokens } = reading.sentence;
  return reading.goods.flatMap((parts) => {
    const { mention, first, last } = parts;
    if (mention.class !== 'component' || elsewhere.has(parts)) return [];
    const verb = tokens.findIndex(
      ({ lemma, pos }, i) =>
        pos === 'VERB' &&
        FINDING.test(lemma) &&
        (i > last ? i - last <= 10 && separation(tokens, last, i) < 1 : i < first && first - i <= 4),
    );
    if (verb < 0) return [];
    const behind = Math.max(verb, last);
    if (!/^(?:in|inside|within|among|amid)\b/.test(words(reading, behind + 1, behind + 2))) return [];
    const host = reading.goods.find(
      (g) =>
        g.first > behind &&
        g.first - behind <= 6 &&
        fits('use', g.mention, true) &&
        g.mention.class !== 'component',
    );
    const wreck = new RegExp(`^in(?:side)?(?: the| its| their| a)?(?: \\w+)? (?:${WRECK})\\b`).test(
      words(reading, behind + 1, behind + 6),
    );
    if (host === undefined && !wreck) return [];
    const predicate: Predicate = {
      first: verb,
      last: verb,
      voice: verb > last ? 'passive' : 'active',
      frames: [],
      speech: null,
      lemma: tokens[verb]?.lemma ?? 'find',
    };
    const draft = draftFor(reading, 'use', predicate, noParties(), first);
    draft.item = itemOf(mention);
    draft.quantity = quantityOf(
      mention.figure,
      mention.unit,
      reading.document.text,
      reading.sentence.span[0],
    );
    draft.actor = host === undefined ? null : ownerOf(reading, host);
    draft.make = host?.mention.make ?? null;
    draft.rules.push('parts-found');
    return [draft];
  });
}

/** "armoured vehicles of the RSF", "the RSF's drones": whose the weapons are. */
function ownerOf(reading: Reading, { first, last }: Placed): string | null {
  const { tokens } = reading.sentence;
  for (const { mention, first: a, last: b } of reading.mentions) {
    if (!isPartylike(mention)) continue;
    const behind =
      a > last && /^(?:of|flown by|used by|operated by)(?: the)?$/.test(words(reading, last + 1, a));
    const before = b < first && /^['’]s?$/.test(tokens[b + 1]?.text ?? '') && first - b <= 3;
    if (behind || before) return partyOf(mention);
  }
  return null;
}

/** "brought down an Ilyushin of the army": an aircraft that otherwise only carries. */
function downedAircraft(reading: Reading): DraftClaim[] {
  return reading.mentions.flatMap((placed) => {
    const { mention, first, last } = placed;
    if (mention.type !== 'carrier' || !isAircraft(mention)) return [];
    for (const predicate of reading.predicates) {
      const frame = predicate.frames.find(({ name }) => name === 'down');
      if (frame === undefined || !/^(?:shoot|shot|bring|down|knock)/.test(predicate.lemma)) continue;
      const suffers =
        predicate.voice === 'passive'
          ? predicate.first > last &&
            predicate.first - last <= 8 &&
            separation(reading.sentence.tokens, last, predicate.first) < 1
          : first > predicate.first && first - predicate.last <= 6;
      if (!suffers) continue;
      const draft = draftFor(reading, 'use', predicate, strikeParties(reading, { predicate, frame }));
      draft.item = { class: 'aircraft', wording: reading.document.text.slice(...mention.span) };
      draft.quantity = quantityOf(
        mention.figure,
        'aircraft',
        reading.document.text,
        reading.sentence.span[0],
      );
      draft.actor = ownerOf(reading, placed) ?? draft.actor;
      draft.rules.push('act:down');
      return [draft];
    }
    return [];
  });
}

const isAircraft = ({ mode, unit, figure }: CarrierMention): boolean =>
  mode === 'air' && unit === 'aircraft' && (figure?.distractor ?? null) === null;

/** "Two people were killed by a missile", "a drone wounded three": a weapon that kills or hurts has been used. */
function deadly(reading: Reading): DraftClaim[] {
  const { tokens } = reading.sentence;
  return reading.goods.flatMap(({ mention, first, last }) => {
    if (!fits('use', mention, mention.figure !== null) || mention.class === null) return [];
    const by =
      /\b(?:by|in|from|under)(?: an?| the)?$/.test(words(reading, Math.max(0, first - 2), first)) ||
      /^by\b/.test(words(reading, first, first + 1));
    const hurt = reading.losses.find(
      (word) =>
        word.told.some((outcome) => outcome === 'killed' || outcome === 'wounded') &&
        word.roles.includes('take') &&
        (by
          ? word.last < first && first - word.last <= 8 && separation(tokens, word.last, first) < 1
          : word.first > last &&
            word.first - last <= 3 &&
            /^(?:NUM|DET|ADV|ADP)$/.test(tokens[word.last + 1]?.pos ?? '')),
    );
    if (hurt === undefined) return [];
    const predicate: Predicate = {
      ...hurt,
      voice: by ? 'passive' : 'active',
      frames: [],
      speech: null,
      lemma: 'kill',
    };
    const draft = draftFor(reading, 'use', predicate, noParties(), first);
    draft.item = itemOf(mention);
    draft.make = mention.make;
    draft.quantity = quantityOf(
      mention.figure,
      mention.unit,
      reading.document.text,
      reading.sentence.span[0],
    );
    const bound = draft.place !== null || draft.when.edtf !== null || draft.make !== null;
    if (!bound && reading.discourse.latest((d) => d.kind === 'use') === null) return [];
    draft.rules.push('deadly');
    return [draft];
  });
}

/** "admitted the attack", "the attacks were not launched by the Houthis": an attack told before, and whose it was. */
function ownedUp(reading: Reading): DraftClaim[] {
  const told = reading.discourse.latest((d) => d.kind === 'use');
  if (told === null) return [];
  return reading.predicates
    .flatMap((attack) => {
      const frame = attack.frames.find(({ name }) => name === 'hit' || name === 'fire');
      if (frame === undefined || attack.voice !== 'nominal') return [];
      if (
        !/\b(?:the|that|this|those|these|responsibility for(?: \w+)?)(?: \w+)?$/.test(
          words(reading, Math.max(0, attack.first - 4), attack.first),
        )
      )
        return [];
      const owned = launchedBy(reading, attack, frame) ?? admitted(reading, attack);
      if (owned === null) return [];
      const [predicate, parties] = owned;
      const draft = draftFor(reading, 'use', predicate, parties);
      draft.item = told.item;
      draft.rules.push('attack-owned');
      return [draft];
    })
    .slice(0, 1);
}

/** "was not carried out by …" */
function launchedBy(
  reading: Reading,
  attack: Predicate,
  frame: Frame,
): [Predicate, ReturnType<typeof noParties>] | null {
  const predicate = reading.predicates.find(
    (p) =>
      p.voice === 'passive' &&
      p.first > attack.last &&
      separation(reading.sentence.tokens, attack.last, p.first) < 1 &&
      /^(?:launch|carry out|conduct|mount|stage)$/.test(p.lemma),
  );
  if (predicate === undefined) return null;
  const parties = strikeParties(reading, { predicate, frame });
  return parties.actor === null ? null : [predicate, parties];
}

/** "admitted the attack", "claimed responsibility for the raid": the speaker's own. */
function admitted(reading: Reading, attack: Predicate): [Predicate, ReturnType<typeof noParties>] | null {
  const saying = sayingFor(reading, attack.first);
  if (saying === null || attack.first < saying.last || attack.first - saying.last > 6) return null;
  const between = words(reading, saying.at, attack.first);
  if (saying.modality !== 'confirmed' && !/\bresponsibility\b/.test(between)) return null;
  const speaker = saying.chain.at(-1)?.speaker;
  return [attack, { ...noParties(), actor: speaker?.state ?? null }];
}
