import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface HtmlCase {
  readonly slug: string;
  readonly html: string;
  readonly expected: {
    readonly url: string | null;
    readonly title: string;
    readonly publisher: string | null;
    readonly published: string | null;
    readonly body: readonly string[];
  };
}

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** The golden pages, by slug. */
export function htmlCases(): HtmlCase[] {
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      slug: name,
      html: readFileSync(`${FOLDER}${name}/page.html`, 'utf8'),
      expected: JSON.parse(readFileSync(`${FOLDER}${name}/expected.json`, 'utf8')) as HtmlCase['expected'],
    }))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
}

/**
 * Shared runs of four words as a share of those found (precision) and of those expected (recall), the measure of
 * https://github.com/scrapinghub/article-extraction-benchmark.
 */
export function score(expected: string, found: string): Score {
  const [wanted, got] = [shingles(expected), shingles(found)];
  let shared = 0;
  for (const [shingle, count] of wanted) shared += Math.min(count, got.get(shingle) ?? 0);
  const total = (of: ReadonlyMap<string, number>): number => [...of.values()].reduce((sum, count) => sum + count, 0);
  return {
    precision: total(got) === 0 ? (total(wanted) === 0 ? 1 : 0) : shared / total(got),
    recall: total(wanted) === 0 ? 1 : shared / total(wanted),
  };
}

function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let i = 0; i < Math.max(1, words.length - 3); i += 1) {
    const shingle = words.slice(i, i + 4).join(' ');
    if (shingle !== '') counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

/** Harmonic mean of mean precision and mean recall over pages. */
export function f1(scores: readonly Score[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [precision, recall] = [mean(scores.map((s) => s.precision)), mean(scores.map((s) => s.recall))];
  return (2 * precision * recall) / (precision + recall);
}
