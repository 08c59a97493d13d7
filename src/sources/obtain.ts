import { realpath, stat } from 'node:fs/promises';
import { basename, relative, resolve, sep } from 'node:path';
import { TallymanError } from '../core/errors.js';
import { rejectFor, type Reject } from '../model/reject.js';
import { contentOfBytes, contentOfFile, readable } from './content.js';
import { charsetOf } from './content-type.js';
import { fetchUrl } from './fetch-url.js';
import { filesBelow } from './folder.js';
import type { Found, ObtainOptions } from './found.js';
import { outermost, takeApart, type Context } from './take-apart.js';

/** An address, as against a path; a Windows drive is one letter. */
const ADDRESS = /^([a-z][a-z0-9+.-]+:\/\/|(javascript|data|blob|mailto):)/i;

/**
 * Everything that a file, folder, address or feed holds, one at a time in a fixed order: each a source to archive, or
 * a reject that says why not. One that cannot be read stops none of the others.
 * @throws the signal's reason when aborted; nothing else that bad input could cause
 */
export async function* obtain(target: string, options: ObtainOptions): AsyncGenerator<Found | Reject, void> {
  const context = outermost(options);
  if (ADDRESS.test(target.trim())) yield* fromAddress(target.trim(), context);
  else yield* fromPath(resolve(target), context);
}

async function* fromAddress(target: string, context: Context): AsyncGenerator<Found | Reject, void> {
  const { options, limits, network } = context;
  const subject = withoutPassword(target);
  try {
    if (network === null)
      throw new TallymanError('fetch-failed', 'is not fetched: the network is switched off', subject);
    const { url, bytes, declared } = await fetchUrl(target, network, limits, options.signal);
    const charset = charsetOf(declared);
    const obtained = options.now().toISOString();
    const origin = {
      uri: url,
      obtained,
      method: 'url',
      container: null,
      hints: charset === null ? {} : { charset },
    } as const;
    const content = contentOfBytes(bytes, subject);
    yield* takeApart({ subject, name: url, content, declared, incidental: false, origin }, context);
  } catch (error) {
    if (!(error instanceof TallymanError)) throw error;
    yield rejectFor('sources', subject, subject, error);
  }
}

async function* fromPath(path: string, context: Context): AsyncGenerator<Found | Reject, void> {
  const { options } = context;
  const shown = shownPath(path, options.base);
  try {
    const real = await readable(shown, () => realpath(path));
    if (!(await readable(shown, () => stat(real))).isDirectory()) {
      yield* fromFile(real, path, context);
      return;
    }
    const exclude = await Promise.all((options.exclude ?? []).map(realOrSame));
    for await (const met of filesBelow(real, exclude)) {
      options.signal?.throwIfAborted();
      // Named by the path that was asked for, not by where a link on the way to it leads.
      const asked = resolve(path, relative(real, met.path));
      const name = shownPath(asked, options.base);
      if (met.kind === 'skip') options.onSkip?.(name, met.reason);
      else if (met.kind === 'refused')
        yield rejectFor('sources', `file:${name}`, name, renamed(met.error, name));
      else yield* fromFile(met.path, asked, context);
    }
  } catch (error) {
    if (!(error instanceof TallymanError)) throw error;
    yield rejectFor('sources', `file:${shown}`, shown, error);
  }
}

async function* fromFile(real: string, path: string, context: Context): AsyncGenerator<Found | Reject, void> {
  const { options } = context;
  const shown = shownPath(path, options.base);
  const subject = `file:${shown}`;
  try {
    const content = await contentOfFile(real, shown);
    const obtained = options.now().toISOString();
    const origin = { uri: subject, obtained, method: 'file', container: null, hints: {} } as const;
    yield* takeApart(
      { subject, name: basename(path), content, declared: null, incidental: false, origin },
      context,
    );
  } catch (error) {
    if (!(error instanceof TallymanError)) throw error;
    yield rejectFor('sources', subject, shown, error);
  }
}

/** Relative to the base with `/`, so that two machines give one file the same name. */
const shownPath = (path: string, base: string): string => relative(base, path).split(sep).join('/') || '.';

const renamed = (error: TallymanError, where: string): TallymanError =>
  new TallymanError(error.code, error.message, where, { cause: error });

async function realOrSame(path: string): Promise<string> {
  try {
    return await readable(path, () => realpath(path));
  } catch (error) {
    if (error instanceof TallymanError) return path; // not there, so not walked into
    throw error;
  }
}

/** A password must not reach the list of rejects. */
function withoutPassword(target: string): string {
  if (!URL.canParse(target)) return target;
  const url = new URL(target);
  if (url.username === '' && url.password === '') return target;
  url.username = '';
  url.password = '';
  return url.href;
}
