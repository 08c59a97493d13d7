import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import PDFDocument from 'pdfkit';

/** A typed page as a scanner gives it: a picture of text, a little askew and specked, in a PDF with no text layer. */

const MADE = new Date('2025-04-29T15:30:00Z');
/** Pixels of an A4 page at 170 dots an inch. */
const WIDTH = 1405;
const HEIGHT = 1987;
const FACE = 'Sample Typewriter';
const LEFT = 150;
const RIGHT = 1275;
const LINE = 43;

export const MEMO_HEAD: readonly (readonly [string, string])[] = [
  ['FROM', 'Reading desk, Sanctions Liaison Unit (sample)'],
  ['TO', 'Members of the unit'],
  ['DATE', '29 April 2025'],
  ['SUBJECT', 'Moscow and Pyongyang own up to the troops in Kursk'],
];

export const MEMO_PARAGRAPHS: readonly string[] = [
  '1. On 26 April General Valery Gerasimov, chief of the Russian General Staff, reported to President Putin on the fighting in the Kursk region. Soldiers of the Democratic People\u2019s Republic of Korea had taken part in it, he confirmed. Until then Moscow had never said so in public.',
  '2. Pyongyang followed on 28 April. In a statement carried by the state news agency KCNA, the Central Military Commission of the Workers\u2019 Party confirmed that North Korea had sent troops to the Kursk region. Kim Jong Un took the decision, it says, under Article 4 of the treaty that he and Putin signed in June 2024.',
  '3. The statement gives no number. It speaks of a monument to be built in the capital, and of flowers before the tombstones of the fallen, but not of how many they are.',
  '4. On the same day President Putin thanked Kim and the soldiers.',
  '5. For the file: as late as 30 October 2024 Ambassador Nebenzia had told the Security Council that reports of North Korean troops at the front were mere assertions.',
];

/** The sources of the five paragraphs stand in SOURCES.md; this line marks the page as what it is. */
const FOOT = 'Sample page of the Tallyman sample case. The unit is invented; the statements are on record.';

export function memoText(): string {
  const head = MEMO_HEAD.map(([label, value]) => `${label}: ${value}`);
  return [...head, ...MEMO_PARAGRAPHS, FOOT].join('\n');
}

/** Uncompressed but for the JPEG itself, whose bytes depend on nothing outside the lockfile on one platform. */
export async function buildScannedMemo(): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    compress: false,
    info: { Creator: 'Flatbed', Producer: 'pdfkit', CreationDate: MADE, ModDate: MADE },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = once(doc, 'end');
  doc.image(drawScan(), 0, 0, { width: doc.page.width, height: doc.page.height });
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}

function drawScan(): Buffer {
  loadTypewriter();
  const canvas = createCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  context.fillStyle = '#f6f4ef';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.save();
  context.translate(WIDTH / 2, HEIGHT / 2);
  context.rotate(0.011);
  context.translate(-WIDTH / 2, -HEIGHT / 2);
  drawTypescript(context);
  drawStamp(context);
  context.restore();
  drawWear(context);
  return canvas.toBuffer('image/jpeg', 42);
}

/** The face comes with the development dependencies, so that no font of the machine takes part. */
function loadTypewriter(): void {
  if (GlobalFonts.has(FACE)) return;
  const require = createRequire(import.meta.url);
  const file = require.resolve('@fontsource/special-elite/files/special-elite-latin-400-normal.woff2');
  GlobalFonts.register(readFileSync(file), FACE);
}

function drawTypescript(context: SKRSContext2D): void {
  context.fillStyle = '#23211f';
  context.font = `36px "${FACE}"`;
  context.fillText('READING NOTE 17/2025', LEFT, 190);
  context.font = `27px "${FACE}"`;
  let y = 270;
  for (const [label, value] of MEMO_HEAD) {
    context.fillText(`${label}:`, LEFT, y);
    context.fillText(value, LEFT + 170, y);
    y += LINE;
  }
  context.fillRect(LEFT, y - 12, RIGHT - LEFT, 2);
  y += LINE;
  for (const paragraph of MEMO_PARAGRAPHS) {
    for (const line of wrap(context, paragraph)) {
      context.fillText(line, LEFT, y);
      y += LINE;
    }
    y += LINE / 2;
  }
  context.font = `19px "${FACE}"`;
  context.fillText(FOOT, LEFT, HEIGHT - 120);
}

function wrap(context: SKRSContext2D, text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (context.measureText(longer).width <= RIGHT - LEFT) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

function drawStamp(context: SKRSContext2D): void {
  context.save();
  context.translate(1060, 130);
  context.rotate(-0.09);
  context.strokeStyle = context.fillStyle = 'rgba(150, 40, 50, 0.7)';
  context.lineWidth = 4;
  context.strokeRect(-130, -38, 290, 76);
  context.font = `30px "${FACE}"`;
  context.fillText('RECEIVED', -60, -3);
  context.font = `20px "${FACE}"`;
  context.fillText('30 APR 2025  REGISTRY', -112, 25);
  context.restore();
}

/** Specks, a shadow along the spine and two punched holes, placed by a fixed sequence of numbers. */
function drawWear(context: SKRSContext2D): void {
  const next = numbers(20250429);
  for (let i = 0; i < 420; i += 1) {
    context.fillStyle = `rgba(60, 55, 50, ${(0.1 + next() * 0.35).toFixed(2)})`;
    context.fillRect(Math.floor(next() * WIDTH), Math.floor(next() * HEIGHT), 1 + Math.floor(next() * 2), 1);
  }
  const shade = context.createLinearGradient(0, 0, 70, 0);
  shade.addColorStop(0, 'rgba(40, 36, 32, 0.45)');
  shade.addColorStop(1, 'rgba(40, 36, 32, 0)');
  context.fillStyle = shade;
  context.fillRect(0, 0, 70, HEIGHT);
  context.fillStyle = '#3a3733';
  for (const y of [HEIGHT / 2 - 268, HEIGHT / 2 + 268]) {
    context.beginPath();
    context.arc(62, y, 17, 0, 2 * Math.PI);
    context.fill();
  }
}

/** The mulberry32 generator: numbers from 0 to 1, the same for the same seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
