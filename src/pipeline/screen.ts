import { TallymanError } from '../core/errors.js';
import { canonicalJson, sha256 } from '../core/hash.js';
import { readList } from '../exchange/read-list.js';
import { nameFormsState } from '../ledger/name-forms.js';
import { nameIndex } from '../ledger/names.js';
import { SCREENING_VERSION, Screener } from '../ledger/screening.js';
import type { SanctionsList, Screening } from '../model/sanctions.js';
import { latestLists } from './lists.js';
import type { OpenCase } from './open-case.js';

/** The least score of a hit where none is asked for. */
export const LEAST_HIT = 0.7;

export interface ScreenRequest {
  /** The list, by name; all where it is null. Each in the version that was added last. */
  readonly list: string | null;
  /** The least score of a hit, 0 to 1. */
  readonly least: number;
}

/**
 * Every vessel, person and body of the ledger against the lists of the case. What was found last is kept, so that
 * asking again reads no list again.
 * @throws TallymanError `no-ledger` where the case was never run; `not-found` where it has no such list
 */
export async function screen(open: OpenCase, { list, least }: ScreenRequest): Promise<Screening> {
  const { store } = open;
  const ledger = await store.ledgerState();
  if (ledger === null)
    throw new TallymanError('no-ledger', 'the case has not been run yet', open.folder.root);
  const all = latestLists(await store.lists());
  const lists = list === null ? all : all.filter(({ name }) => name === list);
  if (lists.length === 0)
    throw new TallymanError(
      'not-found',
      'the case has no such list; `tallyman lists add` adds one, `tallyman lists` lists them',
      list,
    );
  const versions = lists.map(({ id, name, version }) => [id, name, version]);
  const of = sha256(canonicalJson([SCREENING_VERSION, nameFormsState(), ledger, versions, least]));
  const known = await store.screening(of);
  if (known !== null) return known;
  const screening = await screenAgainst(open, lists, least);
  await store.commitScreening(of, screening);
  return screening;
}

async function screenAgainst(
  open: OpenCase,
  lists: readonly SanctionsList[],
  least: number,
): Promise<Screening> {
  const names = nameIndex(open.vocabulary());
  const stateOf = (country: string): string | null => names.who(country)?.state?.code ?? null;
  const entities = [];
  for await (const entity of open.store.entities()) entities.push(entity);
  const screener = new Screener(entities, stateOf, least);
  for (const { id, name, version, format, file } of lists) {
    for await (const entry of readList(open.originals.pathOf(id), format, file))
      if ('listed' in entry) screener.look(entry.listed, { id, name, version });
  }
  return {
    lists: lists.map(({ id, name, version, screened }) => ({ id, name, version, screened })),
    entities: screener.entities,
    hits: screener.hits(),
  };
}

/** What the report says of screening; null where the case has no lists. */
export const screeningForReport = async (open: OpenCase): Promise<Screening | null> =>
  (await open.store.lists()).length === 0 ? null : screen(open, { list: null, least: LEAST_HIT });
