import { describe, expect, it } from 'vitest';
import { loadLedgerTables, standardNamed } from '../../src/model/ledger-tables.js';
import { legalTestSchema } from '../../src/model/legal-test.js';
import { law } from '../law/law.js';
import { elementOf, resultsOf, statesOf, testOf, testsOf } from './legal-findings.js';

const ALL_MET = 'act satisfied, actor satisfied, direction satisfied, item satisfied, date satisfied';

describe('North Korea to Russia', () => {
  const test = testOf(
    { who: 'White House', on: '2023-10-13', when: '2023-09/2023-10' },
    { who: 'National Intelligence Service (South Korea)', on: '2023-11-01', when: '2023-08/2023-11' },
    { who: 'Dmitry Peskov', on: '2023-11-05', more: { polarity: 'denied' } },
  );

  it('shells: an apparent breach of what binds either side', () => {
    expect(resultsOf(test)).toEqual([
      'kp-1718-8b-export: apparent breach',
      'kp-1718-8b-procurement: apparent breach',
      'kp-1874-9-export: apparent breach',
      'kp-1874-9-procurement: apparent breach',
    ]);
    expect(test.none).toEqual([]);
    expect(legalTestSchema.parse(test)).toEqual(test);
  });

  it('names for each element the claims that satisfy it and their independent origins', () => {
    const item = elementOf(test, 'kp-1874-9-export', 'item');
    expect(item.claims.map(({ index }) => index)).toEqual([0, 1]);
    expect(item.origins).toBe(2);
    expect(item.requires).toMatch(/arms and related materiel of all types/);
  });

  it('sets the denial of a party against the act, which it does not take away', () => {
    const act = elementOf(test, 'kp-1718-8b-procurement', 'act');
    expect(act).toMatchObject({ state: 'satisfied', origins: 2 });
    expect(act.against.map(({ index }) => index)).toEqual([2]);
  });

  it('a denial by somebody else contradicts it', () => {
    const denied = testOf(
      { who: 'Harbour Post', on: '2023-10-13', when: '2023-09/2023-10' },
      { who: 'Ministry of National Defense (South Korea)', on: '2023-11-05', more: { polarity: 'negated' } },
    );
    expect(resultsOf(denied)).toContain('kp-1874-9-export: open elements');
    const act = elementOf(denied, 'kp-1874-9-export', 'act');
    expect(act.state).toBe('contradicted');
    expect([act.claims.length, act.against.length]).toEqual([1, 1]);
  });

  it('a denial of an unnamed official is set against it, as nobody knows for whom he speaks', () => {
    const denied = testOf(
      { who: 'Harbour Post', on: '2023-10-13', when: '2023-09/2023-10' },
      { who: 'an official', on: '2023-11-05', more: { polarity: 'negated' } },
    );
    expect(elementOf(denied, 'kp-1874-9-export', 'act')).toMatchObject({
      state: 'satisfied',
      against: [{ index: 1 }],
    });
  });

  it('what was told after such a denial, of a later time, stands', () => {
    const later = testOf(
      { who: 'Ministry of National Defense (South Korea)', on: '2023-09-05', more: { polarity: 'denied' } },
      { who: 'Harbour Post', on: '2023-12-13', when: '2023-10/2023-11' },
    );
    expect(elementOf(later, 'kp-1874-9-export', 'act')).toMatchObject({ state: 'satisfied', against: [] });
  });

  it.each([['planned'], ['possible'], ['alleged'], ['investigated']])(
    'only %s: the act stays open',
    (modality) => {
      const weak = testOf({ when: '2023-09/2024-01', more: { modality } });
      expect(resultsOf(weak)).toContain('kp-1874-9-export: open elements');
      expect(elementOf(weak, 'kp-1874-9-export', 'act').state).toBe('open');
    },
  );

  it('containers: what they held is open, unless the wording says it', () => {
    const containers = { item: 'container', when: '2023-09/2024-01' };
    const closed = testOf({ ...containers, wording: 'containers' });
    expect(statesOf(closed, 'kp-1874-9-export')).toBe(ALL_MET.replace('item satisfied', 'item open'));
    const told = testOf({ ...containers, wording: 'containers of ammunition' });
    expect(resultsOf(told)).toContain('kp-1874-9-export: apparent breach');
  });

  it('a seizure or voyage does not show the act', () => {
    const seized = testOf({ when: '2023-09', more: { kind: 'interdiction' } });
    expect(elementOf(seized, 'kp-1874-9-export', 'act')).toMatchObject({
      state: 'open',
      why: expect.stringMatching(/not handed over/) as string,
    });
  });

  it('an unnamed recipient leaves open whom the ban on procurement binds, and not that on export', () => {
    const some = testOf({ to: null, when: '2023-09' });
    expect(resultsOf(some)).toContain('kp-1874-9-export: apparent breach');
    expect(elementOf(some, 'kp-1874-9-procurement', 'actor')).toMatchObject({
      state: 'open',
      why: 'no claim names who received',
    });
  });

  it('by a standard, claims that are less than it asks leave the act open', () => {
    const standard = standardNamed('two-origins', loadLedgerTables());
    const said = (who: string) => ({ who, when: '2023-09/2024-01' });
    const [one] = testsOf([said('White House')], standard);
    expect(one?.standard).toBe('two-origins');
    expect(elementOf(one!, 'kp-1874-9-export', 'act')).toMatchObject({
      state: 'open',
      origins: 1,
      why: expect.stringMatching(/^reported by the standard two-origins: one origin/) as string,
    });
    const [two] = testsOf(
      [said('White House'), said('Ministry of National Defense (South Korea)')],
      standard,
    );
    expect(resultsOf(two!)).toContain('kp-1874-9-export: apparent breach');
  });

  it('an undated statement is placed by an assumption, which is told', () => {
    const undated = testOf({ on: '2024-02-01' });
    expect(elementOf(undated, 'kp-1718-8b-export', 'date')).toMatchObject({
      state: 'satisfied',
      why: expect.stringMatching(/no time is given; it is assumed to be of the 12 months before/) as string,
    });
  });

  it('an undated statement of soon after the beginning stays open', () => {
    const early = testOf({ on: '2007-02-01' });
    expect(elementOf(early, 'kp-1718-8b-export', 'date').state).toBe('open');
  });
});

