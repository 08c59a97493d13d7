import { describe, expect, it } from 'vitest';
import { claimsOf } from './extractor.js';

/** Goods, figure, sides, window and place of each claim of a page of 14 March 2024, a Thursday. */
const told = (...paragraphs: readonly string[]) =>
  claimsOf(...paragraphs).map((claim) => ({
    class: claim.item?.class ?? null,
    figure: claim.quantity?.low ?? null,
    unit: claim.quantity?.unit ?? null,
    sides: [claim.supplier ?? claim.actor, claim.recipient ?? claim.target],
    when: claim.when.edtf,
    place: claim.place,
  }));

describe('counts in a row of which each has its own', () => {
  it('time', () => {
    const drones = { class: 'drone', unit: 'drone', sides: ['IR', 'SD'], place: null };
    expect(told('Iran sent Sudan 12 drones in 2021, 30 in 2022 and another 40 in 2023.')).toEqual([
      { ...drones, figure: 12, when: '2021' },
      { ...drones, figure: 30, when: '2022' },
      { ...drones, figure: 40, when: '2023' },
    ]);
  });

  it('recipient', () => {
    expect(told('Serbia sent six howitzers to Chad and two to Mali.')).toMatchObject([
      { class: 'howitzer', figure: 6, sides: ['RS', 'TD'] },
      { class: 'howitzer', figure: 2, sides: ['RS', 'ML'] },
    ]);
  });

  it('supplier', () => {
    expect(
      told('Chad received 12 howitzers from Serbia, six from Turkey and three from China.'),
    ).toMatchObject([
      { figure: 12, sides: ['RS', 'TD'] },
      { figure: 6, sides: ['TR', 'TD'] },
      { figure: 3, sides: ['CN', 'TD'] },
    ]);
  });

  it('place and time', () => {
    expect(
      told('Russian forces fired 12 Iranian drones at Kyiv on Monday and 40 at Odesa on Tuesday.'),
    ).toMatchObject([
      { figure: 12, place: 'Kyiv', when: '2024-03-11' },
      { figure: 40, place: 'Odesa', when: '2024-03-12' },
    ]);
    expect(told('Twelve people were killed in Kharkiv and six in Odesa.')).toMatchObject([
      { figure: 12, unit: 'person', place: 'Kharkiv' },
      { figure: 6, unit: 'person', place: 'Odesa' },
    ]);
    expect(
      told('The coast guard seized 300 rifles off Somalia in January and 1,200 off Oman in February.'),
    ).toMatchObject([
      { figure: 300, place: 'Somalia', when: '2024-01' },
      { figure: 1200, place: 'Oman', when: '2024-02' },
    ]);
  });

  it('also where each names goods of its own', () => {
    expect(told('Iran delivered 12 drones to Sudan in January and six howitzers in February.')).toMatchObject(
      [
        { class: 'drone', figure: 12, when: '2024-01' },
        { class: 'howitzer', figure: 6, when: '2024-02' },
      ],
    );
  });

  it('and sums and flights', () => {
    expect(
      told('The panel counted 24 flights to Benghazi in January and 30 in February.').map(
        ({ figure, unit, when }) => [figure, unit, when],
      ),
    ).toEqual([
      [24, 'flight', '2024-01'],
      [30, 'flight', '2024-02'],
    ]);
  });
});

it('what stands once at the end holds for all', () => {
  expect(told('Serbia delivered 12 howitzers and six drones to Chad in January.')).toMatchObject([
    { class: 'howitzer', figure: 12, sides: ['RS', 'TD'], when: '2024-01' },
    { class: 'drone', figure: 6, sides: ['RS', 'TD'], when: '2024-01' },
  ]);
});

describe('respectively', () => {
  it.each([
    [
      'Serbia sent 12 and six howitzers to Chad and Mali, respectively.',
      [
        ['RS', 'TD'],
        ['RS', 'ML'],
      ],
    ],
    [
      'Poland and Slovakia handed over 14 and 13 jets, respectively, to Ukraine.',
      [
        ['PL', 'UA'],
        ['SK', 'UA'],
      ],
    ],
  ])('%s', (sentence, sides) => {
    expect(told(sentence).map((claim) => claim.sides)).toEqual(sides);
  });

  it('of dates', () => {
    expect(
      told(
        'On 3 January and 9 February the frigates seized 1,500 and 2,000 rifles, respectively, off dhows.',
      ),
    ).toMatchObject([
      { figure: 1500, when: '2024-01-03' },
      { figure: 2000, when: '2024-02-09' },
    ]);
  });
});
