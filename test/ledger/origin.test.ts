import { describe, expect, it } from 'vitest';
import { nameIndex } from '../../src/ledger/names.js';
import { originOf } from '../../src/ledger/origin.js';
import { vocabulary } from './vocabulary.js';

const names = nameIndex(vocabulary);

describe('the origin of a claimant', () => {
  it.each([
    ['White House', 'US'],
    ['the White House', 'US'],
    ['Government of Russia', 'RU'],
    ['Kremlin', 'RU'],
    ['Ukrainian Defence Ministry', 'UA'],
    ['U.S. officials', 'US'],
    ['officials in Kyiv', 'UA'],
    ["Ukraine's prosecutors", 'UA'],
    ['Customs Service (Ukraine)', 'UA'],
    ['NATO official', 'North Atlantic Treaty Organization'],
    ['Delta Survey', 'Delta Survey'],
    ['a Ukrainian source', 'a Ukrainian source'],
    ['former U.S. official', 'former U.S. official'],
    ['American and Ukrainian officials', 'American and Ukrainian officials'],
    ['six people familiar with the matter', 'six people familiar with the matter'],
    ['Harbour Post', 'Harbour Post'],
  ])('%s speaks for %s', (claimant, origin) => {
    expect(originOf(claimant, null, names)).toBe(origin);
  });

  it('is the state for as long as a post is held, then the person', () => {
    expect(originOf('Olena Marchuk', '2024-06-30', names)).toBe('UA');
    expect(originOf('Olena Marchuk', '2024-07-01', names)).toBe('Olena Marchuk');
    expect(originOf('Marchuk', '2022-12-31', names)).toBe('Olena Marchuk');
  });

  it('is nobody in particular where two entries share a name', () => {
    const [first] = vocabulary.people;
    const twins = nameIndex({
      ...vocabulary,
      people: [...vocabulary.people, { ...first!, name: 'Ivan Marchuk', aliases: ['Marchuk'], posts: [] }],
    });
    expect(originOf('Marchuk', '2024-01-01', twins)).toBe('Marchuk');
  });
});
