import { isEdtf } from '../core/edtf-date.js';
import { TallymanError, messageOf } from '../core/errors.js';
import type { Document } from '../model/document.js';
import { layOut, plainDraft, type Part } from './draft.js';
import { LOW_CONFIDENCE, type OcrPage } from './ocr.js';
import { readOpening, setAside, statedTitle } from './opening.js';
import { drawPage, lettersOn, openPdf, readPage, type PdfFile } from './pdf-file.js';
import { layOutPages } from './pdf-layout.js';
import type { PdfPage } from './pdf-lines.js';
import type { Reader, ReaderContext } from './reader.js';

const MAX_PAGES = 3_000;
/** A page with fewer letters is looked at as a picture: a scan, or type without a code for its letters. */
const MIN_LETTERS = 12;

/** Reads a PDF page by page; pages without text are drawn and read as pictures. */
export const readPdf: Reader = async (bytes, context) => {
  const { where } = context;
  const pdf = await openPdf(bytes, where);
  try {
    if (pdf.numPages > MAX_PAGES) {
      throw new TallymanError('too-large', `has ${pdf.numPages} pages; at most ${MAX_PAGES} are read`, where);
    }
    const { typed, scans, warnings } = await readPages(pdf, context);
    const laidOut = layOut(setAside(inPageOrder(layOutPages(typed), scans)));
    if (laidOut.text === '') {
      throw warnings.length > 0
        ? new TallymanError('malformed', warnings.join('; '), where)
        : new TallymanError('no-text', 'holds no text, and none was found in its pictures', where);
    }
    const opening = readOpening(laidOut.text, laidOut.blocks);
    const info = await properties(pdf);
    return {
      ...plainDraft(laidOut),
      ...opening,
      title: largestLine(typed) ?? opening.title ?? info.title,
      byline: opening.byline ?? info.author,
      published: opening.published ?? info.created,
      ocr: ocrOf(scans),
      warnings: [...warnings, ...lowConfidence(scans)],
    };
  } finally {
    await pdf.loadingTask.destroy();
  }
};

interface Scan extends OcrPage {
  readonly page: number;
}

interface Pages {
  readonly typed: readonly PdfPage[];
  readonly scans: readonly Scan[];
  readonly warnings: readonly string[];
}

async function readPages(pdf: PdfFile, { where, ocr, signal }: ReaderContext): Promise<Pages> {
  const typed: PdfPage[] = [];
  const scans: Scan[] = [];
  const warnings: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    signal?.throwIfAborted();
    try {
      const page = await readPage(pdf, number);
      if (lettersOn(page) >= MIN_LETTERS) {
        typed.push(page);
      } else {
        const picture = await drawPage(pdf, page);
        scans.push({ page: number, ...(await ocr.recognize(picture, `${where}, page ${number}`, signal)) });
      }
    } catch (error) {
      signal?.throwIfAborted();
      // A damaged page does not stop the others; what is missing is said.
      warnings.push(`page ${number} could not be read: ${messageOf(error)}`);
    }
  }
  return { typed, scans, warnings };
}

/** Blocks of typed and of scanned pages together. */
function inPageOrder(typed: readonly Part[], scans: readonly Scan[]): Part[] {
  const read = scans.flatMap(({ page, parts }) => parts.map((part): Part => ({ ...part, page })));
  return [...typed, ...read].sort((a, b) => (a.page ?? 0) - (b.page ?? 0)); // stable within a page
}

function ocrOf(scans: readonly Scan[]): Document['ocr'] {
  const read = scans.filter(({ words }) => words > 0);
  const words = read.reduce((sum, scan) => sum + scan.words, 0);
  if (words === 0) return null;
  const confidence = read.reduce((sum, scan) => sum + scan.confidence * scan.words, 0) / words;
  return { confidence: Math.round(confidence * 10) / 10, pages: read.map(({ page }) => page) };
}

const lowConfidence = (scans: readonly Scan[]): string[] =>
  scans
    .filter(({ words, confidence }) => words > 0 && confidence < LOW_CONFIDENCE)
    .map(({ page, confidence }) => `page ${page} was recognized with a low confidence of ${confidence} %`);

/** The largest type on the first page, where it is clearly larger than the rest and stands in its upper part. */
function largestLine(pages: readonly PdfPage[]): string | null {
  const first = pages[0];
  if (first === undefined || first.number > 2) return null;
  const heading = layOutPages([first]).filter(({ kind }) => kind === 'heading');
  const sizes = first.items.filter((item) => item.text.trim().length > 1).map((item) => item.size);
  const largest = Math.max(...sizes);
  const sized = first.items.filter((item) => item.size > largest * 0.95 && item.text.trim() !== '');
  if (sized.length === 0 || (sized[0]?.y ?? first.height) > first.height * 0.6) return null;
  const words = sized[0]?.text.trim() ?? '';
  return statedTitle(heading.find(({ text }) => text.includes(words))?.text);
}

interface Properties {
  readonly title: string | null;
  readonly author: string | null;
  readonly created: Document['published'];
}

async function properties(pdf: PdfFile): Promise<Properties> {
  const { info } = await pdf.getMetadata();
  const text = (key: string): string | null => {
    const value = info[key];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  const [, year, month, day] = /^D:(\d{4})(\d{2})?(\d{2})?/.exec(text('CreationDate') ?? '') ?? [];
  const edtf = [year, month, day].filter((part) => part !== undefined).join('-');
  return {
    title: statedTitle(text('Title')),
    author: text('Author'),
    created: isEdtf(edtf) ? { edtf, how: 'pdf' } : null,
  };
}