describe('to North Korea', () => {
  const fuel = (low: number, when: string, wording = 'refined petroleum') =>
    testOf({
      from: 'RU',
      to: 'KP',
      item: 'petroleum',
      wording,
      on: '2024-11-22',
      when,
      more: { quantity: { low, high: null, unit: 'barrel', wording: `${low}` } },
    });

  it('refined petroleum beyond the ceiling within one year', () => {
    expect(resultsOf(fuel(1_000_000, '2024-03/2024-11'))).toContain('kp-2397-5: apparent breach');
    expect(resultsOf(fuel(400_000, '2024-03/2024-11'))).toContain('kp-2397-5: open elements');
    expect(elementOf(fuel(1_000_000, '2023-03/2024-11'), 'kp-2397-5', 'quantity').state).toBe('open');
  });

  it('oil of no kind leaves open whether it was refined; crude oil is another matter', () => {
    expect(elementOf(fuel(1_000_000, '2024-03/2024-11', 'oil'), 'kp-2397-5', 'item').state).toBe('open');
    const crude = resultsOf(fuel(1_000_000, '2024-03/2024-11', 'crude oil'));
    expect(crude).toContain('kp-2397-4: open elements');
    expect(crude.join()).not.toContain('kp-2397-5');
  });

  it('arms: those that bind the sender; small arms only since 2016', () => {
    const rifles = (when: string) =>
      resultsOf(
        testOf({ from: 'RU', to: 'KP', item: 'small_arms', wording: 'rifles', when, on: '2020-01-01' }),
      );
    expect(rifles('2018')).toEqual(['kp-2270-6: apparent breach']);
    expect(rifles('2012')).toEqual([]);
  });

  it('training: open until it is shown that it concerns arms', () => {
    const training = testOf({
      from: 'RU',
      to: 'KP',
      item: 'troops',
      wording: 'troops',
      when: '2024-10',
      on: '2024-11-20',
      more: { kind: 'assistance' },
    });
    expect(resultsOf(training)).toEqual([
      'kp-1718-8c-to: open elements',
      'kp-1874-10-assistance: open elements',
    ]);
  });
});

