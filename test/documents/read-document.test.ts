import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/core/hash.js';
import { documentSchema } from '../../src/model/document.js';
import type { Origin, Source } from '../../src/model/source.js';
import { readDocument, READERS } from '../../src/documents/read-document.js';
import { makePdf, PARAGRAPHS, pictureOf } from './pdf-samples.js';

const SENTENCE = PARAGRAPHS[1] ?? '';

function sourceOf(bytes: Uint8Array, mediaType: string, origin: Partial<Origin> = {}): Source {
  return {
    id: sha256(bytes),
    media_type: mediaType,
    size: bytes.length,
    origins: [
      {
        uri: 'file:in/note',
        obtained: '2024-03-01T00:00:00Z',
        method: 'file',
        container: null,
        hints: {},
        ...origin,
      },
    ],
  };
}

const read = (content: string | Uint8Array, mediaType: string, origin: Partial<Origin> = {}) => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return readDocument(sourceOf(bytes, mediaType, origin), bytes);
};

describe('every supported kind', () => {
  const html = `<html lang="en"><head><title>Calls at the quay</title></head><body><article><h1>Calls at the quay</h1>${PARAGRAPHS.map((p) => `<p>${p}</p>`).join('')}</article></body></html>`;
  const mail = `From: a@b.example\nSubject: Calls\nDate: Fri, 14 Jul 2023 09:00:00 +0000\n\n${SENTENCE}\n`;
  it.each([
    ['text/plain', SENTENCE, 'text'],
    ['text/plain; charset=utf-8', SENTENCE, 'text'],
    ['text/html', html, 'html'],
    ['message/rfc822', mail, 'mail'],
    ['application/pdf', makePdf((pdf) => pdf.addPage().text(SENTENCE)), 'pdf'],
    [
      'image/png',
      pictureOf(['Two of the three inspectors who signed', 'the annex had been aboard. They counted']),
      'image',
    ],
  ])(
    '%s becomes a sound document in its language',
    async (mediaType, content, reader) => {
      const document = await read(await content, mediaType);
      expect(documentSchema.parse(document)).toEqual(document);
      expect(document.text).toContain('inspectors who signed the annex had been aboard');
      expect(document.reader).toMatch(new RegExp(`^${reader}-\\d+$`));
      expect(READERS).toContain(document.reader);
      expect(document.language).toBe('en');
      expect(await read(await content, mediaType)).toEqual(document);
    },
    60_000,
  );
});

it('fills in what only the feed said, and lets the document speak first', async () => {
  const hints = {
    title: 'From the feed',
    publisher: 'Quay Herald',
    published: 'Sat, 15 Jul 2023 10:00:00 GMT',
  };
  expect(await read(SENTENCE, 'text/plain', { hints })).toMatchObject({
    title: 'From the feed',
    publisher: 'Quay Herald',
    published: { edtf: '2023-07-15', how: 'feed' },
  });
  expect(
    await read(`title: Its own\npublished: 2023-07-14\n\n${SENTENCE}`, 'text/plain', { hints }),
  ).toMatchObject({
    title: 'Its own',
    publisher: 'Quay Herald',
    published: { edtf: '2023-07-14', how: 'header' },
  });
});

describe('faults', () => {
  it.each(['text/plain', 'application/pdf', 'text/html', 'image/png'])(
    'an empty %s is empty',
    async (mediaType) => {
      await expect(read('', mediaType)).rejects.toMatchObject({ code: 'empty', where: 'file:in/note' });
    },
  );

  it('a text of white space holds no text', async () => {
    await expect(read(' \r\n\t\n', 'text/plain')).rejects.toMatchObject({ code: 'no-text' });
  });

  it('a binary named .txt is no text', async () => {
    await expect(
      read(Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2, 3]), 'text/plain'),
    ).rejects.toMatchObject({
      code: 'unsupported',
      where: 'file:in/note',
    });
  });

  it.each(['application/zip', 'video/mp4', 'constructor', ''])('"%s" is not read', async (mediaType) => {
    await expect(read('x', mediaType)).rejects.toMatchObject({ code: 'unsupported' });
  });

  it('an HTML of 100 MB ends in a document or a named error, not in a crash', async () => {
    const row = `<p>${SENTENCE}</p>\n`;
    const bytes = Buffer.alloc(100 * 1024 * 1024, row);
    bytes.write('<html><body><p>');
    const outcome = await read(bytes, 'text/html').catch((error: unknown) => error);
    expect(outcome).toSatisfy(
      (value: { code?: string; text?: string }) =>
        value.code === 'too-large' || (value.text?.length ?? 0) > 0,
    );
  }, 120_000);
});
