import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { bodyText } from '../../src/model/document.js';
import { startOcr } from '../../src/documents/ocr.js';
import { readPlainText } from '../../src/documents/plain-text.js';

const read = (text: string | Uint8Array) =>
  readPlainText(typeof text === 'string' ? Buffer.from(text) : text, {
    where: 'file:note.txt',
    url: null,
    hints: {},
    ocr: startOcr(),
    signal: null,
  });

const blocksOf = async (text: string) => {
  const document = await read(text);
  return document.blocks.map((block) => [block.kind, document.text.slice(...block.span)]);
};

const SENTENCE =
  'The harbour master recorded eleven calls by the freighter between March and June, each of less than two days.';

describe('a header', () => {
  const text = `title: Calls at the northern quay\npublisher: Harbour Watch\npublished: 2023-07-14\n\n${SENTENCE}\n`;

  it('is metadata, and offsets still count from the start of the file', async () => {
    const document = await read(text);
    expect(document).toMatchObject({
      title: 'Calls at the northern quay',
      publisher: 'Harbour Watch',
      published: { edtf: '2023-07-14', how: 'header' },
    });
    expect(document.text).toBe(text);
    expect(document.blocks.map((block) => [block.kind, block.span[0]])).toEqual([
      ['header', 0],
      ['header', text.indexOf('publisher')],
      ['header', text.indexOf('published')],
      ['paragraph', text.indexOf(SENTENCE)],
    ]);
    expect(bodyText(document)).toBe(SENTENCE);
  });

  it('may say that the date is unknown; then none is looked for', async () => {
    const document = await read(`title: Calls\npublished: unknown\n\n14 July 2023\n\n${SENTENCE}\n`);
    expect(document.published).toBeNull();
  });

  it('is read with Windows line ends too', async () => {
    const document = await read(text.replaceAll('\n', '\r\n'));
    expect(document.publisher).toBe('Harbour Watch');
    expect(bodyText(document)).toBe(SENTENCE);
  });

  it('is none where prose follows at once', async () => {
    const document = await read(`title: the word stands here by chance\n${SENTENCE}\n`);
    expect(document.blocks.every((block) => block.kind !== 'header')).toBe(true);
  });
});

describe('a text pasted from a page', () => {
  it('finds title and date among its first lines', async () => {
    const document = await read(
      `Edit post\nPort office: freighter calls continue\nJuly 14, 2023 5:28 AM\n2 min read\n\n${SENTENCE}\n`,
    );
    expect(document.title).toBe('Port office: freighter calls continue');
    expect(document.published).toEqual({ edtf: '2023-07-14', how: 'dateline' });
    expect(document.publisher).toBeNull();
    expect(bodyText(document)).toBe(`Port office: freighter calls continue\n\n${SENTENCE}`);
  });

  it.each([
    [`The Quay Herald: ${SENTENCE}`, 'The Quay Herald'],
    [`Reuters: ${SENTENCE}`, 'Reuters'],
    [`RIGA, July 14 (BPA) -- ${SENTENCE}`, 'BPA'],
    [`RIGA (Baltic Press) - ${SENTENCE}`, 'Baltic Press'],
  ])('takes the publisher that its opening states: %#', async (opening, publisher) => {
    expect((await read(`${opening}\n`)).publisher).toBe(publisher);
  });

  it.each([
    `Explainer: ${SENTENCE}`,
    `Ministry: ${SENTENCE}`,
    `MR. BERG: ${SENTENCE}`,
    `RIGA, Latvia (July 14) -- ${SENTENCE}`,
    SENTENCE,
  ])('infers no publisher: %#', async (opening) => {
    expect((await read(`${opening}\n`)).publisher).toBeNull();
  });

  it.each([
    ['The freighter left the quay by ni…', true],
    ['The freighter left the quay and ...', true],
    ['The freighter left the quay. Read more »', true],
    ['The freighter left the quay.', false],
    ['"I would not say that …" he said.', false],
  ])('tells a text that breaks off: %s', async (ending, truncated) => {
    expect((await read(`${SENTENCE}\n${ending}\n\nMost popular\nTen harbours by night\n`)).truncated).toBe(
      truncated,
    );
  });
});

