import type { Document } from '../model/document.js';
import { isPhotoCredit } from './boilerplate-rules.js';
import { isDateLine } from './date-line.js';
import { findDates, type DayOrder } from './date-text.js';
import { shapeOf } from './line-shape.js';

const PUBLISHED =
  /(?<!\p{L})(?:published|posted|first published|publication date|date published|released|issued|input|write|written|filed|veröffentlicht|erschienen|publié|publicado|pubblicato|opublikowano|опубліковано|опубликовано|dated?|입력|등록)(?: on| at| am| le| el| il)?\s?:?\s*$/iu;
const UPDATED =
  /(?<!\p{L})(?:updated?|last (?:updated?|modified|edited|reviewed|changed)|modified|edited|revised|latest|aktualisiert|stand|mis à jour|modifié|actualizado|aggiornato|atualizado|zaktualizowano|оновлено|обновлено|수정)(?: on| at| am| le| el| il)?\s?:?\s*$/iu;
/** "SEOUL, Feb. 27 (Yonhap) --", "MANAMA, Bahrain (Aug. 31) --", "KYIV, May 8 —": what stands before the dash. */
const DATELINE = /^\p{Lu}[^–—]{2,90}?(?:\s--|\s?[–—]|\s-\s)/u;

/** A printed date with what the words around it say of it. */
interface Printed {
  readonly date: string;
  readonly label: 'published' | 'updated' | null;
}

/**
 * Finds the publication date among the first lines of a text: labelled, alone on its line, or in a dateline. A date
 * without a year takes the year that other lines above the narration give, else it is none.
 */
export function findVisibleDate(
  lines: readonly string[],
  order: DayOrder = 'day-first',
): Document['published'] {
  const head = lines.slice(0, 40).filter((line) => line.length > 400 || !isPhotoCredit(line));
  const prose = head.findIndex(
    (line) => shapeOf({ text: line, kind: 'paragraph' }).sentence && !isNotice(line),
  );
  const above = (prose < 0 ? head : head.slice(0, prose)).flatMap((line) => printedDates(line, order));
  const dateline = head.slice(0, prose < 0 ? 0 : prose + 1).flatMap((line) => datelineDates(line, order));
  const labelled = head.filter((line) => line.length <= 200).flatMap((line) => printedDates(line, order));

  const year =
    above.find(({ date }) => /^\d{4}/.test(date))?.date.slice(0, 4) ??
    loneYear(head.slice(0, Math.max(prose, 0)));
  const best = [
    labelled.find(({ date, label }) => label === 'published' && isDay(date)),
    above.find(({ date, label }) => label === null && isDay(date)),
    dateline.find(({ date }) => isDay(date)),
    [...above, ...dateline]
      .map((printed) => withYear(printed, year))
      .find(({ date, label }) => label !== 'updated' && isDay(date)),
    above.find(({ date, label }) => label !== 'updated' && /^\d{4}-\d{2}$/.test(date)),
    labelled.find(({ date, label }) => label === 'updated' && isDay(date)),
  ].find((printed) => printed !== undefined);
  return best === undefined ? null : { edtf: best.date, how: 'dateline' };
}

/** A notice about the page in whole sentences: "Written answers for 24 May 2023. This page is updated daily." */
const isNotice = (line: string): boolean => line.length <= 140 && /\bthis page\b/iu.test(line);

/** The dates of a line, each with its label. */
export function printedDates(line: string, order: DayOrder): Printed[] {
  if (line.length > 200) return [];
  return findDates(line, order)
    .filter(({ date }) => isPlausible(date))
    .map(({ date, start }) => ({ date, label: labelOf(line.slice(0, start)) }));
}

function labelOf(before: string): Printed['label'] {
  // A weekday or a time may stand between the label and its date.
  const text = before.replace(
    /(?:[\p{L}]{3,12}day|\p{L}{2,3}\.?|\d{1,2}[:.]\d{2}(?:\s?[ap]m)?)?[,\s|•·–-]*$/iu,
    '',
  );
  for (const part of [before, text]) {
    if (UPDATED.test(part.trimEnd())) return 'updated';
    if (PUBLISHED.test(part.trimEnd())) return 'published';
  }
  return null;
}

function datelineDates(line: string, order: DayOrder): Printed[] {
  const opening = DATELINE.exec(line)?.[0];
  if (opening === undefined && !isDateLine(line)) return [];
  return findDates(opening ?? line, order)
    .filter(({ date }) => isPlausible(date))
    .map(({ date }) => ({ date, label: null }));
}

const isDay = (date: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(date);

/** Publication on the web: neither before it nor so far ahead that it can be no date of a page. */
export const isPlausible = (date: string): boolean =>
  date.startsWith('--') || (date >= '1990' && date < '2100');

const withYear = ({ date, label }: Printed, year: string | null): Printed => ({
  date: date.startsWith('--') && year !== null ? `${year}${date.slice(1)}` : date,
  label,
});

/** The one year that the lines above the narration give. */
function loneYear(lines: readonly string[]): string | null {
  const years = new Set(lines.flatMap((line) => line.match(/(?<![\d/.])(?:199|20\d)\d(?![\d/])/gu) ?? []));
  return years.size === 1 ? ([...years][0] ?? null) : null;
}
