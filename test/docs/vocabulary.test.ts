import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { PACKAGE_ROOT } from '../../src/core/package-root.js';
import {
  eventSchema,
  itemModelSchema,
  itemTermSchema,
  loadVocabulary,
  officeSchema,
  organisationSchema,
  ORGANISATION_TYPES,
  personSchema,
  placeSchema,
  stateSchema,
  vesselSchema,
  type Vocabulary,
} from '../../src/model/vocabulary.js';
import { writeFiles } from '../pipeline/sources.js';
import { temporaryFolder } from '../pipeline/temporary-folder.js';

const page = readFileSync(join(PACKAGE_ROOT, 'docs', 'vocabulary.md'), 'utf8');
const folder = temporaryFolder();

const TABLES: Record<keyof Vocabulary, z.ZodObject> = {
  states: stateSchema,
  organisations: organisationSchema,
  offices: officeSchema,
  people: personSchema,
  items: itemTermSchema,
  models: itemModelSchema,
  places: placeSchema,
  vessels: vesselSchema,
  events: eventSchema,
};

const sectionOf = (table: string): string =>
  page.split(/^## /m).find((part) => part.startsWith(`${table}\n`)) ?? '';

describe('docs/vocabulary.md', () => {
  it.each(Object.entries(TABLES))('lists every field of %s, and no other', (table, schema) => {
    const fields = [...sectionOf(table).matchAll(/^\| (`.+?) \|/gm)].flatMap(([, cell]) =>
      [...(cell ?? '').matchAll(/`(\w+)`/g)].map(([, field]) => field),
    );
    expect(fields).toEqual(Object.keys(schema.shape));
  });

  it('says of every field whether it may be left out', () => {
    for (const [table, schema] of Object.entries(TABLES)) {
      for (const [field, type] of Object.entries(schema.shape)) {
        const row = sectionOf(table)
          .split('\n')
          .find((line) => line.startsWith('| `') && line.split(' | ')[0]?.includes(`\`${field}\``));
        const optional = (type as z.ZodType).safeParse(undefined).success;
        expect([table, field, row?.includes('may be left out')]).toEqual([table, field, optional]);
      }
    }
  });

  it('lists the types of an organisation', () => {
    for (const type of ORGANISATION_TYPES) expect(sectionOf('organisations')).toContain(`\`${type}\``);
  });

  it('has an example of every table, and every example loads', () => {
    const examples = Object.fromEntries(
      [...page.matchAll(/```yaml (\S+\.yaml)\n([^]*?)```/g)].map(([, name = '', text = '']) => [name, text]),
    );
    expect(
      Object.keys(examples)
        .map((name) => name.split('.')[0])
        .sort(),
    ).toEqual(Object.keys(TABLES).sort());
    const [bundled, extended] = [loadVocabulary(), loadVocabulary([writeFiles(folder, examples)])];
    for (const table of Object.keys(TABLES) as (keyof Vocabulary)[])
      expect([table, extended[table].length]).toEqual([table, bundled[table].length + 1]);
  });
});
