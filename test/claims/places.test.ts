import { describe, expect, it } from 'vitest';
import { claimsOf } from './extractor.js';

const places = (text: string) => claimsOf(text).map(({ kind, place }) => [kind, place]);

describe('where an act happened', () => {
  it.each([
    [
      'a part of a country',
      "Nearly 11,000 of the North's infantrymen are in eastern Russia, Kyiv said.",
      'eastern Russia',
    ],
    ['a capital by its own name', 'Ugandan special forces entered Juba on 9 March.', 'Juba'],
    ['where those are who act', 'Yemeni government forces in Marib took six drones off a lorry.', 'Marib'],
    ['waters off a country', 'Two drones were shot down off Cyprus on Monday.', 'Cyprus'],
    ['several regions', 'Jets bombed villages in Kayah and Kayin in March.', 'Kayah State, Kayin State'],
  ])('%s', (_, sentence, place) => {
    expect(places(sentence).at(-1)?.[1]).toBe(place);
  });

  it('"there" is where the act before happened, not where somebody sits who speaks of it', () => {
    expect(
      places('Seoul says 15,000 soldiers were sent to Kursk. By its count 300 have been killed there.').at(
        -1,
      ),
    ).toEqual(['casualty', 'Kursk']);
  });
});

describe('people travel', () => {
  it('by what brings them', () => {
    const [claim] = claimsOf('Russia sent 300 instructors to Mali by air.');
    expect(claim?.route?.mode).toEqual(['air']);
  });

  it('and not by what they fly', () => {
    const [claim] = claimsOf(
      'Iran has sent 20 instructors to Crimea, who help Russian crews to fly the aircraft.',
    );
    expect([claim?.kind, claim?.place, claim?.route]).toEqual(['deployment', 'Crimea', null]);
  });
});

it('a time is of its own clause', () => {
  const when = claimsOf(
    'Turkey sent 3,000 Syrian fighters to Tripoli, and 500 of them were killed there in January.',
  ).map(({ kind, when: { edtf } }) => [kind, edtf]);
  expect(when).toEqual([
    ['deployment', null],
    ['casualty', '2024-01'],
  ]);
});
