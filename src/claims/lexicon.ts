import { join } from 'node:path';
import { z } from 'zod';
import { DATA_FOLDER } from '../core/package-root.js';
import { readYaml } from '../core/yaml-file.js';
import type {
  ItemModel,
  ItemTerm,
  KnownEvent,
  Office,
  Organisation,
  Person,
  Place,
  State,
  Vessel,
  Vocabulary,
} from '../model/vocabulary.js';
import { MODES, UNITS, type Mode, type Unit } from '../model/enums.js';
import { plural, spellings } from './inflect.js';
import { PhraseIndex, type Phrase } from './phrase-index.js';

/** What a phrase of the vocabulary may stand for. */
export type Entry =
  | { readonly type: 'state'; readonly state: State; readonly form: 'name' | 'demonym' | 'metonym' }
  | { readonly type: 'organisation'; readonly organisation: Organisation; readonly form: 'name' | 'short' }
  | { readonly type: 'person'; readonly person: Person }
  | { readonly type: 'office'; readonly office: Office; readonly many: boolean }
  | { readonly type: 'item'; readonly term: ItemTerm; readonly many: boolean }
  | { readonly type: 'model'; readonly model: ItemModel; readonly many: boolean }
  | { readonly type: 'place'; readonly place: Place }
  | { readonly type: 'vessel'; readonly vessel: Vessel }
  | { readonly type: 'event'; readonly event: KnownEvent }
  | { readonly type: 'carrier'; readonly mode: Mode; readonly unit: Unit | null; readonly many: boolean };

const carriersSchema = z.strictObject({
  source: z.array(z.string()),
  carriers: z.array(
    z.strictObject({ mode: z.enum(MODES), unit: z.enum(UNITS).nullable(), names: z.array(z.string()) }),
  ),
});
const { carriers: CARRIERS } = readYaml(join(DATA_FOLDER, 'claims', 'carriers.yaml'), carriersSchema);

/** Nouns for a ship, for texts that call one by name. */
export const SHIP_NOUNS: readonly string[] = CARRIERS.flatMap(({ mode, unit, names }) =>
  mode === 'sea' && unit === 'vessel' ? names : [],
);

/** Compiles a vocabulary into one index of phrases. */
export function compileLexicon(vocabulary: Vocabulary): PhraseIndex<Entry> {
  return new PhraseIndex<Entry>(phrases(vocabulary));
}

function* phrases(vocabulary: Vocabulary): Generator<Phrase<Entry>> {
  for (const state of vocabulary.states) {
    yield* each([state.name, ...state.aliases], { type: 'state', state, form: 'name' });
    yield* each(state.demonyms, { type: 'state', state, form: 'demonym' });
    yield* each([...(state.capital === null ? [] : [state.capital]), ...state.metonyms], {
      type: 'state',
      state,
      form: 'metonym',
    });
  }
  for (const organisation of vocabulary.organisations) {
    yield* each([organisation.name, organisation.name.replace(/ \([^)]*\)$/, ''), ...organisation.aliases], {
      type: 'organisation',
      organisation,
      form: 'name',
    });
    yield* each(organisation.short, { type: 'organisation', organisation, form: 'short' });
  }
  for (const person of vocabulary.people)
    yield* each([person.name, ...person.aliases], { type: 'person', person });
  for (const office of vocabulary.offices) {
    yield* each([office.title, ...office.aliases], { type: 'office', office, many: false });
    yield* each([office.title, ...office.aliases].map(plural), { type: 'office', office, many: true });
  }
  for (const term of vocabulary.items) {
    yield* each(term.terms, { type: 'item', term, many: false });
    yield* each(term.terms.map(plural), { type: 'item', term, many: true });
  }
  for (const model of vocabulary.models) {
    yield* each([model.name, ...model.aliases], { type: 'model', model, many: false });
    yield* each(
      [model.name, ...model.aliases].map((name) => `${name}s`),
      { type: 'model', model, many: true },
    );
  }
  for (const place of vocabulary.places)
    yield* each([place.name, ...place.aliases], { type: 'place', place });
  for (const vessel of vocabulary.vessels)
    yield* each([vessel.name, ...vessel.aliases], { type: 'vessel', vessel });
  for (const event of vocabulary.events)
    yield* each([event.name, ...event.aliases], { type: 'event', event });
  for (const { mode, unit, names } of CARRIERS) {
    yield* each(names, { type: 'carrier', mode, unit, many: false });
    if (unit !== null) yield* each(names.map(plural), { type: 'carrier', mode, unit, many: true });
  }
}

function* each(texts: readonly string[], value: Entry): Generator<Phrase<Entry>> {
  for (const text of new Set(texts)) for (const spelling of spellings(text)) yield { text: spelling, value };
}
