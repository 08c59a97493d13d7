import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Document as YamlDocument } from 'yaml';
import { TallymanError, messageOf, systemCode } from '../core/errors.js';
import { readYaml } from '../core/yaml-file.js';
import { caseConfigSchema, type CaseConfig } from '../model/case-config.js';

/** A case on disk: one folder that holds all of it. */
export interface CaseFolder {
  readonly root: string;
  readonly config: CaseConfig;
  /** Originals, by their SHA-256. */
  readonly archive: string;
  /** The database, unless `DATABASE_URL` names a server. */
  readonly store: string;
  /** The analyst's own names, beside the bundled ones. */
  readonly vocabulary: string;
  /** The analyst's own tables for the ledger, in place of bundled entries or beside them. */
  readonly ledger: string;
  /** The analyst's own provisions, beside the bundled ones. */
  readonly law: string;
}

const CONFIG_FILE = 'case.yaml';

/** What `tallyman init` lets the user set; everything can be changed later in case.yaml. */
export type CaseSettings = Partial<Pick<CaseConfig, 'name' | 'parties' | 'period' | 'languages' | 'team'>>;

/**
 * Makes a case in a folder, which may hold other files but no case.
 * @throws TallymanError `case-exists`, `usage` for a setting that does not fit, `unreadable` where it cannot be written
 */
export function initCase(folder: string, settings: CaseSettings): CaseFolder {
  const root = resolve(folder);
  const path = join(root, CONFIG_FILE);
  const name = settings.name ?? basename(root);
  const parsed = caseConfigSchema.safeParse({ ...settings, id: newCaseId(name), name });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new TallymanError('usage', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`, path);
  }
  try {
    mkdirSync(join(root, 'vocabulary'), { recursive: true });
    writeFileSync(path, configText(parsed.data), { flag: 'wx' });
  } catch (error) {
    if (systemCode(error) === 'EEXIST' && existsSync(path))
      throw new TallymanError('case-exists', 'the folder already holds a case', path, { cause: error });
    if (systemCode(error) === null) throw error;
    throw new TallymanError('unreadable', `cannot be written: ${messageOf(error)}`, root, { cause: error });
  }
  return caseAt(root, parsed.data);
}

/**
 * The case of a folder, or of the nearest folder above it that has a case.yaml.
 * @throws TallymanError `no-case`, or `bad-case` naming the line of case.yaml
 */
export function findCase(from: string): CaseFolder {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, CONFIG_FILE))) return openCaseFolder(folder);
    if (folder === dirname(folder))
      throw new TallymanError('no-case', 'no case.yaml here or above', resolve(from));
  }
}

/**
 * The case of exactly this folder.
 * @throws TallymanError `no-case`, or `bad-case` naming the line of case.yaml
 */
export function openCaseFolder(folder: string): CaseFolder {
  const root = resolve(folder);
  const path = join(root, CONFIG_FILE);
  if (!existsSync(path)) throw new TallymanError('no-case', 'the folder has no case.yaml', root);
  return caseAt(root, readYaml(path, caseConfigSchema, 'bad-case'));
}

const caseAt = (root: string, config: CaseConfig): CaseFolder => ({
  root,
  config,
  archive: join(root, 'archive'),
  store: join(root, 'store'),
  vocabulary: join(root, 'vocabulary'),
  ledger: join(root, 'ledger'),
  law: join(root, 'law'),
});

/** Letters of the name, and a random part that keeps two cases on one server apart. */
function newCaseId(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '');
  return `${slug.slice(0, 24) || 'case'}_${randomBytes(4).toString('hex')}`;
}

const COMMENTS: Readonly<Record<keyof CaseConfig, string>> = {
  id: ' Made by `tallyman init`; names this case on a database server. Leave it as it is.',
  name: ' Stands in the title of the report.',
  parties: ' States (ISO 3166-1 alpha-2 codes) or groups that the case is about.',
  period: ' EDTF interval, such as 2023-08/.. for "since August 2023"; null for no limit.',
  languages: ' Languages to read, as ISO 639-1 codes.',
  standard: ' What may be published as a finding: a name that `tallyman standards` lists.',
  second_reader: ' off, or compare: let the service named by TALLYMAN_READER_URL read as well (docs/cli.md).',
  team: ' Who works on it: a list of `name` and, where wanted, `role`.',
};

function configText(config: CaseConfig): string {
  const document = new YamlDocument({ ...config });
  document.commentBefore = ' A Tallyman case (docs/formats.md). Every line but `id` may be edited.';
  for (const [key, comment] of Object.entries(COMMENTS)) {
    const pair = document.contents as unknown as {
      items: { key: { value: string; commentBefore?: string } }[];
    };
    const item = pair.items.find((each) => each.key.value === key);
    if (item) item.key.commentBefore = comment;
  }
  return document.toString({ lineWidth: 0 });
}
