import { describe, expect, it } from 'vitest';
import { claimantOf } from '../../src/model/claim.js';
import { claimsOf } from './extractor.js';

const first = (...paragraphs: readonly string[]) => {
  const claims = claimsOf(...paragraphs);
  expect(claims.length, paragraphs.join(' ')).toBeGreaterThan(0);
  return claims[0] as (typeof claims)[number];
};
const claimant = (...paragraphs: readonly string[]) => claimantOf(first(...paragraphs)).who;

describe('whose word it is', () => {
  it.each([
    ['a verb of saying before', 'The Pentagon said Iran had sent 40 drones to the Houthis.', 'Pentagon'],
    ['with "that"', 'The Pentagon said that Iran had sent 40 drones to the Houthis.', 'Pentagon'],
    ['a verb of saying behind', 'Iran has sent 40 drones to the Houthis, the Pentagon said.', 'Pentagon'],
    ['a quote', '"Iran has sent 40 drones to the Houthis," the Pentagon said.', 'Pentagon'],
    ['a typographic quote', '“Iran has sent 40 drones to the Houthis,” the Pentagon said.', 'Pentagon'],
    ['inversion', 'Iran has sent 40 drones to the Houthis, said Lloyd Austin.', 'Lloyd Austin'],
    ['according to', 'Iran has sent 40 drones to the Houthis, according to the Pentagon.', 'Pentagon'],
    [
      'a parenthesis',
      'Iran, according to Israel, sent 12 tonnes of explosives to Hezbollah.',
      'Government of Israel',
    ],
    ['a possessed noun', "In the Pentagon's estimate, Iran has sent 40 drones to the Houthis.", 'Pentagon'],
    [
      'a count',
      'By the count of the Ukrainian air force, Russia had fired 28 missiles.',
      'Air Force (Ukraine)',
    ],
    [
      'a title before the name',
      'US defence secretary Lloyd Austin said Iran had sent 40 drones to the Houthis.',
      'Lloyd Austin',
    ],
    [
      'a title in apposition',
      'The US defence secretary, Lloyd Austin, told Reuters that Iran had sent 40 drones to the Houthis.',
      'Lloyd Austin',
    ],
    [
      'a capital for its government',
      'Washington says Iran has sent 40 drones to the Houthis.',
      'Government of the United States',
    ],
    ['a state', 'Israel said Iran had sent 12 tonnes of explosives to Hezbollah.', 'Government of Israel'],
    ['an accuser', 'Riyadh accuses Iran of sending 40 drones to the Houthis.', 'Government of Saudi Arabia'],
    [
      'a body of the United Nations',
      'The Panel of Experts on Libya said Turkey had sent 12 armoured vehicles to Misrata.',
      'UN Panel of Experts on Libya',
    ],
    [
      'somebody the vocabulary does not know',
      'Iran has sent 40 drones to the Houthis, said Ruth Mendelberg.',
      'Ruth Mendelberg',
    ],
  ])('%s', (_, sentence, who) => {
    expect(claimant(sentence)).toBe(who);
  });

  it.each([
    ['narration', 'Iran sent 40 drones to the Houthis.'],
    ['an agentless passive', 'It was confirmed that Iran had sent 40 drones to the Houthis.'],
    ['hearsay', 'Iran reportedly sent 40 drones to the Houthis.'],
  ])("without a speaker it is the publisher's: %s", (_, sentence) => {
    expect(first(sentence).attribution).toEqual([
      { who: 'Harbour Review', role: 'claimant', anonymous: false, stated: '2024-03-14' },
    ]);
  });

  it('a pronoun means whoever spoke before', () => {
    expect(claimant('Lloyd Austin spoke in Manama.', 'He said Iran had sent 40 drones to the Houthis.')).toBe(
      'Lloyd Austin',
    );
    const claims = claimsOf(
      'The Pentagon estimates that Iran has sent 40 drones to the Houthis.',
      'It added that Iran had also sent 12 missiles to the Houthis.',
    );
    expect(claims.map((claim) => claimantOf(claim).who)).toEqual(['Pentagon', 'Pentagon']);
  });

  it('an attribution does not reach the next sentence', () => {
    const claims = claimsOf(
      'The Pentagon said Iran had sent 40 drones to the Houthis. Turkey sent 12 tanks to Libya.',
    );
    expect(claims.map((claim) => claimantOf(claim).who)).toEqual(['Pentagon', 'Harbour Review']);
  });
});

