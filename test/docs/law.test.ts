import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { PACKAGE_ROOT } from '../../src/core/package-root.js';
import { loadLaw } from '../../src/law/load-law.js';
import {
  EFFECTS,
  MEASURES,
  actTermSchema,
  goodsTermSchema,
  provisionSchema,
  regimeSchema,
} from '../../src/model/provision.js';
import { law, vocabulary } from '../law/law.js';
import { writeFiles } from '../pipeline/sources.js';
import { temporaryFolder } from '../pipeline/temporary-folder.js';

const page = readFileSync(join(PACKAGE_ROOT, 'docs', 'law.md'), 'utf8');
const folder = temporaryFolder();

/** The rows of the table under a heading of its first column. */
const rowsOf = (heading: string): string[] =>
  (page.split(`\n| ${heading} | |\n`)[1] ?? '').split('\n\n')[0]?.split('\n').slice(1) ?? [];

describe('docs/law.md', () => {
  it.each<[string, z.ZodObject]>([
    ['field of the regime', regimeSchema],
    ['field of a provision', provisionSchema],
    ['element', provisionSchema.shape.elements],
    ['field of an act', actTermSchema],
    ['field of goods', goodsTermSchema],
  ])('lists every %s, in order, and says which may be left out', (heading, schema) => {
    const cells = rowsOf(heading).map((row) => ({ row, names: row.split(' | ')[0] ?? '' }));
    const fields = cells.flatMap(({ row, names }) =>
      [...names.matchAll(/`(\w+)`/g)].map(([, field = '']) => ({ row, field })),
    );
    expect(fields.map(({ field }) => field)).toEqual(Object.keys(schema.shape));
    for (const { row, field } of fields) {
      const optional = (schema.shape[field] as z.ZodType).safeParse(undefined).success;
      expect([field, row.includes('may be left out')]).toEqual([field, optional]);
    }
  });

  it('lists every regime, measure and effect', () => {
    const regimes = [...page.matchAll(/^\| `([a-z-]+)` \| (?:resolution|that there is)/gm)].map(
      ([, id]) => id,
    );
    expect(regimes.sort()).toEqual(law.regimes.map(({ id }) => id).sort());
    for (const word of [...MEASURES, ...EFFECTS]) expect(page).toContain(`\`${word}\``);
  });

  it('has examples that load', () => {
    const examples = [...page.matchAll(/```yaml (\S+)\n([^]*?)```/g)];
    expect(examples.map(([, name]) => name)).toEqual(['ruritania.yaml', 'terms.example.yaml']);
    const path = writeFiles(
      folder,
      Object.fromEntries(examples.map(([, name = '', text = '']) => [name, text])),
    );
    expect(loadLaw([path], vocabulary).provisions).toHaveLength(law.provisions.length + 1);
  });
});
