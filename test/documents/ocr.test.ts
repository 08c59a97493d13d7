import { createCanvas } from '@napi-rs/canvas';
import { afterAll, describe, expect, it } from 'vitest';
import { readImage } from '../../src/documents/image.js';
import { startOcr } from '../../src/documents/ocr.js';
import { pictureOf } from './pdf-samples.js';

const ocr = startOcr();
afterAll(() => ocr.close());

const read = (bytes: Uint8Array, service = ocr) =>
  readImage(bytes, { where: 'file:scan.png', url: null, hints: {}, ocr: service, signal: null });

const LINES = [
  'Port office, 4 May 1987',
  'Ten crates of rifles and 2,400 rounds',
  'were found under the fish. The mas-',
  'ter was held until the evening.',
];
const TEXT =
  'Ten crates of rifles and 2,400 rounds were found under the fish. The master was held until the evening.';

const canvasOf = async (lines: readonly string[]) => {
  const { loadImage } = await import('@napi-rs/canvas');
  const image = await loadImage(pictureOf(lines));
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas;
};

/** An uncompressed grey TIFF with as many pages, all the same. */
function tiffOf(width: number, height: number, grey: Uint8Array, pages: number): Uint8Array {
  const directory = 2 + 8 * 12 + 4;
  const bytes = new Uint8Array(8 + grey.length + directory * pages);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0x4949);
  view.setUint16(2, 42, true);
  view.setUint32(4, 8 + grey.length, true);
  bytes.set(grey, 8);
  for (let page = 0; page < pages; page++) {
    const at = 8 + grey.length + page * directory;
    const tags = [
      [256, width],
      [257, height],
      [258, 8],
      [259, 1],
      [262, 1],
      [273, 8],
      [278, height],
      [279, grey.length],
    ] as const;
    view.setUint16(at, tags.length, true);
    tags.forEach(([tag, value], i) => {
      view.setUint16(at + 2 + i * 12, tag, true);
      view.setUint16(at + 4 + i * 12, 4, true);
      view.setUint32(at + 6 + i * 12, 1, true);
      view.setUint32(at + 10 + i * 12, value, true);
    });
    view.setUint32(at + directory - 4, page + 1 < pages ? at + directory : 0, true);
  }
  return bytes;
}

describe('a picture of text', () => {
  it.each(['png', 'jpeg', 'webp', 'gif'] as const)(
    'is read from %s, the same each time',
    async (format) => {
      const canvas = await canvasOf(LINES);
      const bytes = format === 'png' ? canvas.toBuffer('image/png') : await canvas.encode(format as 'jpeg');
      const document = await read(bytes);
      expect(document.text.replace(/\n\n/g, ' ')).toBe(`${LINES[0]} ${TEXT}`);
      expect(document.ocr?.confidence).toBeGreaterThan(85);
      expect(document.warnings).toEqual([]);
      expect(await read(bytes)).toEqual(document);
    },
    60_000,
  );

  it('is read from BMP', async () => {
    const canvas = await canvasOf(LINES);
    const { width, height } = canvas;
    const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
    const stride = Math.ceil((width * 3) / 4) * 4;
    const bytes = Buffer.alloc(54 + stride * height);
    bytes.write('BM');
    bytes.writeUInt32LE(bytes.length, 2);
    bytes.writeUInt32LE(54, 10);
    bytes.writeUInt32LE(40, 14);
    bytes.writeInt32LE(width, 18);
    bytes.writeInt32LE(height, 22);
    bytes.writeUInt16LE(1, 26);
    bytes.writeUInt16LE(24, 28);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        bytes.fill(
          data[(y * width + x) * 4] ?? 0,
          54 + (height - 1 - y) * stride + x * 3,
          57 + (height - 1 - y) * stride + x * 3,
        );
      }
    }
    expect((await read(bytes)).text).toContain('Ten crates of rifles and 2,400 rounds');
  }, 60_000);

  it('is read from TIFF, and says which pages were not', async () => {
    const canvas = await canvasOf(LINES);
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const grey = Uint8Array.from({ length: canvas.width * canvas.height }, (_, i) => data[i * 4] ?? 0);
    const document = await read(tiffOf(canvas.width, canvas.height, grey, 3));
    expect(document.text).toContain('Ten crates of rifles and 2,400 rounds');
    expect(document.warnings).toEqual(['only the first of 3 pages was read']);
  }, 60_000);

  it('is read where letters stand on nothing at all', async () => {
    const canvas = createCanvas(900, 160);
    const context = canvas.getContext('2d');
    context.font = '40px DejaVu Sans, Arial, sans-serif';
    context.fillText('Ten crates of rifles', 60, 90);
    expect((await read(canvas.toBuffer('image/png'))).text).toBe('Ten crates of rifles');
  }, 60_000);

  it('warns of low confidence', async () => {
    const document = await read(pictureOf(LINES, { noise: 60_000 }));
    expect(document.warnings[0]).toMatch(/low confidence/);
  }, 60_000);
});

