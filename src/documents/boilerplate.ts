import type { BlockKind } from '../model/document.js';
import { boilerplateRules, type ListRule } from './boilerplate-rules.js';
import { isDateLine } from './date-line.js';
import { isHeading, shapeOf, tableRows, type LineShape } from './line-shape.js';

/** A line with what has been decided about it so far. */
interface Line extends LineShape {
  readonly table: boolean;
  dropped: string | null;
}

/**
 * Finds the lines that a page shows beside its article: links, buttons, credits, notices, other stories' headlines.
 * The vocabularies are those of `data/documents/boilerplate.yaml`; the steps below know only shape and position.
 * A line of prose is dropped only where a rule names it or a list that it stands in.
 * @returns for each block the name of the rule that drops it, or null where it belongs to the article
 */
export function markBoilerplate(blocks: readonly { text: string; kind: BlockKind }[]): (string | null)[] {
  const shapes = blocks.map(shapeOf);
  const tables = tableRows(shapes);
  const lines = shapes.map((shape, i): Line => ({ ...shape, table: tables[i] === true, dropped: null }));
  dropFurniture(lines);
  dropLists(lines);
  dropHead(lines);
  dropTail(lines);
  dropStrayHeadlines(lines);
  dropEmptySections(lines);
  return lines.map((line) => line.dropped);
}

/** Lists of other stories, comments, references: the line that opens each, and what belongs to it. */
function dropLists(lines: readonly Line[]): void {
  const { lists } = boilerplateRules();
  let prose = 0;
  for (const [i, line] of lines.entries()) {
    if (line.dropped !== null || line.table) continue;
    const opened = lists.find((list) => list.opens(line));
    if (opened === undefined) {
      if (line.sentence) prose += 1;
      const holding = line.words <= 45 ? lists.find((list) => list.holds(line)) : undefined;
      if (holding !== undefined) line.dropped = holding.name;
      continue;
    }
    if (opened.toEnd) {
      if (prose === 0) continue;
      for (const rest of lines.slice(i)) rest.dropped ??= opened.name;
      return;
    }
    const end = opened.citations ? endOfNotes(lines, i) : endOfLinks(lines, i, lists);
    // A heading such as "Notes" with prose below it is the article's own.
    if (opened.citations && end === i + 1) continue;
    for (const member of lines.slice(i, end)) member.dropped ??= opened.name;
  }
}

/** The first line after a list's opening that is no link. */
function endOfLinks(lines: readonly Line[], opening: number, lists: readonly ListRule[]): number {
  const isMember = (line: Line): boolean =>
    line.dropped !== null || !(line.table || lists.some((list) => list.opens(line)) || !looksLikeLink(line));
  const end = endOfRun(lines, opening, isMember);
  // The article may go on under a heading of its own, which looks like one more link.
  const last = lines[end - 1];
  const goesOn = lines[end]?.sentence === true;
  return goesOn && end - 1 > opening && last && isOwnHeading(last, lines[end - 2]) ? end - 1 : end;
}

const looksLikeLink = (line: Line): boolean =>
  line.words <= 32 && (!line.sentence || !/[.。][”’"')]*$/u.test(line.text)) && !line.text.endsWith(':');

/** A heading after links: marked up as one, or written unlike the line before it. */
function isOwnHeading(line: Line, before: Line | undefined): boolean {
  if (line.kind === 'heading') return before?.kind !== 'heading';
  if (before?.item === true && !line.item) return isHeading(line.text);
  const capitals = line.text === line.text.toUpperCase();
  return capitals && before !== undefined && before.text !== before.text.toUpperCase();
}

const REFERENCE = /^(?:\[\d{1,3}\]|\d{1,3}\]|\^|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\d{1,3}[.)]?\s)/u;
const CITATION =
  /\b(?:pp?\.|para\.|ibid|see also|see |vol\.|no\.|doi|https?:|www\.|[A-Z]\/\d{4}\/|\((?:19|20)\d{2}\))/iu;

/** The first line after the opening that is no numbered reference. */
function endOfNotes(lines: readonly Line[], opening: number): number {
  return endOfRun(lines, opening, ({ text, item }) => {
    const bracketed = /^(?:\[\d{1,3}\]|\^)/u.test(text);
    return bracketed || ((REFERENCE.test(text) || item) && CITATION.test(text));
  });
}

/** Where the run of members that begins after the opening ends. */
function endOfRun(lines: readonly Line[], opening: number, isMember: (line: Line) => boolean): number {
  let end = opening + 1;
  for (let line = lines[end]; line !== undefined && isMember(line); line = lines[end]) end += 1;
  return end;
}

