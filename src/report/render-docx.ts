import {
  BorderStyle,
  BuilderElement,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  InternalHyperlink,
  LeaderType,
  Packer,
  PageNumber,
  PageOrientation,
  ImageRun,
  PageReference,
  Paragraph,
  TabStopType,
  TextRun,
  type ISectionOptions,
  type ParagraphChild,
} from 'docx';
import type { Report } from '../model/report.js';
import { bookmarked, bookmarkName } from './docx-bookmark.js';
import { annexTable } from './docx-table.js';
import { fixZipTimes } from './fixed-zip.js';
import {
  printedReport,
  type NoteMark,
  type PrintedFigure,
  type PrintedParagraph,
  type PrintedReport,
} from './printed-report.js';
import { picturesOf, svgSize } from './svg-picture.js';
import { PRINTED_WORDS } from './printed-words.js';

/** Twentieths of a point. */
const PAGE = { width: 11906, height: 16838 } as const;
const TEXT_WIDTH = 9000;
const HANGING = 560;
const INK = '12395B';
const SOFT = '4D565E';
/** No archive of ours has a time of its own: the report's date stands in its text. */
const MADE = new Date('1980-01-01T00:00:00Z');

/**
 * The report as a Word document with real footnotes, headings, cross-references and tables. Equal reports give equal
 * bytes.
 */
export async function renderDocx(report: Report): Promise<Buffer> {
  const printed = printedReport(report);
  const document = new Document({
    title: printed.title,
    styles: STYLES,
    numbering: { config: [LETTERS] },
    footnotes: Object.fromEntries(
      printed.notes.map(({ text, hash }, position) => [
        position + 1,
        {
          children: [
            new Paragraph({
              spacing: { after: 0, line: 240 },
              children: [
                new TextRun({ text: ` ${text} `, size: 16 }),
                new TextRun({ text: hash, size: 14, color: SOFT }),
              ],
            }),
          ],
        },
      ]),
    ),
    sections: [textSection(printed, report, await picturesOf(printed)), ...annexSection(printed, report)],
  });
  const bytes = await Packer.toBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: coreProperties(printed.title) },
  ]);
  return fixZipTimes(bytes, MADE);
}

const STYLES = {
  default: {
    document: {
      run: { font: 'Times New Roman', size: 21 },
      paragraph: { spacing: { after: 140, line: 276 } },
    },
    title: {
      run: { font: 'Arial', size: 40, bold: true, color: INK },
      paragraph: { spacing: { before: 80, after: 160, line: 240 } },
    },
    heading1: {
      run: { font: 'Arial', size: 29, bold: true, color: INK },
      paragraph: { spacing: { before: 360, after: 160 }, keepNext: true },
    },
    heading2: {
      run: { font: 'Arial', size: 21, bold: true, color: INK },
      paragraph: { spacing: { before: 240, after: 100 }, keepNext: true },
    },
  },
} as const;

/** "(a)" before each statement of a list; a list a paragraph. */
const LETTERS = {
  reference: 'statements',
  levels: [
    {
      level: 0,
      format: 'lowerLetter',
      text: '(%1)',
      alignment: 'start',
      style: { paragraph: { indent: { left: HANGING * 2, hanging: HANGING } } },
    },
  ],
} as const;

function textSection(
  printed: PrintedReport,
  report: Report,
  pictures: ReadonlyMap<number, Buffer>,
): ISectionOptions {
  let list = 0;
  return {
    properties: { page: { size: { ...PAGE }, margin: { top: 1440, bottom: 1300, left: 1450, right: 1450 } } },
    ...headAndFoot(printed, report, TEXT_WIDTH),
    children: [
      new Paragraph({
        children: [new TextRun({ text: printed.series.toUpperCase(), font: 'Arial', size: 19, color: SOFT })],
      }),
      new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(printed.title)] }),
      new Paragraph({
        border: { top: { style: BorderStyle.SINGLE, size: 8, color: INK, space: 4 } },
        children: printed.facts.flatMap(([name, value], position) => [
          new TextRun({
            text: `${position === 0 ? '' : '     '}${name}: `,
            font: 'Arial',
            size: 18,
            color: SOFT,
          }),
          new TextRun({ text: value, font: 'Arial', size: 18 }),
        ]),
      }),
      ...(printed.compact ? [] : contents(printed)),
      ...printed.sections.flatMap(({ title, paragraphs }, position) => [
        heading(title, 'section', position + 1, !printed.compact && position === 0),
        ...paragraphs.flatMap((paragraph) => [
          ...paragraphOf(paragraph, list++),
          ...paragraph.figures.flatMap((figure) => figureOf(figure, pictures)),
        ]),
      ]),
    ],
  };
}

function contents({ sections, annexes }: PrintedReport): Paragraph[] {
  const entries = [
    ...sections.map(({ title }, position) => ({ title, anchor: bookmarkName('section', position + 1) })),
    ...annexes.map(({ title }, position) => ({ title, anchor: bookmarkName('annex', position + 1) })),
  ];
  return [
    new Paragraph({
      spacing: { before: 300 },
      children: [
        new TextRun({ text: PRINTED_WORDS.contents, font: 'Arial', size: 26, bold: true, color: INK }),
      ],
    }),
    ...entries.map(
      ({ title, anchor }) =>
        new Paragraph({
          spacing: { after: 40 },
          tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH, leader: LeaderType.DOT }],
          children: [
            new InternalHyperlink({
              anchor,
              children: [new TextRun({ text: title, font: 'Arial', size: 19 })],
            }),
            new TextRun({ text: '\t', size: 19 }),
            new PageReference(anchor),
          ],
        }),
    ),
  ];
}

