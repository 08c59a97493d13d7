import { describe, expect, it } from 'vitest';
import { claimsOf } from './extractor.js';

const routes = (...paragraphs: readonly string[]) =>
  claimsOf(...paragraphs).map(({ route }) =>
    route === null ? null : [route.mode.join(' '), route.origin, route.destination, route.vessel],
  );
const places = (...paragraphs: readonly string[]) => claimsOf(...paragraphs).map(({ place }) => place);

describe('the way of goods', () => {
  it.each([
    ['Iran sent 40 drones by sea from Amirabad to Astrakhan.', ['sea', 'Amirabad', 'Astrakhan', null]],
    ['Turkey sent 40 drones to a depot near Misrata by air.', ['air', null, 'Misrata', null]],
    [
      'The dhow Al Noor brought 40 drones from Iran to the port of Ras Isa.',
      ['sea', null, 'Ras Isa', 'Al Noor'],
    ],
    [
      'The freighters Golbon and Jairan brought 40 drones from Iran to Bandar Abbas.',
      ['sea', null, 'Bandar Abbas', 'Golbon, Jairan'],
    ],
    ['Iran sent 40 drones to Sudan.', null],
  ])('%s', (sentence, route) => {
    expect(routes(sentence)).toEqual([route]);
  });

  it('a ship that is called by name once is known by it afterwards', () => {
    expect(
      routes(
        'The Suncrown, a Togo-flagged freighter, is an old ship.',
        'In June the Suncrown brought 40 drones from Iran to Port Sudan.',
      ).at(-1),
    ).toEqual(['sea', null, 'Port Sudan', 'Suncrown']);
  });
});

describe('"the ship" and "she" are the ship last named', () => {
  it.each([
    'In June the ship brought 40 drones from Iran to the Houthis.',
    'In June she brought the Houthis 40 drones from Iran.',
  ])('%s', (next) => {
    expect(routes('The Suncrown, a Togo-flagged freighter, is an old ship.', next).at(-1)).toEqual([
      'sea',
      null,
      null,
      'Suncrown',
    ]);
  });
});

describe('the place of an act', () => {
  it.each([
    ['Iranian drones struck a market near Tall Qurayb.', 'Tall Qurayb'],
    ['The coast guard seized 40 Iranian drones in the Gulf of Oman.', 'Gulf of Oman'],
    ['Russia has deployed 300 instructors to the town of Ndele.', 'Ndele'],
    ['Officials in Nairobi said that 12 Ugandan soldiers had been killed.', null],
  ])('%s', (sentence, place) => {
    expect(places(sentence)).toEqual([place]);
  });
});
