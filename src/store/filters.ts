import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { ClaimFilter, FindingFilter } from '../model/store.js';
import type { DayRange } from './day-range.js';
import type { Schema } from './schema.js';
import { foldedText, keyText } from './stored-text.js';

/** The columns that claims and findings have alike. */
type Subject = Pick<Schema['claims'], 'kind' | 'item' | 'supplier' | 'recipient' | 'actor' | 'target'>;

/** Kind and item alike, and the party in any of its four places. `c` is the table asked. */
export function byKindItemParty(
  eb: ExpressionBuilder<{ c: Subject }, 'c'>,
  { kind, item, party }: FindingFilter,
): Expression<SqlBool> {
  const wanted: Expression<SqlBool>[] = [];
  if (kind !== undefined) wanted.push(eb('c.kind', '=', kind));
  if (item !== undefined) wanted.push(eb('c.item', '=', keyText(item)));
  if (party !== undefined) {
    const places = ['c.supplier', 'c.recipient', 'c.actor', 'c.target'] as const;
    wanted.push(eb.or(places.map((place) => eb(place, '=', keyText(party)))));
  }
  return eb.and(wanted);
}

/** As they stand, without the rejected ones unless these are asked for; or all of them, as they were read. */
export function byVerdict(
  eb: ExpressionBuilder<{ c: Schema['claims'] }, 'c'>,
  filter: Pick<ClaimFilter, 'verdict' | 'as'>,
): Expression<SqlBool> {
  if (filter.verdict === 'none') return eb('c.verdict', 'is', null);
  if (filter.verdict !== undefined) return eb('c.verdict', '=', filter.verdict);
  return filter.as === 'read' ? eb.and([]) : sql<SqlBool>`c.verdict is distinct from 'rejected'`;
}

/** A part of the name, whatever its case; no character of it has a meaning of its own. */
export const byClaimant = (column: string, part: string): Expression<SqlBool> =>
  sql<SqlBool>`strpos(${sql.ref(column)}, ${foldedText(part)}) > 0`;

/** Stated within the period, or about a time within: the days overlap. */
export const inPeriod = (
  eb: ExpressionBuilder<{ c: Schema['claims'] }, 'c'>,
  { from, to }: DayRange,
): Expression<SqlBool> =>
  eb.or([
    eb.and([eb('c.stated_from', '<=', to), eb('c.stated_to', '>=', from)]),
    eb.and([eb('c.event_from', '<=', to), eb('c.event_to', '>=', from)]),
  ]);
