import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { parseAtomFeed } from 'feedsmith';
import { parseHTML } from 'linkedom';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { GENERATED } from '../../samples/generate.js';
import { noteText } from '../../samples/note-text.js';
import { reportText } from '../../samples/report-text.js';
import { memoText } from '../../samples/scanned-memo.js';
import { caseConfigSchema } from '../../src/model/case-config.js';
import { ITEM_CLASSES, KINDS, MODALITIES, OUTCOMES, POLARITIES, UNITS } from '../../src/model/enums.js';

const CASE = new URL('../../samples/north-korea-russia/', import.meta.url);
const FILES = readdirSync(new URL('sources/', CASE)).sort();

const party = z.string().nullable().optional();
const expectedSchema = z.strictObject({
  facts: z.array(
    z.strictObject({
      id: z.string(),
      file: z.string(),
      entry: z.string().optional(),
      kind: z.enum(KINDS),
      polarity: z.enum(POLARITIES),
      modality: z.enum(MODALITIES).optional(),
      claimant: z.string(),
      origin: z.string(),
      supplier: party,
      recipient: party,
      actor: party,
      target: party,
      item: z.enum(ITEM_CLASSES).optional(),
      quantity: z
        .strictObject({
          low: z.number().nullable(),
          high: z.number().nullable(),
          unit: z.enum(UNITS),
          vague: z.boolean().optional(),
        })
        .nullable(),
      outcome: z.enum(OUTCOMES).optional(),
      vessel: z.string().optional(),
      echo_of: z.string().optional(),
      gap: z.literal(true).optional(),
      words: z.string(),
    }),
  ),
  never: z.array(z.strictObject({ file: z.string(), words: z.string(), why: z.string() })),
});
const EXPECTED = expectedSchema.parse(JSON.parse(readFileSync(new URL('expected.json', CASE), 'utf8')));

function bytesOf(file: string): Buffer {
  return readFileSync(new URL(`sources/${file}`, CASE));
}

/** The words of a source, white space collapsed: read from the file, or from what its generator sets. */
async function wordsOf(file: string, entry: string | undefined): Promise<string> {
  return (await textOf(file, entry)).replaceAll(/\s+/g, ' ');
}

async function textOf(file: string, entry: string | undefined): Promise<string> {
  if (file === '08-committee-note.docx') return noteText();
  if (file === '09-rajin-counts.pdf') return reportText();
  if (file === '14-scanned-memo.pdf') return memoText();
  const bytes = bytesOf(file);
  if (file.endsWith('.html')) return htmlText(decodePage(bytes));
  if (file.endsWith('.eml')) return (await PostalMime.parse(bytes)).text ?? '';
  if (file.endsWith('.atom')) {
    const entries = parseAtomFeed(bytes.toString('utf8')).entries ?? [];
    return htmlText(entries.find((one) => one.id === entry)?.content?.value ?? '');
  }
  return bytes.toString('utf8');
}

function decodePage(bytes: Buffer): string {
  const charset = /charset="?([\w-]+)/i.exec(bytes.toString('latin1'))?.[1] ?? 'utf-8';
  return new TextDecoder(charset, { fatal: true }).decode(bytes);
}

/** linkedom's types are those of a browser's window, which this project does not load. */
function htmlText(html: string): string {
  const { document } = parseHTML(`<html><body>${html}</body></html>`) as unknown as {
    document: { body: { textContent: string } };
  };
  return document.body.textContent;
}

describe('the sample case', () => {
  it('has a valid case.yaml', () => {
    expect(caseConfigSchema.parse(parse(readFileSync(new URL('case.yaml', CASE), 'utf8'))).id).toBe(
      'north_korea_russia',
    );
  });

  it('holds 14 small sources', () => {
    expect(FILES).toHaveLength(14);
    for (const file of FILES)
      expect(statSync(new URL(`sources/${file}`, CASE)).size, file).toBeLessThan(300_000);
  });

  it('names the public source of every file', () => {
    const sections = readFileSync(new URL('SOURCES.md', CASE), 'utf8').split(/^## /m).slice(1);
    expect(sections.map((section) => /^`(.+)`/.exec(section)?.[1])).toEqual(FILES);
    for (const section of sections) expect(section).toMatch(/<https?:\/\/|Reprints 02/);
  });

  it('marks every invented publisher as a sample', async () => {
    for (const file of FILES.filter((name) => !name.endsWith('.atom'))) {
      expect(await wordsOf(file, undefined), file).toContain('(sample)');
    }
  });
});

describe.each(Object.entries(GENERATED))('%s', (file, build) => {
  // The rasteriser rounds differently on other platforms; the words are tested everywhere.
  const scan = file === '14-scanned-memo.pdf';
  const sameMachine = process.platform === 'linux' && process.arch === 'x64';

  it.skipIf(scan && !sameMachine)('comes out byte for byte as it lies in the case', async () => {
    const built = await build();
    expect(digest(built)).toBe(digest(bytesOf(file)));
  });

  it('comes out the same twice', async () => {
    expect(digest(await build())).toBe(digest(await build()));
  });
});

describe('expected.json', () => {
  it.each(EXPECTED.facts.map((fact) => [fact.id, fact] as const))(
    '%s quotes its source',
    async (_id, fact) => {
      const words = await wordsOf(fact.file, fact.entry);
      expect(words).toContain(fact.words);
      expect(words.split(fact.words)).toHaveLength(2);
    },
  );

  it.each(EXPECTED.never.map((trap) => [trap.words, trap] as const))(
    '%s stands in its source',
    async (words, trap) => {
      expect(await wordsOf(trap.file, undefined)).toContain(words);
    },
  );

  it('has about 50 facts, some from every source, with ids that are unique', () => {
    const ids = EXPECTED.facts.map((fact) => fact.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(50);
    expect([...new Set(EXPECTED.facts.map((fact) => fact.file))].sort()).toEqual(FILES);
    for (const fact of EXPECTED.facts) if (fact.echo_of !== undefined) expect(ids).toContain(fact.echo_of);
  });

  it('states every figure in the words of its fact', () => {
    for (const fact of EXPECTED.facts) {
      for (const bound of [fact.quantity?.low, fact.quantity?.high]) {
        if (typeof bound === 'number')
          expect(
            spellings(bound).some((form) => fact.words.includes(form)),
            fact.id,
          ).toBe(true);
      }
    }
  });
});

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The ways in which the documents write a number. */
function spellings(value: number): string[] {
  const words: Readonly<Record<number, string>> = { 1: 'one', 2: 'two', 5: 'five', 1_000_000: 'one million' };
  const word = words[value];
  return [
    value.toLocaleString('en-US'),
    `${String(value / 1_000_000)} million`,
    ...(word === undefined ? [] : [word, `${word.charAt(0).toUpperCase()}${word.slice(1)}`]),
  ];
}