describe('Iran', () => {
  const missiles = (when: string, more: object = {}) =>
    testOf({
      from: 'IR',
      to: 'RU',
      item: 'ballistic_missile',
      wording: 'missiles',
      when,
      on: '2026-01-10',
      ...more,
    });

  it('drones to Russia in 2022: after the arms paragraphs, under the missile paragraph, range open', () => {
    const drones = testOf({
      from: 'IR',
      item: 'drone',
      wording: 'attack drones',
      when: '2022-08/2022-10',
      on: '2022-10-20',
    });
    expect(resultsOf(drones)).toEqual(['ir-2231-b4-from: open elements']);
    expect(elementOf(drones, 'ir-2231-b4-from', 'item').why).toMatch(/300 km/);
    expect(elementOf(drones, 'ir-2231-b4-from', 'date').state).toBe('satisfied');
  });

  it('the same in 2019 was under the ban on arms', () => {
    const drones = testOf({
      from: 'IR',
      item: 'drone',
      wording: 'attack drones',
      when: '2019-08',
      on: '2019-10-20',
    });
    expect(resultsOf(drones)).toContain('ir-2231-b6b: apparent breach');
  });

  it('missiles to Russia in 2024: nothing was in force, and each end is told', () => {
    const test = missiles('2024-08/2024-09');
    expect(test.provisions).toEqual([]);
    expect(test.none).toHaveLength(1);
    expect(test.none[0]).toMatchObject({ reason: 'not-in-force' });
    expect(test.none[0]?.words).toMatch(/annex B, paragraph 4, was not in force.*to 2023-10-18/);
  });

  it('since 28 September 2025 resolution 1747 applies again, which some dispute', () => {
    const test = missiles('2025-11');
    expect(resultsOf(test)).toContain('ir-1747-5-export: apparent breach');
    const again = test.provisions.find(({ id }) => id === 'ir-1747-5-export');
    expect(again?.in_force).toEqual(['2025-09-28/..']);
    expect(again?.disputed?.by).toEqual(['IR', 'RU', 'CN']);
  });

  it('before Implementation Day it applied, and nobody disputes that', () => {
    const before = missiles('2015-03', { on: '2015-04-01' });
    expect(before.provisions.find(({ id }) => id === 'ir-1747-5-export')?.disputed).toBeNull();
  });

  it('a time across the end shows both parts, and what came after stays lawful', () => {
    const across = missiles('2020-10-01/2020-11-30');
    const b6 = across.provisions.find(({ id }) => id === 'ir-2231-b6b');
    expect(b6?.result).toBe('open elements');
    expect(b6?.times.map(({ inside, outside }) => [inside, outside])).toEqual([
      [['2020-10-01/2020-10-18'], ['2020-10-19/2020-11-30']],
    ]);
  });

  it('of two claims, each is held to its own time', () => {
    const both = testOf(
      { from: 'IR', item: 'rocket', wording: 'rockets', when: '2019-05', on: '2022-01-01' },
      {
        from: 'IR',
        item: 'rocket',
        wording: 'rockets',
        when: '2021-05',
        on: '2022-01-02',
        who: 'Harbour Post',
      },
    );
    const b6 = both.provisions.find(({ id }) => id === 'ir-2231-b6b');
    expect(b6?.result).toBe('apparent breach');
    expect(b6?.elements[0]?.claims.map(({ index }) => index)).toEqual([0]);
    expect(b6?.times.map(({ claim, inside }) => [claim.index, inside])).toEqual([[1, []]]);
  });

  it('missiles to the Houthis', () => {
    const test = (when: string) =>
      testOf({
        from: 'IR',
        to: 'Houthis',
        item: 'ballistic_missile',
        wording: 'missiles',
        when,
        on: '2024-06-01',
      });
    expect(resultsOf(test('2024-01'))).toEqual(['ye-2216-14: apparent breach']);
    expect(resultsOf(test('2018'))).toEqual([
      'ir-2231-b4-from: open elements',
      'ir-2231-b6b: apparent breach',
      'ye-2216-14: apparent breach',
    ]);
  });
});

describe('Libya and Sudan', () => {
  const pantsir = (when: string) =>
    testOf({
      from: 'AE',
      to: 'Libyan National Army',
      item: 'air_defence_system',
      wording: 'Pantsir',
      when,
      on: '2019-12-10',
    });

  it('arms for either camp in Libya; an exemption is for who relies on it to show', () => {
    const test = pantsir('2019-05');
    expect(resultsOf(test)).toEqual(['ly-1970-9: apparent breach']);
    expect(elementOf(test, 'ly-1970-9', 'exemption').state).toBe('unclaimed');
    const other = { from: 'TR', to: 'Government of National Accord (Libya)', item: 'drone', when: '2019-05' };
    expect(resultsOf(testOf({ ...other, wording: 'Bayraktar TB2', on: '2019-12-10' }))).toEqual([
      'ly-1970-9: apparent breach',
    ]);
    expect(resultsOf(testOf({ ...other, wording: 'drones', on: '2019-12-10' }))).toEqual([
      'ly-1970-9: open elements',
    ]);
  });

  it('before the embargo it was lawful', () => {
    const test = pantsir('2010-05');
    expect(test.provisions).toEqual([]);
    expect(test.none.map(({ reason }) => reason)).toEqual(['not-in-force']);
    expect(test.none[0]?.words).toMatch(
      /S\/RES\/1970 \(2011\), paragraph 9, was not in force at the time \(since 2011-02-26\)/,
    );
  });

  it('arms from Libya', () => {
    expect(
      resultsOf(testOf({ from: 'LY', to: 'TD', item: 'small_arms', wording: 'rifles', when: '2013' })),
    ).toEqual(['ly-1970-10-export: apparent breach', 'ly-1970-10-procurement: apparent breach']);
  });

  it('the embargo on Darfur asks where the goods went', () => {
    const arms = {
      from: 'AE',
      to: 'Rapid Support Forces',
      item: 'munition',
      wording: 'ammunition',
      when: '2024-05',
    };
    const unplaced = testOf({ ...arms, on: '2024-12-10' });
    expect(resultsOf(unplaced)).toEqual(['sd-1556-7: open elements', 'sd-1591-7: open elements']);
    const nyala = testOf({ ...arms, on: '2024-12-10', more: { place: 'Nyala' } });
    expect(resultsOf(nyala)).toEqual(['sd-1556-7: apparent breach', 'sd-1591-7: apparent breach']);
  });
});

