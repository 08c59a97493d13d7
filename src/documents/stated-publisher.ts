import { join } from 'node:path';
import { z } from 'zod';
import { DATA_FOLDER } from '../core/package-root.js';
import { readYaml } from '../core/yaml-file.js';

const outletsSchema = z.strictObject({
  source: z.array(z.string()).min(1),
  words: z.array(z.string()),
  agencies: z.array(z.string()),
});

let outlets: { words: ReadonlySet<string>; agencies: ReadonlySet<string> } | null = null;

/** Read once, when a text first asks for it. */
function knownOutlets(): NonNullable<typeof outlets> {
  if (outlets === null) {
    const data = readYaml(join(DATA_FOLDER, 'documents', 'outlets.yaml'), outletsSchema);
    outlets = { words: new Set(data.words), agencies: new Set(data.agencies) };
  }
  return outlets;
}

/** "KYIV, March 3 (Name) -- ": by newsroom convention the brackets of a dateline hold the agency. */
const DATELINE =
  /^\p{Lu}[\p{L} .,/'’-]{2,60}?(?:,? \p{Lu}\p{L}{2,8}\.? \d{1,2}(?:, \d{4})?)? \((\p{L}[\p{L} .&-]{1,40})\)\s*(?:--|[-–—])\s/u;

/** "The Name: A team has ..." */
const LEAD = /^((?:The )?\p{Lu}[\p{L}\d .&'’-]{1,40}): ["“]?\p{Lu}/u;

/**
 * The publisher that a text's opening itself states: the agency in its dateline, or an outlet's name before a colon.
 * Null where it states none; nothing is inferred from style.
 */
export function statedPublisher(opening: string): string | null {
  const dateline = DATELINE.exec(opening);
  if (dateline !== null && startsLikePlace(opening)) return dateline[1] ?? null;
  const name = LEAD.exec(opening)?.[1];
  return name !== undefined && isOutlet(name) ? name : null;
}

/** "© 2014–2024 The Name. All rights reserved", "Copyright Name, 2023". */
const RIGHTS =
  /(?:©|ⓒ|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d{2}(?:\s?[-–]\s?(?:19|20)?\d{2})?,?\s*)?(?:by\s+)?(\p{Lu}[^.,;|·•©\n]{2,60}?)\s*(?=[.,;|·•\n]|all rights|(?:19|20)\d{2}|$)/iu;

/** The holder named in a notice of rights; null where it names none. */
export function rightsHolder(notice: string): string | null {
  const name = RIGHTS.exec(notice)?.[1]?.trim();
  return name === undefined || !/^\p{Lu}/u.test(name) || /^all rights/iu.test(name) ? null : name;
}

/** Datelines name their city in capitals, or alone before the date. */
const startsLikePlace = (opening: string): boolean =>
  /^(?:\p{Lu}{3,}|\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)? ?[,(])/u.test(opening);

function isOutlet(name: string): boolean {
  const { words, agencies } = knownOutlets();
  if (agencies.has(name)) return true;
  const parts = name.replace(/^The /, '').split(' ');
  return parts.length > 1 && [parts[0], parts.at(-1)].some((part) => words.has(part ?? ''));
}
