import { createRequire } from 'node:module';
import { GlobalFonts, createCanvas, loadImage } from '@napi-rs/canvas';
import type { PrintedReport } from './printed-report.js';

/** Pixels a unit, so that print is sharp. */
const SCALE = 2;

/** Every figure as a PNG, by its number, in the report's own letters. */
export async function picturesOf({ sections }: PrintedReport): Promise<ReadonlyMap<number, Buffer>> {
  const figures = sections.flatMap(({ paragraphs }) => paragraphs.flatMap((one) => one.figures));
  const pictures = new Map<number, Buffer>();
  if (figures.length > 0) useOwnLetters();
  for (const { number, svg } of figures) pictures.set(number, await pixelsOf(svg));
  return pictures;
}

async function pixelsOf(svg: string): Promise<Buffer> {
  const { width, height } = svgSize(svg);
  const canvas = createCanvas(width * SCALE, height * SCALE);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  const large = svg
    .replace(/ width="\d+"/, ` width="${width * SCALE}"`)
    .replace(/ height="\d+"/, ` height="${height * SCALE}"`);
  context.drawImage(await loadImage(Buffer.from(large)), 0, 0);
  return canvas.toBuffer('image/png');
}

/** Of the whole picture, in its own units. */
export function svgSize(svg: string): { readonly width: number; readonly height: number } {
  const [, width = '1', height = '1'] = /viewBox="0 0 (\d+(?:\.\d+)?) (\d+(?:\.\d+)?)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}

function useOwnLetters(): void {
  const require = createRequire(import.meta.url);
  if (!GlobalFonts.has('Source Sans 3'))
    GlobalFonts.registerFromPath(
      require.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
      'Source Sans 3',
    );
}
