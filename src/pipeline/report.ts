import { extname, resolve } from 'node:path';
import { TallymanError } from '../core/errors.js';
import type { Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import type { Finding } from '../model/finding.js';
import type { Report } from '../model/report.js';
import { composeReport } from '../report/compose-report.js';
import { renderHtml } from '../report/render-html.js';
import type { OpenCase } from './open-case.js';
import { writeWhole } from './write-file.js';

/** The forms in which a report can be written, by the ending of the file. */
const FORMS: Readonly<Record<string, (report: Report) => string>> = {
  '.html': renderHtml,
  '.json': (report) => `${JSON.stringify(report, null, 2)}\n`,
};

/**
 * Writes the report of the ledger as it stands.
 * @param output file name, relative to `folder`; its ending says the form
 * @param asOf `YYYY-MM-DD`: statements made later are left out; null for all
 * @returns the file's whole path
 * @throws TallymanError `usage` for another form; `no-ledger` where the case was never run; `disk-full`, `unreadable`
 */
export async function writeReport(
  open: OpenCase,
  folder: string,
  output: string,
  asOf: string | null,
): Promise<string> {
  const path = resolve(folder, output);
  const form = FORMS[extname(path).toLowerCase()];
  if (!form) throw new TallymanError('usage', `a report ends in ${Object.keys(FORMS).join(' or ')}`, output);
  await writeWhole(path, form(await currentReport(open, asOf)));
  return path;
}

/** The report as data. @throws TallymanError `no-ledger` */
export async function currentReport(open: OpenCase, asOf: string | null): Promise<Report> {
  const { store, folder } = open;
  const ledger = await store.ledgerState();
  if (ledger === null) throw new TallymanError('no-ledger', 'the case has not been run yet', folder.root);
  const findings: Finding[] = [];
  for await (const finding of store.findings()) findings.push(finding);
  const claims = new Map<string, Claim>();
  for await (const claim of store.claims()) claims.set(claim.id, claim);
  const documents = new Map<string, Document>();
  for await (const document of store.documents()) documents.set(document.id, document);
  return composeReport({
    case: folder.config,
    findings,
    claims,
    documents,
    vocabulary: open.vocabulary(),
    asOf,
    ledger,
    rejects: await store.rejects(),
  });
}
