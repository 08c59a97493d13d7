import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import {
  CLAIM_COLUMNS,
  DISAGREEMENT_COLUMNS,
  DOCUMENT_COLUMNS,
  FINDING_COLUMNS,
  JUDGEMENT_COLUMNS,
  REJECT_COLUMNS,
} from '../../src/cli/columns.js';
import { DUPLICATE_COLUMNS, ECHO_COLUMNS } from '../../src/cli/echo-columns.js';
import { CHANGE_COLUMNS } from '../../src/cli/change-columns.js';
import { STRIKE_COLUMNS } from '../../src/cli/strike-columns.js';
import { ELEMENT_COLUMNS, ENGAGED_COLUMNS, PROVISION_COLUMNS } from '../../src/cli/provision-columns.js';
import { CANDIDATE_COLUMNS, ENTITY_COLUMNS } from '../../src/cli/entity-columns.js';
import { PACKAGE_ROOT } from '../../src/core/package-root.js';
import { caseConfigSchema } from '../../src/model/case-config.js';
import { findingChangeSchema } from '../../src/model/change.js';
import { claimSchema } from '../../src/model/claim.js';
import { documentSchema } from '../../src/model/document.js';
import { ITEM_CLASSES, KINDS, MODALITIES, POLARITIES, UNITS } from '../../src/model/enums.js';
import { explanationSchema } from '../../src/model/explanation.js';
import { findingSchema } from '../../src/model/finding.js';
import { HIT_COLUMNS, LIST_COLUMNS } from '../../src/cli/screening-columns.js';
import { hitSchema, sanctionsListSchema } from '../../src/model/sanctions.js';
import { entitySchema } from '../../src/model/entity.js';
import { entityJudgementSchema } from '../../src/model/entity-judgement.js';
import { judgementSchema } from '../../src/model/judgement.js';
import { legalTestSchema } from '../../src/model/legal-test.js';
import { rejectSchema } from '../../src/model/reject.js';
import { reportSchema } from '../../src/model/report.js';
import { sourceSchema } from '../../src/model/source.js';
import { strikeCaseSchema } from '../../src/model/strike-case.js';
import type { AddReport } from '../../src/pipeline/add.js';
import type { OpenCase } from '../../src/pipeline/open-case.js';
import type { RunReport } from '../../src/pipeline/run.js';
import { pageRoutes } from '../../src/server/page-routes.js';

const page = readFileSync(join(PACKAGE_ROOT, 'docs', 'formats.md'), 'utf8');

function example(name: string): unknown {
  const [, language, text] = new RegExp(`\`\`\`(json|yaml) ${name}\n([^]*?)\`\`\``).exec(page) ?? [];
  if (text === undefined) throw new Error(`docs/formats.md has no example of ${name}`);
  return language === 'yaml' ? (parseYaml(text) as unknown) : (JSON.parse(text) as unknown);
}

/** Every key that a value has, at any depth. */
function keys(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? [] : Object.keys(value);
  return [...own, ...Object.values(value).flatMap(keys)].sort();
}

