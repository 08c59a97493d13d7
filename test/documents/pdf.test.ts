import { afterAll, describe, expect, it } from 'vitest';
import { bodyText } from '../../src/model/document.js';
import { startOcr } from '../../src/documents/ocr.js';
import { readPdf } from '../../src/documents/pdf.js';
import { makePdf, PARAGRAPHS, pictureOf } from './pdf-samples.js';

const ocr = startOcr();
afterAll(() => ocr.close());

const read = (bytes: Uint8Array) =>
  readPdf(bytes, { where: 'file:report.pdf', url: null, hints: {}, ocr, signal: null });

const FONT = 'Times-Roman';
const BOLD = 'Times-Bold';

describe('a report of several pages', () => {
  const report = makePdf(
    (pdf) => {
      for (let page = 1; page <= 4; page++) {
        pdf.addPage();
        pdf.font(FONT).fontSize(9).text('Harbour Watch | Report 7', 72, 40, { lineBreak: false });
        pdf.text(`Page ${page} of 4`, 72, 770, { lineBreak: false });
        pdf.text('', 72, 90);
        if (page === 1) {
          pdf.font(BOLD).fontSize(20).text('Cargo without papers: the northern quay in spring');
          pdf.font(FONT).fontSize(11).text('14 July 2023').moveDown();
        }
        pdf.font(BOLD).fontSize(14).text(`${page}. What was seen in month ${page}`).moveDown(0.5);
        for (const paragraph of PARAGRAPHS)
          pdf.font(FONT).fontSize(11).text(`${paragraph} (${page})`).moveDown();
        pdf.fontSize(8).text(`${page} Interview with the harbour master, held on the quay.`, 72, 720, {
          lineBreak: false,
        });
      }
    },
    {
      info: {
        Title: 'Microsoft Word - final2.doc',
        Author: 'Port Desk',
        CreationDate: new Date('2024-01-05T12:00:00Z'),
      },
    },
  );

  it('finds title, date on the cover, and author', async () => {
    const document = await read(await report);
    expect(document.title).toBe('Cargo without papers: the northern quay in spring');
    expect(document.published).toEqual({ edtf: '2023-07-14', how: 'dateline' });
    expect(document.byline).toBe('Port Desk');
  });

  it('drops running lines and page numbers, and says by which rule', async () => {
    const document = await read(await report);
    const dropped = document.blocks
      .filter((block) => block.dropped !== null)
      .map((block) => [block.page, block.dropped, document.text.slice(...block.span)]);
    expect(dropped).toContainEqual([2, 'running-header', 'Harbour Watch | Report 7']);
    expect(dropped).toContainEqual([3, 'page-number', 'Page 3 of 4']);
    expect(bodyText(document)).not.toContain('Harbour Watch');
  });

  it('keeps each paragraph whole, with its page', async () => {
    const document = await read(await report);
    const texts = document.blocks.map((block) => document.text.slice(...block.span));
    for (let page = 1; page <= 4; page++) {
      for (const paragraph of PARAGRAPHS) {
        const at = texts.indexOf(`${paragraph} (${page})`);
        expect(document.blocks[at]).toMatchObject({ kind: 'paragraph', page, dropped: null });
      }
      expect(document.blocks[texts.indexOf(`${page}. What was seen in month ${page}`)]).toMatchObject({
        kind: 'heading',
        page,
      });
      expect(texts).toContain(`${page} Interview with the harbour master, held on the quay.`);
    }
  });

  it('falls back to the date in the properties', async () => {
    const bytes = await makePdf((pdf) => pdf.addPage().text(PARAGRAPHS[0] ?? ''), {
      info: { CreationDate: new Date('2024-01-05T12:00:00Z') },
    });
    expect((await read(bytes)).published).toEqual({ edtf: '2024-01-05', how: 'pdf' });
  });
});

it('reads two columns under a headline of full width, the left one first', async () => {
  const bytes = await makePdf((pdf) => {
    pdf
      .addPage()
      .font(BOLD)
      .fontSize(22)
      .text('A headline that runs across both of the columns below', 72, 72);
    const text = PARAGRAPHS.join('\n\n');
    pdf
      .font(FONT)
      .fontSize(10)
      .text(text, 72, 150, { columns: 2, columnGap: 18, height: 230, width: 451, align: 'justify' });
  });
  const body = bodyText(await read(bytes));
  expect(body.split('\n\n')).toEqual([
    'A headline that runs across both of the columns below',
    ...PARAGRAPHS,
  ]);
});

it('joins a sentence that a page break divides, and words that a line break divides', async () => {
  const bytes = await makePdf((pdf) => {
    pdf.addPage().font(FONT).fontSize(11);
    [
      'The inspectors wrote that the ship-',
      'ments had left by night and that a self-',
      'propelled barge, unlit and with-',
    ].forEach((line, i) => pdf.text(line, 72, 680 + i * 14, { lineBreak: false }));
    pdf.addPage();
    pdf.text('out a flag, had followed them.', 72, 72, { lineBreak: false });
    pdf.text('Nobody had asked why such shipments needed a barge at all.', 72, 110, { lineBreak: false });
  });
  expect(bodyText(await read(bytes)).split('\n\n')).toEqual([
    'The inspectors wrote that the shipments had left by night and that a self-propelled barge, unlit and without a flag, had followed them.',
    'Nobody had asked why such shipments needed a barge at all.',
  ]);
});

