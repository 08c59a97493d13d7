import { extname, resolve } from 'node:path';
import { TallymanError } from '../core/errors.js';
import type { Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import type { Report } from '../model/report.js';
import { composeReport } from '../report/compose-report.js';
import { REPORT_POLICY, renderHtml } from '../report/render-html.js';
import type { OpenCase } from './open-case.js';
import { writeWhole } from './write-file.js';

/** The report as data, with the documents that it cites. */
export interface ComposedReport {
  readonly report: Report;
  readonly documents: ReadonlyMap<string, Document>;
}

/** A page and the content security policy under which it works. */
export interface ReportPage {
  readonly html: string;
  readonly policy: string;
}

/** The forms in which a report can be written, by the ending of the file. */
const FORMS: Readonly<Record<string, (composed: ComposedReport) => string>> = {
  '.html': ({ report, documents }) => renderHtml(report, documents.values()),
  '.json': ({ report }) => `${JSON.stringify(report, null, 2)}\n`,
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

/** @throws TallymanError `no-ledger` where the case was never run */
export async function currentReport(open: OpenCase, asOf: string | null): Promise<ComposedReport> {
  const { store, folder } = open;
  const ledger = await store.ledgerState();
  if (ledger === null) throw new TallymanError('no-ledger', 'the case has not been run yet', folder.root);
  if (await store.ledgerIsStale())
    throw new TallymanError('no-ledger', 'claims were judged since the ledger was built', folder.root);
  const documents = await byId<Document>(store.documents());
  const report = composeReport({
    case: folder.config,
    findings: [...(await byId(store.findings())).values()],
    claims: await byId<Claim>(store.claims()),
    documents,
    vocabulary: open.vocabulary(),
    asOf,
    ledger,
    rejects: await store.rejects(),
    rejected: [...(await byId<Claim>(store.claims({ verdict: 'rejected' }))).values()],
  });
  return { report, documents };
}

/** The report as a page to be served. @throws TallymanError `no-ledger` */
export async function reportPage(open: OpenCase): Promise<ReportPage> {
  const { report, documents } = await currentReport(open, null);
  return { html: renderHtml(report, documents.values()), policy: `${REPORT_POLICY}; frame-ancestors 'none'` };
}

async function byId<T extends { readonly id: string }>(records: AsyncIterable<T>): Promise<Map<string, T>> {
  const all = new Map<string, T>();
  for await (const record of records) all.set(record.id, record);
  return all;
}
