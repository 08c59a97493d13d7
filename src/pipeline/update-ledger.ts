import { documentFactsBy, frameOf, type DocumentFacts } from '../ledger/document-facts.js';
import { meanings } from '../ledger/entities.js';
import { digestSum, documentDigest, ledgerState } from '../ledger/ledger-state.js';
import { refOf } from '../ledger/statement.js';
import type { Claim } from '../model/claim.js';
import type {
  ClaimRef,
  LedgerBasis,
  LedgerDocument,
  LedgerStanding,
  StatementRow,
} from '../model/ledger-rows.js';
import type { Store } from '../model/store.js';
import type { OpenCase } from './open-case.js';
import { LedgerOverlay, type Current } from './ledger-overlay.js';
import { ledgerDocument, type Drawn, type LedgerRules } from './rebuild-ledger.js';
import { updateEchoes } from './update-echoes.js';
import { updateEntities } from './update-entities.js';
import { updateEvents } from './update-events.js';
import { TouchedQuestions, updateFindings } from './update-findings.js';
import { updateRepeats, type UpdatedRepeats } from './update-repeats.js';

/** A ledger of which the rows are kept. */
export type WithBasis = LedgerStanding & { readonly basis: LedgerBasis };

export const hasBasis = (standing: LedgerStanding): standing is WithBasis => standing.basis !== null;

/** A document as it is listed now, with its claims. */
interface Listed {
  readonly facts: DocumentFacts;
  readonly claims: readonly Claim[];
}

/**
 * Has the ledger follow the documents that changed: what their claims bear on is found by the rows that the ledger keeps,
 * and worked out by the rules that build all of it. The outcome is that of building it anew.
 */
export async function updateLedger(
  { store }: OpenCase,
  rules: LedgerRules,
  { changed, basis }: WithBasis,
  judgement: string | null,
): Promise<Drawn> {
  const { version, names, tables } = rules;
  const ids = changed.map(({ document }) => document);
  const documents = new Set(ids);
  const before = await store.ledgerDocuments({ ids });
  const gone = await store.statementRows({ documents: ids });
  const listed = await listedAmong(store, ids, documentFactsBy(tables.evidence));
  const overlay = new LedgerOverlay(store, gone, names);

  const claims = listed.flatMap((each) => each.claims);
  const { eventOf, moved } = await updateEvents(store, overlay, { gone, claims }, documents);
  const made = listed.flatMap(({ facts, claims: those }) =>
    those.map((claim) => overlay.current(claim, frameOf(facts), eventOf(claim))),
  );
  const repeats = await updateRepeats(
    store,
    documents,
    listed.map(({ facts }) => facts),
  );
  const { looked } = await updateEchoes(store, overlay, { gone, made }, repeats);

  const touched = new TouchedQuestions();
  for (const row of [...gone, ...moved]) touched.touch(row);
  for (const { row } of overlay.changed.values()) touched.touch(row);
  for (const row of await saidOf(overlay, gone, looked)) touched.touch(row);
  const findings = await updateFindings(store, overlay, touched, tables);

  const meaningOf = meanings(names);
  const kept = listed.map(({ facts, claims: those }) =>
    ledgerDocument(facts, those, meaningOf, {
      ...(repeats.repeats.get(facts.id) ?? { repeats: null, overlap: null }),
      digest: documentDigest(frameOf(facts), those),
    }),
  );
  const sum = digestSum(basis.sum, {
    removed: before.map(({ digest }) => digest),
    added: kept.map(({ digest }) => digest),
  });
  await store.changeLedger({
    state: ledgerState(version, sum),
    basis: {
      version,
      sum,
      claims: basis.claims + claims.length - before.reduce((count, document) => count + document.claims, 0),
    },
    judgement,
    changes: changed.map(({ change }) => change),
    documents: { put: [...kept, ...(await repeating(store, repeats, documents))], removed: ids },
    statements: [...overlay.changed.values()].map(({ row }) => row),
    findings,
    entities: await updateEntities(store, meaningOf, rules.rulings, { before, now: kept }),
  });
  const members = [
    ...findings.put.flatMap((one) => one.members),
    ...findings.changed.flatMap((one) => one.put),
  ];
  return { claims, placed: new Set(members.map(({ claim }) => claim.claim)) };
}

async function listedAmong(
  store: Store,
  ids: readonly string[],
  factsOf: ReturnType<typeof documentFactsBy>,
): Promise<Listed[]> {
  const listed: Listed[] = [];
  for await (const { document, claims } of store.documentsWithClaims(ids))
    listed.push({ facts: factsOf(document), claims });
  return listed;
}

/** Documents that did not change themselves, and repeat another now. */
async function repeating(
  store: Store,
  { repeats }: UpdatedRepeats,
  changed: ReadonlySet<string>,
): Promise<LedgerDocument[]> {
  const ids = [...repeats.keys()].filter((id) => !changed.has(id));
  const stored = await store.ledgerDocuments({ ids });
  return stored.map((document) => ({ ...document, ...repeats.get(document.head.id)! }));
}

/** The oldest tellings of which something is said otherwise than before. */
async function saidOf(
  overlay: LedgerOverlay,
  gone: readonly StatementRow[],
  looked: readonly { readonly before: StatementRow | null; readonly now: Current }[],
): Promise<StatementRow[]> {
  const rows = { before: new Map<string, StatementRow>(), now: new Map<string, StatementRow>() };
  for (const row of gone) rows.before.set(refOf(row), row);
  for (const { before, now } of looked) {
    if (before) rows.before.set(refOf(before), before);
    rows.now.set(refOf(now.row), now.row);
  }
  const saying = (known: ReadonlyMap<string, StatementRow>) =>
    new Map(
      [...known.values()]
        .filter(({ says }) => says !== null)
        .map((row) => {
          const { doc, says } = row;
          const target =
            typeof says?.index === 'number' ? known.get(refOf({ doc, index: says.index })) : null;
          return [refOf(row), { by: rootOf(row), to: target ? rootOf(target) : null }] as const;
        }),
    );
  const [before, now] = [saying(rows.before), saying(rows.now)];
  const refs: ClaimRef[] = [];
  for (const key of new Set([...before.keys(), ...now.keys()])) {
    const [was, is] = [before.get(key), now.get(key)];
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    refs.push(...[was, is].flatMap((said) => said?.by ?? []));
  }
  const fresh = refs.flatMap((ref) => overlay.changed.get(refOf(ref))?.row ?? []);
  return [...fresh, ...(await overlay.storedRows({ refs }))];
}

const rootOf = ({ doc, index, echo }: StatementRow): ClaimRef => echo?.of ?? { doc, index };
