import type { SpeechWords } from './predicates.js';
import { isObject } from './subjects.js';
import { sayingOf, type Candidate, type Saying } from './saying.js';
import type { Token } from './token.js';

/**
 * "The agency has 28,000 boxes going to Russia", "the monitors had it at 14,000": whose version something is, by a verb
 * that otherwise tells what somebody owns.
 */
export function havings(
  candidates: readonly Candidate[],
  tokens: readonly Token[],
  words: SpeechWords,
): Saying[] {
  return tokens.flatMap((token, at) => {
    if (!/^(?:has|have|had)$/.test(token.lower) || !/^(?:VERB|AUX)$/.test(token.pos)) return [];
    const subject = candidates.findLast(({ last }) => last < at);
    if (subject === undefined || !isSubject(subject, tokens, at)) return [];
    const told = tells(tokens, at, subject, words);
    return told ? [sayingOf(subject.speaker, { at, first: subject.first, last: at, rule: 'said:have' })] : [];
  });
}

/** Right before the verb, or with an apposition or a relative clause between commas. */
function isSubject(subject: Candidate, tokens: readonly Token[], at: number): boolean {
  const between = tokens.slice(subject.last + 1, at);
  const parted = between[0]?.text === ',' && between.at(-1)?.text === ',';
  return (between.length === 0 || parted) && !isObject(tokens, subject);
}

const FIGURE = /^(?:about|around|some|nearly|almost|over|more|fewer|less|up|at|between|roughly|just|well)$/;

/** What follows is somebody's version: "it at 14,000", "the price at $2 million", "Moscow receiving", "3,000 men killed". */
function tells(
  tokens: readonly Token[],
  at: number,
  { speaker }: Candidate,
  { evidence, writing }: SpeechWords,
): boolean {
  const rest = tokens.slice(at + 1, at + 16);
  const end = rest.findIndex(({ text }) => /^[,;:.]$/.test(text));
  const clause = end < 0 ? rest : rest.slice(0, end);
  if (clause[0]?.lower === 'it') return /^(?:at|as|that)$/.test(clause[1]?.lower ?? '');
  // A perfect ("had counted"), and what somebody owns or must do.
  if (clause[0] === undefined || /^(?:VERB|AUX|ADV|PART|ADP)$/.test(clause[0].pos)) {
    if (!FIGURE.test(clause[0]?.lower ?? '')) return false;
  }
  const verb = clause.findIndex(({ pos }) => pos === 'VERB' || pos === 'AUX');
  const put = clause.findIndex(({ lower, pos }, i) => lower === 'at' && pos === 'ADP' && i > 0);
  if (put > 0 && (verb < 0 || put < verb) && isAmount(clause, put + 1)) return true;
  const act = clause[verb];
  const before = clause[verb - 1];
  if (act === undefined || !/^(?:NOUN|PROPN)$/.test(before?.pos ?? '')) return false;
  // A state has men training; its statistics have them entering.
  const paper = speaker.titles.some((title) => evidence.includes(title) || writing.includes(title));
  if (act.lower.endsWith('ing')) return paper || speaker.kind !== 'government';
  // A force may have men killed; a minister or an agency only says so.
  return (speaker.kind === 'person' || speaker.kind === 'body') && /^(?:killed|wounded|dead)$/.test(act.lower)
    ? clause.some(({ pos }) => pos === 'NUM')
    : false;
}

/** A figure, its currency or words of bound before it. */
const isAmount = (clause: readonly Token[], from: number): boolean =>
  clause
    .slice(from, from + 4)
    .some(
      ({ pos, text }, i, all) =>
        (pos === 'NUM' || /^[$€£]/.test(text)) && all.slice(0, i).every(({ pos: p }) => p !== 'NOUN'),
    );
