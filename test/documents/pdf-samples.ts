import { createCanvas } from '@napi-rs/canvas';
import PDFDocument from 'pdfkit';

type Pdf = InstanceType<typeof PDFDocument>;

/** A PDF with what `draw` puts on it, as bytes. */
export function makePdf(
  draw: (pdf: Pdf) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const pdf = new PDFDocument({ size: 'A4', margin: 72, autoFirstPage: false, ...options });
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on('error', reject);
    draw(pdf);
    pdf.end();
  });
}

/** Lines of black text on white, as a PNG; `noise` speckles it like a bad photocopy. */
export function pictureOf(
  lines: readonly string[],
  options: { width?: number; size?: number; noise?: number } = {},
): Buffer {
  const { width = 1240, size = 32, noise = 0 } = options;
  const canvas = createCanvas(width, 120 + lines.length * size * 1.5);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = 'black';
  context.font = `${size}px DejaVu Sans, Arial, sans-serif`;
  lines.forEach((line, i) => context.fillText(line, 80, 90 + i * size * 1.5));
  for (let i = 0; i < noise; i++) {
    context.fillRect((i * 7919) % canvas.width, (i * 104_729) % canvas.height, 2, 2);
  }
  return canvas.toBuffer('image/png');
}

export const PARAGRAPHS = [
  'The harbour master recorded eleven calls by the freighter between March and June. Each call lasted less than two days, and on nine of them the cranes loaded closed containers from covered rail cars.',
  'Two of the three inspectors who signed the annex had been aboard. They counted 412 containers on the quay and 96 more in the shed behind it, and noted that the seals on most had been cut and replaced.',
  'The owner of the vessel, a company registered in the islands, did not answer letters. Its agent said by telephone that the cargo had been farm machinery, and that the papers could be seen at his office.',
];
