import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, hull, overlaps, trimmed, type Span } from '../../src/core/span.js';

const spans: fc.Arbitrary<Span> = fc
  .tuple(fc.nat(40), fc.nat(40))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

describe('spans', () => {
  it('do not overlap where one ends as the other starts', () => {
    expect(overlaps([0, 5], [5, 9])).toBe(false);
    expect(overlaps([0, 6], [5, 9])).toBe(true);
  });

  it('overlap exactly where they share a position', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const shared = Array.from({ length: 41 }, (_, n) => n).some(
          (n) => a[0] <= n && n < a[1] && b[0] <= n && n < b[1],
        );
        const bothHaveText = a[0] < a[1] && b[0] < b[1];
        if (bothHaveText) expect(overlaps(a, b)).toBe(shared);
        expect(overlaps(a, b)).toBe(overlaps(b, a));
      }),
    );
  });

  it('the hull covers both, and any span that covers both covers the hull', () => {
    fc.assert(
      fc.property(spans, spans, spans, (a, b, other) => {
        const both = hull(a, b);
        expect(covers(both, a) && covers(both, b)).toBe(true);
        if (covers(other, a) && covers(other, b)) expect(covers(other, both)).toBe(true);
      }),
    );
  });

  it('trimming keeps every character that is not white space, and nothing around it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(' ', '\n', '\u00a0', 'a', '’', '😀') }),
        fc.nat(20),
        fc.nat(20),
        (text, a, b) => {
          const span: Span = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
          const kept = trimmed(text, span);
          expect(covers(span, kept)).toBe(true);
          expect(text.slice(...kept)).toBe(text.slice(...span).trim());
        },
      ),
    );
  });
});