describe('faults', () => {
  it('finds no text in a picture without any', async () => {
    await expect(read(createCanvas(600, 400).toBuffer('image/png'))).rejects.toMatchObject({
      code: 'no-text',
      where: 'file:scan.png',
    });
  }, 60_000);

  it('refuses a decompression bomb by its declared size', async () => {
    const png = createCanvas(10, 10).toBuffer('image/png');
    png.writeUInt32BE(50_000, 16);
    png.writeUInt32BE(50_000, 20);
    await expect(read(png)).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringContaining('50000 x 50000') as string,
    });
  });

  it.each([
    ['cut off in its head', (png: Buffer) => png.subarray(0, 20)],
    ['no picture', () => Buffer.from('words, no picture')],
    ['damaged', (png: Buffer) => Buffer.concat([png.subarray(0, 60), Buffer.alloc(200, 7)])],
  ])('calls a file that is %s malformed', async (_, damage) => {
    await expect(read(damage(pictureOf(LINES)))).rejects.toMatchObject({
      code: 'malformed',
      where: 'file:scan.png',
    });
  });

  it('gives up after the limit and reads the next picture all the same', async () => {
    const hasty = startOcr(1);
    try {
      await expect(read(pictureOf(LINES), hasty)).rejects.toMatchObject({ code: 'too-large' });
    } finally {
      await hasty.close();
    }
    expect((await read(pictureOf(LINES))).text).toContain('Ten crates');
  }, 60_000);

  it('stops at once when told to', async () => {
    const stopping = new AbortController();
    const reading = readImage(pictureOf(LINES), {
      where: 'x',
      url: null,
      hints: {},
      ocr,
      signal: stopping.signal,
    });
    stopping.abort(new Error('enough'));
    await expect(reading).rejects.toThrow('enough');
  }, 60_000);
});

it('keeps the parts of a crooked memo apart, and sets dirt aside', async () => {
  const paragraphs = [
    [
      '1. The ministry said on Friday that its inspectors had',
      'seized nine lorries at the southern crossing.',
    ],
    ['2. The drivers were released on the same evening, and', 'nobody has said why.'],
  ];
  const head = ['FROM: Reading desk', 'DATE: 29 April 2015', 'SUBJECT: Nine lorries at the crossing'];
  const canvas = createCanvas(1240, 900);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.rotate(0.01);
  context.fillStyle = 'black';
  context.font = '30px DejaVu Sans, Arial, sans-serif';
  let y = 110;
  for (const line of head) context.fillText(line, 120, (y += 46));
  for (const lines of paragraphs) {
    y += 40;
    for (const line of lines) context.fillText(line, 120, (y += 46));
  }
  for (const at of [300, 520]) {
    context.beginPath();
    context.arc(40, at, 14, 0, 2 * Math.PI);
    context.fill();
  }
  const document = await read(canvas.toBuffer('image/png'));
  const blocks = document.blocks.map(({ span, dropped }) => [document.text.slice(...span), dropped] as const);
  const kept = blocks.filter(([, dropped]) => dropped === null).map(([text]) => text);
  expect(kept).toEqual(paragraphs.map((lines) => lines.join(' ')));
  expect(document).toMatchObject({
    title: 'Nine lorries at the crossing',
    byline: 'Reading desk',
    published: { edtf: '2015-04-29', how: 'dateline' },
  });
}, 60_000);
