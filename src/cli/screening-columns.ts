import type { Hit, SanctionsList } from '../model/sanctions.js';
import { fieldText } from './entity-columns.js';
import type { Column } from './table.js';

const SHORT = 12;

export const LIST_COLUMNS: readonly Column<SanctionsList>[] = [
  { name: 'id', of: (l) => l.id },
  { name: 'list', of: (l) => l.id.slice(0, SHORT), inTable: true },
  { name: 'name', of: (l) => l.name, inTable: true },
  { name: 'version', of: (l) => l.version, inTable: true },
  { name: 'format', of: (l) => l.format, inTable: true },
  { name: 'added', of: (l) => l.added, inTable: true },
  { name: 'in', of: (l) => l.in, inTable: true },
  { name: 'out', of: (l) => l.out, inTable: true },
  { name: 'rejected', of: (l) => l.rejected, inTable: true },
  { name: 'screened', of: (l) => l.screened, inTable: true },
  { name: 'file', of: (l) => l.file },
  { name: 'size', of: (l) => l.size },
];

export const HIT_COLUMNS: readonly Column<Hit>[] = [
  { name: 'score', of: (h) => h.score, inTable: true },
  { name: 'entity', of: (h) => h.entity },
  { name: 'type', of: (h) => h.type, inTable: true },
  { name: 'name', of: (h) => h.name, inTable: true },
  { name: 'list', of: (h) => h.list.name, inTable: true },
  { name: 'version', of: (h) => h.list.version, inTable: true },
  { name: 'list_sha256', of: (h) => h.list.id },
  { name: 'entry', of: (h) => h.listed.id, inTable: true },
  { name: 'schema', of: (h) => h.listed.schema },
  { name: 'listed_name', of: (h) => h.listed.name, inTable: true },
  { name: 'programmes', of: (h) => h.listed.programmes.join('; '), inTable: true },
  { name: 'listed', of: (h) => h.listed.listed },
  { name: 'fields', of: (h) => h.fields.map(fieldText).join('; '), inTable: true },
];
