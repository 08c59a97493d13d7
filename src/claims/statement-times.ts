import type { Placed } from './clause.js';
import type { TimedMention } from './mentions.js';
import type { Predicate } from './predicates.js';
import { ISSUED, LEARNS, STATEMENTS } from './time-words.js';
import type { Token } from './token.js';

/** Which times of a sentence are of somebody's telling or writing, and not of what is told. */

/** Whether the words beside a time say that something was stated then; `verbs` are those of the sentence, acts and speech. */
export function datesStatement(
  tokens: readonly Token[],
  time: Placed<TimedMention>,
  verbs: readonly Predicate[],
): boolean {
  const { relation } = time.mention.time;
  if (isDateline(tokens, time)) return true;
  if (/^(?:at|between)$/.test(relation) && opensContent(tokens, time)) return true;
  return (
    relation === 'at' &&
    (isOfStatement(tokens, time) || isOfEstimate(tokens, time, verbs) || isOfTelling(tokens, time, verbs))
  );
}

/** "MANAMA (Aug. 31) --": the place and day of writing. */
const isDateline = (tokens: readonly Token[], { first, last }: Placed): boolean =>
  first <= 8 &&
  /^(?:\)|--|—|–)$/.test(tokens[last + 1]?.text ?? '') &&
  /^(?:--|—|–|\(|[)])$/.test(tokens[last + 2]?.text ?? '--');

/** "told parliament early last year that nine had been killed": what follows is said then. */
const opensContent = (tokens: readonly Token[], { last }: Placed): boolean =>
  tokens[last + 1]?.lower === 'that' && !/^(?:VERB|AUX)$/.test(tokens[last + 2]?.pos ?? '');

/** "put the shells at 1.5 million in February": behind a figure that somebody gives, the day of the giving. */
function isOfEstimate(tokens: readonly Token[], { first }: Placed, verbs: readonly Predicate[]): boolean {
  const at = tokens.findLastIndex(({ lower }, i) => i < first && lower === 'at');
  const figure = tokens.slice(at + 1, first);
  return (
    at >= 0 &&
    figure.length <= 8 &&
    figure.some(({ pos }) => pos === 'NUM') &&
    figure.every(({ pos, text }) => !/^(?:VERB|AUX|PROPN|SCONJ)$/.test(pos) && !/^[,;:.]$/.test(text)) &&
    (verbs.some((p) => p.last < at && p.speech !== null && FIGURED.has(p.lemma)) ||
      // A tagger takes "the general put" for a noun.
      tokens.some(({ lower }, i) => i < at && lower === 'put'))
  );
}

/** Verbs that give a figure behind "at". */
const FIGURED = new Set(['put', 'estimate', 'reckon', 'assess', 'calculate', 'count', 'give']);

/**
 * "In March the paper learnt from officials that arms were sent", "answering questions on Monday, the minister said": a
 * time beside a verb by which somebody tells or learns of the act.
 */
function isOfTelling(tokens: readonly Token[], time: Placed, verbs: readonly Predicate[]): boolean {
  const acts = verbs.filter((p) => p.frames.length > 0 && p.voice !== 'nominal' && p.lemma !== 'have');
  if (!isOpening(tokens, time.first)) {
    // Within a participle's phrase that opens the sentence, before who speaks.
    const comma = tokens.findIndex(({ text }) => text === ',');
    const participle = tokens.findIndex(({ lower }) => lower.endsWith('ing'));
    return (
      participle >= 0 &&
      participle <= 1 &&
      time.last < comma &&
      !acts.some((p) => p.first < comma) &&
      verbs.some(
        (p) =>
          p.speech !== null && p.first > comma && !acts.some((q) => q.first > comma && q.first < p.first),
      )
    );
  }
  if (tokens[time.last + 1]?.text === ',' && isInserted(tokens, time, verbs)) return false;
  const that = tokens.findIndex(({ lower, pos }, i) => i > time.last && lower === 'that' && pos !== 'DET');
  const told = tokens.findLastIndex(
    (token, i) => i < that && i > time.last && (token.pos === 'VERB' || learns(token)),
  );
  return (
    told >= 0 &&
    (told === that - 1 || learns(tokens[told])) &&
    !acts.some((p) => p.first > time.last && p.first <= told) &&
    acts.some((p) => p.first > that)
  );
}

const learns = (token: Token | undefined): boolean =>
  token !== undefined && (LEARNS.has(token.lemma) || LEARNS.has(token.lower));

