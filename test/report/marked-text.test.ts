import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markedText, type Mark } from '../../src/report/marked-text.js';
import { domOf } from './dom.js';

const mark = (id: string, start: number, end: number): Mark => ({ id, span: [start, end], lead: null });

function render(text: string, marks: Mark[], begun = new Set<string>()) {
  const document = domOf(
    `<html><body><p>${markedText(text, [0, text.length], marks, begun).join('')}</p></body></html>`,
  );
  return document.querySelector('p')!;
}

describe('marked text', () => {
  it('marks nested and overlapping runs', () => {
    const p = render('abcdefgh', [mark('one', 0, 6), mark('two', 2, 4), mark('three', 3, 8)]);
    expect(p.textContent).toBe('abcdefgh');
    expect(p.querySelector('#two')?.textContent).toBe('c');
    expect([...p.querySelectorAll('[data-of=three], #three')].map((e) => e.textContent).join('')).toBe(
      'defgh',
    );
  });

  it('escapes what the text says', () => {
    const p = render('<img src=x onerror=alert(1)> & "q"', [mark('one', 0, 10)]);
    expect(p.querySelector('img')).toBeNull();
    expect(p.textContent).toBe('<img src=x onerror=alert(1)> & "q"');
  });

  it('changes no character, sets each anchor once, and marks exactly the runs, however they lie', () => {
    const text = 'The <b>quick</b> & "brown" fox jumps.';
    const spans = fc.array(
      fc
        .tuple(fc.integer({ min: 0, max: text.length }), fc.integer({ min: 0, max: text.length }))
        .filter(([a, b]) => a !== b)
        .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(spans, (list) => {
        const marks = list.map(([start, end], position) => mark(`m${position}`, start, end));
        const p = render(text, marks);
        expect(p.textContent).toBe(text);
        for (const { id, span } of marks) {
          expect(p.querySelectorAll(`#${id}`)).toHaveLength(1);
          const pieces = [...p.querySelectorAll(`#${id}, [data-of=${id}]`)].map((piece) => piece.textContent);
          expect(pieces.join('')).toBe(text.slice(...span));
        }
      }),
    );
  });
});
