import { prepositionOf, separation, type Placed } from './clause.js';
import type { BodyMention, Mention, PartyMention, PersonMention, PlaceMention } from './mentions.js';
import { PARTY_WORDS } from './party-words.js';
import type { Frame, Predicate, Slot } from './predicates.js';
import type { Sentence } from './sentences.js';

/** The parties that a predicate's neighbours fill, by what the frame says of their places. */
export interface Parties {
  supplier: string | null;
  recipient: string | null;
  actor: string | null;
  target: string | null;
  /** Either side of an agreement, in the order named. */
  both: string[];
  rules: string[];
}

export const noParties = (): Parties => ({
  supplier: null,
  recipient: null,
  actor: null,
  target: null,
  both: [],
  rules: [],
});

type Partylike = PartyMention | BodyMention | PersonMention | PlaceMention;
export const isPartylike = (mention: Mention): mention is Partylike =>
  mention.type === 'party' ||
  mention.type === 'body' ||
  mention.type === 'person' ||
  mention.type === 'place';

/** The party behind a name: a state's army, ministry or president is the state; a firm or group stands by its name. */
export function partyOf(mention: Partylike): string | null {
  switch (mention.type) {
    case 'party':
      return mention.id;
    case 'body':
      return mention.organisation.party
        ? mention.organisation.name
        : mention.organisation.origin === 'state' && ACTING.has(mention.organisation.type)
          ? mention.organisation.state
          : null;
    case 'person':
      if (mention.camp !== null) return mention.camp;
      return (
        mention.person?.posts.find(
          (post) =>
            post.state !== null &&
            /president|leader|premier|prime minister|chairman|king|supreme/i.test(post.title),
        )?.state ?? null
      );
    case 'place':
      return null;
  }
}

/** Bodies that hand over, receive, fire and sign for their state; those that count and report do not. */
const ACTING = new Set(['government', 'ministry', 'military', 'company', 'armed_group', 'police']);

/** "sites close to Ukraine", "due to Iran": no goods go there. */
const isNearness = (tokens: Sentence['tokens'], first: number): boolean =>
  tokens
    .slice(Math.max(0, first - 4), first)
    .some(
      ({ lower }, i, near) =>
        /^(?:close|closer|near|nearer|next|adjacent|due|thanks|according|opposed|similar|bordering|prior|contrary)$/.test(
          lower,
        ) && near[i + 1]?.lower === 'to',
    );

/** What of a sentence tells the parties of its acts. */
interface Neighbours {
  readonly sentence: Sentence;
  readonly mentions: readonly Placed[];
  readonly predicates: readonly Predicate[];
  /** Mentions that name who speaks, and so no side of an act. */
  readonly speaking: ReadonlySet<Mention>;
  readonly discourse: { hasSpoken(name: string): boolean };
}