describe('blocks', () => {
  it('are one a line where lines are not wrapped', async () => {
    expect(await blocksOf(`${SENTENCE}\n${SENTENCE}\nShort one.\n`)).toEqual([
      ['paragraph', SENTENCE],
      ['paragraph', SENTENCE],
      ['paragraph', 'Short one.'],
    ]);
  });

  it('are whole paragraphs where a mail program wrapped the lines', async () => {
    const wrapped =
      'The harbour master recorded eleven calls by the freighter between March\n' +
      'and June. Each call lasted less than two days, and on nine of them the\n' +
      'cranes loaded closed containers from covered rail cars.\n';
    const items =
      '* Two inspectors had been aboard, and both of them signed the annex to\n  the report.\n* The third had not.\n';
    expect(await blocksOf(`WHAT WAS SEEN\n${wrapped}\n${wrapped}\n${items}`)).toEqual([
      ['heading', 'WHAT WAS SEEN'],
      ['paragraph', wrapped.trim()],
      ['paragraph', wrapped.trim()],
      ['list_item', '* Two inspectors had been aboard, and both of them signed the annex to\n  the report.'],
      ['list_item', '* The third had not.'],
    ]);
  });

  it('are table rows where cells are parted by tabs or bars', async () => {
    expect(await blocksOf('Date\tBoxes\n3 March\t120\n19 March\t96\n')).toEqual([
      ['table_row', 'Date\tBoxes'],
      ['table_row', '3 March\t120'],
      ['table_row', '19 March\t96'],
    ]);
    expect(
      (await blocksOf(`No. | Ship | Found\n1 | Aurora | 120 boxes\n\n${SENTENCE}`)).map(([kind]) => kind),
    ).toEqual(['table_row', 'table_row', 'paragraph']);
    expect((await blocksOf(`Harbour | Desk\n\n${SENTENCE}`)).map(([kind]) => kind)).not.toContain(
      'table_row',
    );
  });

  it('hold every letter of the file once, in order, and change none', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom(
            '',
            ' ',
            'A line.',
            '- item',
            SENTENCE,
            'a\tb',
            '\ttitle: x',
            '> quoted',
            'Most popular',
          ),
        ),
        fc.constantFrom('\n', '\r\n', '\r'),
        async (lines, end) => {
          const text = lines.join(end);
          const document = await read(text);
          expect(document.text).toBe(text);
          let at = 0;
          for (const { span } of document.blocks) {
            expect(text.slice(at, span[0]).trim()).toBe('');
            expect(span[1]).toBeGreaterThan(span[0]);
            at = span[1];
          }
          expect(text.slice(at).trim()).toBe('');
        },
      ),
    );
  });
});

it('reads a legacy encoding and drops only the byte order mark', async () => {
  const russian =
    'Инспекторы насчитали на причале 412 контейнеров, пломбы на большинстве из них были срезаны.';
  expect((await read(iconv.encode(russian, 'koi8-r'))).text).toBe(russian);
  expect((await read(`\uFEFF${russian}`)).text).toBe(russian);
});

describe('whose text a pasted page is', () => {
  const paste = (dateline: string, foot: string): string =>
    `Quayside Daily
Menu
Home | World | Tides
World

Nine lorries stopped at the southern crossing, ministry says

River Agency
Oct. 14, 2022 6:12 AM

${dateline}Inspectors have seized nine lorries at the southern crossing, the ministry of transport said on Friday evening.

The drivers were released on the same day, and the lorries stay where they are until the court has spoken.

${foot}
`;

  it('takes the headline for the title, not the name of the site above its menu', async () => {
    expect((await read(paste('', ''))).title).toBe(
      'Nine lorries stopped at the southern crossing, ministry says',
    );
  });

  it.each([
    [
      'KINGSTON (River Agency) - ',
      'Copyright 2022 River Agency International. All rights reserved.',
      'River Agency International',
    ],
    ['KINGSTON (River Agency) - ', '© 2022 Quayside Daily. All rights reserved.', 'River Agency'],
    ['', '© 2014–2022 Quayside Daily. All rights reserved.', 'Quayside Daily'],
    ['', '', null],
  ])('%j with %j is by %j', async (dateline, foot, publisher) => {
    expect((await read(paste(dateline, foot))).publisher).toBe(publisher);
  });
});

describe('a memo', () => {
  const memo = `FROM: Reading desk, Port Unit
TO: Members
DATE: 29 April 2015
SUBJECT: Nine lorries at the crossing

1. The ministry said on Friday that its inspectors had seized nine lorries at the southern crossing.
`;
  it('gives title, author and date in its head, which is no part of what it tells', async () => {
    const document = await read(memo);
    expect(document).toMatchObject({
      title: 'Nine lorries at the crossing',
      byline: 'Reading desk, Port Unit',
      published: { edtf: '2015-04-29', how: 'dateline' },
    });
    const kept = document.blocks.filter(({ dropped }) => dropped === null);
    expect(kept.map(({ span }) => document.text.slice(...span))).toEqual([memo.split('\n')[5]]);
  });

  it('is none by a single labelled line', async () => {
    const text =
      'To: everyone who asked about the lorries and the crossing last week in town.\n\nThe ministry has answered in a letter of nine pages, which says little.';
    expect((await read(text)).blocks.map(({ dropped }) => dropped)).toEqual([null, null]);
  });
});