/** "In 2024, an official told the broadcaster, Serbia sent …": whoever speaks between the time and its act. */
export function isInserted(tokens: readonly Token[], { last }: Placed, verbs: readonly Predicate[]): boolean {
  const speech = verbs.find((p) => p.first > last);
  if (speech === undefined || speech.speech === null || speech.frames.length > 0) return false;
  const end = tokens.findIndex(({ text }, i) => i > speech.last && text === ',');
  return (
    end > 0 &&
    end - speech.last <= 10 &&
    tokens
      .slice(speech.last + 1, end)
      .every(({ pos, lower }) => !/^(?:VERB|AUX)$/.test(pos) && !/^(?:that|[:;])$/.test(lower)) &&
    !/^(?:VERB|SCONJ)$/.test(tokens[end + 1]?.pos ?? '') &&
    !/^(?:that|which|who|whose|and|but)$/.test(tokens[end + 1]?.lower ?? '') &&
    verbs.some((p) => p.frames.length > 0 && p.voice !== 'nominal' && p.first > end)
  );
}

const isStatement = (token: Token | undefined): boolean =>
  token !== undefined && STATEMENTS.has(token.lemma) && /^(?:NOUN|PROPN)$/.test(token.pos);

/** "its report of March 2019", "the fact sheet issued on 23 February", "at Monday's briefing". */
function isOfStatement(tokens: readonly Token[], { first, last }: Placed): boolean {
  const owned = /^['’]s?$/.test(tokens[last + 1]?.text ?? '') ? last + 2 : last + 1;
  if (isStatement(tokens[owned]) || (isOpening(tokens, first) && isIssuing(tokens, last))) return true;
  let at = first - 1;
  let issued = false;
  while (
    at > 0 &&
    (/^(?:of|on|in|from|the|back)$/.test(tokens[at]?.lower ?? '') || ISSUED.has(tokens[at]?.lower ?? ''))
  ) {
    issued ||= tokens[at]?.lower !== 'in';
    at--;
  }
  return issued && at < first - 1 && (isStatement(tokens[at]) || isOfRelative(tokens, at + 1));
}

/** "a complaint that two lawyers lodged on 2 October": a clause on a statement tells when it was given out. */
function isOfRelative(tokens: readonly Token[], verb: number): boolean {
  const opener = tokens.findLastIndex(
    ({ lower }, i) => i < verb && i >= verb - 8 && /^(?:that|which)$/.test(lower),
  );
  const noun = tokens[opener - 1]?.text === ',' ? opener - 2 : opener - 1;
  return (
    opener > 0 &&
    isStatement(tokens[noun]) &&
    tokens.slice(opener + 1, verb).every(({ pos }) => pos !== 'VERB')
  );
}

/** "On the following day the ministry issued a denial": the first verb behind gives out a statement. */
function isIssuing(tokens: readonly Token[], last: number): boolean {
  const verb = tokens.findIndex((token, i) => i > last && token.pos === 'VERB');
  return (
    verb >= 0 &&
    ISSUED.has(tokens[verb]?.lower ?? '') &&
    tokens.slice(verb + 1, verb + 5).some((token) => isStatement(token))
  );
}

/** "The training, he added, would begin that month": speech between commas tells nothing of a time outside them. */
export function isAside(
  tokens: readonly Token[],
  { first, last, speech, frames }: Predicate,
  time: Placed,
): boolean {
  if (speech === null || frames.length > 0) return false;
  const opens = tokens.findLastIndex(({ text }, i) => i < first && text === ',');
  const closes = tokens.findIndex(({ text }, i) => i > last && text === ',');
  return (
    opens > 0 &&
    closes > 0 &&
    closes < time.first &&
    first - opens <= 8 &&
    closes - last <= 6 &&
    tokens
      .slice(opens + 1, closes)
      .every(({ pos }, i) => opens + 1 + i === first || !/^(?:VERB|SCONJ)$/.test(pos)) &&
    !/^(?:that|which|who|and)$/.test(tokens[opens + 1]?.lower ?? '') &&
    goesOn(tokens.slice(closes + 1, time.first))
  );
}

/** The clause about which somebody was put in goes on, up to its time. */
const goesOn = (rest: readonly Token[]): boolean =>
  rest.some(({ pos }) => pos === 'VERB' || pos === 'AUX') &&
  rest.every(({ text }) => !/^[,;:—–]$/.test(text)) &&
  !/^(?:and|but|while|or)$/.test(rest[0]?.lower ?? '');

/** Whether nothing but small words stands before a position. */
export const isOpening = (tokens: readonly Token[], first: number): boolean =>
  tokens.slice(0, first).every((token) => !/^(?:NOUN|PROPN|PRON|VERB|NUM)$/.test(token.pos));
