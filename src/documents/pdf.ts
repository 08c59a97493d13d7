import { createIsomorphicCanvasFactory, getDocumentProxy, renderPageAsImage } from 'unpdf';
import { TallymanError, messageOf } from '../core/errors.js';
import type { Document } from '../model/document.js';
import { layOut, plainDraft, type Part } from './draft.js';
import { LOW_CONFIDENCE } from './ocr.js';
import { readOpening, setAside, statedTitle } from './opening.js';
import { layOutPages } from './pdf-layout.js';
import type { PdfItem, PdfPage } from './pdf-lines.js';
import type { Reader, ReaderContext } from './reader.js';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type PdfPageProxy = Awaited<ReturnType<Pdf['getPage']>>;
/** A text item of pdf.js; marked content has no `str`. */
interface TextRun {
  readonly str?: string;
  /** Matrix from text space to the page's own, whose origin is at its bottom left. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly fontName: string;
}

const MAX_PAGES = 3_000;
/** A page with fewer letters is looked at as a picture: a scan, or type without a code for its letters. */
const MIN_LETTERS = 12;
/** About 200 dpi, what text recognition was trained on. */
const SCAN_SCALE = 200 / 72;
const MAX_SCAN_PIXELS = 16_000_000;

/** Reads a PDF page by page; pages without text are drawn and read as pictures. */
export const readPdf: Reader = async (bytes, context) => {
  const pdf = await open(bytes, context.where);
  try {
    if (pdf.numPages > MAX_PAGES) {
      throw new TallymanError(
        'too-large',
        `has ${pdf.numPages} pages; at most ${MAX_PAGES} are read`,
        context.where,
      );
    }
    const { pages, scans, warnings } = await readPages(pdf, context);
    if (pages.length === 0 && scans.length === 0) {
      throw new TallymanError('malformed', 'has no page that can be read', context.where);
    }
    const parts = inPageOrder(layOutPages(pages), scans);
    const laidOut = layOut(setAside(parts));
    if (laidOut.text === '')
      throw new TallymanError('no-text', 'holds no text, and none was found in its pictures', context.where);
    const opening = readOpening(laidOut.text, laidOut.blocks);
    const info = await properties(pdf);
    return {
      ...plainDraft(laidOut),
      ...opening,
      title: largestLine(pages) ?? opening.title ?? info.title,
      byline: opening.byline ?? info.author,
      published: opening.published ?? info.created,
      ocr: ocrOf(scans),
      warnings: [...warnings, ...lowConfidence(scans)],
    };
  } finally {
    await pdf.loadingTask.destroy();
  }
};

/** pdf.js tells its errors apart by name; its classes are not exported by the bundle. */
async function open(bytes: Uint8Array, where: string): Promise<Pdf> {
  try {
    const CanvasFactory = await createIsomorphicCanvasFactory(() => import('@napi-rs/canvas'));
    // A copy, for pdf.js takes the buffer over.
    return await getDocumentProxy(new Uint8Array(bytes), { CanvasFactory, verbosity: 0 });
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new TallymanError('encrypted', 'is protected by a password', where, { cause: error });
    }
    throw new TallymanError('malformed', `is no sound PDF: ${messageOf(error)}`, where, { cause: error });
  }
}

interface Scan {
  readonly page: number;
  readonly paragraphs: readonly string[];
  readonly confidence: number;
  readonly words: number;
}

async function readPages(pdf: Pdf, context: ReaderContext) {
  const pages: PdfPage[] = [];
  const scans: Scan[] = [];
  const warnings: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    context.signal?.throwIfAborted();
    let proxy: PdfPageProxy;
    try {
      proxy = await pdf.getPage(number);
      const page = await readPage(proxy, number);
      const letters = page.items.reduce((sum, item) => sum + item.text.trim().length, 0);
      if (letters >= MIN_LETTERS) pages.push(page);
      else scans.push({ page: number, ...(await readScan(pdf, proxy, number, context)) });
      proxy.cleanup();
    } catch (error) {
      context.signal?.throwIfAborted();
      // A damaged page does not stop the others; what is missing is said.
      warnings.push(`page ${number} could not be read: ${messageOf(error)}`);
    }
  }
  return { pages, scans, warnings };
}

/** The page turned so that most of its text stands upright. */
async function readPage(proxy: PdfPageProxy, number: number): Promise<PdfPage> {
  const { items } = (await proxy.getTextContent()) as { items: readonly TextRun[] };
  const runs = items.flatMap(({ str, ...run }) => (str === undefined || str === '' ? [] : [{ str, ...run }]));
  const turned = [0, 90, 180, 270].map((rotation) => {
    const viewport = proxy.getViewport({ scale: 1, rotation: (proxy.rotate + rotation) % 360 });
    const upright = runs.flatMap((run): PdfItem[] => {
      const [a, b, x, y] = place(viewport.transform as number[], run.transform);
      const isUpright = a > 0 && Math.abs(b) < a * 0.1;
      return isUpright
        ? [{ text: run.str, x, y, width: run.width, size: Math.hypot(a, b), font: run.fontName }]
        : [];
    });
    return { number, width: viewport.width, height: viewport.height, items: upright };
  });
  const letters = (page: PdfPage): number =>
    page.items.reduce((sum, item) => sum + item.text.trim().length, 0);
  return turned.reduce((best, page) => (letters(page) > letters(best) ? page : best));
}

/** Direction of the baseline and its start, in points from the top left corner. */
function place(
  view: readonly number[],
  text: readonly number[],
): [a: number, b: number, x: number, y: number] {
  const [va = 1, vb = 0, vc = 0, vd = 1, ve = 0, vf = 0] = view;
  const [ta = 1, tb = 0, , , te = 0, tf = 0] = text;
  return [va * ta + vc * tb, vb * ta + vd * tb, va * te + vc * tf + ve, vb * te + vd * tf + vf];
}

async function readScan(
  pdf: Pdf,
  proxy: PdfPageProxy,
  number: number,
  { where, ocr, signal }: ReaderContext,
) {
  const { width, height } = proxy.getViewport({ scale: 1 });
  const scale = Math.min(SCAN_SCALE, Math.sqrt(MAX_SCAN_PIXELS / (width * height)));
  const image = await renderPageAsImage(pdf, number, {
    scale,
    canvasImport: () => import('@napi-rs/canvas'),
  });
  return ocr.recognize(new Uint8Array(image), `${where}, page ${number}`, signal);
}

/** Blocks of typed and of scanned pages together. */
function inPageOrder(typed: readonly Part[], scans: readonly Scan[]): Part[] {
  const read = scans.flatMap(({ page, paragraphs }) =>
    paragraphs.map((text): Part => ({ text, kind: 'paragraph', dropped: null, page })),
  );
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

async function properties(
  pdf: Pdf,
): Promise<{ title: string | null; author: string | null; created: Document['published'] }> {
  const { info } = (await pdf.getMetadata()) as { info: Record<string, unknown> };
  const text = (key: string): string | null =>
    typeof info[key] === 'string' && info[key].trim() !== '' ? info[key].trim() : null;
  const [, year, month, day] = /^D:(\d{4})(\d{2})?(\d{2})?/.exec(text('CreationDate') ?? '') ?? [];
  const edtf = [year, month, day].filter((part) => part !== undefined).join('-');
  return {
    title: statedTitle(text('Title')),
    author: text('Author'),
    created: edtf === '' || Number.isNaN(Date.parse(edtf)) ? null : { edtf, how: 'pdf' },
  };
}
