import type { Block, Document } from '../model/document.js';
import type { SpeechWords } from './predicates.js';
import type { Speaker } from './speaker.js';

/** Transcripts: paragraphs that begin with a label ("GEN. RYDER:"), which gives them, and those that follow, to a speaker. */

/** Whose turn a paragraph is. */
export interface Turn {
  readonly speaker: Speaker;
  /** A question: its own words claim nothing, those whom it quotes do. */
  readonly question: boolean;
}

/** Capitals before a colon, behind a clock time or not; a question's "Q" may do without the colon. */
const LABEL =
  /^(?:\[?[\d:]{4,8}\]?\s*)?(?:(\p{Lu}[\p{Lu}.'’-]*(?: \p{Lu}[\p{Lu}.'’-]*){0,5}|The \p{Lu}\p{Ll}+(?: (?:of|for|the|and|\p{Lu}\p{Ll}+)){0,8}):|(Q))\s/u;

/** Labelled paragraphs from which on a page is a transcript: there a paragraph without a label goes on with the turn before it. */
const TRANSCRIPT = 4;

const known = new WeakMap<Document, readonly (Turn | null)[]>();

/** The turn in which each paragraph of a document stands; null for the publisher's own. */
export function turnsOf(document: Document, words: SpeechWords): readonly (Turn | null)[] {
  const cached = known.get(document);
  if (cached !== undefined) return cached;
  const labels = document.blocks.map((block) => labelOf(document, block));
  const transcript = labels.filter((label) => label !== null).length >= TRANSCRIPT;
  const spoken = labels.filter((label) => label !== null);
  const bySpeaker = new Map<string, Turn | null>();
  const turnFor = (label: string): Turn | null => {
    const told = bySpeaker.get(label);
    if (told !== undefined) return told;
    const made = turnOf(label, spoken, document, words);
    bySpeaker.set(label, made);
    return made;
  };
  let turn: Turn | null = null;
  const turns = labels.map((label, i) => {
    if (label !== null) turn = turnFor(label);
    else if (!transcript || document.blocks[i]?.dropped !== null) turn = null;
    return turn;
  });
  known.set(document, turns);
  return turns;
}

function labelOf({ text }: Document, { dropped, span: [start] }: Block): string | null {
  const found = dropped === null ? LABEL.exec(text.slice(start, start + 80)) : null;
  return found?.[1] ?? found?.[2] ?? null;
}

function turnOf(
  label: string,
  labels: readonly string[],
  document: Document,
  { labels: { staff, questions, titles } }: SpeechWords,
): Turn | null {
  const lower = label.toLowerCase();
  if (questions.includes(lower)) return { speaker: named('reporter', 'unnamed', document), question: true };
  // "The Minister of State:", in answers where the house names offices alone.
  const office = /^The (.+)$/.exec(label)?.[1];
  if (office !== undefined && /[a-z]/.test(label)) {
    const held = office.split(' ').some((word) => titles.includes(word.toLowerCase()));
    return held ? { speaker: named(office, 'unnamed', document), question: false } : null;
  }
  const bare = (text: string): string[] =>
    text.split(' ').filter((word) => !titles.includes(word.toLowerCase().replace(/\.$/, '')));
  const own = bare(label);
  const surname = own.at(-1);
  if (surname === undefined || staff.some((word) => lower.split(' ').includes(word))) return null;
  // "RYDER:" is whoever was called "MAJ. GEN. PAT RYDER:", else whom the text names in full.
  const fullest = labels.map(bare).find((name) => name.length > 1 && name.at(-1) === surname);
  const full =
    fullest === undefined
      ? new RegExp(`\\p{Lu}[\\p{Ll}'’-]+ (?:\\p{Lu}[\\p{Ll}'’-]+ )?${titled(surname)}\\b`, 'u').exec(
          `${document.title ?? ''} ${document.text}`,
        )?.[0]
      : fullest.map(titled).join(' ');
  if (full !== undefined) return { speaker: named(full, 'person', document), question: false };
  const again = labels.filter((other) => other === label).length > 1;
  return again ? { speaker: named(titled(surname), 'unnamed', document), question: false } : null;
}

/** "RYDER" as "Ryder", "O'NEIL" as "O'Neil". */
const titled = (word: string): string =>
  word
    .toLowerCase()
    .replace(/(^|['’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());

const named = (who: string, kind: Speaker['kind'], { blocks }: Document): Speaker => ({
  span: [blocks[0]?.span[0] ?? 0, blocks[0]?.span[0] ?? 0],
  who,
  kind,
  medium: false,
  titles: [],
  state: null,
  many: false,
  body: null,
});
