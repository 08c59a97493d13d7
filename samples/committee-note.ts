import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { fixZipTimes } from '../src/report/fixed-zip.js';
import { FOOTNOTE, HEAD, SECTIONS, TABLE } from './note-text.js';

/** Sets the sample note as a Word document: a memorandum head, numbered paragraphs, a table, a footnote. */

const MADE = '2024-12-09T10:15:00Z';

export async function buildNote(): Promise<Buffer> {
  const document = new Document({
    styles: { default: { document: { run: { font: 'Cambria', size: 22 } } } },
    footnotes: {
      1: { children: [new Paragraph({ children: [new TextRun({ text: FOOTNOTE, size: 16 })] })] },
    },
    numbering: {
      config: [
        {
          reference: 'paragraphs',
          levels: [
            {
              level: 0,
              format: 'decimal',
              text: '%1.',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 480, hanging: 480 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        headers: { default: new Header({ children: [small(`${HEAD.number}  |  ${HEAD.handling}`)] }) },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new TextRun({
                    children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
                    size: 16,
                  }),
                ],
              }),
            ],
          }),
        },
        children: [
          ...head(),
          ...body(),
          new Paragraph({ text: TABLE.caption, heading: HeadingLevel.HEADING_2 }),
          annex(),
        ],
      },
    ],
  });
  const bytes = await Packer.toBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: coreProperties() },
  ]);
  return fixZipTimes(bytes, new Date(MADE));
}

function head(): Paragraph[] {
  return [
    new Paragraph({ text: HEAD.body, heading: HeadingLevel.TITLE }),
    new Paragraph({
      children: [new TextRun({ text: HEAD.kind, bold: true }), new FootnoteReferenceRun(1)],
      spacing: { after: 120 },
    }),
    field('Date', HEAD.date),
    field('Reference', HEAD.number),
    new Paragraph({
      children: [new TextRun({ text: 'Subject:\t', bold: true }), new TextRun(HEAD.subject)],
      border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 6, color: '444444' } },
      spacing: { after: 240 },
    }),
  ];
}

function field(label: string, value: string): Paragraph {
  return new Paragraph({ children: [new TextRun({ text: `${label}:\t`, bold: true }), new TextRun(value)] });
}

function body(): Paragraph[] {
  return SECTIONS.flatMap((section) => [
    new Paragraph({
      text: section.heading,
      heading: HeadingLevel.HEADING_2,
      spacing: { before: 200, after: 80 },
    }),
    ...section.paragraphs.map(
      (text) =>
        new Paragraph({
          text,
          numbering: { reference: 'paragraphs', level: 0 },
          spacing: { after: 140, line: 288 },
        }),
    ),
  ]);
}

function annex(): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: TABLE.rows.map(
      (row, index) =>
        new TableRow({
          // Readers take the mere presence of this mark for a header row, whatever its value.
          ...(index === 0 ? { tableHeader: true } : {}),
          children: row.map(
            (text) =>
              new TableCell({
                margins: { top: 60, bottom: 60, left: 90, right: 90 },
                children: [new Paragraph({ children: [new TextRun({ text, bold: index === 0, size: 20 })] })],
              }),
          ),
        }),
    ),
  });
}

function small(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [new TextRun({ text, size: 16, color: '666666' })],
  });
}

/** In place of the library's own, which states the time of the run. */
function coreProperties(): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${HEAD.subject}</dc:title><dc:creator>${HEAD.body}</dc:creator><cp:revision>3</cp:revision>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${MADE}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${MADE}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('');
}
