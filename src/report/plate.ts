import { parseHTML } from 'linkedom';
import type { PlotOptions } from '@observablehq/plot';
import * as Plot from '@observablehq/plot';
import type { Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import type { Plate } from '../model/report.js';
import { documentHead } from '../ledger/document-facts.js';
import { statementDay } from '../ledger/statement-date.js';
import { cite } from './citation.js';
import { dateWords } from './dates.js';
import { sourceWords } from './figure.js';
import type { Evidence } from './evidence.js';
import { markup } from './markup.js';
import { claimantWords } from './people.js';

/** A picture before its place and number are known. */
export type Drawn = Omit<Plate, 'number' | 'after'>;

/** Width of every picture, in its own units. */
export const WIDTH = 680;
export const LETTERS = "'Source Sans 3', 'Source Sans Pro', 'Segoe UI', 'Liberation Sans', Arial, sans-serif";
export const INK = '#1b1f23';
/** Okabe and Ito's colours, which the colour-blind tell apart; the keys say the same. */
export const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#7a5f00'] as const;

/** A chart as SVG alone: no style sheet of its own, as the page's policy allows none. */
export function chart(options: PlotOptions, name: string): string {
  const page: unknown = Reflect.get(parseHTML('<!doctype html><html><body></body></html>'), 'document');
  const made = Plot.plot({
    ...options,
    document: page as never,
    width: WIDTH,
    className: 'chart',
  }) as unknown as Drawing;
  made.querySelector('style')?.remove();
  made.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  made.setAttribute('font-family', LETTERS);
  made.setAttribute('fill', INK);
  made.removeAttribute('class');
  // The library escapes text, and not the values of attributes.
  const named = String(markup`<svg role="img" aria-label="${name}" `);
  return made.outerHTML.replace('<svg ', () => named).replaceAll('currentColor', INK);
}

/** What is used of an element; the compiler knows no browser here. */
interface Drawing {
  readonly outerHTML: string;
  querySelector(selector: string): { remove(): void } | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
}

/** "a", …, "z", "aa", … */
export function letterOf(position: number): string {
  const letter = String.fromCharCode(97 + (position % 26));
  return position < 26 ? letter : letterOf(Math.floor(position / 26) - 1) + letter;
}

interface Said {
  readonly claim: Claim;
  readonly document: Document;
}

/** "(a) White House, 1 February 2024" */
export function barLabel(key: string, { claim, document }: Said, { names }: Evidence, limit = 54): string {
  const day = statementDay(claim, documentHead(document));
  const date = day === null ? '' : `, ${dateWords(day)}`;
  const who = sourceWords(
    claimantWords(claim, document, names).replace(/^the /, ''),
    limit - date.length - 6,
  );
  return `(${key}) ${who}${date}`;
}

export const statementOf = (key: string, { claim, document }: Said): Plate['statements'][number] => ({
  key: `(${key})`,
  citation: cite(claim, document),
});

/** Where a page shows the words of a claim: its own anchor. */
export const anchorOf = ({ id }: Claim): string => `#${id}`;