/** Reads the parties of one act from the mentions around its predicate: all of the sentence, or those named. */
export function partiesOf(
  read: Neighbours,
  predicate: Predicate,
  frame: Frame,
  mentions = read.mentions,
): Parties {
  const { predicates: rivals, speaking: speakers } = read;
  const { tokens } = read.sentence;
  const parties = noParties();
  const candidates = mentions.filter(
    (placed): placed is Placed<Partylike> => isPartylike(placed.mention) && !speakers.has(placed.mention),
  );
  const scored = candidates
    .map((placed) => ({ placed, ...slotOf(placed) }))
    // Where something was fired is only whom it hit where nobody else is said to be.
    .map((read) => ({
      ...read,
      cost: costOf(read.placed) + (/^(?:in|over|across|inside):target$/.test(read.rule) ? 12 : 0),
    }))
    .filter(({ slot }) => slot !== 'none')
    .sort((a, b) => a.cost - b.cost);
  for (const { placed, slot, rule, cost } of scored) {
    const id =
      partyOf(placed.mention) ??
      privateName(placed, slot) ??
      (slot === 'target' && placed.mention.type === 'place' ? placed.mention.state : null);
    if (id === null || cost > 40) continue;
    if (slot === 'party') {
      if (!parties.both.includes(id)) parties.both.push(id);
      continue;
    }
    if (slot === 'goods' || slot === 'place') continue;
    if (parties[slot as 'supplier'] === null && !clashes(slot, id)) {
      parties[slot as 'supplier'] = id;
      parties.rules.push(rule);
      // A country by its bare name may be no more than where goods went.
      if (
        /^(?:to|into|in):recipient$/.test(rule) &&
        placed.mention.type === 'party' &&
        placed.mention.form === 'name'
      )
        parties.rules.push('land');
    }
  }
  return parties;

  function clashes(slot: Slot, id: string): boolean {
    return (
      (slot === 'supplier' && parties.recipient === id) ||
      (slot === 'recipient' && parties.supplier === id) ||
      (slot === 'target' && parties.actor === id)
    );
  }

  /** "Wen sent rifles": who holds no office stands by their own name where they hand over or send. */
  function privateName({ mention, first, last }: Placed<Partylike>, slot: Slot): string | null {
    if (mention.type !== 'person' || (slot !== 'supplier' && slot !== 'actor')) return null;
    if (frame.kind === 'use' || predicate.voice === 'nominal') return null;
    if (mention.person?.posts.some(({ state }) => state !== null) === true) return null;
    const office = mentions.some(
      (m) =>
        m.mention.type === 'office' &&
        ((m.last < first && first - m.last <= 2) ||
          (m.first > last && m.first - last <= 7 && tokens[last + 1]?.text === ',')),
    );
    const near = predicate.voice === 'passive' || predicate.first - last <= 6;
    // Those whom the text quotes mostly speak for a state.
    return office || !near || read.discourse.hasSpoken(mention.name) ? null : mention.name;
  }

  /** The slot of one name, from its preposition, its possessive or its side of the predicate. */
  function slotOf({ mention, first, last }: Placed<Partylike>): { slot: Slot; rule: string } {
    const none = { slot: 'none' as const, rule: '' };
    const next = tokens[last + 1];
    const possessive = next !== undefined && /^['’]s?$/.test(next.text);
    const owned = tokens[last + (possessive ? 2 : 1)];
    if (
      owned !== undefined &&
      (possessive || (mention.type === 'party' && mention.form === 'demonym')) &&
      PARTY_WORDS.scenes.has(owned.lower)
    )
      return none;
    const preposition = prepositionOf(tokens, first);
    if (preposition === 'to' && isNearness(tokens, first)) return none;
    // "every shell that Russia fires in Ukraine", "downed over Poland"
    if (
      /^(?:in|over|across|inside)$/.test(preposition) &&
      frame.kind === 'use' &&
      frame.name !== 'debris' &&
      /^(?:place|none)$/.test(frame.prepositions[preposition] ?? 'none') &&
      mention.type === 'party' &&
      /^(?:name|described)$/.test(mention.form) &&
      !possessive &&
      first > predicate.last &&
      !tokens.slice(predicate.last + 1, first).some(({ pos }) => /^(?:VERB|AUX)$/.test(pos))
    )
      return { slot: 'target', rule: `${preposition}:target` };
    // "deliveries from", "handed to": what a preposition says holds on either side of the predicate.
    if (preposition !== '' && frame.prepositions[preposition] !== undefined) {
      // An agent belongs to the verb nearest before it.
      if (
        preposition === 'by' &&
        (predicate.voice === 'active' ||
          rivals.some(
            (r) => r !== predicate && r.voice !== 'nominal' && r.first > predicate.last && r.first < first,
          ))
      )
        return none;
      if (
        preposition === 'in' &&
        mention.type === 'party' &&
        frame.prepositions['in'] === 'recipient' &&
        predicate.lemma !== 'arrive'
      )
        return none;
      return {
        slot: frame.prepositions[preposition],
        rule: `${preposition}:${frame.prepositions[preposition]}`,
      };
    }
    if (preposition !== '' && first > 0 && preposition !== 'of') return none;
    if (possessive && predicate.voice === 'nominal' && predicate.first > last && predicate.first - last <= 5)
      return { slot: frame.subject, rule: `owner:${frame.subject}` };
    if (
      mention.type === 'party' &&
      mention.form === 'demonym' &&
      predicate.voice === 'nominal' &&
      predicate.first > last &&
      predicate.first - last <= 3
    )
      return { slot: frame.subject, rule: `demonym:${frame.subject}` };
    if (possessive && !isOrgan(last)) return none;
    if (preposition === 'of' || mention.type === 'place') return none;
    // "let Moscow have shells": the party stands inside the phrase.
    if (first > predicate.first && last < predicate.last && frame.second !== 'none')
      return { slot: frame.second, rule: `second:${frame.second}` };
    if (first > predicate.last) {
      const bare =
        first - predicate.last <= 4 &&
        predicate.voice !== 'nominal' &&
        !tokens.slice(predicate.last + 1, first).some(({ pos }) => /^(?:NUM|CCONJ|NOUN)$/.test(pos));
      // "carried North Korean munitions": whose make they are, not who gets them.
      const qualifies =
        mention.type === 'party' &&
        mention.form === 'demonym' &&
        !tokens[last]?.lower.endsWith('s') &&
        (/^(?:NOUN|ADJ|PROPN)$/.test(next?.pos ?? '') || isMake(mention));
      // "hit Ukrainian cities": whose they are that are struck.
      const struck = frame.kind === 'use' && frame.object === 'target' && bare && !isMake(mention);
      if (struck) return { slot: 'target', rule: 'object:target' };
      if (!bare || qualifies) return none;
      if (frame.second !== 'none') return { slot: frame.second, rule: `second:${frame.second}` };
      return frame.object === 'goods' || frame.object === 'none'
        ? none
        : { slot: frame.object, rule: `object:${frame.object}` };
    }
    if (predicate.voice === 'active') {
      if (mention.type === 'party' && mention.form === 'demonym' && isAdjective(last)) return none;
      return frame.subject === 'goods' || frame.subject === 'none'
        ? none
        : { slot: frame.subject, rule: `subject:${frame.subject}` };
    }
    if (predicate.voice === 'passive' && frame.object !== 'goods' && frame.object !== 'none')
      return { slot: frame.object, rule: `passive:${frame.object}` };
    if (predicate.voice === 'passive' && frame.second !== 'none' && predicate.first - last <= 4)
      return { slot: frame.second, rule: `passive:${frame.second}` };
    return none;
  }

  /** "Russian as well", "are Iranian": a people's name with nothing that it qualifies and nobody whom it means. */
  function isAdjective(last: number): boolean {
    return (
      !tokens[last]?.lower.endsWith('s') &&
      !/^(?:NOUN|PROPN|ADJ|NUM|VERB)$/.test(tokens[last + 1]?.pos ?? '') &&
      tokens[last - 1]?.lower !== 'the'
    );
  }

  /** "passed Chinese guided bombs on": inside the words for goods. */
  function isMake({ span }: Mention): boolean {
    return mentions.some(
      ({ mention }) =>
        mention.type === 'goods' &&
        mention.make !== null &&
        mention.span[0] <= span[0] &&
        span[1] <= mention.head[0],
    );
  }

  /** "the army's Directorate of Procurement sent", "Russia's arms exporter sold": whoever belongs to a party acts for it. */
  function isOrgan(last: number): boolean {
    const owned = tokens.slice(last + 2, predicate.first);
    return (
      predicate.voice === 'active' &&
      owned.length > 0 &&
      owned.length <= 6 &&
      owned.every(({ pos, lower }) => /^(?:NOUN|PROPN|ADJ|AUX|ADV)$/.test(pos) || lower === 'of') &&
      !owned.some(({ lemma }) => PARTY_WORDS.scenes.has(lemma) || PARTY_WORDS.counterparts.has(lemma)) &&
      !mentions.some((m) => m.mention.type === 'goods' && m.first > last && m.last < predicate.first)
    );
  }

  function costOf({ first, last }: Placed<Partylike>): number {
    const [near, far] = first > predicate.last ? [predicate.last, first] : [last, predicate.first];
    const between = rivals.filter(
      (rival) => rival !== predicate && rival.first > near && rival.first < far && rival.voice !== 'nominal',
    ).length;
    // "which belongs to the Indian state, shipped rifles to …": what a verb brings stands behind it.
    const fronted =
      last < predicate.first && predicate.voice !== 'nominal' && prepositionOf(tokens, first) !== '';
    return Math.abs(far - near) + 8 * separation(tokens, near, far) + 5 * between + (fronted ? 8 : 0);
  }
}

/** Parties named in one row with a party, in their order ("Iran and Russia have both sent"); itself alone where it stands alone. */
export function coordinated(sentence: Sentence, mentions: readonly Placed[], id: string): string[] {
  const named = mentions.filter((p): p is Placed<PartyMention> => p.mention.type === 'party');
  const rows: string[][] = [];
  let end = -1;
  for (const { mention, first, last } of named) {
    const joint = sentence.tokens.slice(end + 1, first);
    const joined =
      end >= 0 &&
      joint.length > 0 &&
      ((joint.length <= 3 && joint.every(({ lower }) => JOINT.test(lower))) ||
        GROUPS.test(joint.map(({ lower }) => lower).join(' '))) &&
      joint.some(({ lower }) => /^(?:,|and|or|&)$/.test(lower)) &&
      // "to Chad, and Serbia sent": the next clause begins.
      !(joint[0]?.text === ',' && joint.length > 1 && sentence.tokens[last + 1]?.pos === 'VERB');
    if (joined && mention.form !== 'demonym') rows.at(-1)?.push(mention.id);
    else rows.push([mention.id]);
    end = last;
  }
  const row = rows.find((ids) => ids.includes(id)) ?? [id];
  return row.length > 1 && isRow(sentence, row, named) ? [...new Set(row)] : [id];
}

const JOINT = /^(?:,|and|or|&|the|both|also|to|from|by)$/;
/** "Hezbollah and armed groups of Iraq" */
const GROUPS =
  /^(?:,|,? ?and|or)(?: \w+)? (?:groups|militias|factions|forces|fighters) (?:of|from|in)(?: the)?$/;

/** A row of two needs its "and": "in Iran, Russia said" is none. */
const isRow = (
  { tokens }: Sentence,
  ids: readonly string[],
  named: readonly Placed<PartyMention>[],
): boolean => {
  const last = named.findLast(({ mention }) => mention.id === ids.at(-1));
  return (
    last !== undefined &&
    tokens.slice(Math.max(0, last.first - 6), last.first).some(({ lower }) => /^(?:and|or|&)$/.test(lower))
  );
};
