import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { TallymanError } from '../core/errors.js';
import { DATA_FOLDER } from '../core/package-root.js';
import { readYaml } from '../core/yaml-file.js';
import {
  regimeFileSchema,
  termsFileSchema,
  type ActTerm,
  type GoodsTerm,
  type Law,
  type Provision,
  type Regime,
  type Undated,
} from '../model/provision.js';
import type { Vocabulary } from '../model/vocabulary.js';

/** The names that provisions may use. */
export type LawNames = Pick<Vocabulary, 'states' | 'organisations' | 'places'>;

interface Terms {
  readonly acts: ReadonlyMap<string, ActTerm>;
  readonly goods: ReadonlyMap<string, GoodsTerm>;
  readonly undated: Undated;
}

/**
 * Reads the bundled law and that of further folders, in that order. `terms.yaml` and `terms.NAME.yaml` hold acts and
 * goods, which all provisions may use; every other `.yaml` file is a regime (docs/law.md).
 * @param names what a party or place must be one of: another name would never match, and nobody would notice
 * @throws TallymanError `bad-data` naming file and line
 */
export function loadLaw(furtherFolders: readonly string[], names: LawNames): Law {
  const files = [join(DATA_FOLDER, 'law'), ...furtherFolders].flatMap(yamlFiles);
  const terms = readTerms(files.filter(isTerms));
  const regimes: Regime[] = [];
  const provisions = new Map<string, Provision>();
  const replaced = new Map<string, string>();
  for (const path of files.filter((file) => !isTerms(file))) {
    const file = readYaml(path, regimeFileFor(names, terms));
    const regime = regimeOf(file.regime, regimes, path);
    for (const { elements, ...provision } of file.provisions) {
      if (provisions.has(provision.id)) throw twice('provision', provision.id, path);
      for (const id of provision.replaces) replaced.set(id, path);
      const [act, item] = [terms.acts.get(elements.act), terms.goods.get(elements.item)];
      if (act === undefined || item === undefined) continue; // the schema has refused it
      provisions.set(provision.id, { ...provision, regime, elements: { ...elements, act, item } });
    }
  }
  for (const [id, path] of replaced) {
    if (!provisions.delete(id))
      throw new TallymanError('bad-data', `replaces a provision that is not there: ${id}`, path);
  }
  return { regimes, provisions: [...provisions.values()], undated: terms.undated };
}

const yamlFiles = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.yaml'))
        .sort()
        .map((name) => join(folder, name))
    : [];

const isTerms = (path: string): boolean => /(?:^|[\\/])terms(?:\.[^\\/]*)?\.yaml$/.test(path);

/** A later statement of how undated claims are read takes the place of an earlier one. */
function readTerms(paths: readonly string[]): Terms {
  const acts = new Map<string, ActTerm>();
  const goods = new Map<string, GoodsTerm>();
  let undated: Undated | null = null;
  for (const path of paths) {
    const file = readYaml(path, termsFileSchema);
    undated = file.undated ?? undated;
    for (const term of file.acts) {
      if (acts.has(term.id)) throw twice('act', term.id, path);
      acts.set(term.id, term);
    }
    for (const term of file.goods) {
      if (goods.has(term.id)) throw twice('goods', term.id, path);
      goods.set(term.id, term);
    }
  }
  return { acts, goods, undated: undated ?? { months: 0, why: 'no file says how to read it' } };
}

function regimeOf(given: Regime | string, regimes: Regime[], path: string): string {
  const id = typeof given === 'string' ? given : given.id;
  const there = regimes.some((regime) => regime.id === id);
  if (typeof given === 'string') {
    if (!there) throw new TallymanError('bad-data', `no such regime: ${id}`, path);
  } else {
    if (there) throw twice('regime', id, path);
    regimes.push(given);
  }
  return id;
}

const twice = (what: string, id: string, path: string): TallymanError =>
  new TallymanError('bad-data', `the ${what} ${id} is there already`, path);

/** The schema of a regime's file, with what other files must hold: terms, parties, places. */
function regimeFileFor(
  { states, organisations, places }: LawNames,
  { acts, goods }: Terms,
): typeof regimeFileSchema {
  const parties = new Set([...states.map(({ code }) => code), ...organisations.map(({ name }) => name)]);
  const placeNames = new Set(places.map(({ name }) => name));
  return regimeFileSchema.superRefine((file, context) => {
    const expectIn = (known: { has(name: string): boolean }, what: string) => {
      return (names: readonly string[] | string, path: (string | number)[]): void => {
        for (const [position, name] of [names].flat().entries()) {
          if (known.has(name)) continue;
          const message = `no such ${what}: ${name}`;
          context.addIssue({
            code: 'custom',
            message,
            path: typeof names === 'string' ? path : [...path, position],
          });
        }
      };
    };
    const expectParty = expectIn(parties, 'state (by its code) or organisation in the vocabulary');
    const expectPlace = expectIn(placeNames, 'place in the vocabulary');
    if (typeof file.regime !== 'string') expectParty(file.regime.about, ['regime', 'about']);
    file.provisions.forEach(({ binds, in_force, elements }, number) => {
      const at = ['provisions', number];
      expectIn(acts, 'act in terms.yaml')(elements.act, [...at, 'elements', 'act']);
      expectIn(goods, 'goods in terms.yaml')(elements.item, [...at, 'elements', 'item']);
      if (binds !== 'all-states') expectParty(binds, [...at, 'binds']);
      in_force.forEach(({ disputed }, period) => {
        if (disputed) expectParty(disputed.by, [...at, 'in_force', period, 'disputed', 'by']);
      });
      for (const end of ['from', 'to'] as const) {
        const list = elements.direction[end];
        if (list !== 'any') expectParty(list, [...at, 'elements', 'direction', end]);
      }
      if (elements.place) expectPlace(elements.place.within, [...at, 'elements', 'place', 'within']);
    });
  });
}
