import { once } from 'node:events';
import PDFDocument from 'pdfkit';
import { COVER, FIGURE, PAGES, TABLE, type Passage, type ReportPage } from './report-text.js';

/** Sets the sample report: a cover, two-column pages with running headers and footnotes, and a ruled table. */

const MADE = new Date('2025-05-06T09:00:00Z');
const MARGIN = 50;
const TOP = 84;
const GUTTER = 19;
const LINE = 14.2;
const BODY = 10.5;
const NOTE = 7.6;

type Page = InstanceType<typeof PDFDocument>;

/** Uncompressed, so that the bytes do not depend on the deflate of the Node.js that ran it. */
export async function buildReport(): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    compress: false,
    autoFirstPage: false,
    info: {
      Title: `${COVER.title}: ${COVER.subtitle}`,
      Author: COVER.institute,
      Creator: 'Tallyman sample generator',
      Producer: 'pdfkit',
      CreationDate: MADE,
      ModDate: MADE,
    },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = once(doc, 'end');

  drawCover(doc);
  PAGES.forEach((page, index) => {
    const bottom = drawPage(doc, page, index + 2);
    if (index === 0) drawFigure(doc, bottom + 24);
    if (index === PAGES.length - 1) drawTable(doc, bottom + 24);
  });

  doc.end();
  await ended;
  return Buffer.concat(chunks);
}

function drawCover(doc: Page): void {
  doc.addPage();
  doc.rect(0, 0, doc.page.width, 210).fill('#0d3b4f');
  doc.fillColor('#ffffff').font('Helvetica').fontSize(12).text(COVER.institute, MARGIN, 50);
  doc.fontSize(10).text(`${COVER.series}  |  ${COVER.date}`, MARGIN, 68);
  doc.font('Times-Bold').fontSize(34).text(COVER.title, MARGIN, 104);
  doc.font('Times-Italic').fontSize(15).text(COVER.subtitle, MARGIN, 150, { width: 440 });
  doc.fillColor('#222222').font('Helvetica').fontSize(11).text(COVER.authors, MARGIN, 240);
  doc.font('Helvetica-Bold').fontSize(13).text('Summary', MARGIN, 292);
  doc.font('Times-Roman').fontSize(12).text(COVER.summary.join('\n'), MARGIN, 314, {
    width: 430,
    lineGap: 3,
    paragraphGap: 9,
  });
  doc.font('Helvetica-Oblique').fontSize(8).fillColor('#666666');
  doc.text(COVER.disclaimer, MARGIN, 760, { width: 430, lineBreak: true });
}

/** Sets the passages in two columns of about one height, and gives the height at which the longer one ends. */
function drawPage(doc: Page, page: ReportPage, number: number): number {
  doc.addPage();
  drawFurniture(doc, number);
  const notesTop = drawNotes(doc, page.notes);
  const width = (doc.page.width - 2 * MARGIN - GUTTER) / 2;
  const set = page.passages.map((passage) => {
    setFont(doc, passage);
    return { passage, lines: wrap(doc, passage.text, width) };
  });
  const length = set.reduce((sum, { passage, lines }) => sum + lines.length * LINE + gapAfter(passage), 0);
  const bottom = TOP + length / 2 + 2 * LINE;
  if (bottom > notesTop) throw new RangeError(`page ${String(number)} of the sample report overflows`);
  let column = 0;
  let y = TOP;
  for (const { passage, lines } of set) {
    setFont(doc, passage);
    // A heading is never left alone at the foot of a column.
    const keep = passage.kind === 'heading' ? 3 : 1;
    lines.forEach((line, index) => {
      if (column === 0 && y + (index === 0 ? keep : 1) * LINE > bottom) [column, y] = [1, TOP];
      drawLine(doc, line, MARGIN + column * (width + GUTTER), y);
      y += LINE;
    });
    y += gapAfter(passage);
  }
  return bottom;
}

function gapAfter(passage: Passage): number {
  return passage.kind === 'heading' ? 3 : 6;
}

function setFont(doc: Page, passage: Passage): void {
  if (passage.kind === 'heading') doc.font('Helvetica-Bold').fontSize(12).fillColor('#0d3b4f');
  else doc.font('Times-Roman').fontSize(BODY).fillColor('#1a1a1a');
}

