import { describe, expect, it } from 'vitest';
import { annotatedClaims, annotatedDocument, documentNames } from '../../src/pipeline/annotated-folder.js';
import type { Claim } from '../../src/model/claim.js';
import { seriesFolder, type SeriesName } from '../cases/series.js';
import { extractor } from './extractor.js';

/**
 * How many of a series' annotated claims the reader finds in its texts (docs/evaluation.md), each once: kind, goods and
 * figure are equal and the spans overlap.
 */
async function readIn(series: SeriesName): Promise<{ expected: number; read: number; found: number }> {
  const folder = seriesFolder(series);
  const total = { expected: 0, read: 0, found: 0 };
  for (const name of await documentNames(folder)) {
    const document = await annotatedDocument(folder, name);
    const expected = await annotatedClaims(folder, document);
    const left = [...extractor.extract(document).claims];
    total.expected += expected.length;
    total.read += left.length;
    for (const claim of expected) {
      const at = left.findIndex((read) => sameClaim(read, claim));
      if (at < 0) continue;
      left.splice(at, 1);
      total.found++;
    }
  }
  return total;
}

function sameClaim(read: Claim, expected: Claim): boolean {
  const figure = ({ quantity }: Claim): string =>
    JSON.stringify([quantity?.low ?? null, quantity?.high ?? null, quantity?.unit ?? null]);
  return (
    read.kind === expected.kind &&
    read.polarity === expected.polarity &&
    (read.item?.class ?? null) === (expected.item?.class ?? null) &&
    figure(read) === figure(expected) &&
    read.span[0] < expected.span[1] &&
    expected.span[0] < read.span[1]
  );
}

/** Floors: a change of the reader that falls below must say why. */
describe('the reader, on the series of public statements', () => {
  it.each([
    { series: 'benchmark-series', floor: 0.9, surplus: 0.15 },
    { series: 'drone-series', floor: 0.9, surplus: 0.15 },
  ] as const)('finds the claims of the $series', async ({ series, floor, surplus }) => {
    const { expected, read, found } = await readIn(series);
    expect(found / expected, `${found} of ${expected} found, ${read} read`).toBeGreaterThanOrEqual(floor);
    expect((read - found) / read, `${read - found} of ${read} are none`).toBeLessThanOrEqual(surplus);
  });
});
