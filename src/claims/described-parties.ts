import type { Mention, PartyMention } from './mentions.js';
import { PARTY_WORDS } from './party-words.js';
import type { Token } from './token.js';

/** Parties that a text does not name again but describes: "that government", "the rebels", "its neighbour". */

/** Two sides of a trade. */
export interface Sides {
  readonly supplier: string;
  readonly recipient: string;
}

/** What a document has told of parties, for words that only describe one. */
export interface PartyContext {
  /** Those named before, the latest last. */
  readonly parties: readonly PartyMention[];
  /** Codes of the states where the groups that the document names are at home, with how often it names them. */
  readonly homes: ReadonlyMap<string, number>;
  /** Codes of the states that the document names, with how often it does. */
  readonly states: ReadonlyMap<string, number>;
  /** The trade told last; null before the first. */
  readonly flow: Sides | null;
}

/** The descriptions of parties in a sentence, with whom they mean; one that nobody fits is left out. */
export function describedParties(
  tokens: readonly Token[],
  named: readonly Mention[],
  context: PartyContext,
): PartyMention[] {
  const parties = named.filter((m): m is PartyMention => m.type === 'party');
  const reader = { tokens, named, parties, context };
  return tokens.flatMap((_, i) => describedAt(reader, i));
}

interface Sought {
  readonly tokens: readonly Token[];
  readonly named: readonly Mention[];
  /** Parties that the sentence names. */
  readonly parties: readonly PartyMention[];
  readonly context: PartyContext;
}

function describedAt(sought: Sought, i: number): PartyMention[] {
  const { tokens, named } = sought;
  const [determiner, first] = [tokens[i - 1], tokens[i]];
  if (determiner === undefined || first === undefined) return [];
  if (!BEGINNINGS.has(first.lower) && !BEGINNINGS.has(determiner.lower)) return [];
  if (PARTY_WORDS.pairs.has(`${determiner.lower} ${first.lower}`))
    return meant(sought, i - 1, i, pairOf(sought));
  const two = `${first.lower} ${tokens[i + 1]?.lower ?? ''}`;
  const long = isNoun(two);
  const [noun, last] = long ? [two, i + 1] : [first.lower, i];
  if (!isNoun(noun) || qualifiesNoun(tokens, last)) return [];
  const at = tokens[last] as Token;
  if (
    named.some(
      (m) => m.type !== 'goods' && m.type !== 'office' && m.span[0] < at.end && first.start < m.span[1],
    )
  )
    return [];
  if (PARTY_WORDS.counterparts.has(noun))
    return /^(?:its|their|his|her)$/.test(determiner.lower)
      ? meant(sought, i, last, otherSide(sought, i))
      : [];
  const owner = ownerOf(sought, i, last);
  if (owner !== null) return meant(sought, i, last, ownedBy(sought, noun, owner));
  return isDefinite(tokens, i) ? meant(sought, i, last, partyFor(sought, noun, i)) : [];
}

const { countries, forces, groups, firms, counterparts, pairs } = PARTY_WORDS;
const NOUNS = new Set([...countries, ...forces, ...groups, ...firms, ...counterparts]);
const isNoun = (noun: string): boolean => NOUNS.has(noun);
/** The first words of all that describes a party. */
const BEGINNINGS = new Set([...NOUNS, ...pairs].map((words) => words.split(' ')[0] ?? ''));

/** "the army base", "the group chief": a noun that only says of what the next is. */
const qualifiesNoun = (tokens: readonly Token[], last: number): boolean =>
  /^(?:NOUN|PROPN)$/.test(tokens[last + 1]?.pos ?? '') || tokens[last + 1]?.text === '-';

/** "the government", "that landlocked country": said of what is known, with an adjective between at most. */
function isDefinite(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  const article = before?.pos === 'ADJ' || before?.pos === 'PROPN' ? tokens[i - 2] : before;
  return /^(?:the|that|this)$/.test(article?.lower ?? '');
}

