import type { Mention, PartyMention } from './mentions.js';
import { PARTY_WORDS } from './party-words.js';
import type { Token } from './token.js';

/** Firms that no vocabulary has, by how their name ends or by what the text calls them behind it. */

const CAPITAL = /^\p{Lu}[\p{L}\p{N}'’.&-]*$/u;
const JOINT = /^(?:of|for|and|&|-|al|\d{1,3})$/;

/** A private firm stands by its name; one that is called its state's is that state. */
export function firmsNamed(tokens: readonly Token[], mentions: readonly Mention[]): PartyMention[] {
  const firms: PartyMention[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!isPart(tokens[i], mentions)) continue;
    const first = i;
    while (
      isPart(tokens[i + 1], mentions) ||
      (isJoint(tokens[i + 1], mentions) && isPart(tokens[i + 2], mentions) && !endsFirm(tokens, i))
    )
      i++;
    const firm = firmAt(tokens, mentions, first, i);
    if (firm !== null) firms.push(firm);
  }
  return firms;
}

/** What stands inside a firm's name and is none of its own: a region, or the bare last word read as a body. */
const isInside = ({ type, span: [start, end] }: Mention, token: Token): boolean =>
  /^(?:figure|goods|time|office|place)$/.test(type) ||
  (type === 'body' && start === token.start && end === token.end && PARTY_WORDS.firm_endings.has(token.text));

const isFree = (token: Token, mentions: readonly Mention[]): boolean =>
  mentions.every((m) => m.span[1] <= token.start || token.end <= m.span[0] || isInside(m, token));

const isPart = (token: Token | undefined, mentions: readonly Mention[]): token is Token =>
  token !== undefined &&
  CAPITAL.test(token.text) &&
  token.pos !== 'DET' &&
  token.pos !== 'PRON' &&
  isFree(token, mentions);

const isJoint = (token: Token | undefined, mentions: readonly Mention[]): boolean =>
  token !== undefined && JOINT.test(token.lower) && isFree(token, mentions);

/** "Rion Technology and Jinghon Electronics": two firms, where the word before "and" ends a name. */
const endsFirm = (tokens: readonly Token[], i: number): boolean =>
  tokens[i + 1]?.lower === 'and' && PARTY_WORDS.firm_endings.has(tokens[i]?.text ?? '');

function firmAt(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  from: number,
  last: number,
): PartyMention | null {
  const end = tokens[last] as Token;
  const named = PARTY_WORDS.firm_endings.has(end.text.replace(/\.$/, ''));
  const first = from === 0 && !named && last > from && tokens[from]?.pos === 'ADP' ? from + 1 : from;
  const called = calledBehind(tokens, last) ?? calledBefore(tokens, first);
  if (last === first ? called === null : !named && called === null) return null;
  if (first === last && mentions.some((m) => m.type === 'place' && m.span[0] === end.start)) return null;
  const owner = called === null ? null : ownerIn(tokens, mentions, called);
  const start = tokens[called !== null && called[1] < first ? called[0] + 1 : first] as Token;
  const name = tokens
    .slice(first, last + 1)
    .map((token, i) => (i > 0 && token.start > (tokens[first + i - 1] as Token).end ? ' ' : '') + token.text)
    .join('');
  return {
    type: 'party',
    span: [start.start, end.end],
    id: owner?.id ?? name,
    name: owner?.name ?? name,
    form: owner === null ? 'firm' : 'name',
    home: owner?.id ?? null,
  };
}

/** Positions of the words that describe a name. */
type Called = readonly [first: number, last: number];

/** "X, a Canadian-owned builder of armoured cars": the description that opens behind the name. */
function calledBehind(tokens: readonly Token[], last: number): Called | null {
  if (tokens[last + 1]?.text !== ',' || !/^(?:an?|the|its|one)$/.test(tokens[last + 2]?.lower ?? ''))
    return null;
  for (let i = last + 3; i < Math.min(tokens.length, last + 8); i++) {
    const token = tokens[i] as Token;
    if (PARTY_WORDS.firms.has(token.lower)) return [last + 2, i];
    if (!/^(?:ADJ|NOUN|PROPN|ADV|VERB|PUNCT|PART)$/.test(token.pos) || token.text === ',') return null;
  }
  return null;
}

/** "the trading company X", "the Russian state firm X". */
function calledBefore(tokens: readonly Token[], first: number): Called | null {
  if (!PARTY_WORDS.firms.has(tokens[first - 1]?.lower ?? '')) return null;
  let at = first - 2;
  while (at > first - 6 && /^(?:ADJ|NOUN|PROPN)$/.test(tokens[at]?.pos ?? '')) at--;
  return [Math.max(0, at), first - 1];
}

/** The state whose firm a description says it is ("a Russian state firm"). */
function ownerIn(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  [first, last]: Called,
): PartyMention | null {
  const words = tokens.slice(first, last + 1);
  if (!words.some(({ lower }) => PARTY_WORDS.state_owned.has(lower))) return null;
  const [start, end] = [tokens[first]?.start ?? 0, tokens[last]?.end ?? 0];
  return (
    mentions.find((m): m is PartyMention => m.type === 'party' && start <= m.span[0] && m.span[1] <= end) ??
    null
  );
}
