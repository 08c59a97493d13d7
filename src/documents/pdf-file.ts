import { createIsomorphicCanvasFactory, getDocumentProxy, renderPageAsImage } from 'unpdf';
import { TallymanError, messageOf } from '../core/errors.js';
import type { PdfItem, PdfPage } from './pdf-lines.js';

/** What is used of a page of pdf.js, whose own types the bundle leaves unresolved. */
interface PageProxy {
  /** Degrees clockwise. */
  readonly rotate: number;
  getTextContent(): Promise<{ readonly items: readonly TextRun[] }>;
  getViewport(options: { scale: number; rotation?: number }): {
    readonly width: number;
    readonly height: number;
    readonly transform: readonly number[];
  };
  cleanup(): void;
}

/** A text item of pdf.js; marked content has no `str`. */
interface TextRun {
  readonly str?: string;
  /** Matrix from text space to the page's own, whose origin is at its bottom left. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly fontName: string;
}

/** An open PDF. */
export interface PdfFile {
  readonly numPages: number;
  getPage(number: number): Promise<PageProxy>;
  getMetadata(): Promise<{ readonly info: Readonly<Record<string, unknown>> }>;
  readonly loadingTask: { destroy(): Promise<void> };
}

/** A larger picture inside a page is left out when the page is drawn. */
const MAX_IMAGE_PIXELS = 40_000_000;

const canvasImport = () => import('@napi-rs/canvas');

/**
 * @throws TallymanError `encrypted` or `malformed`. pdf.js tells its errors apart by name; the bundle does not export
 *   their classes.
 */
export async function openPdf(bytes: Uint8Array, where: string): Promise<PdfFile> {
  try {
    const CanvasFactory = await createIsomorphicCanvasFactory(canvasImport);
    const options = { CanvasFactory, maxImageSize: MAX_IMAGE_PIXELS, verbosity: 0 };
    // A copy, for pdf.js takes the buffer over.
    const pdf: unknown = await getDocumentProxy(new Uint8Array(bytes), options);
    return pdf as PdfFile;
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new TallymanError('encrypted', 'is protected by a password', where, { cause: error });
    }
    throw new TallymanError('malformed', `is no sound PDF: ${messageOf(error)}`, where, { cause: error });
  }
}

/** The page turned so that most of its text stands upright. */
export async function readPage(pdf: PdfFile, number: number): Promise<PdfPage> {
  const proxy = await pdf.getPage(number);
  const { items } = await proxy.getTextContent();
  const runs = items.flatMap(({ str, ...run }) => (str === undefined || str === '' ? [] : [{ str, ...run }]));
  const turned = [0, 90, 180, 270].map((rotation): PdfPage => {
    const viewport = proxy.getViewport({ scale: 1, rotation: (proxy.rotate + rotation) % 360 });
    const upright = runs.flatMap((run): PdfItem[] => {
      const [a, b, x, y] = place(viewport.transform, run.transform);
      const isUpright = a > 0 && Math.abs(b) < a * 0.1;
      return isUpright
        ? [{ text: run.str, x, y, width: run.width, size: Math.hypot(a, b), font: run.fontName }]
        : [];
    });
    return { number, width: viewport.width, height: viewport.height, items: upright };
  });
  proxy.cleanup();
  return turned.reduce((best, page) => (lettersOn(page) > lettersOn(best) ? page : best));
}

export const lettersOn = (page: PdfPage): number =>
  page.items.reduce((sum, item) => sum + item.text.trim().length, 0);

/** Direction of the baseline and its start, in points from the top left corner. */
function place(
  view: readonly number[],
  text: readonly number[],
): [a: number, b: number, x: number, y: number] {
  const [va = 1, vb = 0, vc = 0, vd = 1, ve = 0, vf = 0] = view;
  const [ta = 1, tb = 0, , , te = 0, tf = 0] = text;
  return [va * ta + vc * tb, vb * ta + vd * tb, va * te + vc * tf + ve, vb * te + vd * tf + vf];
}

/** About 200 dpi, what text recognition was trained on. */
const SCAN_SCALE = 200 / 72;
const MAX_SCAN_PIXELS = 16_000_000;

/** The page as a PNG; a page of any size gives a picture of a bounded one. */
export async function drawPage(pdf: PdfFile, { number, width, height }: PdfPage): Promise<Uint8Array> {
  const scale = Math.min(SCAN_SCALE, Math.sqrt(MAX_SCAN_PIXELS / (width * height)));
  return new Uint8Array(await renderPageAsImage(pdf, number, { scale, canvasImport }));
}