/** Lines that a rule knows wherever they stand. */
function dropFurniture(lines: readonly Line[]): void {
  const { lists, lines: all } = boilerplateRules();
  const rules = all.filter((rule) => rule.where === 'anywhere');
  for (const line of lines) {
    if (line.table || lists.some((list) => list.opens(line))) continue;
    line.dropped = rules.find((rule) => rule.matches(line))?.name ?? null;
  }
}

/** Before the first sentence: section names, bylines, datelines that stand alone, menus, letterheads. */
function dropHead(lines: readonly Line[]): void {
  const rules = boilerplateRules().lines.filter((rule) => rule.where === 'edges');
  const first = lines.findIndex((line) => line.dropped === null && isArticle(line));
  if (first < 0) return;
  const head = lines.slice(0, first);
  for (const line of head) {
    if (line.dropped !== null || line.table) continue;
    if (isDateLine(line.text)) line.dropped = 'date-line';
    else if (isMenu(line)) line.dropped = 'menu';
    else line.dropped = rules.find((rule) => rule.matches(line))?.name ?? null;
  }
  for (const [i, line] of head.entries()) {
    const next = head[i + 1]?.dropped;
    const short = line.words <= 4 && !line.stopped;
    if (line.dropped === null && short && (next === 'date-line' || next === 'byline' || next === 'menu')) {
      line.dropped = 'letterhead';
    }
  }
}

/** After the last sentence: what is unstopped there is no part of the text, and some notices are whole sentences. */
function dropTail(lines: readonly Line[]): void {
  const rules = boilerplateRules().lines.filter((rule) => rule.where !== 'anywhere');
  if (!lines.some((line) => line.dropped === null && isArticle(line))) return;
  for (const line of [...lines].reverse()) {
    if (line.dropped !== null) continue;
    if (line.table) return;
    if (isMenu(line)) line.dropped = 'menu';
    else if (isDateLine(line.text)) line.dropped = 'date-line';
    else line.dropped = rules.find((rule) => rule.matches(line))?.name ?? null;
    if (line.dropped !== null) continue;
    if (line.stopped || line.item || line.kind === 'quote' || isArticle(line)) return;
    line.dropped = 'trailing-line';
  }
}

/** Prose, or a quotation: what the article itself consists of. */
const isArticle = (line: Line): boolean => line.sentence || line.table || line.kind === 'quote';

/** Short cells in a row, none of them a sentence: a menu, a breadcrumb, a row of facts about the page. */
function isMenu(line: Line): boolean {
  const { cells } = line;
  if (cells.length < 2 || line.words > 30) return false;
  if (cells.some((cell) => cell.split(' ').length > 8)) return false;
  // "Title | Site" is the title.
  return cells.length >= 3 || cells.every((cell) => cell.split(' ').length <= 5);
}

/** An unstopped line of a headline's length between two paragraphs: another story's link within the text. */
function dropStrayHeadlines(lines: readonly Line[]): void {
  const kept = lines.filter((line) => line.dropped === null);
  const prose = kept.filter((line) => line.sentence).length;
  const suspects = kept.filter((line, i) => isStray(line, kept[i - 1], kept[i + 1]));
  // In a text whose lines are broken at a fixed width most lines end unstopped.
  if (suspects.length > Math.max(1, prose / 4)) return;
  for (const line of suspects) line.dropped = 'stray-headline';
}

function isStray(line: Line, before: Line | undefined, after: Line | undefined): boolean {
  if (
    (line.kind !== 'paragraph' && line.kind !== 'heading') ||
    line.item ||
    line.table ||
    line.words < 8 ||
    line.words > 25
  )
    return false;
  if (/[.!?…:;,»”’"')\]\d]$/u.test(line.text) || !/^["“‘]?\p{Lu}/u.test(line.text)) return false;
  if (isHeading(line.text)) return false;
  return (
    before?.sentence === true &&
    before.stopped &&
    after?.sentence === true &&
    /^["“‘«(]?[\p{Lu}\d]/u.test(after.text)
  );
}

/** A marked-up heading with nothing left below it introduced what was dropped. */
function dropEmptySections(lines: readonly Line[]): void {
  let below = false;
  let any = false;
  for (const line of [...lines].reverse()) {
    if (line.kind === 'heading') {
      if (!below && any && line.dropped === null) line.dropped = 'empty-section';
      if (line.dropped === null) below = true;
    } else if (line.dropped === null) below = true;
    else any = true;
  }
}
