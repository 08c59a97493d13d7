import { extname, resolve } from 'node:path';
import { TallymanError } from '../core/errors.js';
import { ledgerDiff } from '../ledger/ledger-diff.js';
import type { KnownTo } from '../model/change.js';
import type { Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import type { KeptFinding } from '../model/finding.js';
import { standardNamed } from '../model/ledger-tables.js';
import type { Report, TemplateName } from '../model/report.js';
import type { ReportChanges } from '../report/changes-annex.js';
import { composeReport } from '../report/compose-report.js';
import { REPORT_POLICY, renderHtml } from '../report/render-html.js';
import { renderMarkdown } from '../report/render-markdown.js';
import { CaseHistory, type LedgerAsOf } from './case-history.js';
import type { OpenCase } from './open-case.js';
import { screeningForReport } from './screen.js';
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
const FORMS: Readonly<Record<string, (composed: ComposedReport) => Promise<string | Buffer>>> = {
  '.html': ({ report, documents }) => Promise.resolve(renderHtml(report, documents.values())),
  // Typst and its fonts are loaded only where a PDF is written.
  '.pdf': async ({ report }) => (await import('../report/render-pdf.js')).renderPdf(report),
  '.docx': async ({ report }) => (await import('../report/render-docx.js')).renderDocx(report),
  '.md': ({ report }) => Promise.resolve(renderMarkdown(report)),
  '.json': ({ report }) => Promise.resolve(`${JSON.stringify(report, null, 2)}\n`),
};

const listedWords = (words: readonly string[]): string =>
  `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

/** What a report is of; days are `YYYY-MM-DD`. */
export interface ReportRequest {
  /** The ledger as it was known at the end of this day; null for now. */
  readonly asOf?: string | null;
  /** Day of the last edition: what changed since is annexed; null for none. */
  readonly since?: string | null;
  /** Whose knowledge is meant by both. */
  readonly knownTo?: KnownTo;
  /** By default the whole report of a monitoring team. */
  readonly template?: TemplateName;
  /** Name of the standard that decides what is a finding; by default that of case.yaml. */
  readonly standard?: string;
}

/**
 * Writes the report of the ledger.
 * @param output file name, relative to `folder`; its ending says the form
 * @returns the file's whole path
 * @throws TallymanError `usage` for another form, or where there is no such standard; `no-ledger` where the case was never run; `disk-full`, `unreadable`
 */
export async function writeReport(
  open: OpenCase,
  folder: string,
  output: string,
  request: ReportRequest = {},
): Promise<string> {
  const path = resolve(folder, output);
  const form = FORMS[extname(path).toLowerCase()];
  if (!form) throw new TallymanError('usage', `a report ends in ${listedWords(Object.keys(FORMS))}`, output);
  await writeWhole(path, await form(await currentReport(open, request)));
  return path;
}

/** @throws TallymanError `no-ledger` where the case was never run, or claims were judged since; `usage` for days the wrong way round */
export async function currentReport(open: OpenCase, request: ReportRequest = {}): Promise<ComposedReport> {
  const { store, folder } = open;
  const { asOf = null, since = null, knownTo = 'world' } = request;
  if (asOf !== null && since !== null && asOf < since)
    throw new TallymanError('usage', 'the last edition comes after the day of this one', since);
  const state = await store.ledgerState();
  if (state === null) throw new TallymanError('no-ledger', 'the case has not been run yet', folder.root);
  if (asOf === null && (await store.ledgerIsStale()))
    throw new TallymanError('no-ledger', 'claims were judged since the ledger was built', folder.root);
  const history = asOf === null && since === null ? null : await CaseHistory.of(open);
  const standard = request.standard ?? folder.config.standard;
  const documents = await byId<Document>(store.documents());
  const known = asOf === null ? null : history!.ledger({ day: asOf, knownTo, standard });
  if (known !== null) for (const id of documents.keys()) if (!known.documents.has(id)) documents.delete(id);
  const ledger = known ?? {
    state,
    findings: [...(await byId<KeptFinding>(store.findings())).values()],
    claims: await byId<Claim>(store.claims()),
  };
  const rejected = known
    ? [...known.claims.values()].filter(({ judgement }) => judgement?.verdict === 'rejected')
    : [...(await byId<Claim>(store.claims({ verdict: 'rejected' }))).values()];
  const report = composeReport({
    case: folder.config,
    findings: ledger.findings,
    claims: ledger.claims,
    documents,
    vocabulary: open.vocabulary(),
    tables: open.tables(),
    standard,
    ...(request.template === undefined ? {} : { template: request.template }),
    asOf: asOf === null ? null : { day: asOf, knownTo },
    changes:
      since === null
        ? null
        : changesSince(
            since,
            history!.ledger({ day: since, knownTo, standard }),
            known ?? history!.ledger({ day: asOf, knownTo, standard }),
          ),
    ledger: ledger.state,
    law: { law: open.law(), standard: standardNamed(standard, open.tables()) },
    rejects: await store.rejects(),
    rejected,
    entityJudgements: await store.entityJudgements(),
    screening: await screeningForReport(open),
  });
  return { report, documents };
}

/** What changed since the last edition, with the claims of which it speaks. */
const changesSince = (since: string, before: LedgerAsOf, after: LedgerAsOf): ReportChanges => ({
  since,
  changes: ledgerDiff(before, after),
  claims: new Map([...before.claims, ...after.claims]),
});

/** The report as a page to be served. @throws TallymanError `no-ledger` */
export async function reportPage(open: OpenCase): Promise<ReportPage> {
  const { report, documents } = await currentReport(open);
  return { html: renderHtml(report, documents.values()), policy: `${REPORT_POLICY}; frame-ancestors 'none'` };
}

async function byId<T extends { readonly id: string }>(records: AsyncIterable<T>): Promise<Map<string, T>> {
  const all = new Map<string, T>();
  for await (const record of records) all.set(record.id, record);
  return all;
}