it('reads the rows of a table, its cells parted by bars', async () => {
  const rows = [
    ['Date', 'Vessel', 'Containers'],
    ['3 March', 'Aurora Star', '120'],
    ['19 March', 'Aurora Star', '96'],
    ['2 April', 'Cape Lena', '1,040'],
  ];
  const bytes = await makePdf((pdf) => {
    pdf
      .addPage()
      .font(FONT)
      .fontSize(11)
      .text(PARAGRAPHS[0] ?? '', 72, 72);
    rows.forEach((row, i) =>
      row.forEach((cell, k) => pdf.text(cell, 72 + k * 150, 200 + i * 18, { lineBreak: false })),
    );
  });
  const document = await read(bytes);
  const table = document.blocks.filter((block) => block.kind === 'table_row');
  expect(table.map((block) => document.text.slice(...block.span))).toEqual(
    rows.map((row) => row.join(' | ')),
  );
});

it("brackets a footnote's raised mark, so that it joins no figure", async () => {
  const bytes = await makePdf((pdf) => {
    pdf.addPage().font(FONT).fontSize(11).text('They counted 412', 72, 100, { lineBreak: false });
    const x = 72 + pdf.widthOfString('They counted 412');
    pdf.fontSize(6).text('3', x, 98, { lineBreak: false });
    pdf.fontSize(11).text(' containers on the quay.', x + 4, 100, { lineBreak: false });
  });
  expect(bodyText(await read(bytes))).toBe('They counted 412[3] containers on the quay.');
});

it('reads pages turned on their side', async () => {
  const bytes = await makePdf((pdf) => {
    pdf
      .addPage()
      .rotate(90, { origin: [300, 400] })
      .font(FONT)
      .fontSize(12)
      .text('The annex lists every call of the year.', 200, 400, { lineBreak: false });
  });
  expect(bodyText(await read(bytes))).toBe('The annex lists every call of the year.');
});

describe('scanned pages', () => {
  it('reads a page without text as a picture and marks it', async () => {
    const scan = pictureOf([
      'Telegram of the port office',
      'Ten crates of rifles were found',
      'under the fish on 4 May 1987.',
    ]);
    const bytes = await makePdf((pdf) => {
      pdf
        .addPage()
        .font(FONT)
        .fontSize(11)
        .text(PARAGRAPHS[0] ?? '');
      pdf.addPage().image(scan, 60, 80, { width: 470 });
    });
    const document = await read(bytes);
    expect(document.text).toContain('Ten crates of rifles were found under the fish on 4 May 1987.');
    expect(document.ocr?.pages).toEqual([2]);
    expect(document.ocr?.confidence).toBeGreaterThan(85);
    expect(document.blocks.at(-1)?.page).toBe(2);
  }, 60_000);

  it('has no text where neither type nor picture holds any', async () => {
    const bytes = await makePdf((pdf) => pdf.addPage().rect(100, 100, 200, 200).fill('grey'));
    await expect(read(bytes)).rejects.toMatchObject({ code: 'no-text', where: 'file:report.pdf' });
  }, 60_000);
});

describe('faults', () => {
  it('names a password', async () => {
    const bytes = await makePdf((pdf) => pdf.addPage().text('secret'), {
      userPassword: 'hunter2',
      pdfVersion: '1.7',
    });
    await expect(read(bytes)).rejects.toMatchObject({ code: 'encrypted', where: 'file:report.pdf' });
  });

  it('opens a file that only its owner may change', async () => {
    const bytes = await makePdf((pdf) => pdf.addPage().text(PARAGRAPHS[0] ?? ''), {
      ownerPassword: 'hunter2',
      pdfVersion: '1.7',
    });
    expect(bodyText(await read(bytes))).toBe(PARAGRAPHS[0]);
  });

  it('never takes a cut-off file for a whole one', async () => {
    const whole = await makePdf((pdf) => {
      for (const paragraph of PARAGRAPHS) pdf.addPage().text(paragraph);
    });
    for (const share of [0.1, 0.5, 0.8, 0.95]) {
      const cut = whole.slice(0, Math.floor(whole.length * share));
      const outcome = await read(cut).catch((error: unknown) => error);
      expect(outcome).toSatisfy(
        (value: { code?: string; warnings?: string[] }) =>
          value.code === 'malformed' || (value.warnings?.length ?? 0) > 0,
        `cut at ${share}`,
      );
    }
  });

  it('refuses what only claims to be a PDF', async () => {
    await expect(read(Buffer.from('%PDF-1.7\nnothing of the kind'))).rejects.toMatchObject({
      code: 'malformed',
    });
  });
});
