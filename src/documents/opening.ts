import type { Block } from '../model/document.js';
import type { Draft, Part } from './draft.js';
import { markBoilerplate } from './boilerplate.js';
import { statedPublisher } from './stated-publisher.js';
import { breaksOff } from './truncation.js';
import { findVisibleDate } from './visible-date.js';

type Opening = Pick<Draft, 'title' | 'publisher' | 'byline' | 'published' | 'truncated'>;

/** Lines in which a reader looks for title, author and date. */
const TOP = 12;

/** What a text without metadata of its own states at its top, and whether it breaks off at its end. */
export function readOpening(text: string, blocks: readonly Block[]): Opening {
  const lines = blocks.slice(0, TOP).map((block) => text.slice(...block.span));
  const kept = blocks.filter((block) => block.dropped === null);
  const narration = kept.find((block) => block.kind === 'paragraph');
  return {
    title: leadingHeading(text, kept),
    publisher: narration === undefined ? null : statedPublisher(text.slice(...narration.span)),
    byline: lines.map(bylineOf).find((name) => name !== null) ?? null,
    published: findVisibleDate(lines),
    truncated: breaksOff(text, blocks),
  };
}

/** Marks what stands beside the article, for readers whose files have no markup of their own to tell it. */
export function setAside(parts: readonly Part[]): Part[] {
  const rules = markBoilerplate(parts);
  return parts.map((part, i) => ({ ...part, dropped: part.dropped ?? rules[i] ?? null }));
}

/** A title from a file's properties, unless it is a file name, a program's default or empty. */
export function statedTitle(title: string | null | undefined): string | null {
  const text = title?.replace(/\s+/g, ' ').trim() ?? '';
  const useless =
    /^(?:microsoft (?:word|powerpoint|excel)\b.*|untitled.*|document ?\d*|title|.*\.(?:docx?|pdf|indd|pptx?|xlsx?|odt|rtf|tmp))$/i;
  return /\p{L}\S*\s+\S*\p{L}/u.test(text) && !useless.test(text) ? text : null;
}

const bylineOf = (line: string): string | null => /^by\s+([^|\n]{3,80})/i.exec(line)?.[1]?.trim() ?? null;

/** The heading that stands before the narration begins. */
function leadingHeading(text: string, kept: readonly Block[]): string | null {
  for (const block of kept.slice(0, 6)) {
    const line = text.slice(...block.span);
    if (block.kind === 'paragraph' && line.length > 120) return null;
    const named = block.kind === 'heading' && /\p{L}\s+\S*\p{L}/u.test(line) && bylineOf(line) === null;
    if (named && findVisibleDate([line]) === null) return line;
  }
  return null;
}
