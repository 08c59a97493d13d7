import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSentences } from '../../src/claims/sentences.js';
import { layOut, type Part } from '../../src/documents/draft.js';

const laid = (parts: readonly Partial<Part>[]) =>
  layOut(parts.map((part) => ({ text: '', kind: 'paragraph', dropped: null, page: null, ...part })));
const sentences = (...texts: string[]): string[] => {
  const document = laid(texts.map((text) => ({ text })));
  return readSentences(document).map(({ span }) => document.text.slice(...span));
};
const split = (text: string): string[] => sentences(text.replaceAll(' | ', ' '));

describe('where a sentence ends', () => {
  it.each([
    ['The dhow sailed. | It was boarded off Oman.'],
    ['Was it boarded? | The navy says so! | Nobody else does.'],
    ['Gen. Haftar met Mr. Saleh in Benghazi. | They agreed.'],
    ['The U.S. Navy seized it. | The cargo was Iranian.'],
    ['It left on Jan. 5 from Bandar Abbas. | It arrived on Feb. 2 in Olya.'],
    ['It sailed for the U.S. | The crew was held.'],
    ['Lt. Col. Min of the No. 3 Battalion fled. | His men stayed.'],
    ['It carried 1.5 million rounds, i.e. two loads. | A third followed.'],
    ['Prices rose 3.5 per cent. | 40 trucks crossed.'],
    ['"We sent nothing." | The minister then left.'],
    ['“We sent nothing,” he said. | “We never will.”'],
    ['He said: "We sent nothing." | She laughed.'],
    ['(The list is not complete.) | The rest is with the panel.'],
    ['The panel saw the crates.[12] | It did not open them.[13][14]'],
    ['The panel saw the crates [12]. | It did not open them.'],
    ['The rebels (who are based in Kachin State) took the town. | They hold it.'],
    ['They waited … and left. | Nothing came.'],
    ['They waited… | Then the train came.'],
  ])('%s', (marked) => {
    expect(split(marked)).toEqual(marked.split(' | '));
  });

  it('the end of a block ends it without a mark', () => {
    expect(sentences('Two crates of mines', 'Four launchers')).toEqual([
      'Two crates of mines',
      'Four launchers',
    ]);
  });

  it('a run that has no letter or digit is none', () => {
    expect(sentences('* * *', '—', 'It sailed.')).toEqual(['It sailed.']);
  });
});

describe('what is read', () => {
  it('blocks of the article, not its headings, its header or what was set aside', () => {
    const document = laid([
      { text: 'title: Seven trucks', kind: 'header' },
      { text: 'Seven trucks cross at dawn', kind: 'heading' },
      { text: 'Seven trucks crossed.' },
      { text: 'Read also: eight trucks cross.', dropped: 'teasers' },
      { text: 'One carried mines.', kind: 'list_item' },
      { text: 'Date | Trucks', kind: 'table_row' },
    ]);
    expect(readSentences(document).map(({ span, block }) => [block, document.text.slice(...span)])).toEqual([
      [2, 'Seven trucks crossed.'],
      [4, 'One carried mines.'],
      [5, 'Date | Trucks'],
    ]);
  });

  it('tokens stand where they stand in the document', () => {
    const document = laid([{ text: 'First block.' }, { text: 'The “Kaspi” sailed — with 40 launchers.' }]);
    for (const { tokens } of readSentences(document)) {
      for (const token of tokens) expect(document.text.slice(token.start, token.end)).toBe(token.text);
    }
  });
});

describe('a document', () => {
  const words = (text: string): string[] =>
    readSentences(laid([{ text }])).flatMap(({ tokens }) => tokens.map((token) => token.text));

  it('is cut into the same words whatever was read before it', () => {
    const text = "Mr Zarqo's notes had it as a dozen shipments of the R.Q.Z. class.";
    const alone = words(text);
    words("A colleague of Mr Zarqo's, who spoke of an R.Q.Z.-type boat (Zarqo's), left.");
    expect(words(text)).toEqual(alone);
    expect(alone.slice(0, 4)).toEqual(['Mr', 'Zarqo', "'s", 'notes']);
  });
});

describe('any text', () => {
  const bits = fc.constantFrom(
    'The',
    'dhow',
    'sailed',
    '.',
    '!',
    '…',
    '"',
    '”',
    '(',
    ')',
    '[3]',
    'U.S.',
    'Jan.',
    '5',
    ' ',
    '\n',
    'é',
    '😀',
    '’s',
    ',',
  );

  it('is cut into sentences that stand apart, in order, and hold every word', () => {
    fc.assert(
      fc.property(
        fc.array(bits, { maxLength: 40 }).map((list) => list.join(' ')),
        (text) => {
          const document = laid([{ text }]);
          let end = 0;
          let rest = '';
          for (const sentence of readSentences(document)) {
            expect(sentence.span[0]).toBeGreaterThanOrEqual(end);
            rest += document.text.slice(end, sentence.span[0]);
            end = sentence.span[1];
            expect(
              sentence.tokens.every((t) => t.start >= sentence.span[0] && t.end <= sentence.span[1]),
            ).toBe(true);
          }
          rest += document.text.slice(end);
          expect(/[\p{L}\p{N}]/u.test(rest)).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('a run that is no word (an encoded picture) is passed over, and offsets stay', () => {
    const text = `It sailed. data:image/png;base64,${'iVBOR'.repeat(60_000)} The dhow sank.`;
    expect(sentences(text).at(-1)).toBe('The dhow sank.');
  });

  it('without a mark is cut all the same, so that no sentence grows without bound', () => {
    const text = 'crates of mines and rifles went on by road '.repeat(700);
    const lengths = sentences(text).map((sentence) => sentence.split(' ').length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(400);
  });
});
