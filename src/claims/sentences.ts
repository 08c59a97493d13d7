import type { Span } from '../core/span.js';
import { trimmed } from '../core/span.js';
import type { Document } from '../model/document.js';
import { Tagger } from './tagger.js';
import type { Token } from './token.js';
import { withVerbTags } from './verb-tags.js';

export interface Sentence {
  /** Position of its block in the document. */
  readonly block: number;
  readonly span: Span;
  readonly tokens: readonly Token[];
}

const tagger = new Tagger();

/** The sentences of the article: every block that belongs to it, tagged once. */
export function readSentences(document: Pick<Document, 'text' | 'blocks'>): Sentence[] {
  tagger.begin();
  return document.blocks.flatMap((block, index) => {
    const speaks = block.dropped === null && block.kind !== 'header' && block.kind !== 'heading';
    return speaks ? sentencesOf(document.text, block.span, index) : [];
  });
}

function sentencesOf(text: string, block: Span, index: number): Sentence[] {
  const tokens = tagged(text, block);
  const sentences: Sentence[] = [];
  let first = 0;
  for (let i = 0; i < tokens.length; i++) {
    const ends = i === tokens.length - 1 || isOverlong(tokens, first, i) || endsSentence(text, tokens, i);
    if (!ends) continue;
    const run = tokens.slice(first, i + 1);
    const [start, end] = [run[0]?.start ?? block[0], run.at(-1)?.end ?? block[0]];
    if (run.some((token) => /[\p{L}\p{N}]/u.test(token.text))) {
      sentences.push({ block: index, span: trimmed(text, [start, end]), tokens: run });
    }
    first = i + 1;
  }
  return sentences;
}

/** Tokens of the longest sentence. What runs on (a pasted table, bad OCR) is cut, so that the work stays linear. */
const LONGEST = 200;

/** Whether a run must be cut here: at a pause if one comes in its last fifth, else at its full length. */
const isOverlong = (tokens: readonly Token[], first: number, i: number): boolean =>
  i - first + 1 >= LONGEST || (i - first + 1 >= 0.8 * LONGEST && /^[,;:]$/.test(tokens[i]?.text ?? ''));

/** A mark that ends a sentence, with what closes it (quotes, brackets, note references) already behind it. */
function endsSentence(text: string, tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token;
  const next = tokens[i + 1] as Token;
  if (token.end === next.start) return false;
  if (!MARK.test(token.text) && !isCloser(token, text) && !isReference(text, token)) return false;
  if (!/\s/.test(text.slice(token.end, next.start))) return false;
  if (isCloser(next, text) || isReference(text, next)) return false;
  let last = i;
  while (last > 0 && (isCloser(tokens[last] as Token, text) || isReference(text, tokens[last] as Token)))
    last--;
  const mark = tokens[last] as Token;
  if (!MARK.test(mark.text)) return false;
  // An abbreviation keeps its point in the token ("Jan.", "U.S."); it ends a sentence only before a plain sentence start.
  const abbreviation = mark.text.length > 1 && mark.text.endsWith('.');
  if (abbreviation)
    return (
      /^(The|A|An|In|It|He|She|They|But|And|On|This|That|These|For|As|At|No|Of|Its|Their|His|Her)$/.test(
        next.text,
      ) && /^[A-Z]\.|^[a-z]/.test(mark.text)
    );
  if (mark.text === '…' || mark.text === '...') return /^[\p{Lu}"“]/u.test(next.text);
  return /^[\p{Lu}\p{N}"“‘'([•\-–—■*]/u.test(next.text);
}

const MARK = /[.!?…]$/;

/** A part of a note's number right behind the sentence: "…in 2014.[3]". */
function isReference(text: string, token: Token): boolean {
  if (!/^[[\]\d]/.test(token.text)) return false;
  const from = Math.max(0, token.start - 4);
  const opened = from + text.slice(from, token.start + 1).lastIndexOf('[');
  const reference = opened < from ? null : /^\[\d{1,3}\]/.exec(text.slice(opened, opened + 5));
  return (
    reference !== null && opened + reference[0].length >= token.end && !/\s/.test(text[opened - 1] ?? ' ')
  );
}

const CLOSERS = new Set(['"', '”', '’', "'", ')', ']', '»']);

/** A quote or bracket that closes: it stands right behind what it closes. */
const isCloser = (token: Token, text: string): boolean =>
  CLOSERS.has(token.text) && token.start > 0 && !/\s/.test(text[token.start - 1] ?? ' ');

/** A run that is no word (an encoded picture, a tracking address): the tagger's time grows with its square. */
const OVERLONG = /\S{200,}/g;

function tagged(text: string, [from, to]: Span): Token[] {
  const words = text.slice(from, to).replace(OVERLONG, (run) => ' '.repeat(run.length));
  return withVerbTags(tagger.tag(words, from));
}
