import { describe, expect, it } from 'vitest';
import { dayBounds } from '../../src/core/edtf-date.js';
import { law } from './law.js';

const ids = law.provisions.map(({ id }) => id);

describe('the bundled law', () => {
  it.each([
    ['north-korea', ['1718', '1874', '2094', '2270', '2321', '2371', '2375', '2397']],
    ['iran', ['1737', '1747', '1929', '2231']],
    ['yemen', ['2140', '2216']],
    ['libya', ['1970', '2292']],
    ['sudan', ['1556', '1591', '1945']],
  ])('%s has provisions of resolutions %s', (regime, resolutions) => {
    const symbols = law.provisions.filter((each) => each.regime === regime).map(({ symbol }) => symbol);
    for (const number of resolutions)
      expect(symbols.some((symbol) => symbol.includes(`/${number} (`))).toBe(true);
  });

  it('names every amendment of the Libyan embargo that changed its exceptions', () => {
    const embargo = law.provisions.find(({ id }) => id === 'ly-1970-9');
    expect(embargo?.amended_by.map(({ symbol, paragraph }) => [symbol, paragraph])).toEqual([
      ['S/RES/2009 (2011)', '13'],
      ['S/RES/2095 (2013)', '9 and 10'],
      ['S/RES/2174 (2014)', '8'],
      ['S/RES/2769 (2025)', null],
    ]);
  });

  it.each(law.provisions)('$id has its source, its dates in order, and elements in words', (provision) => {
    expect(provision.source).toBe(`https://undocs.org/en/${provision.symbol.replace(' ', '')}`);
    const year = /\((\d{4})\)/.exec(provision.symbol)?.[1] ?? '';
    let before = '';
    for (const { from, to } of provision.in_force) {
      expect(from >= year && from > before).toBe(true);
      if (to !== null) expect((dayBounds(to)?.start ?? '') > from).toBe(true);
      before = to ?? '9999';
    }
    for (const { from } of provision.amended_by)
      expect(from >= (provision.in_force[0]?.from ?? '')).toBe(true);
    const { act, actor, item, direction } = provision.elements;
    for (const { words } of [provision, act, actor, item, direction]) expect(words.length).toBeGreaterThan(3);
  });

  it('keeps in its own words: no sentence of a provision is as long as a paragraph of the Council', () => {
    for (const { id, words } of law.provisions) expect([id, words.length < 260]).toEqual([id, true]);
  });

  it('lets a prohibition be met by some kind of claim, or leaves it open, for all but services to vessels', () => {
    const silent = law.provisions.filter(
      ({ effect, elements: { act } }) => effect === 'prohibits' && act.kinds.length + act.open.length === 0,
    );
    expect(new Set(silent.map(({ measure }) => measure))).toEqual(new Set(['vessels']));
  });

  it('says of Myanmar why there is no provision, and what the General Assembly said', () => {
    const myanmar = law.regimes.find(({ id }) => id === 'myanmar');
    expect(myanmar?.none).toMatch(/no arms embargo/);
    expect(myanmar?.notes.map(({ words }) => words).join()).toMatch(/75\/287.*binds no State/);
    expect(law.provisions.some(({ regime }) => regime === 'myanmar')).toBe(false);
  });

  it('gives each provision an id of its own', () => {
    expect(new Set(ids).size).toBe(ids.length);
  });
});