describe('where no provision applies', () => {
  it('Myanmar: there is no embargo', () => {
    const test = testOf({ from: 'RU', to: 'MM', item: 'aircraft', wording: 'fighter jets', when: '2022-05' });
    expect(test.provisions).toEqual([]);
    expect(test.none).toEqual([
      { reason: 'no-embargo', words: law.regimes.find(({ id }) => id === 'myanmar')?.none },
    ]);
  });

  it('a denial alone', () => {
    const test = testOf({ who: 'Dmitry Peskov', more: { polarity: 'denied' } });
    expect(test.none.map(({ reason }) => reason)).toEqual(['nothing-affirmed']);
  });

  it('parties of no regime at hand, and goods of no ban', () => {
    const other = testOf({ from: 'FR', to: 'BR', when: '2022-05' });
    expect(other.none.map(({ reason }) => reason)).toEqual(['no-regime']);
    const rice = { from: 'RU', to: 'KP', item: 'food', wording: 'rice', when: '2024-01' };
    expect(testOf(rice).none).toEqual([
      {
        reason: 'not-covered',
        words: expect.stringMatching(/this transfer of food under: North Korea/) as string,
      },
    ]);
  });

  it('goods by sea to North Korea ask whether they passed from ship to ship', () => {
    const route = { mode: ['sea'], origin: null, destination: null, via: [], vessel: null };
    const rice = { from: 'RU', to: 'KP', item: 'food', wording: 'rice', when: '2024-01', more: { route } };
    expect(resultsOf(testOf(rice))).toEqual(['kp-2375-11: open elements']);
  });

  it('nobody breaches by what stays at home', () => {
    expect(testOf({ from: 'KP', to: 'KP', when: '2022-05' }).provisions).toEqual([]);
  });
});

describe('the law against any claims', () => {
  it('says nothing of a breach that some claim does not satisfy whole', () => {
    for (const test of testsOf([
      { when: '2023-09' },
      { item: 'drone', wording: 'drones', when: '2023-09' },
      { from: null, to: 'KP', item: 'tank', when: '2020' },
    ])) {
      for (const { result, elements } of test.provisions) {
        const open = elements.some(({ state }) => state === 'open' || state === 'contradicted');
        expect(result === 'apparent breach').toBe(!open);
        for (const { element, state, claims } of elements)
          if (state === 'satisfied') expect([element, claims.length > 0]).toEqual([element, true]);
      }
    }
  });
});

describe('a duty that was to be done by a day', () => {
  const workers = (when: string) =>
    resultsOf(testOf({ on: '2024-02-01', when, item: 'workers', wording: 'construction workers' }));

  it('is put to the test by what was so after it, and by nothing before', () => {
    expect(workers('2023-03/2023-06')).toContain('kp-2397-8: open elements');
    expect(workers('2018-03/2018-06')).not.toContain('kp-2397-8: open elements');
  });

  it('and across it shows both parts', () => {
    const test = testOf({ on: '2024-02-01', when: '2019-12/2020-01', item: 'workers', wording: 'workers' });
    const { times, in_force } = test.provisions.find(({ id }) => id === 'kp-2397-8')!;
    expect(in_force).toEqual(['2019-12-22/..']);
    expect(times[0]).toMatchObject({ outside: ['2019-12-01/2019-12-21'] });
  });

  it('that no act can show to be unmet is not tested', () => {
    for (const { id, effect, unmet } of law.provisions)
      if (effect !== 'prohibits' && unmet === null)
        expect(workers('2023-03/2023-06').some((result) => result.startsWith(`${id}:`))).toBe(false);
  });
});
