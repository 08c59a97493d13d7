import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidatesOf } from '../../src/ledger/candidates.js';
import { likenessOf } from '../../src/ledger/likeness.js';
import { nameForm, withoutShipPrefix, type NameKind } from '../../src/ledger/name-forms.js';
import { nameLikeness } from '../../src/ledger/name-likeness.js';
import { profilesOf } from '../../src/ledger/profile.js';
import { NO_RULINGS, pairKey } from '../../src/ledger/rulings.js';
import type { Entity } from '../../src/model/entity.js';
import type { Likeness } from '../../src/model/sanctions.js';
import { entity, imo, vessel } from './entity-records.js';

const alike = (a: string, b: string, kind: NameKind): number =>
  nameLikeness(nameForm(a, kind), nameForm(b, kind)).score;

const compared = (a: Entity, b: Entity): Likeness | null => likenessOf(profilesOf(a)[0]!, profilesOf(b)[0]!);

describe('names are alike', () => {
  it.each<[NameKind, string, string]>([
    ['person', 'Kim Yong-chol', 'KIM Yong Chol'],
    ['person', 'Pak Jong Chon', 'Park Jong-chon'],
    ['person', 'Gen. Mohamed Hamdan Dagalo', 'Dagalo, Muhammad Hamdan'],
    ['person', 'Сергей Шойгу', 'Sergei Shoigu'],
    ['person', 'Yevgeny Prigozhin', 'Evgeniy Prigozhin'],
    ['person', 'Dmitriy Utkin', 'Dmitri Utkin'],
    ['vessel', 'M/V Lady R', 'LADY R'],
    ['vessel', 'Begey', 'Begei'],
    ['vessel', 'Omskiy-103', 'OMSKY 103'],
    ['organisation', 'TransMorFlot LLC', 'OOO Transmorflot'],
    ['organisation', 'Sobaeksu Trading Corp.', 'So Baek Su Trading Corporation'],
    ['organisation', 'Korea Mining Development Trading Corporation', 'Korea Mining Development Trading Corp'],
  ])('%s: %s, %s', (kind, a, b) => {
    expect(alike(a, b, kind)).toBeGreaterThan(0.88);
    expect(alike(b, a, kind)).toBeCloseTo(alike(a, b, kind), 10);
  });
});

describe('names are other names', () => {
  it.each<[NameKind, string, string]>([
    ['vessel', 'Sparta II', 'Sparta IV'],
    ['vessel', 'Port Olya-3', 'Port Olya-4'],
    ['vessel', 'Maia-1', 'Maia-2'],
    ['person', 'Kim Jong Un', 'Kim Yo Jong'],
    ['person', 'Ri Pyong Chol', 'Pak Yong Sik'],
    ['organisation', 'Eastern Shipping Company', 'Western Trading Company'],
    ['organisation', 'Green Pine Associated Corporation', 'Black Sea Trading Corporation'],
    ['vessel', 'Maria', 'Marina Bay'],
  ])('%s: %s, %s', (kind, a, b) => {
    expect(alike(a, b, kind)).toBeLessThan(0.7);
  });
});

