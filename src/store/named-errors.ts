import type {
  CompiledQuery,
  DatabaseConnection,
  DatabaseIntrospector,
  Dialect,
  DialectAdapter,
  Driver,
  Kysely,
  QueryCompiler,
  QueryResult,
  TransactionSettings,
} from 'kysely';
import { TallymanError, messageOf, systemCode } from '../core/errors.js';

/** What happens around every query. */
export interface Watch {
  /** The failure of the database as Tallyman names it. */
  readonly name: (error: unknown) => TallymanError;
  /** Before each query; throws where it must not be tried. */
  readonly before: (query: CompiledQuery) => void;
}

/** A dialect whose failures are Tallyman's own: one place for every query, whichever database it goes to. */
export class NamedErrorsDialect implements Dialect {
  constructor(
    private readonly inner: Dialect,
    private readonly watch: Watch,
  ) {}
  createDriver(): Driver {
    return new NamedErrorsDriver(this.inner.createDriver(), this.watch);
  }
  createQueryCompiler(): QueryCompiler {
    return this.inner.createQueryCompiler();
  }
  createAdapter(): DialectAdapter {
    return this.inner.createAdapter();
  }
  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return this.inner.createIntrospector(db);
  }
}

/**
 * The failure of a database, named: `disk-full`, or `bad-store` with what the database said.
 * @param where the folder or server, never with a password
 * @param secret a text that must not be told, such as the password
 */
export function storeError(error: unknown, where: string, secret: string | null): TallymanError {
  if (error instanceof TallymanError) return error;
  const code = systemCode(error);
  if (code === '53100' || code === 'ENOSPC') {
    return new TallymanError('disk-full', 'the disk of the database is full', where, { cause: error });
  }
  // A refused connection to a name with several addresses has no text of its own, only a code.
  const text = messageOf(error);
  const said = text === '' ? (code ?? 'unknown failure') : text;
  const safe = secret === null || secret === '' ? said : said.replaceAll(secret, '***');
  return new TallymanError('bad-store', `the database failed: ${safe}`, where, { cause: error });
}

class NamedErrorsDriver implements Driver {
  constructor(
    private readonly inner: Driver,
    private readonly watch: Watch,
  ) {}

  init(): Promise<void> {
    return this.named(() => this.inner.init());
  }
  acquireConnection(): Promise<DatabaseConnection> {
    return this.named(
      async () => new NamedErrorsConnection(await this.inner.acquireConnection(), this.watch),
    );
  }
  beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    return this.named(() => this.inner.beginTransaction(innerOf(connection), settings));
  }
  commitTransaction(connection: DatabaseConnection): Promise<void> {
    return this.named(() => this.inner.commitTransaction(innerOf(connection)));
  }
  rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    return this.named(() => this.inner.rollbackTransaction(innerOf(connection)));
  }
  releaseConnection(connection: DatabaseConnection): Promise<void> {
    return this.named(() => this.inner.releaseConnection(innerOf(connection)));
  }
  destroy(): Promise<void> {
    return this.named(() => this.inner.destroy());
  }

  private async named<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.watch.name(error);
    }
  }
}

class NamedErrorsConnection implements DatabaseConnection {
  constructor(
    readonly inner: DatabaseConnection,
    private readonly watch: Watch,
  ) {}

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    try {
      this.watch.before(query);
      return await this.inner.executeQuery<R>(query);
    } catch (error) {
      throw this.watch.name(error);
    }
  }
  async *streamQuery<R>(query: CompiledQuery, chunkSize?: number): AsyncIterableIterator<QueryResult<R>> {
    try {
      this.watch.before(query);
      yield* this.inner.streamQuery<R>(query, chunkSize);
    } catch (error) {
      throw this.watch.name(error);
    }
  }
}

function innerOf(connection: DatabaseConnection): DatabaseConnection {
  if (!(connection instanceof NamedErrorsConnection)) throw new TypeError('a connection of another driver');
  return connection.inner;
}
