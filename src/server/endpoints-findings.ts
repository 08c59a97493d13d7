import { z } from 'zod';
import { dayBounds } from '../core/edtf-date.js';
import { ITEM_CLASSES, KINDS } from '../model/enums.js';
import { LEVELS } from '../model/finding.js';
import { CaseHistory } from '../pipeline/case-history.js';
import { partyInFindings } from '../pipeline/entities.js';
import { findingClaims } from '../pipeline/finding-claims.js';
import { assessedFinding, findingDetail as detailOf } from '../pipeline/finding-detail.js';
import { findingHistory } from '../pipeline/finding-history.js';
import { summariesOfAssessed, type FindingSummary } from '../pipeline/finding-summaries.js';
import { pairsFrom } from '../pipeline/printed-finding.js';
import { findingsAsOf } from '../pipeline/record-filter.js';
import { makeCursor, readCursor } from './cursor.js';
import { endpoint, type Endpoint } from './endpoint.js';
import { collected, pageOfList } from './pages.js';
import type { ServedCase } from './served-case.js';
import { findingSummaries } from './views.js';
import { findingClaim, findingDetail, findingSummary, historyPoint, pair } from './wire-findings.js';
import { day, flag, idParams, pageOf, pageQuery, period } from './wire.js';

const SORTS = ['strength', 'theme', 'claims', 'origins', 'newest', 'id'] as const;

const findingsQuery = z.strictObject({
  ...pageQuery,
  /** `strength`: what meets the standard first, then by likelihood, origins and claims; `theme`: in the order of the report's sections. */
  sort: z.enum(SORTS).default('strength'),
  party: z.string().max(200).optional(),
  item: z.enum(ITEM_CLASSES).optional(),
  kind: z.enum(KINDS).optional(),
  period: period.optional(),
  claimant: z.string().max(200).optional(),
  standing: z.enum(LEVELS).optional(),
  theme: z.string().max(300).optional(),
  disputed: flag.optional(),
  denied: flag.optional(),
  /** As it was known at the end of this day. */
  as_of: day.optional(),
  /** Whose knowledge is meant by that: what was published by then, or what the case had. */
  known_to: z.enum(['world', 'case']).default('world'),
  standard: z.string().max(100).optional(),
});

const paged = z.strictObject(pageQuery);
const byStandard = z.strictObject({ standard: z.string().max(100).optional() });

export const FINDING_ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    path: '/findings',
    tag: 'findings',
    summary:
      'Findings: each question with the range that the claims on it allow, who denies it, and as what it may be published.',
    query: findingsQuery,
    reply: pageOf(findingSummary),
    handle: async (served, { query: { limit, cursor, ...query } }) => {
      const key = `findings ${JSON.stringify(query)}`;
      const list = await served.once(key, () => findingsList(served, query));
      return pageOfList(list, { limit, cursor }, key, ({ id }) => id);
    },
  }),
  endpoint({
    path: '/findings/{id}',
    tag: 'findings',
    summary:
      'A finding: its question, range, dispute, origins, conversions in use, questions, and how it stands to the law.',
    params: idParams,
    query: byStandard,
    reply: findingDetail,
    handle: async (served, { params, query: { standard } }) => {
      const finding = await assessedFinding(served.open, params.id, standard);
      const theme = (await findingSummaries(served)).find(({ id }) => id === finding.id)?.theme ?? '';
      return detailOf(served.open, finding, theme, standard);
    },
  }),
  endpoint({
    path: '/findings/{id}/claims',
    tag: 'findings',
    summary:
      'The claims of a finding in the order of their statements, with their words, origins, grades and intervals; denials and echoes included.',
    params: idParams,
    query: paged,
    reply: pageOf(findingClaim),
    handle: async (served, { params, query: { limit, cursor } }) => {
      const finding = await assessedFinding(served.open, params.id);
      const list = ['finding claims', params.id];
      const from = cursor === undefined ? 0 : Number(readCursor(list, cursor)[0]);
      const end = from + limit;
      return {
        items: await findingClaims(served.open, finding, from, limit),
        total: finding.claims.length,
        next: end < finding.claims.length ? makeCursor(list, [end]) : null,
      };
    },
  }),
  endpoint({
    path: '/findings/{id}/pairs',
    tag: 'findings',
    summary: 'How every two claims of a finding that are no echoes stand to each other, with the reason.',
    params: idParams,
    query: paged,
    reply: pageOf(pair),
    handle: async (served, { params, query: { limit, cursor } }) => {
      const finding = await assessedFinding(served.open, params.id);
      const list = ['finding pairs', params.id];
      const from = cursor === undefined ? 0 : Number(readCursor(list, cursor)[0]);
      const n = finding.standings.length;
      const total = (n * (n - 1)) / 2;
      const end = from + limit;
      return {
        items: pairsFrom(finding, from, limit),
        total,
        next: end < total ? makeCursor(list, [end]) : null,
      };
    },
  }),
  endpoint({
    path: '/findings/{id}/history',
    tag: 'findings',
    summary:
      'The range of a finding over time: as it was known at the end of each day on which something was published on it.',
    params: idParams,
    reply: z.object({ items: z.array(historyPoint) }),
    handle: async (served, { params }) => ({
      items: await served.once(`history ${params.id}`, () => findingHistory(served.open, params.id)),
    }),
  }),
];

