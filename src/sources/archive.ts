import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import * as nodeFiles from 'node:fs/promises';
import { join } from 'node:path';
import { TallymanError, systemCode } from '../core/errors.js';
import { sha256 } from '../core/hash.js';

/** What the archive needs of a file system; another is given only where a fault is to be shown. */
export type ArchiveFiles = Pick<typeof nodeFiles, 'open' | 'rename'>;

export interface Archived {
  /** SHA-256 of the bytes, and their name. */
  readonly id: string;
  readonly size: number;
  /** False where the archive held these bytes already. */
  readonly added: boolean;
}

const PARTIAL = 'partial';
const ID = /^[0-9a-f]{64}$/;
/** A partial file this old belongs to no process that still writes, even if its number is in use again. */
const STALE_MILLISECONDS = 24 * 60 * 60 * 1000;

/**
 * Originals by their SHA-256, one file each, as `aa/aabb…`. A file appears under its name whole or not at all: it is
 * written to `partial/`, flushed to the disk and renamed. Archived files are read-only.
 */
export class Archive {
  private prepared: Promise<void> | null = null;
  private readonly pending = new Map<string, Promise<Archived>>();

  /** Nothing is touched until the first `put`, so that a case can be read from a disk that allows no writing. */
  constructor(
    readonly folder: string,
    private readonly files: ArchiveFiles = nodeFiles,
  ) {}

  /**
   * Adds bytes; the same bytes again change nothing. Many may be put at once, which costs far less than one after the
   * other: the disk flushes them together.
   * @throws TallymanError `disk-full`, with nothing half written
   */
  async put(bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<Archived> {
    await (this.prepared ??= this.prepare());
    if (!(bytes instanceof Uint8Array)) return this.add(bytes);
    const id = sha256(bytes);
    const known = { id, size: bytes.length, added: false };
    const before = this.pending.get(id);
    if (before) {
      await before;
      return known;
    }
    const adding = this.holds(id, bytes.length).then((held) => (held ? known : this.add([bytes])));
    this.pending.set(id, adding);
    try {
      return await adding;
    } finally {
      this.pending.delete(id);
    }
  }

  private async add(chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<Archived> {
    const partial = join(this.folder, PARTIAL, `${process.pid}-${randomBytes(8).toString('hex')}`);
    try {
      return await onDisk(this.folder, async () => {
        const { id, size } = await this.write(partial, chunks);
        if (await this.holds(id, size)) {
          await nodeFiles.rm(partial);
          return { id, size, added: false };
        }
        await nodeFiles.mkdir(join(this.folder, id.slice(0, 2)), { recursive: true });
        await this.files.rename(partial, this.pathOf(id));
        await flushFolder(join(this.folder, id.slice(0, 2)));
        return { id, size, added: true };
      });
    } catch (error) {
      await nodeFiles.rm(partial, { force: true });
      throw error;
    }
  }

  /**
   * The bytes of an id, proven by their hash.
   * @throws TallymanError `not-found`; `malformed` where the file is not what it was when it was added
   */
  async read(id: string): Promise<Uint8Array> {
    const path = this.pathOf(id);
    const bytes = await present(id, path, () => nodeFiles.readFile(path));
    if (sha256(bytes) !== id) throw changed(path);
    return bytes;
  }

  /** Null where the archived bytes are whole; otherwise what `read` would throw. Holds no more than a chunk in memory. */
  async check(id: string): Promise<TallymanError | null> {
    try {
      const path = this.pathOf(id);
      const hash = createHash('sha256');
      await present(id, path, async () => {
        for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
      });
      return hash.digest('hex') === id ? null : changed(path);
    } catch (error) {
      if (error instanceof TallymanError) return error;
      throw error;
    }
  }

  /** Where the bytes of an id lie, whether or not they are there. An id is never a path: it is 64 hex digits. */
  pathOf(id: string): string {
    if (!ID.test(id))
      throw new TallymanError('not-found', `"${id.slice(0, 80)}" is no id of an archived source`);
    return join(this.folder, id.slice(0, 2), id);
  }

  /** Every archived id, sorted. */
  async *list(): AsyncIterable<string> {
    const folders = (await namesIn(this.folder)).filter((name) => /^[0-9a-f]{2}$/.test(name)).sort();
    for (const folder of folders) {
      const names = await namesIn(join(this.folder, folder));
      yield* names.filter((name) => ID.test(name) && name.startsWith(folder)).sort();
    }
  }

  private async write(
    path: string,
    chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  ): Promise<{ id: string; size: number }> {
    const hash = createHash('sha256');
    let size = 0;
    const file = await this.files.open(path, 'wx', 0o444);
    try {
      for await (const chunk of chunks) {
        hash.update(chunk);
        size += chunk.length;
        await file.writeFile(chunk);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    return { id: hash.digest('hex'), size };
  }

  /** A file of another size than its name stands for is damage, and is written anew. */
  private async holds(id: string, size: number): Promise<boolean> {
    try {
      const file = await nodeFiles.stat(this.pathOf(id));
      return file.isFile() && file.size === size;
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return false;
      throw error;
    }
  }

  /** Makes the folder, and removes what a killed process left half written. */
  private async prepare(): Promise<void> {
    await onDisk(this.folder, () => nodeFiles.mkdir(join(this.folder, PARTIAL), { recursive: true }));
    for (const name of await nodeFiles.readdir(join(this.folder, PARTIAL))) {
      const path = join(this.folder, PARTIAL, name);
      const writer = Number(name.split('-')[0]);
      const age = Date.now() - ((await statOrNull(path))?.mtimeMs ?? 0);
      if (isRunning(writer) && age < STALE_MILLISECONDS) continue;
      await nodeFiles.rm(path, { force: true });
    }
  }
}

const changed = (path: string): TallymanError =>
  new TallymanError('malformed', 'the archived bytes are not those that were added', path);

async function present<T>(id: string, path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT') throw new TallymanError('not-found', `the archive does not hold ${id}`, path);
    if (code === 'EACCES' || code === 'EPERM' || code === 'EIO' || code === 'EISDIR')
      throw new TallymanError('unreadable', `the archived bytes cannot be read (${code})`, path, {
        cause: error,
      });
    throw error;
  }
}

async function onDisk<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOSPC' || code === 'EDQUOT')
      throw new TallymanError('disk-full', 'no space is left for the archive', folder, { cause: error });
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR')
      throw new TallymanError('unreadable', `the archive cannot be written (${code})`, folder, {
        cause: error,
      });
    throw error;
  }
}

/** Makes the new name itself durable; Windows neither needs nor allows it. */
async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await nodeFiles.open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await nodeFiles.readdir(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return []; // nothing was ever added
    throw error;
  }
}

async function statOrNull(path: string): Promise<{ mtimeMs: number } | null> {
  try {
    return await nodeFiles.stat(path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null; // its writer has just finished
    throw error;
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}
