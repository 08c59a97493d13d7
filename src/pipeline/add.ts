import { join } from 'node:path';
import type { Reject, StageCount } from '../model/reject.js';
import type { Found, ObtainOptions } from '../sources/found.js';
import { obtain } from '../sources/obtain.js';
import type { CaseFolder } from './case-folder.js';
import type { OpenCase } from './open-case.js';
import { SILENT, type Progress } from './progress.js';
import { StageCounter } from './stage-counter.js';

export interface AddOptions {
  /** Whether addresses, and the pages that a feed points to, may be fetched. */
  readonly online: boolean;
  /** When it fires, nothing further is taken in; a fetch under way is given up. */
  readonly signal: AbortSignal;
  readonly progress?: Progress;
}

export interface AddReport {
  /** `in` = `out` + `rejected`; a web archive or a feed counts by the things in it. */
  readonly stage: StageCount;
  /** Bytes, or a place of known bytes, that the case did not have. */
  readonly added: number;
  readonly known: number;
  readonly rejects: readonly Reject[];
  /** What never was a document: hidden files, the style sheets of a crawl. */
  readonly skipped: readonly { readonly where: string; readonly reason: string }[];
  readonly interrupted: boolean;
}

/**
 * Archives everything that the targets (files, folders, addresses, feeds, web archives) hold. What cannot be taken in
 * is recorded as a reject and stops nothing else; a full disk stops everything.
 * @throws TallymanError `disk-full`, `unreadable` where the archive cannot be written
 */
export async function addSources(
  open: OpenCase,
  targets: readonly string[],
  options: AddOptions,
): Promise<AddReport> {
  const { signal, progress = SILENT } = options;
  const counter = new StageCounter('sources', progress, null);
  const rejects: Reject[] = [];
  const skipped: { where: string; reason: string }[] = [];
  let added = 0;
  const from: ObtainOptions = {
    now: () => new Date(),
    base: open.folder.root,
    exclude: ownFolders(open.folder),
    network: options.online ? {} : null,
    signal,
    onSkip: (where, reason) => skipped.push({ where, reason }),
  };
  try {
    for await (const found of everything(targets, from)) {
      if ('stage' in found) {
        await open.store.addReject(found);
        rejects.push(found);
        counter.add(found.where, { rejected: 1 });
      } else if (found.role === 'container') {
        await open.originals.put(found.bytes);
      } else {
        if (await keep(open, found)) added++;
        counter.add(found.name, { out: 1 });
      }
      signal.throwIfAborted();
    }
  } catch (error) {
    if (!signal.aborted || error !== signal.reason) throw error;
  }
  const stage = counter.end();
  return { stage, added, known: stage.out - added, rejects, skipped, interrupted: signal.aborted };
}

async function* everything(targets: readonly string[], from: ObtainOptions): AsyncIterable<Found | Reject> {
  for (const target of targets) yield* obtain(target, from);
}

/** The bytes first, then the record of them: a record never points to an original that is not there. */
async function keep(open: OpenCase, found: Found): Promise<boolean> {
  const { id, size } = await open.originals.put(found.bytes);
  const { media_type, origin } = found;
  const outcome = await open.store.addSource({ id, size, media_type, origins: [origin] });
  await open.store.clearReject('sources', found.subject);
  return outcome !== 'known';
}

/** What a case keeps beside the sources that an analyst may put in its folder. */
const ownFolders = ({ root, archive, store, vocabulary }: CaseFolder): string[] => [
  archive,
  store,
  `${store}.lock`,
  `${store}.new`,
  vocabulary,
  join(root, 'case.yaml'),
];
