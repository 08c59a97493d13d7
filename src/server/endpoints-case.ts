import { z } from 'zod';
import { LEVELS } from '../model/finding.js';
import { KINDS } from '../model/enums.js';
import { reportSchema } from '../model/report.js';
import { candidatePairs } from '../pipeline/entities.js';
import { caseSummaryOf } from '../pipeline/case-summary.js';
import { changesSince } from '../pipeline/changes-since.js';
import { judgementConflicts } from '../pipeline/review-queue.js';
import { currentReport } from '../pipeline/report.js';
import { LEAST_HIT, screen } from '../pipeline/screen.js';
import { endpoint, type Endpoint } from './endpoint.js';
import type { ServedCase } from './served-case.js';
import { findingSummaries } from './views.js';
import { caseSummary, overview, type WireOverview } from './wire-ledger.js';
import { day } from './wire.js';

export const CASE_ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    path: '/case',
    tag: 'case',
    summary: 'The case: its settings, counts, and the state of its ledger.',
    reply: caseSummary,
    stable: false,
    handle: ({ open }) => caseSummaryOf(open),
  }),
  endpoint({
    path: '/overview',
    tag: 'case',
    summary: 'Findings by strength and dispute, sizes of queues, and what changed since a time.',
    query: z.strictObject({
      since: z.iso.datetime().optional(),
    }),
    reply: overview,
    stable: false,
    handle: (served, { query }) => overviewOf(served, query.since ?? null),
  }),
  endpoint({
    path: '/report',
    tag: 'case',
    summary: 'The report as data (docs/formats.md), of the ledger as it stands or as of a day.',
    query: z.strictObject({
      as_of: day.optional(),
      since: day.optional(),
      known_to: z.enum(['world', 'case']).optional(),
      standard: z.string().max(100).optional(),
    }),
    reply: reportSchema,
    handle: async ({ open }, { query }) => {
      const { as_of, since, known_to, standard } = query;
      const { report } = await currentReport(open, {
        asOf: as_of ?? null,
        since: since ?? null,
        knownTo: known_to ?? 'world',
        ...(standard === undefined ? {} : { standard }),
      });
      return report;
    },
  }),
];

const LEAST_CANDIDATE = 0.75;

async function overviewOf(served: ServedCase, since: string | null): Promise<WireOverview> {
  const { open } = served;
  const summaries = await findingSummaries(served);
  const summary = await caseSummaryOf(open);
  const { rejects, claims } = summary.counts;
  const judged = await served.once('judged', () => judgementConflicts(open));
  const count = (wanted: (summary: (typeof summaries)[number]) => boolean): number =>
    summaries.filter(wanted).length;
  return {
    case: summary,
    at: await served.revision(),
    findings: {
      total: summaries.length,
      by_standing: Object.fromEntries(
        LEVELS.map((level) => [level, count(({ assessment }) => assessment.standing === level)]),
      ) as WireOverview['findings']['by_standing'],
      by_kind: Object.fromEntries(
        KINDS.map((kind) => [kind, count(({ question }) => question.kind === kind)] as const).filter(
          ([, n]) => n > 0,
        ),
      ),
      disputed: count(({ dispute }) => dispute !== null),
      denied: count(({ denied_by }) => denied_by.length > 0),
    },
    queues: {
      unjudged: claims - judged.standing,
      conflicts: judged.conflicts.length,
      questions: summaries.reduce((sum, { questions }) => sum + questions, 0),
      rejects: Object.values(rejects).reduce((sum, n) => sum + n, 0),
      candidates: (await served.once('candidates', () => candidatePairs(open, LEAST_CANDIDATE))).length,
      hits:
        (await open.store.lists()).length === 0 || summary.ledger.state === null
          ? null
          : (await screen(open, { list: null, least: LEAST_HIT })).hits.length,
    },
    since: since === null ? null : await changesSince(open, since, summaries),
  };
}
