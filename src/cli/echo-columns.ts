import type { ListedTelling } from '../pipeline/echo-trees.js';
import type { ListedDuplicate } from '../pipeline/near-duplicates.js';
import type { Column } from './table.js';

/** The columns of the listings of who repeats whom, in the order of docs/formats.md. */

const SHORT = 12;
const short = (id: string): string => id.slice(0, SHORT);

/** A table leaves out spaces at the beginning of a cell. */
const branch = (depth: number): string => (depth === 0 ? '' : `${'│ '.repeat(depth - 1)}└ `);

export const ECHO_COLUMNS: readonly Column<ListedTelling>[] = [
  { name: 'tree', of: (e) => e.tree },
  { name: 'depth', of: (e) => e.depth },
  { name: 'telling', of: (e) => `${branch(e.depth)}${short(e.claim)}`, inTable: true },
  { name: 'claim', of: (e) => e.claim },
  { name: 'repeats', of: (e) => e.repeats },
  { name: 'doc', of: (e) => e.doc },
  { name: 'index', of: (e) => e.index },
  { name: 'published', of: (e) => e.published, inTable: true },
  { name: 'publisher', of: (e) => e.publisher },
  { name: 'claimant', of: (e) => e.claimant },
  { name: 'stated', of: (e) => e.stated },
  { name: 'chain', of: (e) => e.chain, inTable: true },
  { name: 'figure', of: (e) => e.figure, inTable: true },
  { name: 'drift', of: (e) => e.drift.join('; '), inTable: true },
  { name: 'drift_here', of: (e) => e.drift_here.join('; ') },
];

export const DUPLICATE_COLUMNS: readonly Column<ListedDuplicate>[] = [
  { name: 'id', of: (d) => d.document.id },
  { name: 'document', of: (d) => short(d.document.id), inTable: true },
  { name: 'published', of: (d) => d.document.published, inTable: true },
  { name: 'publisher', of: (d) => d.document.publisher, inTable: true },
  { name: 'title', of: (d) => d.document.title, inTable: true },
  { name: 'repeats', of: (d) => d.repeats.id },
  { name: 'repeats_publisher', of: (d) => d.repeats.publisher, inTable: true },
  { name: 'repeats_published', of: (d) => d.repeats.published, inTable: true },
  { name: 'original', of: (d) => d.original },
  { name: 'overlap', of: (d) => d.overlap.toFixed(2), inTable: true },
  { name: 'passages', of: (d) => d.passages.length, inTable: true },
  { name: 'longest', of: longestPassage, inTable: true },
];

const SHOWN = 100;

/** How the longest passage that both have begins. */
function longestPassage({ passages }: ListedDuplicate): string | null {
  const texts = passages.map(({ document }) => document.text.replace(/\s+/g, ' '));
  const longest = [...texts].sort((a, b) => b.length - a.length)[0] ?? null;
  return longest !== null && longest.length > SHOWN ? `${longest.slice(0, SHOWN)}…` : longest;
}