const heading = (
  title: string,
  target: 'section' | 'annex',
  number: number,
  pageBreakBefore = false,
): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    pageBreakBefore,
    children: bookmarked(target, number, new TextRun(title)),
  });

function paragraphOf(
  { number, heading: title, listed, sentences }: PrintedParagraph,
  list: number,
): Paragraph[] {
  const lead = (children: ParagraphChild[]): Paragraph =>
    new Paragraph({
      keepNext: listed,
      tabStops: [{ type: TabStopType.LEFT, position: HANGING }],
      children: [...bookmarked('p', number, new TextRun(`${number}.`)), new TextRun('\t'), ...children],
    });
  const head =
    title === null
      ? []
      : [new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(title)] })];
  if (!listed) return [...head, lead(runsOf(sentences))];
  const others = sentences.filter(({ role }) => role !== 'statement');
  return [
    ...head,
    lead([new TextRun(PRINTED_WORDS.listed)]),
    ...sentences
      .filter(({ role }) => role === 'statement')
      .map(
        (sentence) =>
          new Paragraph({
            spacing: { after: 90 },
            numbering: { reference: LETTERS.reference, level: 0, instance: list },
            children: runsOf([sentence]),
          }),
      ),
    ...(others.length === 0 ? [] : [new Paragraph({ children: runsOf(others) })]),
  ];
}

/** A picture with its caption; readers that know no SVG show its pixels. */
function figureOf(
  { number, caption, alternative, svg, statements }: PrintedFigure,
  pictures: ReadonlyMap<number, Buffer>,
): Paragraph[] {
  const { width, height } = svgSize(svg);
  const small = { font: 'Arial', size: 17 } as const;
  return [
    new Paragraph({
      keepNext: true,
      spacing: { before: 200 },
      children: [
        new TextRun({ ...small, bold: true, text: `${PRINTED_WORDS.figure} ${number}. ` }),
        new TextRun({ ...small, text: `${caption} ${PRINTED_WORDS.statements}` }),
        ...statements.flatMap(({ key, ...mark }) => [
          new TextRun({ ...small, text: ` ${key}` }),
          ...marksOf([mark]),
        ]),
      ],
    }),
    new Paragraph({
      children: [
        new ImageRun({
          type: 'svg',
          data: Buffer.from(svg),
          fallback: { type: 'png', data: pictures.get(number) ?? Buffer.alloc(0) },
          transformation: { width: 600, height: Math.round((600 * height) / width) },
          altText: {
            name: `${PRINTED_WORDS.figure} ${number}`,
            description: alternative,
            title: caption,
            id: String(number),
          },
        }),
      ],
    }),
  ];
}

const runsOf = (sentences: PrintedParagraph['sentences']): ParagraphChild[] =>
  sentences.flatMap(({ text, notes, conversions }, position) => [
    new TextRun(`${position === 0 ? '' : ' '}${text}`),
    ...marksOf(notes),
    ...conversions.map((how) => new TextRun({ text: ` [${how}]`, size: 18, color: SOFT })),
  ]);

/** The note where it is first cited; afterwards a reference to its number, which Word keeps right. */
const marksOf = (marks: readonly NoteMark[]): ParagraphChild[] =>
  marks.flatMap(({ number, first }, position) => [
    ...(position === 0 ? [] : [new TextRun({ text: ',', superScript: true })]),
    ...(first ? bookmarked('note', number, new FootnoteReferenceRun(number)) : [noteReference(number)]),
  ]);

function noteReference(number: number): ParagraphChild {
  const field = new BuilderElement<{ instr: string }>({
    name: 'w:fldSimple',
    attributes: { instr: { key: 'w:instr', value: ` NOTEREF ${bookmarkName('note', number)} \\f \\h ` } },
    children: [new TextRun({ text: String(number), superScript: true })],
  });
  // A field stands wherever a run does; the library's own type lists runs alone.
  return field as unknown as ParagraphChild;
}

function annexSection(printed: PrintedReport, report: Report): ISectionOptions[] {
  if (printed.annexes.length === 0) return [];
  const width = PAGE.height - 2 * 1000;
  return [
    {
      properties: {
        page: {
          size: { ...PAGE, orientation: PageOrientation.LANDSCAPE },
          margin: { top: 1200, bottom: 1100, left: 1000, right: 1000 },
        },
      },
      ...headAndFoot(printed, report, width),
      children: printed.annexes.flatMap((annex, position) => [
        heading(annex.title, 'annex', position + 1),
        annexTable(annex, width),
      ]),
    },
  ];
}

function headAndFoot(
  printed: PrintedReport,
  report: Report,
  width: number,
): Pick<ISectionOptions, 'headers' | 'footers'> {
  const small = { font: 'Arial', size: 16, color: SOFT } as const;
  const [before = '', between = '', after = ''] = PRINTED_WORDS.pageOf.split(/\{pages?\}/);
  const tabStops = [{ type: TabStopType.RIGHT, position: width }];
  return {
    headers: {
      default: new Header({
        children: [
          new Paragraph({
            tabStops,
            children: [new TextRun({ ...small, text: `${printed.title}\t${printed.series}` })],
          }),
        ],
      }),
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            tabStops,
            children: [
              new TextRun({ ...small, text: `${PRINTED_WORDS.ledger} ${report.ledger.slice(0, 12)}\t` }),
              new TextRun({
                ...small,
                children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
              }),
            ],
          }),
        ],
      }),
    },
  };
}

/** The library's own would carry the time of the run. */
const coreProperties = (title: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')}</dc:title></cp:coreProperties>`;
