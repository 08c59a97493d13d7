import { describe, expect, it } from 'vitest';
import { explain } from '../../src/claims/explain.js';
import { explanationSchema, type ExplainedSentence } from '../../src/model/explanation.js';
import { extractor, page } from './extractor.js';

/** The only sentence of a page of one paragraph, and the words at a span of it. */
function sentenceOf(text: string): {
  sentence: ExplainedSentence;
  words: (span: readonly [number, number]) => string;
} {
  const explanation = explain(extractor, page(text));
  const [sentence] = explanation.sentences;
  if (!sentence) throw new Error('no sentence');
  return { sentence, words: (span) => explanation.document.text.slice(...span) };
}

const roles = (text: string): [string, string, string | null][] =>
  sentenceOf(text).sentence.figures.map(({ wording, role, why }) => [wording, role, why]);

describe('an explanation', () => {
  const TEXTS = [
    'Iran has sent about 400 Shahed-136 drones to Russia since 3 May 2023, Ukraine’s military intelligence said.',
    'Tehran neither confirms nor denies it.',
    'The Houthis, it added, received 716 containers of fuel at 20 knots.',
  ];

  it('fits its schema, and the claims are those that the reader makes without a trace', () => {
    const document = page(...TEXTS);
    const explanation = explain(extractor, document);
    expect(explanationSchema.parse(explanation)).toEqual(explanation);
    expect(explanation.claims).toEqual(extractor.extract(document).claims);
    expect(explanation.claims.length).toBeGreaterThan(0);
  });

  it('is the same every time', () => {
    const once = JSON.stringify(explain(extractor, page(...TEXTS)));
    expect(JSON.stringify(explain(extractor, page(...TEXTS)))).toBe(once);
  });

  it('has every claim under the sentence on which it stands', () => {
    const { sentences, claims } = explain(extractor, page(...TEXTS));
    expect(new Set(sentences.flatMap((sentence) => sentence.claims))).toEqual(
      new Set(claims.map(({ id }) => id)),
    );
  });

  it('names blocks that are not read, with the reason', () => {
    const document = page('Sudan’s army seized 30 rifles.', 'Most read: football');
    const blocks = document.blocks.map((block, n) => (n === 1 ? { ...block, dropped: 'most-read' } : block));
    const { aside, sentences } = explain(extractor, { ...document, blocks });
    expect(aside).toEqual([{ span: blocks[1]?.span, why: 'most-read' }]);
    expect(sentences).toHaveLength(1);
  });
});

describe('figures', () => {
  it('are claimed, or distractors with the reason', () => {
    const text =
      'Iran has shipped more than 2,000 rounds of 122 mm ammunition to Sudan since March 2024, a range of 40 km aside, the panel said.';
    expect(roles(text)).toEqual([
      ['more than 2,000', 'claimed', null],
      ['122', 'distractor', 'calibre'],
      ['2024', 'distractor', 'date'],
      [expect.stringContaining('40'), 'distractor', expect.stringMatching(/^measure/)],
    ]);
  });

  it('inside names are part of the name', () => {
    expect(roles('Iran delivered 40 Fath-360 missiles to Russia, Ukraine said.')).toEqual([
      ['40', 'claimed', null],
      ['360', 'distractor', 'part of a name (goods)'],
    ]);
  });

  it('of production are free, with that reason', () => {
    const [figure] = roles('The plant at Yelabuga turns out some 2,700 drones a month, the ministry said.');
    expect(figure).toEqual([expect.stringContaining('2,700'), 'free', expect.stringMatching(/production/)]);
  });
});

describe('what made no claim', () => {
  const near = (text: string): string[] => sentenceOf(text).sentence.near.map(({ why }) => why);

  it.each([
    ['Belarus neither confirms nor denies the shipment of missiles.', /neither confirms nor denies/],
    ['Resolution 2216 prohibits the supply of weapons to the Houthis.', /law forbids/],
    ['Rifle crates at the quay', /heading or a credit/],
    ['The Libyan National Army has plenty of tanks.', /no act near it/],
    ['The envoy will arrive in Khartoum.', /nothing beside it/],
  ])('%s', (text, why) => {
    expect(sentenceOf(text).sentence.claims).toEqual([]);
    expect(near(text)).toEqual(expect.arrayContaining([expect.stringMatching(why)]));
  });

  it('says of a repeat that it is one', () => {
    const text = 'Iran sent 40 drones to Ethiopia, the monitor said.';
    const { sentences, document } = explain(extractor, page(text, text));
    const [first, second] = sentences;
    expect([first?.claims.length, second?.claims.length]).toEqual([1, 0]);
    expect(second?.near).toEqual([
      { span: expect.any(Array) as number[], why: expect.stringMatching(/said again/) as string },
    ]);
    expect(document.text.slice(...(second?.near[0]?.span ?? [0, 0]))).toBe('40');
  });
});

describe('who speaks', () => {
  it('is told with the rule that found them; nobody where the publisher does', () => {
    const said = sentenceOf('Myanmar’s navy received two corvettes from China, the monitor said.').sentence
      .speakers;
    expect(said).toMatchObject([{ rule: 'said:say', chain: [{ who: 'monitor', role: 'claimant' }] }]);
    expect(sentenceOf('China delivered two corvettes to Myanmar.').sentence.speakers).toEqual([]);
  });
});
