import { describe, expect, it } from 'vitest';
import { bodyText, documentSchema, makeDocument, type Document } from '../../src/model/document.js';

const TEXT = 'title: Ships\n\nMore than a thousand containers left.\n\nRead also: Football';
const BODY: Omit<Document, 'id'> = {
  source: 'b'.repeat(64),
  reader: 'text-1',
  title: 'Ships',
  publisher: null,
  byline: null,
  language: 'en',
  published: { edtf: '2024-05-02', how: 'header' },
  canonical_url: null,
  text: TEXT,
  blocks: [
    { span: [0, 12], kind: 'header', dropped: null, page: null },
    { span: [14, 51], kind: 'paragraph', dropped: null, page: null },
    { span: [53, TEXT.length], kind: 'paragraph', dropped: 'read-also', page: null },
  ],
  truncated: false,
  ocr: null,
  warnings: [],
};

describe('a document', () => {
  it('has an id of its source, reader and text, and of nothing else', () => {
    const { id } = makeDocument(BODY);
    expect(id).toMatch(/^[0-9a-f]{64}$/);
    expect(makeDocument({ ...BODY, title: 'Boats' }).id).toBe(id);
    expect(makeDocument({ ...BODY, text: `${TEXT}.` }).id).not.toBe(id);
    expect(makeDocument({ ...BODY, reader: 'text-2' }).id).not.toBe(id);
    expect(makeDocument({ ...BODY, source: 'c'.repeat(64) }).id).not.toBe(id);
  });

  it('is its body without headers and what a rule set aside', () => {
    expect(bodyText(BODY)).toBe('More than a thousand containers left.');
  });

  it('refuses a date that is no EDTF', () => {
    const document = makeDocument(BODY);
    expect(documentSchema.safeParse(document).success).toBe(true);
    expect(documentSchema.safeParse({ ...document, published: { edtf: 'May 2', how: 'text' } }).success).toBe(
      false,
    );
  });
});
