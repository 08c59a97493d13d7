import { entityId, type Entity, type EntityRef } from '../../src/model/entity.js';

/** Entities as the ledger has them, named by one claim. */

export function entity(name: string, type: Entity['type'], more: Partial<Entity> = {}): Entity {
  const ref: EntityRef = { sort: type === 'vessel' ? 'vessel' : 'party', key: name };
  return {
    id: entityId(ref),
    ...ref,
    type,
    name,
    state: null,
    origin: name,
    matched: 'none',
    claims: 1,
    names: [{ name, claims: 1 }],
    aliases: [],
    identifiers: [],
    flags: [],
    false_identities: [],
    posts: [],
    merged: [],
    ...more,
  };
}

export const vessel = (name: string, more: Partial<Entity> = {}): Entity => entity(name, 'vessel', more);

export const imo = (value: string): Pick<Entity, 'identifiers'> => ({
  identifiers: [{ scheme: 'imo', value, from: null, to: null }],
});
