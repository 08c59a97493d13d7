import { readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { messageOf, systemCode } from '../core/errors.js';
import { PACKAGE_ROOT } from '../core/package-root.js';
import { loadVocabulary } from '../model/vocabulary.js';

/** One thing that `tallyman doctor` looked at. */
export interface Check {
  readonly name: string;
  /** What was looked at, with figures. */
  readonly detail: string;
  /** Empty where all is well. */
  readonly problems: readonly string[];
}

/**
 * What every case needs: the runtime, the packages, the OCR data, the bundled names, and room on the disk of `folder`.
 */
export async function checkInstallation(folder: string): Promise<readonly Check[]> {
  return [checkNode(), checkPackages(), checkOcrData(), checkVocabulary(), await checkDisk(folder)];
}

interface Manifest {
  readonly engines: { readonly node: string };
  readonly dependencies: Readonly<Record<string, string>>;
}

const manifest = (): Manifest =>
  JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')) as Manifest;

function checkNode(): Check {
  const wanted = manifest().engines.node.replace(/[^\d.]/g, '');
  const fits = compareVersions(process.versions.node, wanted) >= 0;
  return {
    name: 'Node.js',
    detail: `version ${process.versions.node}, ${wanted} or newer is needed`,
    problems: fits ? [] : [`Install Node.js ${wanted} or newer.`],
  };
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number)) as [number[], number[]];
  const differing = [0, 1, 2].find((n) => (left[n] ?? 0) !== (right[n] ?? 0));
  return differing === undefined ? 0 : (left[differing] ?? 0) - (right[differing] ?? 0);
}

const require = createRequire(import.meta.url);

function isInstalled(name: string): boolean {
  return (require.resolve.paths(name) ?? []).some((folder) => {
    try {
      readFileSync(join(folder, name, 'package.json'));
      return true;
    } catch (error) {
      if (systemCode(error) === null) throw error;
      return false;
    }
  });
}

function checkPackages(): Check {
  const names = Object.keys(manifest().dependencies);
  const missing = names.filter((name) => !isInstalled(name));
  return {
    name: 'packages',
    detail: `${names.length - missing.length} of ${names.length} are installed`,
    problems: missing.map((name) => `${name} is missing; run \`npm ci\` in ${PACKAGE_ROOT}`),
  };
}

function checkOcrData(): Check {
  const problems = isInstalled('@tesseract.js-data/eng')
    ? []
    : ['@tesseract.js-data/eng is missing: scanned pages cannot be read; run `npm ci`'];
  return { name: 'OCR data', detail: 'English, for scanned pages and images', problems };
}

function checkVocabulary(): Check {
  try {
    const tables = Object.entries(loadVocabulary());
    const sizes = tables.map(([table, entries]) => `${entries.length} ${table}`);
    return { name: 'vocabulary', detail: sizes.join(', '), problems: [] };
  } catch (error) {
    return { name: 'vocabulary', detail: 'the bundled names', problems: [messageOf(error)] };
  }
}

/** Below this a run of a few hundred sources could fill the disk. */
const LEAST_FREE = 200 * 1024 * 1024;

async function checkDisk(folder: string): Promise<Check> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const mib = (bytes: number): string => `${Math.floor(bytes / 1024 / 1024).toLocaleString('en-GB')} MiB`;
  return {
    name: 'disk',
    detail: `${mib(free)} free`,
    problems:
      free < LEAST_FREE ? [`Less than ${mib(LEAST_FREE)} are free; make room before adding sources.`] : [],
  };
}
