import { z } from 'zod';
import { isEdtf } from '../core/edtf-date.js';
import type { ListedEntity, ListedType } from '../model/sanctions.js';
import { linesOf } from './lines.js';
import type { ListEntry } from './list-entry.js';

/** An entity of the FollowTheMoney model as OpenSanctions writes it, one a line. */
const entitySchema = z.looseObject({
  id: z.string().min(1),
  schema: z.string().min(1),
  caption: z.string().optional(),
  properties: z.record(z.string(), z.array(z.string())),
  datasets: z.array(z.string()).default([]),
  first_seen: z.string().nullish(),
  last_seen: z.string().nullish(),
  last_change: z.string().nullish(),
});

type Entity = z.output<typeof entitySchema>;

/** The schemata of the model that are a vessel, a person or a body. */
const TYPES: Readonly<Record<string, ListedType>> = {
  Vessel: 'vessel',
  Person: 'person',
  Organization: 'organisation',
  Company: 'organisation',
  LegalEntity: 'organisation',
  PublicBody: 'organisation',
};

/** The entries of entity JSON lines (`entities.ftm.json`), as they come. */
export async function* followTheMoney(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ListEntry> {
  for await (const { number, text } of linesOf(chunks)) {
    if (text === null) yield { line: number, reason: 'the line is longer than 16 MiB' };
    else if (text.trim() !== '') yield { line: number, ...entryOf(text) };
  }
}

function entryOf(text: string): { listed: ListedEntity; edition: string | null } | { reason: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return { reason: 'is no JSON' };
    throw error;
  }
  const parsed = entitySchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { reason: `is no entity: ${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? ''}` };
  }
  const listed = listedOf(parsed.data);
  if (listed.type !== 'other' && listed.name === '') return { reason: 'has no name' };
  return { listed, edition: dayOf(parsed.data.last_change ?? parsed.data.last_seen) };
}

function listedOf(entity: Entity): ListedEntity {
  const all = (...properties: string[]): string[] =>
    properties.flatMap((property) => entity.properties[property] ?? []);
  const [first = '', ...names] = all('name');
  const name = entity.caption !== undefined && all('name').includes(entity.caption) ? entity.caption : first;
  const others = [first, ...names].filter((other) => other !== name && other !== '');
  return {
    id: entity.id,
    type: TYPES[entity.schema] ?? 'other',
    schema: entity.schema,
    name,
    aliases: [
      ...[...others, ...all('alias', 'previousName')].map((alias) => ({ name: alias, weak: false })),
      ...all('weakAlias').map((alias) => ({ name: alias, weak: true })),
    ],
    imo: all('imoNumber').map((number) => number.replace(/^\s*imo\s*/i, '')),
    mmsi: all('mmsi'),
    call_signs: all('callSign'),
    countries: [
      ...new Set(all('flag', 'country', 'nationality', 'citizenship', 'jurisdiction', 'pastFlags')),
    ],
    births: all('birthDate').filter(isEdtf),
    programmes: entity.datasets,
    listed: dayOf(entity.first_seen),
  };
}

const dayOf = (time: string | null | undefined): string | null => {
  const day = time?.slice(0, 10) ?? '';
  return /^\d{4}-\d\d-\d\d$/.test(day) && isEdtf(day) ? day : null;
};
