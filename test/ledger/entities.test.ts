import { describe, expect, it } from 'vitest';
import { buildLedger } from '../../src/ledger/build-ledger.js';
import { imoIn, imosIn, isImo, isMmsi } from '../../src/model/identifiers.js';
import { entitySchema, type Entity } from '../../src/model/entity.js';
import type { Claim } from '../../src/model/claim.js';
import type { Vocabulary } from '../../src/model/vocabulary.js';
import { claim, facts } from './claims.js';
import { vocabulary } from './vocabulary.js';

const [heron] = vocabulary.vessels;
const [rajin] = vocabulary.places.filter(({ name }) => name === 'Rajin');

/** The vocabulary with a ship that has sailed under several names, flags and numbers. */
const known: Vocabulary = {
  ...vocabulary,
  vessels: [
    {
      ...heron!,
      imo: '9074729',
      flags: [
        { state: 'PA', from: null, to: '2019' },
        { state: 'RU', from: '2019', to: null },
      ],
      former_names: [{ name: 'Kittiwake', from: '2012', to: '2019' }],
      mmsi: [{ number: '273123450', from: '2019', to: null }],
      call_signs: [{ sign: 'UBXR5', from: '2019', to: null }],
      false_identities: [
        { name: 'White Stork', imo: null, mmsi: '511100000', from: '2023-05', to: '2023-07' },
      ],
    },
  ],
  places: [...vocabulary.places.filter(({ name }) => name !== 'Rajin'), { ...rajin!, unlocode: 'KPRJN' }],
  models: [
    {
      name: 'Hwasong-11',
      aliases: ['KN-23'],
      class: 'ballistic_missile',
      unit: 'missile',
      make: ['KP'],
      calibre_mm: null,
    },
  ],
};

const entitiesOf = (claims: readonly Claim[]): readonly Entity[] =>
  buildLedger({ documents: [facts('d1'), facts('d2')], claims, vocabulary: known }).entities;

const voyage = (vessel: string, index: number, origin = 'Rajin'): Claim =>
  claim(
    {
      kind: 'movement',
      supplier: null,
      recipient: null,
      route: { mode: ['sea'], origin, destination: 'Vostochny', via: [], vessel },
    },
    index,
  );

describe('a vessel', () => {
  it('is one by number, name, former name and prefix, each with how often claims use it', () => {
    const names = [
      'Grey Heron',
      'MV Grey Heron',
      'Kittiwake',
      'M/T Kittiwake',
      'Sea Rose (IMO 9074729)',
      'Grey Heron',
    ];
    const vessels = entitiesOf(names.map((name, index) => voyage(name, index))).filter(
      ({ type }) => type === 'vessel',
    );
    expect(vessels).toHaveLength(1);
    expect(entitySchema.parse(vessels[0])).toMatchObject({
      key: 'Grey Heron',
      matched: 'identifier',
      claims: 6,
      names: [
        { name: 'Grey Heron', claims: 2 },
        { name: 'Kittiwake', claims: 1 },
        { name: 'M/T Kittiwake', claims: 1 },
        { name: 'MV Grey Heron', claims: 1 },
        { name: 'Sea Rose (IMO 9074729)', claims: 1 },
      ],
      aliases: [
        { name: 'MV Grey Heron', from: null, to: null },
        { name: 'Kittiwake', from: '2012', to: '2019' },
      ],
      identifiers: [
        { scheme: 'imo', value: '9074729', from: null, to: null },
        { scheme: 'mmsi', value: '273123450', from: '2019', to: null },
        { scheme: 'call-sign', value: 'UBXR5', from: '2019', to: null },
      ],
      flags: [
        { state: 'PA', from: null, to: '2019' },
        { state: 'RU', from: '2019', to: null },
      ],
    });
  });

  it('is kept apart from an identity under which it sailed falsely', () => {
    const vessels = entitiesOf([voyage('Grey Heron', 0), voyage('White Stork', 1)]).filter(
      ({ type }) => type === 'vessel',
    );
    expect(vessels.map(({ key }) => key).sort()).toEqual(['Grey Heron', 'White Stork']);
    expect(vessels.find(({ key }) => key === 'Grey Heron')?.false_identities).toEqual([
      {
        name: 'White Stork',
        identifiers: [{ scheme: 'mmsi', value: '511100000', from: null, to: null }],
        from: '2023-05',
        to: '2023-07',
      },
    ]);
  });
});

it('a port is found by its UN/LOCODE, and places named together are each one', () => {
  const places = entitiesOf([
    voyage('Grey Heron', 0, 'KPRJN'),
    voyage('Grey Heron', 1, 'Najin, Vostochny'),
  ]).filter(({ type }) => type === 'place');
  expect(places.map(({ key, claims }) => [key, claims]).sort()).toEqual([
    ['Rajin', 2],
    ['Vostochny', 2],
  ]);
  expect(places.find(({ key }) => key === 'Rajin')).toMatchObject({
    state: 'KP',
    identifiers: [{ scheme: 'un-locode', value: 'KPRJN' }],
  });
});

it('parties named together are each one, goods have a class and a designation, and people their posts', () => {
  const entities = entitiesOf([
    claim({
      supplier: 'KP, Red Hills Front',
      attribution: [{ who: 'Marchuk', role: 'claimant', stated: '2024-02-01' }],
      item: { class: 'ballistic_missile', wording: 'KN-23 missiles', model: 'KN-23' },
    }),
  ]);
  const found = Object.fromEntries(entities.map((entity) => [entity.key, entity]));
  expect(
    Object.fromEntries(entities.map(({ key, type, matched }) => [key, `${type} ${matched}`])),
  ).toMatchObject({
    KP: 'state exact',
    RU: 'state exact',
    'Red Hills Front': 'armed_group exact',
    'Olena Marchuk': 'person alias',
    ballistic_missile: 'item exact',
    'Hwasong-11': 'model alias',
  });
  expect(found['Olena Marchuk']?.posts).toEqual([
    {
      title: 'minister',
      organisation: 'Ministry of Defence (Ukraine)',
      state: 'UA',
      from: '2023',
      to: '2024-06',
    },
  ]);
  expect(found['KP']?.identifiers).toEqual([{ scheme: 'iso-3166-1', value: 'KP', from: null, to: null }]);
});

describe('numbers', () => {
  it('are told by check digit and range', () => {
    expect(['9074729', '9179842', '9161003', '9074728', '907472', '90747290'].map(isImo)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(['273123450', '173123450', '27312345'].map(isMmsi)).toEqual([true, false, false]);
  });

  it('are read from wordings that name them', () => {
    expect(
      ['IMO 9074729', '9074729', 'Grey Heron (IMO number: 9074729)', 'IMO 9074728', 'Heron 9074729'].map(
        imoIn,
      ),
    ).toEqual(['9074729', '9074729', '9074729', null, null]);
    expect(
      imosIn('IMO Number: Chol Ryong, IMO 8606173; Chong Chon Gang, IMO: 7937317. Tel. 9074729'),
    ).toEqual(['8606173', '7937317']);
  });
});
