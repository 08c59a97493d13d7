import type { Entity } from '../model/entity.js';
import type { ComparedField } from '../model/sanctions.js';
import type { CandidatePair } from '../pipeline/entities.js';
import type { Column } from './table.js';

const SHORT = 12;
const list = (texts: readonly string[]): string => texts.join('; ');

/** "2020/2023"; empty where nothing is known of it. */
export const timeText = ({
  from,
  to,
}: {
  readonly from: string | null;
  readonly to: string | null;
}): string => (from === null && to === null ? '' : `${from ?? '..'}/${to ?? '..'}`);

const timed = (text: string, times: { readonly from: string | null; readonly to: string | null }): string =>
  [text, timeText(times)].filter(Boolean).join(' ');

export const ENTITY_COLUMNS: readonly Column<Entity>[] = [
  { name: 'id', of: (e) => e.id },
  { name: 'entity', of: (e) => e.id.slice(0, SHORT), inTable: true },
  { name: 'type', of: (e) => e.type, inTable: true },
  { name: 'name', of: (e) => e.name, inTable: true },
  { name: 'key', of: (e) => e.key },
  { name: 'sort', of: (e) => e.sort },
  { name: 'state', of: (e) => e.state, inTable: true },
  { name: 'origin', of: (e) => e.origin },
  { name: 'matched', of: (e) => e.matched, inTable: true },
  { name: 'claims', of: (e) => e.claims, inTable: true },
  { name: 'names', of: (e) => list(e.names.map(({ name, claims }) => `${name} (${claims})`)), inTable: true },
  { name: 'aliases', of: (e) => list(e.aliases.map((alias) => timed(alias.name, alias))) },
  {
    name: 'identifiers',
    of: (e) => list(e.identifiers.map((each) => timed(`${each.scheme} ${each.value}`, each))),
    inTable: true,
  },
  { name: 'flags', of: (e) => list(e.flags.map((flag) => timed(flag.state, flag))) },
  {
    name: 'false_identities',
    of: (e) =>
      list(
        e.false_identities.map((each) =>
          timed(
            [each.name, ...each.identifiers.map(({ scheme, value }) => `${scheme} ${value}`)].join(' '),
            each,
          ),
        ),
      ),
  },
  {
    name: 'posts',
    of: (e) =>
      list(
        e.posts.map((post) =>
          timed([post.title, post.organisation ?? post.state].filter(Boolean).join(', '), post),
        ),
      ),
  },
  { name: 'merged', of: (e) => list(e.merged) },
];

/** "name: Grey Heron = Gray Heron (+0.86, 1 word spelled otherwise)" */
export const fieldText = ({ field, ours, theirs, contribution, why }: ComparedField): string =>
  `${field}: ${ours} ${ours === theirs ? '=' : '~'} ${theirs} (${contribution < 0 ? '' : '+'}${contribution}, ${why})`;

export const CANDIDATE_COLUMNS: readonly Column<CandidatePair>[] = [
  { name: 'score', of: (c) => c.score, inTable: true },
  { name: 'type', of: (c) => c.a.type },
  { name: 'a_id', of: (c) => c.a.id },
  { name: 'a', of: (c) => c.a.name, inTable: true },
  { name: 'a_claims', of: (c) => c.a.claims, inTable: true },
  { name: 'b_id', of: (c) => c.b.id },
  { name: 'b', of: (c) => c.b.name, inTable: true },
  { name: 'b_claims', of: (c) => c.b.claims, inTable: true },
  { name: 'fields', of: (c) => list(c.fields.map(fieldText)), inTable: true },
];
