import type { Entity } from '../model/entity.js';
import type { ComparedField, Hit, Likeness, ListedEntity } from '../model/sanctions.js';
import { ProfileIndex } from './blocking.js';
import { likenessOf, summed } from './likeness.js';
import { kindOfListed, profileOfListed, profilesOf, type Profile } from './profile.js';
import { compare } from './statement-date.js';

/** Changes whenever equal entities and lists could give other hits. */
export const SCREENING_VERSION = 'screening-1';

/** A version of a list, as hits name it. */
export type ListVersion = Hit['list'];

interface Found {
  readonly list: ListVersion;
  readonly listed: ListedEntity;
  readonly likeness: Likeness;
}

interface Screened {
  readonly entity: Entity;
  found: Found[];
  /** Entries of each list, by its id, that bear the name. */
  readonly bearers: Map<string, number>;
}

/** Of one entity; the rest are less alike. */
const MOST = 20;
/** A name is the same from here on, but for its spelling. */
const SAME_NAME = 0.855;

/**
 * Compares the vessels, people and bodies of a ledger with lists that pass by entry by entry: memory grows with the
 * ledger, not with the lists. The hits do not depend on the order of entities or entries.
 */
export class Screener {
  readonly #index = new ProfileIndex<readonly [Screened, Profile]>();
  readonly #screened: Screened[] = [];

  /**
   * @param stateOf the ISO 3166-1 code of a country by code or name; null where it is none
   * @param least the least score of a hit, 0 to 1
   */
  constructor(
    entities: Iterable<Entity>,
    private readonly stateOf: (country: string) => string | null,
    private readonly least: number,
  ) {
    for (const entity of entities) {
      const profiles = entity.sort === 'party' || entity.sort === 'vessel' ? profilesOf(entity) : [];
      if (profiles.length === 0) continue;
      const screened = { entity, found: [], bearers: new Map<string, number>() };
      this.#screened.push(screened);
      for (const profile of profiles) this.#index.add([screened, profile], profile);
    }
  }

  /** How many entities are compared. */
  get entities(): number {
    return this.#screened.length;
  }

  /** @returns whether the entry is of a kind that is screened */
  look(listed: ListedEntity, list: ListVersion): boolean {
    const kind = kindOfListed(listed);
    if (kind === null) return false;
    const theirs = profileOfListed(listed, kind, this.stateOf);
    const best = new Map<Screened, Likeness>();
    for (const [screened, ours] of this.#index.near(theirs)) {
      const likeness = likenessOf(ours, theirs);
      if (likeness === null || likeness.score <= (best.get(screened)?.score ?? -1)) continue;
      best.set(screened, likeness);
    }
    for (const [screened, likeness] of best) {
      if (likeness.fields.some(({ field, contribution }) => field === 'name' && contribution >= SAME_NAME))
        screened.bearers.set(list.id, (screened.bearers.get(list.id) ?? 0) + 1);
      if (likeness.score >= this.least) keep(screened, { list, listed, likeness });
    }
    return true;
  }

  /** By falling score, then by entity, list and entry. */
  hits(): readonly Hit[] {
    return this.#screened
      .flatMap((screened) =>
        screened.found
          .map((found) => hitOf(screened, found))
          .filter(({ score }) => score >= this.least)
          .sort(byScore)
          .slice(0, MOST),
      )
      .sort(byScore);
  }
}

/** Holds a few more than are shown, so that a name with thousands of bearers does not fill the memory. */
function keep(screened: Screened, found: Found): void {
  screened.found.push(found);
  if (screened.found.length < 8 * MOST) return;
  screened.found = screened.found
    .sort(
      (a, b) =>
        b.likeness.score - a.likeness.score ||
        compare(a.list.id, b.list.id) ||
        compare(a.listed.id, b.listed.id),
    )
    .slice(0, 4 * MOST);
}

const NUMBERS: ReadonlySet<ComparedField['field']> = new Set(['imo', 'mmsi', 'call-sign']);
const A_BEARER = -0.05;
const MOST_COMMON = -0.3;

function hitOf({ entity, bearers }: Screened, { list, listed, likeness }: Found): Hit {
  const { score, fields } = withBearers(likeness, bearers.get(list.id) ?? 0);
  return {
    entity: entity.id,
    name: entity.name,
    type: entity.type,
    score,
    list,
    listed: {
      id: listed.id,
      schema: listed.schema,
      name: listed.name,
      programmes: listed.programmes,
      listed: listed.listed,
    },
    fields,
  };
}

/** A name that many entries bear says less of each of them; a number says the same. */
function withBearers(likeness: Likeness, bearers: number): Likeness {
  const name = likeness.fields.find(({ field }) => field === 'name');
  const byNumber = likeness.fields.some(({ field, contribution }) => NUMBERS.has(field) && contribution > 0);
  if (name === undefined || name.contribution < SAME_NAME || byNumber || bearers < 2) return likeness;
  const contribution = Math.max(MOST_COMMON, Math.round(A_BEARER * Math.log2(bearers) * 1000) / 1000);
  const common: ComparedField = {
    field: 'common-name',
    ours: name.ours,
    theirs: name.theirs,
    contribution,
    why: `${bearers} entries of the list bear the name`,
  };
  return summed([...likeness.fields, common]);
}

const byScore = (a: Hit, b: Hit): number =>
  b.score - a.score ||
  compare(a.entity, b.entity) ||
  compare(a.list.name, b.list.name) ||
  compare(a.list.id, b.list.id) ||
  compare(a.listed.id, b.listed.id);
