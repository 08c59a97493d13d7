import type { Cause, FindingChange, FindingState } from '../model/change.js';
import { bounds, list, parties, short } from './columns.js';
import type { Column } from './table.js';

/** The columns of `tallyman diff`, in the order of docs/formats.md. */
export const CHANGE_COLUMNS: readonly Column<FindingChange>[] = [
  { name: 'finding', of: (c) => c.finding },
  { name: 'change', of: (c) => c.change, inTable: true },
  { name: 'on', of: (c) => short(c.finding), inTable: true },
  { name: 'kind', of: (c) => c.question.kind, inTable: true },
  { name: 'parties', of: (c) => parties(c.question), inTable: true },
  { name: 'item', of: (c) => c.question.item, inTable: true },
  { name: 'unit', of: (c) => c.question.unit, inTable: true },
  { name: 'date', of: (c) => c.question.event?.date },
  { name: 'place', of: (c) => c.question.event?.place },
  { name: 'fields', of: (c) => list(c.fields) },
  { name: 'what', of: whatChanged, inTable: true },
  { name: 'low_before', of: (c) => c.from?.range?.low },
  { name: 'high_before', of: (c) => c.from?.range?.high },
  { name: 'low', of: (c) => c.to?.range?.low },
  { name: 'high', of: (c) => c.to?.range?.high },
  { name: 'origins_before', of: (c) => c.from?.origins },
  { name: 'origins', of: (c) => c.to?.origins },
  { name: 'standing_before', of: (c) => c.from?.standing },
  { name: 'standing', of: (c) => c.to?.standing },
  { name: 'by', of: (c) => list(c.causes.map(causeWords)), inTable: true },
];

/** "range: 10,000 or more > 11,000 or more; origins: 1 > 2" */
function whatChanged({ fields, from, to }: FindingChange): string {
  if (from === null || to === null) {
    const state = (from ?? to)!;
    const origins = `${state.origins} ${state.origins === 1 ? 'origin' : 'origins'}`;
    return list([rangeWords(state), origins, state.standing]);
  }
  const shown: Record<FindingChange['fields'][number], (state: FindingState) => string> = {
    range: rangeWords,
    as_of: ({ range }) => range?.as_of ?? 'none',
    leading: ({ range }) => (range === null ? 'none' : short(range.leading)),
    origins: ({ origins }) => String(origins),
    denied_by: ({ denied_by }) => (denied_by.length === 0 ? 'nobody' : denied_by.join(', ')),
    dispute: ({ dispute }) => (dispute === null ? 'no' : 'yes'),
    standing: ({ standing }) => standing,
    claims: ({ claims }) => String(claims),
  };
  return list(
    fields.map((field) => {
      const [before, after] = [shown[field](from), shown[field](to)];
      return before === after ? field : `${field}: ${before} > ${after}`;
    }),
  );
}

const rangeWords = ({ range }: FindingState): string =>
  range === null ? 'no range' : bounds(range.low, range.high);

/** "came: White House (Harbour Post, 2024-02-01)" */
const causeWords = ({ cause, claimant, publisher, published, judgement }: Cause): string =>
  judgement === null
    ? `${cause}: ${claimant ?? 'not named'} (${[publisher, published ?? 'undated'].filter(Boolean).join(', ')})`
    : `${judgement.verdict} by ${judgement.by}: ${claimant ?? 'not named'}`;
