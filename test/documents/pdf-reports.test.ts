import { afterAll, describe, expect, it } from 'vitest';
import type { Draft } from '../../src/documents/draft.js';
import { startOcr } from '../../src/documents/ocr.js';
import { readPdf } from '../../src/documents/pdf.js';
import { bodyText } from '../../src/model/document.js';
import {
  brief,
  BRIEF,
  CALLS,
  CALLS_HEAD,
  coverLetter,
  NOTES,
  NUMBERED,
  panelReport,
  pressRelease,
  RELEASE,
  study,
  STUDY_NOTES,
  tableOverTwoPages,
  TUGS,
} from './pdf-reports.js';

const ocr = startOcr();
afterAll(() => ocr.close());

const read = async (bytes: Promise<Uint8Array>) =>
  readPdf(await bytes, { where: 'file:report.pdf', url: null, hints: {}, ocr, signal: null });

const blocksOf = ({ text, blocks }: Draft) =>
  blocks.map(({ span, kind, dropped, page }) => ({ text: text.slice(...span), kind, dropped, page }));

describe('a report of numbered paragraphs with notes', () => {
  it('keeps each paragraph whole, its number with it', async () => {
    const kept = blocksOf(await read(panelReport())).filter(
      ({ page, dropped }) => page === 2 && dropped === null,
    );
    expect(kept.map(({ text }) => text)).toEqual(['C. The wharf and its sheds', ...NUMBERED, NOTES[2]]);
    expect(kept[0]?.kind).toBe('heading');
  });

  it('sets references at the foot of the page aside, each whole, and keeps a note that tells something', async () => {
    const blocks = blocksOf(await read(panelReport()));
    const notes = blocks.filter(({ dropped }) => dropped === 'footnote');
    expect(notes.map(({ text }) => text)).toEqual(NOTES.slice(0, 2));
    expect(blocks).toContainEqual({ text: NOTES[2], kind: 'paragraph', dropped: null, page: 2 });
  });

  it('knows the symbol that stands left on one page and right on the next', async () => {
    const blocks = blocksOf(await read(panelReport()));
    expect(blocks.filter(({ text, dropped }) => text.startsWith('S/2019') && dropped === null)).toEqual([]);
    expect(bodyText(await read(panelReport()))).not.toContain('19-00000');
  });
});

describe.each([
  ['with room between its rows', 9],
  ['with rows as close as lines', 0],
])('a table over two pages, %s', (_, padding) => {
  it('gives one row for each, however many lines its cells take', async () => {
    const blocks = blocksOf(await read(tableOverTwoPages(padding)));
    const rows = blocks.filter(({ kind }) => kind === 'table_row').map(({ text }) => text);
    const head = CALLS_HEAD.join(' | ');
    expect(rows.filter((row) => row !== head)).toEqual(CALLS.map((row) => row.join(' | ')));
    expect(blocks[0]).toMatchObject({ text: 'Table 4. Calls at the inner quay', kind: 'caption' });
    expect(blocks.at(-1)).toMatchObject({ kind: 'paragraph', dropped: null });
  });
});

it('reads one column, two short ones and a drawing in the order of the eye', async () => {
  const document = await read(brief());
  expect(bodyText(document).split('\n\n')).toEqual([
    'Boxes on the river',
    BRIEF.intro,
    ...BRIEF.left,
    ...BRIEF.right,
    'Figure 2: Boxes and barges by month',
    BRIEF.outro,
  ]);
  const labels = blocksOf(document).filter(({ dropped }) => dropped === 'figure-label');
  expect(labels.map(({ text }) => text)).toEqual([
    'January | February | March',
    'boxes | barges | 0',
    '20 | 40',
  ]);
});

it('reads a press release of one column with its list', async () => {
  const document = await read(pressRelease());
  expect(document.title).toBe('Nine lorries stopped at the southern crossing');
  expect(document.published).toEqual({ edtf: '2022-09-12', how: 'dateline' });
  const texts = blocksOf(document).map(({ text }) => text);
  for (const paragraph of RELEASE) expect(texts).toContain(paragraph);
  expect(texts).toContain('• four on 5 September,');
});

it('reads a table within one column beside the text of the other, and the notes of each', async () => {
  const blocks = blocksOf(await read(study()));
  const rows = blocks.filter(({ kind }) => kind === 'table_row').map(({ text }) => text);
  expect(rows).toEqual(TUGS.map((row) => row.join(' | ')));
  const prose = blocks
    .filter(({ kind, dropped }) => kind === 'paragraph' && dropped === null)
    .map(({ text }) => text);
  expect(prose).toEqual([...BRIEF.left, ...BRIEF.right, ...BRIEF.right, STUDY_NOTES[1]]);
  expect(blocks).toContainEqual({ text: STUDY_NOTES[0], kind: 'paragraph', dropped: 'footnote', page: 1 });
});

it('keeps what stands beside an address apart from it, and sets a table of contents aside', async () => {
  const blocks = blocksOf(await read(coverLetter()));
  expect(blocks.slice(0, 4).map(({ text }) => text)).toEqual([
    'Port Unit',
    '12 May 2014',
    'Quay 4',
    'Ref. 12/14',
  ]);
  const contents = blocks.filter(({ dropped }) => dropped === 'contents').map(({ text }) => text);
  expect(contents.map((text) => text.replace(/ \.+ /, ' '))).toEqual(['I. The river 3', 'II. Its tugs 10']);
});
