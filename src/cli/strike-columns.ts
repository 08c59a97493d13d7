import type { StrikeCase } from '../model/strike-case.js';
import { bounds, list, short } from './columns.js';
import type { Column } from './table.js';

const weaponWords = ({ item, model }: StrikeCase['weapons'][number]): string => model ?? item ?? 'goods';

export const countWords = ({ unit, low, high }: StrikeCase['counts'][number]): string =>
  `${bounds(low, high)} ${unit ?? ''}`.trim();

export const casualtyWords = ({ outcome, low, high }: StrikeCase['casualties'][number]): string =>
  `${outcome ?? 'losses'}: ${low === null && high === null ? 'no figure' : bounds(low, high)}`;

/** "KP, inferred" */
export const linkWords = ({ supplier, basis }: StrikeCase['links'][number]): string =>
  `${supplier ?? '?'}, ${basis}`;

/** The day on which the case came to the status that it has. */
const statusSince = ({ status, steps }: StrikeCase): string | null =>
  steps.find((step) => step.status === status)?.date ?? null;

/** The columns of `tallyman strikes`, in the order of docs/formats.md. */
export const STRIKE_COLUMNS: readonly Column<StrikeCase>[] = [
  { name: 'id', of: (s) => s.id },
  { name: 'strike', of: (s) => short(s.id), inTable: true },
  { name: 'date', of: (s) => s.date, inTable: true },
  { name: 'place', of: (s) => s.place, inTable: true },
  { name: 'target', of: (s) => s.target, inTable: true },
  { name: 'weapons', of: (s) => list(s.weapons.map(weaponWords)), inTable: true },
  { name: 'make', of: (s) => list([...new Set(s.weapons.flatMap(({ make }) => make))]), inTable: true },
  { name: 'used_by', of: (s) => list(s.used_by.map(({ actor }) => actor)), inTable: true },
  { name: 'counts', of: (s) => list(s.counts.map(countWords)), inTable: true },
  { name: 'casualties', of: (s) => list(s.casualties.map(casualtyWords)), inTable: true },
  { name: 'status', of: (s) => s.status, inTable: true },
  { name: 'since', of: statusSince, inTable: true },
  { name: 'steps', of: (s) => s.steps.length },
  { name: 'links', of: (s) => list(s.links.map(linkWords)), inTable: true },
  { name: 'claims', of: (s) => s.claims.length, inTable: true },
];
