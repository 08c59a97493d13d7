import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { annotatedClaims, annotatedDocument, documentNames } from '../../src/pipeline/annotated-folder.js';

const folders = ['annotated/', 'unread/'].map((name) => fileURLToPath(new URL(name, import.meta.url)));
const documents = await Promise.all(
  folders.map(async (folder) => {
    const names = await documentNames(folder);
    return Promise.all(
      names.map(async (name) => {
        const document = await annotatedDocument(folder, name);
        return { name, document, claims: await annotatedClaims(folder, document) };
      }),
    );
  }),
);

/** What stands before a sentence: a line's start, a sentence's end, or the mark after a dateline or a lead-in. */
const BEFORE = /(^|\n|[.?!]["”’)\]]*\s|[:;–—-]+\s)$/u;
/** How a sentence ends, a line without a full stop (a table's row, a heading) included. */
const END = /[.?!…]["”’)\]]*$/u;

describe.each(documents.flat())('the annotated document $name', ({ document: { text }, claims }) => {
  it('has claims, and says which others they refer to', () => {
    expect(claims.length).toBeGreaterThan(0);
    for (const { relation, index } of claims) {
      expect(relation?.claim ?? 0).toBeLessThan(claims.length);
      expect(relation?.claim).not.toBe(index);
    }
  });

  it('hears every statement through its publisher', () => {
    const publisher = /^publisher: (.+)$/mu.exec(text)?.[1] ?? null;
    for (const { attribution } of claims) expect(attribution[0]?.who ?? null).toBe(publisher);
  });

  it('says of which load a capacity is', () => {
    for (const { kind, relation } of claims) if (kind === 'capacity') expect(relation).not.toBeNull();
  });

  it('has whole sentences as spans', () => {
    for (const { span } of claims) {
      const [start, end] = span;
      const sentence = text.slice(start, end);
      expect(sentence).toBe(sentence.trim());
      expect(text.slice(0, start)).toMatch(BEFORE);
      expect(END.test(sentence) || text[end] === '\n', sentence).toBe(true);
    }
  });

  it('takes the words of its figures and goods from the span', () => {
    for (const { span, quantity, item } of claims) {
      const sentence = text.slice(...span);
      if (quantity) expect(sentence).toContain(quantity.wording);
      if (item) expect(sentence).toContain(item.wording);
    }
  });
});

describe.each(folders)('the table of %s', (folder) => {
  it('names the sources of every document, and of no other', async () => {
    const readme = await readFile(`${folder}README.md`, 'utf8');
    const rows = [...readme.matchAll(/^\| `([a-z0-9-]+)` \| \S/gmu)].map(([, name]) => name);
    expect(rows).toEqual(await documentNames(folder));
  });
});
