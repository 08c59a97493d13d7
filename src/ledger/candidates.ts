import type { Entity } from '../model/entity.js';
import type { Likeness } from '../model/sanctions.js';
import { ProfileIndex } from './blocking.js';
import { likenessOf } from './likeness.js';
import { profilesOf, type Profile } from './profile.js';
import { pairKey, type Rulings } from './rulings.js';
import { compare } from './statement-date.js';

/** Two entities that may be one, for an analyst to judge; the program never puts them together. */
export interface Candidate extends Likeness {
  readonly a: Entity;
  readonly b: Entity;
}

/**
 * The pairs of entities that are at least so alike, the most alike first; without those that analysts have told apart.
 * @param least 0 to 1
 */
export function candidatesOf(
  entities: readonly Entity[],
  { distinct }: Pick<Rulings, 'distinct'>,
  least: number,
): readonly Candidate[] {
  const index = new ProfileIndex<readonly [Entity, Profile]>();
  const found = new Map<string, Candidate>();
  for (const entity of [...entities].sort((a, b) => compare(a.id, b.id))) {
    const profiles = profilesOf(entity);
    for (const profile of profiles) {
      for (const [other, its] of index.near(profile)) {
        const key = pairKey(other, entity);
        if (other === entity || other.sort !== entity.sort || distinct.has(key)) continue;
        const likeness = likenessOf(its, profile);
        if (likeness === null || likeness.score < least) continue;
        if (likeness.score > (found.get(key)?.score ?? -1))
          found.set(key, { a: other, b: entity, ...likeness });
      }
    }
    for (const profile of profiles) index.add([entity, profile], profile);
  }
  return [...found.values()].sort(
    (x, y) => y.score - x.score || compare(x.a.id, y.a.id) || compare(x.b.id, y.b.id),
  );
}