/** Breaks a passage into lines of at most `width` points, also at soft hyphens. */
function wrap(doc: Page, text: string, width: number): string[] {
  const fits = (line: string): boolean => doc.widthOfString(visible(line)) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    const [head, tail] = word.split('\u00ad');
    if (head !== undefined && tail !== undefined && fits(`${line} ${head}-`)) {
      lines.push(`${line} ${head}-`);
      line = tail;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

function visible(text: string): string {
  return text.replaceAll('\u00ad', '').replaceAll('^', '');
}

/** Draws a line; the digits after a caret are raised. */
function drawLine(doc: Page, line: string, x: number, y: number): void {
  let at = x;
  for (const piece of line.replaceAll('\u00ad', '').split(/(\^\d+)/)) {
    if (piece === '') continue;
    if (piece.startsWith('^')) {
      doc.fontSize(6.5).text(piece.slice(1), at, y - 1, { lineBreak: false });
      at += doc.widthOfString(piece.slice(1));
      doc.fontSize(BODY);
    } else {
      doc.text(piece, at, y, { lineBreak: false });
      at += doc.widthOfString(piece);
    }
  }
}

/** Draws the footnotes and gives the height at which the columns must end. */
function drawNotes(doc: Page, notes: readonly string[]): number {
  const top = doc.page.height - 74 - notes.length * 10.5;
  doc
    .moveTo(MARGIN, top)
    .lineTo(MARGIN + 120, top)
    .lineWidth(0.5)
    .strokeColor('#555555')
    .stroke();
  doc.font('Times-Roman').fontSize(NOTE).fillColor('#333333');
  notes.forEach((note, index) => {
    doc.text(note, MARGIN, top + 6 + index * 10.5, { lineBreak: false });
  });
  return top - 6;
}

function drawFurniture(doc: Page, number: number): void {
  const right = doc.page.width - MARGIN;
  doc.font('Helvetica').fontSize(8).fillColor('#777777');
  doc.text(number % 2 === 0 ? COVER.institute : COVER.title, MARGIN, 46, { lineBreak: false });
  const series = `${COVER.series} | May 2025`;
  doc.text(series, right - doc.widthOfString(series), 46, { lineBreak: false });
  doc.moveTo(MARGIN, 60).lineTo(right, 60).lineWidth(0.5).strokeColor('#bbbbbb').stroke();
  doc.text(String(number), doc.page.width / 2 - 3, doc.page.height - 62, { lineBreak: false });
}

function drawFigure(doc: Page, top: number): void {
  doc.font('Helvetica-Bold').fontSize(11).fillColor('#0d3b4f').text(FIGURE.caption, MARGIN, top);
  const left = MARGIN + 150;
  const month = (doc.page.width - MARGIN - left) / (12 * FIGURE.years.length);
  const foot = top + 28 + FIGURE.bars.length * 17;
  doc.font('Helvetica').fontSize(8);
  FIGURE.years.forEach((year, index) => {
    const x = left + index * 12 * month;
    doc
      .moveTo(x, top + 22)
      .lineTo(x, foot)
      .lineWidth(0.4)
      .strokeColor('#bbbbbb')
      .stroke();
    doc.fillColor('#555555').text(year, x + 2, foot + 3, { lineBreak: false });
  });
  FIGURE.bars.forEach((bar, index) => {
    const y = top + 26 + index * 17;
    doc.fillColor('#1a1a1a').text(bar.label, MARGIN, y + 1, { lineBreak: false });
    doc.rect(left + bar.from * month, y, (bar.to - bar.from) * month, 9).fill('#3c7f97');
  });
}

function drawTable(doc: Page, top: number): void {
  doc.font('Helvetica-Bold').fontSize(11).fillColor('#0d3b4f').text(TABLE.caption, MARGIN, top);
  let y = top + 26;
  [TABLE.head, ...TABLE.rows].forEach((row, index) => {
    doc
      .font(index === 0 ? 'Helvetica-Bold' : 'Helvetica')
      .fontSize(9)
      .fillColor('#1a1a1a');
    const height = Math.max(...row.map((cell, i) => doc.heightOfString(cell, { width: cellWidth(i) }))) + 10;
    if (index === 0) doc.rect(MARGIN, y, tableWidth(), height).fill('#dfe9ed').fillColor('#1a1a1a');
    let x = MARGIN;
    row.forEach((cell, i) => {
      doc.text(cell, x + 4, y + 5, { width: cellWidth(i) });
      x += TABLE.widths[i] ?? 0;
    });
    y += height;
    doc
      .moveTo(MARGIN, y)
      .lineTo(MARGIN + tableWidth(), y)
      .lineWidth(0.4)
      .strokeColor('#999999')
      .stroke();
  });
  doc.font('Times-Italic').fontSize(9).fillColor('#555555');
  doc.text(
    'Figures as worded by those who published them; windows as far as they are stated.',
    MARGIN,
    y + 10,
  );
}

function cellWidth(column: number): number {
  return (TABLE.widths[column] ?? 0) - 8;
}

function tableWidth(): number {
  return TABLE.widths.reduce((sum, width) => sum + width, 0);
}