/** "Sudan's army", "the government of Sudan", "the army in Khartoum": the state to which a description is tied. */
function ownerOf({ tokens, named, parties }: Sought, first: number, last: number): PartyMention | null {
  const before = tokens[first - 1];
  const possessive = before !== undefined && /^['’]s?$/.test(before.text) ? tokens[first - 2] : before;
  const owner = parties.find(
    ({ span, form }) => span[1] === possessive?.end && (possessive !== before || form === 'demonym'),
  );
  if (owner !== undefined) return owner;
  if (!/^(?:of|in)$/.test(tokens[last + 1]?.lower ?? '')) return null;
  const at = tokens[last + 2]?.lower === 'the' ? last + 3 : last + 2;
  const behind = named.find(({ span }) => span[0] === tokens[at]?.start);
  if (behind?.type === 'party') return behind;
  return behind?.type === 'place' && behind.state !== null
    ? {
        type: 'party',
        span: behind.span,
        id: behind.state,
        name: behind.state,
        form: 'described',
        home: behind.state,
      }
    : null;
}

/** Of a state its rulers and forces are that state, its rebels the group that is at home there. */
function ownedBy({ parties, context }: Sought, noun: string, owner: PartyMention): readonly PartyMention[] {
  if (PARTY_WORDS.forces.has(noun)) return [owner];
  if (!PARTY_WORDS.groups.has(noun)) return [];
  return one(
    [...context.parties, ...parties].findLast(({ form, home }) => form === 'group' && home === owner.id),
  );
}

/** Whom a noun means: who bears it in their name, else the latest of its sort. */
function partyFor(sought: Sought, noun: string, i: number): readonly PartyMention[] {
  const { parties, tokens, context } = sought;
  const here = parties.filter(({ span }) => span[1] <= (tokens[i]?.start ?? 0));
  const known = [...context.parties, ...here];
  // "the army" is the state's, though a group may call itself one; "that Government" and "the Army" are whoever is so named.
  const pointed = /^(?:that|this)$/.test(tokens[i - 1]?.lower ?? '') || tokens[i]?.text !== tokens[i]?.lower;
  const bearer =
    pointed || !PARTY_WORDS.forces.has(noun) ? known.findLast((party) => bears(party, noun)) : undefined;
  if (bearer !== undefined) return [bearer];
  if (PARTY_WORDS.firms.has(noun)) return one(known.findLast(({ form }) => form === 'firm'));
  if (PARTY_WORDS.groups.has(noun)) return one(known.findLast(({ form }) => form === 'group'));
  if (PARTY_WORDS.forces.has(noun)) return one(atHome(context, here));
  return one((context.parties.length > 0 ? context.parties : here).findLast(isState));
}

const bears = ({ form, name }: PartyMention, noun: string): boolean =>
  (form === 'group' || form === 'firm') &&
  name.toLowerCase().includes(noun) &&
  name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .includes(noun);

/** The state whose forces need no name: that of the text's armed groups, else the one it names most, not who stands before them in the sentence. */
function atHome(context: PartyContext, before: readonly PartyMention[]): PartyMention | undefined {
  const counts = context.homes.size > 0 ? context.homes : context.states;
  const [code] = [...counts]
    .filter(([state]) => context.homes.size > 0 || !before.some(({ id }) => id === state))
    // Of states named as often, the one that receives: its forces take delivery.
    .sort(
      (a, b) =>
        b[1] - a[1] || Number(b[0] === context.flow?.recipient) - Number(a[0] === context.flow?.recipient),
    )
    .map(([state]) => state);
  if (code === undefined) return undefined;
  return { type: 'party', span: [0, 0], id: code, name: code, form: 'described', home: code };
}

/** Who trades with the party that stands before "its". */
function otherSide({ parties, tokens, context: { flow } }: Sought, i: number): readonly PartyMention[] {
  const subject = parties.findLast(({ span }) => span[1] <= (tokens[i]?.start ?? 0))?.id;
  if (flow === null || subject === undefined) return [];
  if (subject === flow.supplier) return [stand(flow.recipient)];
  return subject === flow.recipient ? [stand(flow.supplier)] : [];
}

/** "the two countries": those of the trade told last, else those named last. */
function pairOf({ parties, context }: Sought): readonly PartyMention[] {
  if (context.flow !== null) return [stand(context.flow.supplier), stand(context.flow.recipient)];
  const states = [...context.parties, ...parties].filter(isState);
  const latest = [...new Map(states.map((state) => [state.id, state])).values()];
  return latest.length === 2 ? latest : [];
}

const isState = ({ form }: PartyMention): boolean => form !== 'group' && form !== 'firm';

const one = (party: PartyMention | undefined): readonly PartyMention[] =>
  party === undefined ? [] : [party];

const stand = (id: string): PartyMention => ({
  type: 'party',
  span: [0, 0],
  id,
  name: id,
  form: 'described',
  home: null,
});

const meant = (
  { tokens }: Sought,
  first: number,
  last: number,
  parties: readonly PartyMention[],
): PartyMention[] =>
  parties.map((party) => ({
    ...party,
    span: [tokens[first]?.start ?? 0, tokens[last]?.end ?? 0],
    form: 'described',
  }));
