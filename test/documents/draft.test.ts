import { describe, expect, it } from 'vitest';
import { finish, layOut, plainDraft } from '../../src/documents/draft.js';
import { sha256 } from '../../src/core/hash.js';

const part = (text: string) => ({ text, kind: 'paragraph' as const, dropped: null, page: null });

describe('the layout of a text', () => {
  it('gives each part its span, a blank line between', () => {
    const { text, blocks } = layOut([part('One.'), part(''), part('Two.')]);
    expect(text).toBe('One.\n\nTwo.');
    expect(blocks.map(({ span }) => text.slice(...span))).toEqual(['One.', 'Two.']);
  });
});

describe('a finished document', () => {
  it('holds no half of a surrogate pair, and keeps every offset', () => {
    const damaged = `A \uD83D ship \uDE00, a whole one \u{1F6A2}.`;
    const document = finish(
      { ...plainDraft(layOut([part(damaged)])), title: '\uDFFF' },
      sha256('x'),
      'text-1',
    );
    expect(document.text).toBe('A \uFFFD ship \uFFFD, a whole one \u{1F6A2}.');
    expect(document.text).toHaveLength(damaged.length);
    expect(document.title).toBe('\uFFFD');
  });
});
