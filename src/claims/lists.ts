import type { Document } from '../model/document.js';
import type { DraftClaim } from './draft-claim.js';
import type { Reading } from './reading.js';
import type { SpeechWords } from './predicates.js';
import { sayingOf, type Saying } from './saying.js';
import type { Sentence } from './sentences.js';
import type { Speaker } from './speaker.js';
import { inside, tableRow } from './tables.js';

/** Lists and tables: their items and rows are the word of whoever the sentence before them names as their source. */

/** A list begins with the first item behind the paragraph that opens it, and goes on while its items do; a table while its rows do. */
export function enterList({ document, sentence: { block }, discourse }: Reading): void {
  const { opened } = discourse;
  if (opened === null || block === opened.block) return;
  const row = document.blocks[block]?.kind === 'table_row';
  const goesOn = opened.tabular ? row : isItem(document, block);
  if (!goesOn) discourse.opened = null;
  discourse.list = goesOn ? opened : null;
}

/** "It lists them as follows:" opens a list, under its speaker and its act; "its figures are these" a list or table under its speaker. */
export function openList(reading: Reading, drafts: readonly DraftClaim[]): void {
  const { document, sentence, discourse, sayings, words } = reading;
  const { block, span } = sentence;
  const next = following(document, block);
  const tabular = document.blocks[next]?.kind === 'table_row';
  const introduces = /:$|\b(?:the following|as follows)\b/.test(document.text.slice(...span));
  if (introduces && !tabular) {
    discourse.opened = {
      block,
      tabular,
      kind: drafts[0]?.kind ?? discourse.latest(() => true)?.kind ?? null,
      saying: sayings.at(-1) ?? discourse.lastSaying,
      heading: drafts[0] ?? discourse.latest((d) => d.block === block),
    };
    return;
  }
  const { ahead } = words;
  const points =
    introduces || sentence.tokens.some(({ lower, lemma }) => ahead.includes(lower) || ahead.includes(lemma));
  if (!points || !(tabular || isBullet(document, next))) return;
  const saying = sayings.at(-1) ?? sourceIn(reading) ?? spokenBefore(reading);
  if (saying === null) return;
  // "imported arms worth $1 billion since the coup. The breakdown:": the rows are of the same window.
  const whole = discourse.latest(
    (d) => d.block === block && d.when.scope !== 'point' && d.when.edtf !== null,
  );
  discourse.opened = { block, tabular, kind: null, saying, heading: drafts.at(-1) ?? whole };
}

/** Position of the block that follows one in the article; -1 where none does. */
function following({ blocks }: Document, block: number): number {
  for (let i = block + 1; i < blocks.length; i++) {
    const { kind, dropped } = blocks[i] as Document['blocks'][number];
    if (dropped === null && kind !== 'heading' && kind !== 'caption') return i;
  }
  return -1;
}

const openingOf = ({ text, blocks }: Document, block: number): string => {
  const start = blocks[block]?.span[0] ?? 0;
  return text.slice(start, start + 6);
};

const isBullet = (document: Document, block: number): boolean =>
  document.blocks[block]?.kind === 'list_item' || /^[-•–*▪■]/.test(openingOf(document, block));

const isItem = (document: Document, block: number): boolean =>
  isBullet(document, block) || /^(?:["“]|\(?[0-9a-z]{1,2}[.)])/.test(openingOf(document, block));

/** "The entries are from the reports of Operation IRINI": the body or person behind a preposition. */
function sourceIn({ sentence: { tokens }, speakers }: Reading): Saying | null {
  const source = speakers.findLast(({ kind, span }) => {
    const first = tokens.findIndex((token) => token.end > span[0]);
    const governor = tokens
      .slice(Math.max(0, first - 6), first)
      .some(({ lower }) => /^(?:from|of|by)$/.test(lower));
    return (kind === 'body' || kind === 'person') && governor;
  });
  return source === undefined ? null : whole(source, 'list');
}

/** "Its main figures are these": whoever spoke before, in the same paragraph or named by a pronoun. */
function spokenBefore({ sentence: { tokens, block }, discourse }: Reading): Saying | null {
  const points = tokens.some(({ lower }) => /^(?:its|his|her|their)$/.test(lower));
  return points || discourse.lastSpoken === block ? discourse.lastSaying : null;
}

/** The source that a row of a table names itself: in a column of sources, or in brackets at its end. */
export function withRow(
  sentence: Sentence,
  document: Document,
  speakers: readonly Speaker[],
  sayings: readonly Saying[],
  words: SpeechWords,
): Saying[] {
  const row = sayings.length > 0 ? null : tableRow(document, sentence.block);
  if (row === null) return [...sayings];
  const column = row.heads.findIndex((head) => words.source_columns.includes(head.toLowerCase()));
  const cell = row.cells[column];
  const bracket = /[[(]([^\][()]+)[\])]\s*$/.exec(document.text.slice(...sentence.span));
  const from = bracket === null ? null : sentence.span[0] + bracket.index;
  const source = speakers.find(
    (speaker) => (cell !== undefined && inside(speaker, cell)) || (from !== null && speaker.span[0] > from),
  );
  return source === undefined ? [] : [whole(source, 'table-row')];
}

/** A saying that gives a whole sentence to a speaker who is not named within it. */
export const whole = (speaker: Speaker, rule: string): Saying =>
  sayingOf(speaker, { at: 0, first: 0, last: -1, rule });
