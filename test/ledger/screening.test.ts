import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Screener, type ListVersion } from '../../src/ledger/screening.js';
import { likenessOf } from '../../src/ledger/likeness.js';
import { kindOfListed, profileOfListed, profilesOf } from '../../src/ledger/profile.js';
import { entityId, type Entity } from '../../src/model/entity.js';
import { hitSchema, type Hit, type ListedEntity } from '../../src/model/sanctions.js';
import { entity, imo, vessel } from './entity-records.js';

const LIST: ListVersion = { id: 'a'.repeat(64), name: 'Test list', version: '2024-06-14' };
const stateOf = (country: string): string | null =>
  /^[a-z]{2}$/i.test(country) ? country.toUpperCase() : null;

const listed = (id: string, name: string, more: Partial<ListedEntity> = {}): ListedEntity => ({
  id,
  type: 'vessel',
  schema: 'Vessel',
  name,
  aliases: [],
  imo: [],
  mmsi: [],
  call_signs: [],
  countries: [],
  births: [],
  programmes: ['test'],
  listed: '2022-05-09',
  ...more,
});

function hits(entities: readonly Entity[], entries: readonly ListedEntity[], least = 0.7): readonly Hit[] {
  const screener = new Screener(entities, stateOf, least);
  for (const entry of entries) screener.look(entry, LIST);
  return screener.hits();
}

describe('screening', () => {
  it('says of each hit the list, its version, the entry, and what was compared', () => {
    const [hit, ...others] = hits(
      [vessel('Angara', { ...imo('9179842'), flags: [{ state: 'RU', from: null, to: null }] })],
      [listed('x-1', 'ANGARA', { imo: ['9179842'], countries: ['ru'] }), listed('x-2', 'ANGELA')],
    );
    expect(others).toEqual([]);
    expect(hitSchema.parse(hit)).toEqual({
      entity: entityId({ sort: 'vessel', key: 'Angara' }),
      name: 'Angara',
      type: 'vessel',
      score: 1,
      list: LIST,
      listed: { id: 'x-1', schema: 'Vessel', name: 'ANGARA', programmes: ['test'], listed: '2022-05-09' },
      fields: [
        {
          field: 'imo',
          ours: '9179842',
          theirs: '9179842',
          contribution: 1,
          why: expect.any(String) as string,
        },
        { field: 'name', ours: 'Angara', theirs: 'ANGARA', contribution: 0.9, why: 'the same words' },
        { field: 'state', ours: 'RU', theirs: 'RU', contribution: 0.05, why: 'a state in common' },
      ],
    });
  });

  it('finds a renamed ship by its number, and no ship that only bears the name', () => {
    const ours = [vessel('Maria', imo('8517839'))];
    expect(
      hits(ours, [listed('renamed', 'SEA ROSE', { imo: ['8517839'] })]).map(({ score }) => score),
    ).toEqual([1]);
    expect(hits(ours, [listed('another', 'MARIA', { imo: ['9161003'] })])).toEqual([]);
    expect(
      hits(ours, [listed('another', 'MARIA', { imo: ['9161003'] })], 0.1)[0]?.fields.at(-1)?.why,
    ).toContain('another IMO number');
  });

  it('finds the ships that the entry of a body names', () => {
    const [hit] = hits(
      [vessel('Ryong Gun Bong', imo('8606173'))],
      [listed('KPe.020', 'OCEAN MARITIME MANAGEMENT', { type: 'organisation', imo: ['8606173'] })],
    );
    expect(hit).toMatchObject({ score: 0.8, fields: [{ field: 'imo' }] });
  });

  it('lowers a name that many bear, a weak alias, and a lone family name', () => {
    const many = Array.from({ length: 16 }, (_, n) => listed(`m-${n}`, 'MARIA'));
    expect(hits([vessel('Maria')], many.slice(0, 1))[0]?.score).toBe(0.9);
    const crowd = hits([vessel('Maria')], many);
    expect(crowd).toHaveLength(16);
    expect(crowd[0]).toMatchObject({ score: 0.7 });
    expect(crowd[0]?.fields.at(-1)).toMatchObject({
      field: 'common-name',
      why: '16 entries of the list bear the name',
    });
    const person = (name: string, more: Partial<ListedEntity> = {}): ListedEntity =>
      listed('p', name, { type: 'person', schema: 'Person', ...more });
    expect(hits([entity('Kim', 'person')], [person('Kim')])).toEqual([]);
    const weak = person('Pak Chol Su', { aliases: [{ name: 'Ri Ho Jin', weak: true }] });
    expect(hits([entity('Ri Ho Jin', 'person')], [weak], 0.5)[0]?.score).toBe(0.65);
  });

  it('compares vessels with vessels, people with people, bodies with bodies, the unknown with either', () => {
    const entries = [
      listed('v', 'MAYAK STAR'),
      listed('p', 'MAYAK STAR', { type: 'person' }),
      listed('o', 'MAYAK STAR', { type: 'organisation' }),
      listed('x', 'MAYAK STAR', { type: 'other' }),
    ];
    const found = (type: Entity['type']): string[] =>
      hits([entity('Mayak Star', type)], entries).map((hit) => hit.listed.id);
    expect(found('vessel')).toEqual(['v']);
    expect(found('person')).toEqual(['p']);
    expect(found('company')).toEqual(['o']);
    expect(found('unknown')).toEqual(['o', 'p']);
    expect(found('state')).toEqual([]);
  });

  it('is the same whatever the order of entities and entries', () => {
    const name = fc.array(
      fc.constantFrom('grey', 'heron', 'Grei', 'maria', 'II', 'IV', 'sparta', 'star', 'Омский'),
      {
        minLength: 1,
        maxLength: 3,
      },
    );
    const entries = fc.uniqueArray(
      fc.record({
        id: fc.uuid(),
        name: name.map((words) => words.join(' ')),
        number: fc.constantFrom('9179842', '9161003', null),
      }),
      { selector: ({ id }) => id, maxLength: 40 },
    );
    fc.assert(
      fc.property(
        entries,
        fc.uniqueArray(
          name.map((words) => words.join(' ')),
          { maxLength: 6 },
        ),
        (rows, names) => {
          const list = rows.map((row) =>
            listed(row.id, row.name, { imo: row.number === null ? [] : [row.number] }),
          );
          const ours = names.map((each, at) => vessel(each, at === 0 ? imo('9179842') : {}));
          expect(hits([...ours].reverse(), [...list].reverse())).toEqual(hits(ours, list));
          // The index leaves out no pair that comparing all with all would find.
          const pairs = ours.flatMap((one) =>
            list.flatMap((other) => {
              const profile = profileOfListed(other, kindOfListed(other)!, stateOf);
              const score = likenessOf(profilesOf(one)[0]!, profile)?.score ?? 0;
              return score >= 0.7 ? [`${one.id} ${other.id}`] : [];
            }),
          );
          const near = new Set(hits(ours, list, 0.4).map((hit) => `${hit.entity} ${hit.listed.id}`));
          const crowded = new Set(
            ours
              .filter(({ id }) => [...near].filter((pair) => pair.startsWith(id)).length >= 20)
              .map(({ id }) => id),
          );
          for (const pair of pairs) if (!crowded.has(pair.split(' ')[0] ?? '')) expect(near).toContain(pair);
        },
      ),
      { numRuns: 200 },
    );
  });
});
