import { execFileSync, spawn } from 'node:child_process';
import { chmod, mkdtemp, mkdir, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import * as nodeFiles from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import ts from 'typescript';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { sha256 } from '../../src/core/hash.js';
import { Archive, type ArchiveFiles } from '../../src/sources/archive.js';
import { codeOf } from './collect.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const bytesOf = (text: string): Uint8Array => Buffer.from(text);
const names = async (path: string): Promise<string[]> =>
  (await readdir(path, { recursive: true, withFileTypes: true }))
    .filter((e) => e.isFile())
    .map((e) => e.name);
async function* inChunks(...chunks: string[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield await Promise.resolve(bytesOf(chunk));
}

describe('an archive', () => {
  it('keeps bytes under their hash, and gives them back', async () => {
    const archive = new Archive(folder);
    const put = await archive.put(bytesOf('cargo manifest'));
    expect(put).toEqual({ id: sha256('cargo manifest'), size: 14, added: true });
    expect(archive.pathOf(put.id)).toBe(join(folder, put.id.slice(0, 2), put.id));
    expect(Buffer.from(await archive.read(put.id)).toString()).toBe('cargo manifest');
    expect((await stat(archive.pathOf(put.id))).mode & 0o222).toBe(0);
  });

  it('takes a stream, and knows its bytes again', async () => {
    const archive = new Archive(folder);
    expect(await archive.put(inChunks('cargo ', 'manifest'))).toMatchObject({ added: true, size: 14 });
    expect(await archive.put(inChunks('cargo manifest'))).toMatchObject({ added: false, size: 14 });
    expect(await archive.put(bytesOf('cargo manifest'))).toMatchObject({ added: false, size: 14 });
    expect(await names(folder)).toEqual([sha256('cargo manifest')]);
  });

  it('holds what was put in, once each, whatever the order and the repeats', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 8 }), async (items) => {
        const own = await mkdtemp(join(folder, 'run-'));
        const archive = new Archive(own);
        const seen = new Set<string>();
        for (const item of items) {
          const { id, size, added } = await archive.put(item);
          expect(id).toBe(sha256(item));
          expect(size).toBe(item.length);
          expect(added).toBe(!seen.has(id));
          seen.add(id);
        }
        expect(await ids(archive)).toEqual([...seen].sort());
        for (const id of seen) expect(await archive.check(id)).toBeNull();
        await rm(own, { recursive: true });
      }),
      { numRuns: 15 },
    );
  });

  it('takes many at once, the same among them', async () => {
    const archive = new Archive(folder);
    const puts = await Promise.all(
      Array.from({ length: 60 }, (_, i) => archive.put(bytesOf(`item ${i % 20}`))),
    );
    expect(puts.filter(({ added }) => added)).toHaveLength(20);
    expect(await ids(archive)).toHaveLength(20);
    expect(await readdir(join(folder, 'partial'))).toEqual([]);
  });

  it('reports damage and loss, and heals a file of the wrong size when the bytes come again', async () => {
    const archive = new Archive(folder);
    const { id } = await archive.put(bytesOf('original'));
    await chmod(archive.pathOf(id), 0o644);
    await writeFile(archive.pathOf(id), 'forgery!');
    expect((await archive.check(id))?.code).toBe('malformed');
    expect(await codeOf(archive.read(id))).toBe('malformed');
    await writeFile(archive.pathOf(id), 'cut');
    expect(await archive.put(bytesOf('original'))).toMatchObject({ added: true });
    expect(await archive.check(id)).toBeNull();
    await rm(archive.pathOf(id));
    expect((await archive.check(id))?.code).toBe('not-found');
    expect(await codeOf(archive.read(id))).toBe('not-found');
  });

  it('takes no path for an id', () => {
    const archive = new Archive(folder);
    for (const id of ['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(63)}/`, `${'a'.repeat(64)}\n`])
      expect(() => archive.pathOf(id)).toThrow(expect.objectContaining({ code: 'not-found' }));
  });

  it('is empty, and touches no disk, before anything was added', async () => {
    const archive = new Archive(join(folder, 'none'));
    expect(await ids(archive)).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('removes what a killed process left half written, and nothing of one that still runs', async () => {
    const archive = new Archive(folder);
    await archive.put(bytesOf('before'));
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    const partial = join(folder, 'partial');
    await writeFile(join(partial, `${child.pid}-running`), 'half');
    expect(await new Archive(folder).put(bytesOf('one'))).toMatchObject({ added: true });
    expect(await readdir(partial)).toEqual([`${child.pid}-running`]);

    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    await writeFile(join(partial, `${process.pid}-ancient`), 'half');
    await utimes(join(partial, `${process.pid}-ancient`), 0, 0);
    await new Archive(folder).put(bytesOf('two'));
    expect(await readdir(partial)).toEqual([]);
    expect(await ids(archive)).toHaveLength(3);
  });

  it('is whole after kill -9 in the middle of a put', async () => {
    const program = await compiled(folder);
    onTestFinished(() => rm(dirname(program), { recursive: true }));
    const own = join(folder, 'killed');
    const child = spawn(process.execPath, [program, own], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => child.stdout.once('data', resolve)); // it is writing now, and never ends
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    expect(await readdir(join(own, 'partial'))).toHaveLength(1);

    const archive = new Archive(own);
    expect(await ids(archive)).toEqual([sha256('whole')]);
    expect(await archive.check(sha256('whole'))).toBeNull();
    await archive.put(bytesOf('next'));
    expect(await readdir(join(own, 'partial'))).toEqual([]);
  });
});

describe('a full disk', () => {
  it('is named, and leaves nothing half written', async () => {
    const disk = await fullDisk(join(folder, 'small'));
    try {
      const archive = new Archive(disk.folder, disk.files);
      const small = await archive.put(bytesOf('fits'));
      expect(await codeOf(archive.put(Buffer.alloc(4 * 2 ** 20, 7)))).toBe('disk-full');
      expect(await readdir(join(disk.folder, 'partial'))).toEqual([]);
      expect(await ids(archive)).toEqual([small.id]);
      expect(await archive.check(small.id)).toBeNull();
      // What was freed can be used again.
      expect(await archive.put(bytesOf('fits too'))).toMatchObject({ added: true });
    } finally {
      disk.release();
    }
  });
});

const ids = async (archive: Archive): Promise<string[]> => {
  const all: string[] = [];
  for await (const id of archive.list()) all.push(id);
  return all;
};

/** A real file system of 1 MiB where this process may mount one; elsewhere one whose writes fail as a full disk's do. */
async function fullDisk(
  path: string,
): Promise<{ folder: string; files?: ArchiveFiles; release: () => void }> {
  await mkdir(path);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', path], { stdio: 'ignore' });
    return { folder: path, release: () => execFileSync('umount', [path]) };
  } catch {
    const open: ArchiveFiles['open'] = async (...parameters) => {
      const file = await nodeFiles.open(...parameters);
      const writeFileWhole = file.writeFile.bind(file);
      file.writeFile = async (data) => {
        const chunk = data as Uint8Array;
        await writeFileWhole(chunk.subarray(0, 2 ** 20));
        if (chunk.length > 2 ** 20) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
      };
      return file;
    };
    return { folder: path, files: { open, rename: nodeFiles.rename }, release: () => undefined };
  }
}

/** The archive as JavaScript, with a program that puts one whole source and then one that never ends. */
async function compiled(label: string): Promise<string> {
  const root = new URL('../../', import.meta.url);
  // Below node_modules, so that the imports of packages resolve.
  const out = new URL(`node_modules/.cache/tallyman-${label.split(/[/\\]/).at(-1)}/`, root);
  for (const name of ['core/errors', 'core/hash', 'sources/archive']) {
    const { outputText } = ts.transpileModule(await readFile(new URL(`src/${name}.ts`, root), 'utf8'), {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
    });
    await mkdir(new URL(`${name.split('/')[0]}/`, out), { recursive: true });
    await writeFile(new URL(`${name}.js`, out), outputText);
  }
  await writeFile(new URL('package.json', out), '{"type":"module"}');
  await writeFile(
    new URL('program.js', out),
    `import { Archive } from './sources/archive.js';
    const archive = new Archive(process.argv[2]);
    await archive.put(Buffer.from('whole'));
    async function* endless() {
      for (let i = 0; ; i += 1) {
        yield Buffer.alloc(65536, i);
        if (i === 3) console.log('writing');
        if (i > 3) await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
    await archive.put(endless());`,
  );
  return fileURLToPath(new URL('program.js', out));
}
