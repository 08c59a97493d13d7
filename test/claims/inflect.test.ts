import { describe, expect, it } from 'vitest';
import { plural, spellings } from '../../src/claims/inflect.js';

describe('plurals', () => {
  it.each([
    ['rifle', 'rifles'],
    ['battery', 'batteries'],
    ['convoy', 'convoys'],
    ['torpedo boat', 'torpedo boats'],
    ['box', 'boxes'],
    ['fuse', 'fuses'],
    ['torch', 'torches'],
    ['aircraft', 'aircraft'],
    ['transport aircraft', 'transport aircraft'],
    ['serviceman', 'servicemen'],
    ['rifleman', 'riflemen'],
    ['human', 'humans'],
    ['person', 'people'],
    ['ammunition', 'ammunition'],
    ['round of ammunition', 'rounds of ammunition'],
    ['prisoner of war', 'prisoners of war'],
    ['surface-to-air missile', 'surface-to-air missiles'],
    ['anti-tank mine', 'anti-tank mines'],
  ])('%s, %s', (one, many) => {
    expect(plural(one)).toBe(many);
  });
});

describe('spellings', () => {
  it.each([
    ['air defence system', ['air defence system', 'air defense system']],
    ['armoured vehicle', ['armoured vehicle', 'armored vehicle']],
    ['anti-tank mine', ['anti-tank mine', 'anti tank mine']],
    ['fibre', ['fibre', 'fiber']],
    ['rifle', ['rifle']],
    ['KN-23', ['KN-23']],
  ])('%s', (phrase, all) => {
    expect(spellings(phrase)).toEqual(all);
  });

  it('an American spelling with a hyphen is there in all four forms', () => {
    expect(new Set(spellings('air-defence battery'))).toEqual(
      new Set(['air-defence battery', 'air defence battery', 'air-defense battery', 'air defense battery']),
    );
  });
});
