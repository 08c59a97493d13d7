import type { Block } from '../model/document.js';
import type { Draft, Part } from './draft.js';
import { markBoilerplate } from './boilerplate.js';
import { wordCount } from './line-shape.js';
import { memoHead } from './memo-head.js';
import { rightsHolder, statedPublisher } from './stated-publisher.js';
import { breaksOff } from './truncation.js';
import { findVisibleDate } from './visible-date.js';

type Opening = Pick<Draft, 'title' | 'publisher' | 'byline' | 'published' | 'truncated'>;

/** Lines in which a reader looks for title, author and date. */
const TOP = 12;

/** What a text without metadata of its own states at its top, and whether it breaks off at its end. */
export function readOpening(text: string, blocks: readonly Block[]): Opening {
  const lines = blocks.slice(0, TOP).map((block) => text.slice(...block.span));
  const memo = memoHead(lines);
  return {
    title: memo?.title ?? headline(text, blocks),
    publisher: publisherOf(text, blocks),
    byline: lines.map(bylineOf).find((name) => name !== null) ?? memo?.from ?? null,
    published: findVisibleDate(lines),
    truncated: breaksOff(text, blocks),
  };
}

/** Marks what stands beside the article, for readers whose files have no markup of their own to tell it. */
export function setAside(parts: readonly Part[]): Part[] {
  const rules = markBoilerplate(parts);
  const memo = memoHead(parts.slice(0, TOP).map(({ text }) => text));
  return parts.map((part, i) => ({
    ...part,
    dropped: part.dropped ?? rules[i] ?? (memo?.lines.has(i) === true ? 'memo-head' : null),
  }));
}

/** A title from a file's properties, unless it is a file name, a program's default or empty. */
export function statedTitle(title: string | null | undefined): string | null {
  const text = title?.replace(/\s+/g, ' ').trim() ?? '';
  const useless =
    /^(?:microsoft (?:word|powerpoint|excel)\b.*|untitled.*|document ?\d*|title|.*\.(?:docx?|pdf|indd|pptx?|xlsx?|odt|rtf|tmp))$/i;
  return /\p{L}\S*\s+\S*\p{L}/u.test(text) && !useless.test(text) ? text : null;
}

const bylineOf = (line: string): string | null => /^by\s+([^|\n]{3,80})/i.exec(line)?.[1]?.trim() ?? null;

/** What stands right under a title: who wrote it, for whom, when. */
const UNDER_TITLE = new Set(['byline', 'date-line', 'letterhead', 'reading-time']);
/** Names of sites and sections mostly have fewer words than a title. */
const TITLE_WORDS = 4;

/**
 * The heading that stands before the narration begins: the one right above byline and date, where a page's own name
 * and menu stand above it; else the first that is as long as a title.
 */
function headline(text: string, blocks: readonly Block[]): string | null {
  const headings: { readonly line: string; readonly at: number }[] = [];
  let under = -1;
  for (const [at, block] of blocks.entries()) {
    const line = text.slice(...block.span);
    if (block.dropped !== null) {
      if (under < 0 && UNDER_TITLE.has(block.dropped)) under = at;
      continue;
    }
    if (headings.length >= 6 || (block.kind === 'paragraph' && line.length > 120)) break;
    const named = block.kind === 'heading' && /\p{L}\s+\S*\p{L}/u.test(line) && bylineOf(line) === null;
    if (named && findVisibleDate([line]) === null) headings.push({ line, at });
  }
  const isLong = ({ line }: { line: string }): boolean => wordCount(line) >= TITLE_WORDS;
  const above = headings.filter(({ at }) => at < under).at(-1);
  const best = above !== undefined && isLong(above) ? above : (headings.find(isLong) ?? headings[0]);
  return best?.line ?? null;
}

/**
 * Whose text it is: the agency or outlet that its opening names, by the fuller name of the page's notice of rights where
 * that is the same; else the holder of the rights.
 */
function publisherOf(text: string, blocks: readonly Block[]): string | null {
  const narration = blocks.find((block) => block.dropped === null && block.kind === 'paragraph');
  const stated = narration === undefined ? null : statedPublisher(text.slice(...narration.span));
  const notice = blocks.findLast(({ dropped }) => dropped === 'copyright');
  const holder = notice === undefined ? null : rightsHolder(text.slice(...notice.span));
  return stated === null || holder?.startsWith(`${stated} `) === true ? holder : stated;
}
