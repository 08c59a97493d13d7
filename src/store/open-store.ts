import type { Store } from '../model/store.js';
import { openInFolder, openOnServer } from './database.js';
import { SqlStore } from './sql-store.js';

export interface StoreOptions {
  /** DATABASE_URL; null for PGlite in the case folder. */
  readonly url: string | null;
  /** The PGlite folder of the case; made where it does not exist. */
  readonly dataFolder: string;
  /** Names the schema on a server, so that many cases share a database. */
  readonly caseId: string;
  /** The command that opens it, such as `run`, for the message that another process gets. */
  readonly purpose?: string;
  /**
   * On a server: no other process may open the case exclusively meanwhile; for `run`. Readers are not affected.
   * PGlite is always exclusive, for readers too.
   */
  readonly exclusive?: boolean;
}

/**
 * Opens the store of a case, with its tables brought to this version. Close it, or the process will not end.
 * @throws TallymanError `case-busy` where another process has it, `bad-store` where it cannot be reached or a newer
 *   version made it, `disk-full`
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { url, dataFolder, caseId, purpose = 'tallyman', exclusive = false } = options;
  return new SqlStore(
    url === null
      ? await openInFolder(dataFolder, purpose)
      : await openOnServer(url, caseId, purpose, exclusive),
  );
}