type Query = Omit<z.output<typeof findingsQuery>, 'limit' | 'cursor'>;

async function findingsList(served: ServedCase, query: Query): Promise<readonly FindingSummary[]> {
  const { sort, standing, theme, disputed, denied } = query;
  return (await summariesWanted(served, query))
    .filter(
      (one) =>
        (standing === undefined || one.assessment.standing === standing) &&
        (theme === undefined || one.theme === theme) &&
        (disputed === undefined || (one.dispute !== null) === disputed) &&
        (denied === undefined || one.denied_by.length > 0 === denied),
    )
    .sort((a, b) => ORDERS[sort](a, b) || (a.id < b.id ? -1 : 1));
}

async function summariesWanted(served: ServedCase, query: Query): Promise<FindingSummary[]> {
  const { open } = served;
  const { party, item, kind, period: within, claimant, as_of, known_to, standard } = query;
  const filter = {
    party: party === undefined ? undefined : await partyInFindings(open, party),
    item,
    kind,
    period: within,
    claimant,
  };
  if (as_of !== undefined) {
    const history = await served.once('case history', () => CaseHistory.of(open));
    return summariesOfAssessed(
      open,
      findingsAsOf(history.ledger({ day: as_of, knownTo: known_to, standard }), filter),
    );
  }
  const summaries = await findingSummaries(served, standard);
  // These two look at the claims of a finding; the others stand in its summary.
  if (within !== undefined || claimant !== undefined) {
    const ids = new Set((await collected(open.store.findings(filter))).map(({ id }) => id));
    return summaries.filter(({ id }) => ids.has(id));
  }
  return summaries.filter(
    ({ question }) =>
      (filter.party === undefined ||
        [question.supplier, question.recipient, question.actor, question.target].includes(filter.party)) &&
      (item === undefined || question.item === item) &&
      (kind === undefined || question.kind === kind),
  );
}

const level = ({ assessment }: FindingSummary): number => LEVELS.indexOf(assessment.standing);
const lastDay = ({ last }: FindingSummary): string => (last === null ? '' : (dayBounds(last)?.end ?? last));

const ORDERS: Readonly<Record<(typeof SORTS)[number], (a: FindingSummary, b: FindingSummary) => number>> = {
  strength: (a, b) => level(a) - level(b) || b.origins - a.origins || b.claims - a.claims,
  theme: (a, b) => (a.theme < b.theme ? -1 : a.theme > b.theme ? 1 : 0),
  claims: (a, b) => b.claims - a.claims,
  origins: (a, b) => b.origins - a.origins,
  newest: (a, b) => (lastDay(a) > lastDay(b) ? -1 : lastDay(a) < lastDay(b) ? 1 : 0),
  id: () => 0,
};
