import { deflateRawSync } from 'node:zlib';
import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  type ISectionOptions,
} from 'docx';
import { describe, expect, it } from 'vitest';
import { bodyText } from '../../src/model/document.js';
import { readDocx } from '../../src/documents/docx.js';
import { startOcr } from '../../src/documents/ocr.js';
import { zipOf } from './zip-samples.js';

const read = (bytes: Uint8Array) =>
  readDocx(bytes, { where: 'file:annex.docx', url: null, hints: {}, ocr: startOcr(), signal: null });

async function makeDocx(children: ISectionOptions['children'], properties = {}): Promise<Uint8Array> {
  const document = new Document({
    ...properties,
    footnotes: { 1: { children: [new Paragraph('Interview, held on the quay.')] } },
    numbering: {
      config: [
        {
          reference: 'dots',
          levels: [0, 1].map((level) => ({ level, format: LevelFormat.BULLET, text: '•' })),
        },
      ],
    },
    sections: [{ children }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const cells = (...texts: string[]) =>
  new TableRow({ children: texts.map((text) => new TableCell({ children: [new Paragraph(text)] })) });

describe('a Word document', () => {
  const annex = makeDocx(
    [
      new Paragraph({ text: 'Calls at the northern quay', heading: HeadingLevel.TITLE }),
      new Paragraph('14 July 2023'),
      new Paragraph({ children: [new TextRun({ text: 'What was counted', bold: true })] }),
      new Paragraph({
        children: [
          new TextRun('Two inspectors counted 412 containers'),
          new FootnoteReferenceRun(1),
          new TextRun(' on the quay; the seals on most of them had been cut and replaced.'),
        ],
      }),
      new Paragraph({ text: 'Rail cars, covered', numbering: { reference: 'dots', level: 0 } }),
      new Paragraph({ text: 'Nine of eleven', numbering: { reference: 'dots', level: 1 } }),
      new Table({ rows: [cells('Date', 'Vessel'), cells('3 March', 'Aurora Star')] }),
    ],
    { title: 'Calls at the northern quay, spring 2023', creator: 'Port Desk' },
  );

  it('gives each paragraph, item, row and footnote its own block', async () => {
    const document = await read(await annex);
    expect(document.blocks.map((block) => [block.kind, document.text.slice(...block.span)])).toEqual([
      ['heading', 'Calls at the northern quay'],
      ['paragraph', '14 July 2023'],
      ['heading', 'What was counted'],
      [
        'paragraph',
        'Two inspectors counted 412 containers[1] on the quay; the seals on most of them had been cut and replaced.',
      ],
      ['list_item', 'Rail cars, covered'],
      ['list_item', 'Nine of eleven'],
      ['table_row', 'Date | Vessel'],
      ['table_row', '3 March | Aurora Star'],
      ['paragraph', '[1] Interview, held on the quay.'],
    ]);
  });

  it('takes title and author from its properties and prefers the printed date', async () => {
    expect(await read(await annex)).toMatchObject({
      title: 'Calls at the northern quay, spring 2023',
      byline: 'Port Desk',
      published: { edtf: '2023-07-14', how: 'dateline' },
      truncated: false,
    });
  });

  it('takes the date from its properties where none is printed, and the title from its heading', async () => {
    const bytes = await makeDocx([
      new Paragraph({ text: 'Barges without flags', heading: HeadingLevel.HEADING_1 }),
      new Paragraph(
        'A barge without a flag lay at the outer mole for the whole of the week, unlit and unmanned.',
      ),
    ]);
    const document = await read(bytes);
    expect(document.title).toBe('Barges without flags');
    expect(document.published).toEqual({
      edtf: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as string,
      how: 'meta',
    });
    expect(bodyText(document)).toContain('A barge without a flag');
  });
});

describe('faults', () => {
  it('refuses a zip bomb by what it declares, without unzipping it', async () => {
    const bomb = zipOf([
      {
        name: 'word/document.xml',
        data: deflateRawSync(Buffer.alloc(60 * 1024 * 1024, 'a')),
        size: 60 * 1024 * 1024,
      },
    ]);
    expect(bomb.length).toBeLessThan(100_000);
    await expect(read(bomb)).rejects.toMatchObject({ code: 'too-large', where: 'file:annex.docx' });
  });

  it('refuses a zip bomb that understates its size', async () => {
    const bomb = zipOf([
      { name: 'word/document.xml', data: deflateRawSync(Buffer.alloc(60 * 1024 * 1024, 'a')), size: 1_000 },
    ]);
    await expect(read(bomb)).rejects.toMatchObject({ code: 'malformed' });
  });

  it('refuses a bomb of many small files', async () => {
    const data = deflateRawSync(Buffer.alloc(1024 * 1024));
    const bomb = zipOf(
      Array.from({ length: 200 }, (_, i) => ({ name: `word/media/${i}.bin`, data, size: 1024 * 1024 })),
    );
    await expect(read(bomb)).rejects.toMatchObject({ code: 'too-large' });
  });

  it.each([
    ['no zip', Buffer.from('plain words')],
    [
      'a zip of something else',
      zipOf([{ name: 'a.txt', data: deflateRawSync(Buffer.from('hello')), size: 5 }]),
    ],
    [
      'a zip with a comment',
      zipOf([{ name: 'a.txt', data: deflateRawSync(Buffer.from('hello')), size: 5 }], 'PK'),
    ],
  ])('calls %s malformed', async (_, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ code: 'malformed', where: 'file:annex.docx' });
  });

  it('calls a cut-off document malformed', async () => {
    const whole = await makeDocx([new Paragraph('A barge without a flag.')]);
    await expect(read(whole.slice(0, whole.length - 300))).rejects.toMatchObject({ code: 'malformed' });
  });

  it('names a password, and the older format', async () => {
    const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    const locked = Buffer.concat([
      Buffer.from(ole),
      Buffer.alloc(504),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    await expect(read(locked)).rejects.toMatchObject({ code: 'encrypted' });
    await expect(read(Buffer.from([...ole, ...Buffer.alloc(504)]))).rejects.toMatchObject({
      code: 'unsupported',
    });
  });
});
