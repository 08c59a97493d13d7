import { expect, it } from 'vitest';
import { recognizedParts, type Recognized } from '../../src/documents/ocr-blocks.js';

type Word = readonly [text: string, confidence: number, left: number, right: number];

/** Lines of words on a straight page, 50 pixels apart. */
const page = (...lines: readonly (readonly Word[])[]): Recognized[] => [
  {
    paragraphs: [
      {
        lines: lines.map((words, i) => {
          const [y0, y1] = [i * 50, i * 50 + 30];
          const box = {
            x0: Math.min(...words.map((w) => w[2])),
            x1: Math.max(...words.map((w) => w[3])),
            y0,
            y1,
          };
          return {
            bbox: box,
            baseline: { ...box, y0: y1, y1 },
            rowAttributes: { rowHeight: 30 },
            words: words.map(([text, confidence, x0, x1]) => ({
              text,
              confidence,
              bbox: { x0, x1, y0, y1 },
            })),
          };
        }),
      },
    ],
  },
];

it('sets marks of low confidence aside, and says what they were', () => {
  const parts = recognizedParts(
    page([
      ['i', 30, 20, 30],
      ['Nine', 95, 180, 260],
      ['lorries', 96, 270, 380],
      ['®', 50, 390, 400],
    ]),
  );
  expect(parts).toEqual([
    { text: 'Nine lorries', kind: 'paragraph', dropped: null },
    { text: 'i ®', kind: 'paragraph', dropped: 'ocr-dirt' },
  ]);
});

it('keeps figures and words however unsure, and letters within a line', () => {
  const parts = recognizedParts(
    page([
      ['in', 40, 100, 130],
      ['a', 40, 140, 150],
      ['box', 30, 160, 220],
      ['9', 20, 230, 245],
    ]),
  );
  expect(parts).toEqual([{ text: 'in a box 9', kind: 'paragraph', dropped: null }]);
});
