import { findDates } from './date-text.js';

const TIME =
  /\b\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?|\b\d{4}\s(?=[A-Z]{3,4}\b)|\b\d{1,2}\s?[ap]\.?m\.?(?!\w)/giu;
const ZONE =
  /\b(?:GMT|UTC|BST|IST|MSK|KST|JST|EES?T|CES?T|WES?T|[ECMP][SD]?T|[ap]\.?m\.?)\b(?:\s?[+-]\d{1,2}(?::?\d{2})?)?/giu;
const WEEKDAY =
  /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b|(?<!\p{L})(?:понеділок|вівторок|середа|четвер|п.ятниця|субота|неділя|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)(?!\p{L})/giu;
const LABEL =
  /(?:\b(?:first |last |date )?(?:published|updated|posted|created|modified|issued|released|revised|input|write|written|edited|edit|date|publication date|last update|latest update|as of|on|at|the|um|uhr|le|el|à|las?|veröffentlicht|aktualisiert|stand|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|opublikowano|est|time)\b|(?<!\p{L})(?:입력|수정|опубліковано|оновлено|опубликовано|обновлено|о|в|року|года|г)(?!\p{L})):?\.?/giu;
const AGO =
  /\b(?:\d+|an?|one|two|three|a few) (?:second|minute|hour|day|week|month|year)s? ago\b|\btoday\b|\byesterday\b/giu;

/**
 * Whether a line holds a date or a time of day and nothing else but labels, a place or a desk: "Kharkiv, 15 March, 11:37".
 */
export function isDateLine(text: string): boolean {
  if (text.length > 160) return false;
  let rest = '';
  let from = 0;
  const dates = findDates(text);
  for (const { start, end } of dates) {
    rest += `${text.slice(from, start)} `;
    from = end;
  }
  rest += text.slice(from);
  const bare = rest.replace(AGO, ' ').replace(TIME, ' ').replace(ZONE, ' ');
  const dated = dates.length > 0 || bare.replace(/\s/gu, '').length < rest.replace(/\s/gu, '').length;
  if (!dated) return false;
  const words = bare
    .replace(LABEL, ' ')
    .replace(WEEKDAY, ' ')
    .split(/[^\p{L}\p{M}\d’'.-]+/u)
    .filter((word) => /[\p{L}\d]/u.test(word));
  // What remains may be a place or a desk, written with capitals.
  return words.length <= 4 && words.every((word) => /^[\p{Lu}\p{Lo}\d]/u.test(word));
}
