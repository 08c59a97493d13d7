import { loadLedgerTables, type LedgerTables } from '../model/ledger-tables.js';
import type { Store } from '../model/store.js';
import type { Law } from '../model/provision.js';
import { loadVocabulary, type Vocabulary } from '../model/vocabulary.js';
import { loadLaw } from '../law/load-law.js';
import { Archive } from '../sources/archive.js';
import { openStore } from '../store/open-store.js';
import type { CaseFolder } from './case-folder.js';

/** A case in use, until it is closed. */
export interface OpenCase {
  readonly folder: CaseFolder;
  readonly store: Store;
  readonly originals: Archive;
  /** The bundled names with the analyst's own; read from disk once, when first asked for. */
  vocabulary(): Vocabulary;
  /** The bundled tables of the ledger with the analyst's own; likewise. */
  tables(): LedgerTables;
  /** The bundled provisions with the analyst's own; read from disk once, when first asked for. */
  law(): Law;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** The command, such as `run`, for the message that another process gets. */
  readonly purpose: string;
  /** Address of a Postgres server; null for the database in the case folder, which one process has at a time. */
  readonly databaseUrl: string | null;
  /** On a server too, no other process may do the same meanwhile. */
  readonly exclusive?: boolean;
}

/** @throws TallymanError `case-busy`, `bad-store`, `disk-full`, `unreadable` */
export async function openCase(folder: CaseFolder, options: OpenOptions): Promise<OpenCase> {
  const originals = new Archive(folder.archive);
  const store = await openStore({
    url: options.databaseUrl,
    dataFolder: folder.store,
    caseId: folder.config.id,
    purpose: options.purpose,
    exclusive: options.exclusive ?? false,
  });
  let vocabulary: Vocabulary | null = null;
  let tables: LedgerTables | null = null;
  let law: Law | null = null;
  const names = (): Vocabulary => (vocabulary ??= loadVocabulary([folder.vocabulary]));
  return {
    folder,
    store,
    originals,
    vocabulary: names,
    tables: () => (tables ??= loadLedgerTables(folder.ledger)),
    law: () => (law ??= loadLaw([folder.law], names())),
    close: () => store.close(),
  };
}