describe('the examples of docs/formats.md', () => {
  it.each<[string, z.ZodType]>([
    ['case', caseConfigSchema],
    ['source', sourceSchema],
    ['document', documentSchema],
    ['claim', claimSchema],
    ['finding', findingSchema],
    ['strike', strikeCaseSchema],
    ['change', findingChangeSchema],
    ['entity', entitySchema],
    ['sanctions-list', sanctionsListSchema],
    ['hit', hitSchema],
    ['judgement', judgementSchema],
    ['entity-judgement', entityJudgementSchema],
    ['explanation-sentence', explanationSchema.unwrap().shape.sentences.unwrap().element],
    ['legal-test', legalTestSchema],
    ['reject', rejectSchema],
  ])('%s fits its schema and shows every field', (name, schema) => {
    const value = example(name);
    const parsed = schema.parse(value);
    expect(parsed).toEqual(value);
    const shape = (schema instanceof z.ZodReadonly ? schema.unwrap() : schema) as z.ZodObject;
    expect(Object.keys(value as object).sort()).toEqual(Object.keys(shape.shape).sort());
  });

  it('report fits its schema', () => {
    expect(reportSchema.parse(example('report'))).toMatchObject(example('report') as object);
  });

  it('the results of commands have the fields that the commands print', () => {
    const add: AddReport = example('add') as AddReport;
    const run: RunReport = example('run') as RunReport;
    for (const { in: taken, out, rejected } of [add.stage, ...run.stages]) expect(taken).toBe(out + rejected);
    const fields: Record<keyof AddReport, true> & Record<keyof RunReport, true> = {
      stage: true,
      added: true,
      known: true,
      rejects: true,
      skipped: true,
      interrupted: true,
      stages: true,
    };
    expect([...new Set([...Object.keys(add), ...Object.keys(run)])].sort()).toEqual(
      Object.keys(fields).sort(),
    );
  });

  it('spans and quotes of the examples fit each other', () => {
    const { text } = documentSchema.parse(example('document'));
    const claim = claimSchema.parse(example('claim'));
    expect(text.slice(...claim.span)).toBe('More than 1,000 containers left the port.');
    expect(keys(example('report'))).toContain('quote');
  });
});

describe('the vocabularies of docs/formats.md', () => {
  const listed = (title: string): string[] => {
    const line = page.split('\n').find((each) => each.startsWith(`${title}: `)) ?? '';
    return [...line.matchAll(/`(\w+)`/g)].map(([, word]) => word ?? '');
  };
  it('list every unit and item class', () => {
    expect(listed('Units')).toEqual([...UNITS]);
    expect(listed('Item classes')).toEqual([...ITEM_CLASSES]);
  });
  it.each([
    ['kind', KINDS],
    ['polarity', POLARITIES],
    ['modality', MODALITIES],
  ])('explain every %s', (field, words) => {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${field}\` |`)) ?? '';
    for (const word of words) expect(row).toContain(`\`${word}\``);
  });
});

describe('the tables of docs/formats.md', () => {
  it.each([
    ['claims', CLAIM_COLUMNS],
    ['disagreements', DISAGREEMENT_COLUMNS],
    ['findings', FINDING_COLUMNS],
    ['diff', CHANGE_COLUMNS],
    ['candidates', CANDIDATE_COLUMNS],
    ['strikes', STRIKE_COLUMNS],
    ['documents', DOCUMENT_COLUMNS],
    ['entities', ENTITY_COLUMNS],
    ['hits', HIT_COLUMNS],
    ['echoes', ECHO_COLUMNS],
    ['duplicates', DUPLICATE_COLUMNS],
    ['judgements', JUDGEMENT_COLUMNS],
    ['lists', LIST_COLUMNS],
    ['rejects', REJECT_COLUMNS],
    ['provisions', PROVISION_COLUMNS],
    ['provisions --engaged', ENGAGED_COLUMNS],
    ['provisions FINDING', ELEMENT_COLUMNS],
  ])('name the CSV columns of %s in order', (listing, columns) => {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${listing}\` | \``)) ?? '';
    const names = [...row.replace(/^\| `[^`]+`/, '').matchAll(/`(\w+)`/g)].map(([, name]) => name);
    expect(names).toEqual((columns as readonly { name: string }[]).map(({ name }) => name));
  });

  it('name every address of the pages, and no other', () => {
    // Routes are registered without looking at the case.
    const open = { folder: {}, store: {} } as OpenCase;
    const paths = new Set(pageRoutes(open, true).routes.map(({ path }) => path));
    const section = page.slice(page.indexOf('## Over HTTP'));
    const named = section
      .split('\n')
      .filter((line) => line.startsWith('| `/'))
      .flatMap((line) => [...(line.split(' | ')[0] ?? '').matchAll(/`(\/[^`]*)`/g)].map(([, path]) => path));
    expect(named.sort()).toEqual(
      [...paths].map((path) => path.replace('originals/:id', 'originals/SHA256').replace(':id', 'ID')).sort(),
    );
  });
});
