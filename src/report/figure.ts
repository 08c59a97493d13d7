import type { Quantity } from '../model/claim.js';
import { PRINTED_QUALIFIERS, SMALL_NUMBERS } from './phrases.js';

/**
 * Figures inside a sentence under construction stand between two private characters, so that their place is known when
 * the sentence is finished; no source's text may bring its own.
 */
const OPEN = '\uE000';
const CLOSE = '\uE001';

export const figure = (text: string): string => `${OPEN}${text}${CLOSE}`;

/** Text of a source for use inside a sentence: one line, no control or private characters. */
export function sourceWords(text: string, limit = 160): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Co}\s]+/gu, ' ').trim();
  return line.length <= limit ? line : `${line.slice(0, limit - 1).trimEnd()}…`;
}

/** The finished text, and where in it the figures stand. */
export function settleFigures(marked: string): { text: string; figures: [start: number, end: number][] } {
  const figures: [number, number][] = [];
  let text = '';
  for (const part of marked.split(OPEN)) {
    const [inside, after] = part.split(CLOSE);
    if (after === undefined) text += part;
    else {
      figures.push([text.length, text.length + (inside ?? '').length]);
      text += (inside ?? '') + after;
    }
  }
  return { text, figures };
}

/** "3 million", "11,000", "1.5"; whole numbers below ten as words. */
export function number(value: number, words = true): string {
  if (words && Number.isInteger(value) && value < SMALL_NUMBERS.length) return SMALL_NUMBERS[value] ?? '';
  for (const [size, name] of [
    [1e9, 'billion'],
    [1e6, 'million'],
  ] as const) {
    const scaled = value / size;
    // Three decimals at most: more would read worse than the digits.
    if (scaled >= 1 && Math.abs(Math.round(scaled * 1000) - scaled * 1000) < 1e-6) {
      return `${Number(scaled.toFixed(3))} ${name}`;
    }
  }
  const [whole = '', fraction] = String(Number(value.toFixed(6))).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** A figure with its bounds as claimed; null where it gives none. */
export function bounds(quantity: Pick<Quantity, 'low' | 'high' | 'qualifier' | 'unit'>): string | null {
  const { low, high } = quantity;
  const usd = quantity.unit === 'usd';
  const words = !usd && (low ?? 0) < SMALL_NUMBERS.length && (high ?? 0) < SMALL_NUMBERS.length;
  const write = (value: number): string => (usd ? '$' : '') + number(value, words);
  const qualifier = quantity.qualifier?.toLowerCase().trim() ?? '';
  const printed = PRINTED_QUALIFIERS.has(qualifier) ? `${qualifier} ` : '';
  if (low !== null && high !== null) {
    return low === high ? `${printed}${write(low)}` : `${printed}${write(low)} to ${write(high)}`;
  }
  if (low !== null) return `${printed === '' ? 'at least ' : printed}${write(low)}`;
  if (high !== null) return `${printed === '' ? 'up to ' : printed}${write(high)}`;
  return null;
}