describe('the score', () => {
  it('is decided by a number, not by names', () => {
    const likeness = compared(vessel('Grey Heron', imo('9179842')), vessel('White Stork', imo('9179842')));
    expect(likeness?.score).toBe(1);
    expect(likeness?.fields.map(({ field }) => field)).toEqual(['imo']);
  });

  it('of a name alone is lowered by another IMO number, and says why', () => {
    const [ours, theirs] = [vessel('Grey Heron', imo('9179842')), vessel('Grey Heron', imo('9161003'))];
    expect(compared(ours, theirs)?.score).toBeCloseTo(0.3, 10);
    expect(compared(ours, vessel('MV Grey Heron'))?.score).toBe(0.9);
    expect(compared(ours, theirs)?.fields.at(-1)).toMatchObject({
      field: 'imo',
      ours: '9179842',
      theirs: '9161003',
      contribution: -0.6,
    });
  });

  it('tells a false identity from a name', () => {
    const ours = vessel('Grey Heron', {
      ...imo('9179842'),
      false_identities: [{ name: 'White Stork', identifiers: [], from: '2023-05', to: null }],
    });
    expect(compared(ours, vessel('White Stork'))?.fields).toMatchObject([
      { field: 'false-identity', ours: 'White Stork', contribution: 0.6 },
    ]);
    expect(compared(ours, vessel('White Stork', imo('9161003')))?.score).toBe(0);
    const masked = vessel('Black Kite', {
      false_identities: [
        {
          name: 'Sea Rose',
          identifiers: [{ scheme: 'imo', value: '9161003', from: null, to: null }],
          from: null,
          to: null,
        },
      ],
    });
    expect(compared(masked, vessel('Lady R', imo('9161003')))).toMatchObject({
      score: 0.6,
      fields: [{ field: 'false-identity', ours: '9161003' }],
    });
    expect(candidatesOf([masked, vessel('Lady R', imo('9161003'))], NO_RULINGS, 0.5)).toHaveLength(1);
  });

  it('of a family name alone is low', () => {
    const [a, b] = ['Choe', 'Choe Son Hui'].map((name) => entity(name, 'person'));
    expect(compared(a!, b!)).toBeNull();
    const twins = [entity('Marchuk', 'person'), entity('Marčuk', 'person')];
    expect(compared(twins[0]!, twins[1]!)?.score).toBeLessThan(0.7);
  });

  it('is the sum of what the fields contribute, between 0 and 1', () => {
    const word = fc.constantFrom(
      'grey',
      'heron',
      'Maria',
      'II',
      '2',
      'star',
      'Омский',
      'MV',
      'kim',
      'trading',
    );
    const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    const any = fc.record({
      name,
      number: fc.constantFrom('9179842', '9161003', null),
      state: fc.constantFrom('RU', 'KP', null),
    });
    fc.assert(
      fc.property(any, any, (x, y) => {
        const [a, b] = [x, y].map((each) =>
          vessel(each.name, { state: each.state, ...(each.number === null ? {} : imo(each.number)) }),
        );
        const [one, two] = [compared(a!, b!), compared(b!, a!)];
        expect(one?.score).toBe(two?.score);
        if (one === null) return;
        const sum = one.fields.reduce((total, { contribution }) => total + contribution, 0);
        expect(one.score).toBeCloseTo(Math.min(1, Math.max(0, sum)), 2);
      }),
    );
  });
});

describe('candidates', () => {
  const entities = [vessel('Grey Heron', imo('9179842')), vessel('Gray Heron'), vessel('Black Stork')];

  it('are put forward with their reasons until they are told apart', () => {
    const [only, ...others] = candidatesOf(entities, NO_RULINGS, 0.75);
    expect(others).toEqual([]);
    expect(new Set([only?.a.key, only?.b.key])).toEqual(new Set(['Grey Heron', 'Gray Heron']));
    expect(only?.fields[0]?.why).toBe('1 word spelled otherwise');
    const distinct = new Set([pairKey(entities[0]!, entities[1]!)]);
    expect(candidatesOf(entities, { distinct }, 0.75)).toEqual([]);
  });

  it('are the same whatever the order of the entities', () => {
    expect(candidatesOf([...entities].reverse(), NO_RULINGS, 0.1)).toEqual(
      candidatesOf(entities, NO_RULINGS, 0.1),
    );
  });
});

it('the prefix of a merchant ship is no part of its name', () => {
  expect(
    ['MV Angara', 'M/V Angara', 'Motor Vessel Angara', 'Angara', 'MV', 'USS Cole'].map(withoutShipPrefix),
  ).toEqual(['Angara', 'Angara', 'Angara', 'Angara', 'MV', 'USS Cole']);
});