describe('who is not named', () => {
  it.each([
    ['Two diplomats told Reuters that Iran had sent 40 drones to the Houthis.', 'Two diplomats'],
    ['Iran has sent 40 drones to the Houthis, a Western official said.', 'Western official'],
    ['Iran has sent 40 drones to the Houthis, two officials in Riyadh said.', 'two officials in Riyadh'],
  ])('%s', (sentence, who) => {
    expect(claimantOf(first(sentence))).toMatchObject({ who, anonymous: true });
  });

  it('a named speaker is not anonymous', () => {
    expect(claimantOf(first('The Pentagon said Iran had sent 40 drones to the Houthis.')).anonymous).toBe(
      false,
    );
  });
});

describe('who passes it on', () => {
  const relays = (sentence: string) => first(sentence).attribution.slice(0, -1);

  it('the publisher is the outermost relay', () => {
    expect(relays('The Pentagon said Iran had sent 40 drones to the Houthis.')).toEqual([
      { who: 'Harbour Review', role: 'relay' },
    ]);
  });

  it.each([
    ['told', 'Two diplomats told Reuters that Iran had sent 40 drones to the Houthis.', 'Reuters'],
    [
      'reported, citing',
      'Bloomberg reported that Iran had sent 40 drones to the Houthis, citing Western officials.',
      'Bloomberg',
    ],
  ])('%s', (_, sentence, medium) => {
    expect(relays(sentence).map(({ who }) => who)).toEqual(['Harbour Review', medium]);
  });
});

describe('how sure it is', () => {
  it.each([
    ['asserted', 'The Pentagon said Iran had sent 40 drones to the Houthis.'],
    ['assessed', 'The Pentagon believes Iran sent 40 drones to the Houthis.'],
    ['assessed', 'The Pentagon estimates that Iran sent 40 drones to the Houthis.'],
    ['assessed', 'Iran has probably sent 40 drones to the Houthis.'],
    ['possible', 'Iran may have sent 40 drones to the Houthis.'],
    ['possible', 'Iran could have sent 40 drones to the Houthis.'],
    ['planned', 'Iran will send 40 drones to the Houthis, the Pentagon said.'],
    ['reported', 'Iran reportedly sent 40 drones to the Houthis.'],
    ['alleged', 'Riyadh accuses Iran of sending 40 drones to the Houthis.'],
    ['confirmed', 'The Pentagon confirmed that Iran had sent 40 drones to the Houthis.'],
  ])('%s: %s', (modality, sentence) => {
    expect(first(sentence)).toMatchObject({ modality, polarity: 'affirmed' });
  });

  it.each([
    ['denied', 'Tehran denies having sent drones to the Houthis.'],
    ['denied', 'Iran has denied supplying drones to Russia.'],
    ['negated', 'China has not sent weapons to Russia, the White House said.'],
    ['denied', 'China has not sent weapons to Russia, Wang Yi said.'],
    ['negated', 'There is no evidence that China sent shells to Russia.'],
  ])('%s: %s', (polarity, sentence) => {
    expect(first(sentence)).toMatchObject({ polarity, quantity: null });
  });

  it('a denial by two is one claim for each', () => {
    const claims = claimsOf('Iran and Russia have both denied that drones were sent to Russia.');
    expect(claims.map((claim) => [claim.polarity, claimantOf(claim).who])).toEqual([
      ['denied', 'Government of Iran'],
      ['denied', 'Government of Russia'],
    ]);
  });
});
