import type { Conversion, Requirement, Standard } from '../model/ledger-tables.js';
import { requirementWords, type RaisedQuestion } from '../pipeline/assessing.js';
import type { Column } from './table.js';

/** The columns of the tables by which findings are assessed, and of the questions raised about them. */

const list = (parts: readonly (string | number)[]): string => parts.join('; ');

export const CONVERSION_COLUMNS: readonly Column<Conversion>[] = [
  { name: 'name', of: (c) => c.name, inTable: true },
  { name: 'from', of: (c) => c.from.unit, inTable: true },
  { name: 'from_items', of: (c) => list(c.from.items) },
  { name: 'to', of: (c) => c.to.unit, inTable: true },
  { name: 'to_items', of: (c) => list(c.to.items) },
  { name: 'calibre_mm', of: (c) => c.to.calibre_mm, inTable: true },
  { name: 'low', of: (c) => c.low, inTable: true },
  { name: 'high', of: (c) => c.high, inTable: true },
  { name: 'used', of: (c) => list(c.used), inTable: true },
  { name: 'why', of: (c) => c.why, inTable: true },
  { name: 'source', of: (c) => list(c.source) },
  { name: 'owner', of: (c) => c.owner, inTable: true },
  { name: 'since', of: (c) => c.since, inTable: true },
];

const ways = (alternatives: readonly (readonly Requirement[])[]): string =>
  alternatives.map((all) => all.map(requirementWords).join(', and ')).join('; or ');

export const STANDARD_COLUMNS: readonly Column<Standard>[] = [
  { name: 'name', of: (s) => s.name, inTable: true },
  { name: 'title', of: (s) => s.title },
  { name: 'finding', of: (s) => ways(s.finding), inTable: true },
  { name: 'reported', of: (s) => ways(s.reported), inTable: true },
];

export const QUESTION_COLUMNS: readonly Column<RaisedQuestion>[] = [
  { name: 'finding', of: (q) => q.finding, inTable: true },
  { name: 'rule', of: (q) => q.rule, inTable: true },
  { name: 'claims', of: (q) => list(q.claims), inTable: true },
  { name: 'against', of: (q) => q.against },
  { name: 'why', of: (q) => q.why, inTable: true },
];
