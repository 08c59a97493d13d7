import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  ITEM_CLASSES,
  KINDS,
  MODALITIES,
  MODES,
  POLARITIES,
  RELATION_TYPES,
  SCOPES,
  UNITS,
} from '../../src/model/enums.js';
import { DRIFTS, RELATIONS, questionSchema, type Finding } from '../../src/model/finding.js';
import { claimBodySchema, type ClaimBody } from '../../src/model/claim.js';

/** Series of public statements as annotated documents, with what the ledger must make of them, written by hand. */

export const SERIES = ['benchmark-series', 'drone-series'] as const;
export type SeriesName = (typeof SERIES)[number];

export const seriesFolder = (name: SeriesName): string => fileURLToPath(new URL(`${name}/`, import.meta.url));

const bound = z.number().nullable();
const party = z.string().nullable();

const noteSchema = z.strictObject({
  /** Words of the sentence that carries the claim. */
  at: z.string(),
  kind: z.enum(KINDS),
  polarity: z.enum(POLARITIES).default('affirmed'),
  modality: z.enum(MODALITIES),
  /** Outermost first; the last one is the claimant. */
  who: z.array(z.string()).min(1),
  stated: z.string().nullable().default(null),
  supplier: party.optional(),
  recipient: party.optional(),
  actor: party.default(null),
  target: party.default(null),
  /** Class, wording, calibre in millimetres. */
  item: z.tuple([z.enum(ITEM_CLASSES).nullable(), z.string()]).rest(z.number()).nullable().default(null),
  /** Low, high, unit, wording, qualifier. */
  quantity: z
    .tuple([bound, bound, z.enum(UNITS).nullable(), z.string()])
    .rest(z.string())
    .nullable()
    .default(null),
  vague: z.boolean().default(false),
  when: z.tuple([z.string().nullable(), z.enum(SCOPES)]).default([null, 'unknown']),
  route: z
    .strictObject({
      mode: z.array(z.enum(MODES)),
      origin: z.string().nullable(),
      destination: z.string().nullable(),
    })
    .nullable()
    .default(null),
  relation: z.tuple([z.enum(RELATION_TYPES), z.number()]).nullable().default(null),
});

const documentsSchema = z.strictObject({
  supplier: z.string(),
  recipient: z.string(),
  documents: z.array(
    z.strictObject({
      name: z.string(),
      source: z.string(),
      title: z.string(),
      publisher: z.string(),
      published: z.string(),
      text: z.string(),
      claims: z.array(noteSchema),
    }),
  ),
});

export interface SeriesDocument {
  readonly name: string;
  /** With its header lines. */
  readonly text: string;
  readonly claims: readonly ClaimBody[];
}

/** The documents of a series as its `documents.yaml` has them: what `generate.ts` writes. */
export function madeDocuments(name: SeriesName): SeriesDocument[] {
  const series = documentsSchema.parse(read(name, 'documents.yaml'));
  return series.documents.map(({ name: doc, title, publisher, published, text: body, claims }) => {
    const header = `title: ${title}\npublisher: ${publisher}\npublished: ${published}\n\n`;
    const text = header + body;
    return {
      name: doc,
      text,
      claims: claims.map((note) =>
        claimBodySchema.parse({
          doc,
          span: sentenceWith(note.at, text, header.length),
          kind: note.kind,
          polarity: note.polarity,
          modality: note.modality,
          attribution: attributionOf(note),
          supplier: note.supplier === undefined ? series.supplier : note.supplier,
          recipient: note.recipient === undefined ? series.recipient : note.recipient,
          actor: note.actor,
          target: note.target,
          item: note.item && {
            class: note.item[0],
            wording: note.item[1],
            model: null,
            calibre_mm: note.item[2] ?? null,
          },
          quantity: quantityOf(note),
          when: { edtf: note.when[0], scope: note.when[1] },
          route: note.route && { ...note.route, via: [], vessel: null },
          place: null,
          outcome: null,
          relation: note.relation && { type: note.relation[0], claim: note.relation[1] },
        }),
      ),
    };
  });
}

type Note = z.output<typeof noteSchema>;

const attributionOf = ({ who, stated }: Note): object[] =>
  who.map((name, position) =>
    position === who.length - 1
      ? { who: name, role: 'claimant', anonymous: false, ...(stated === null ? {} : { stated }) }
      : { who: name, role: 'relay' },
  );

function quantityOf({ quantity, vague }: Note): object | null {
  if (quantity === null) return null;
  const [low, high, unit, wording, qualifier = null] = quantity;
  return { low, high, unit, qualifier, wording, vague, share_of: null };
}

/** The span of the first sentence, from an offset on, that holds the words. */
function sentenceWith(words: string, text: string, from: number): [number, number] {
  const at = text.indexOf(words, from);
  if (at < 0) throw new Error(`no sentence with: ${words}`);
  const edges = [...text.matchAll(/(?<=[a-z0-9][.?!])\s+(?=[A-Z0-9])|\n+/g)];
  const before = edges.filter(({ index }) => index < at).at(-1);
  const after = edges.find(({ index }) => index > at);
  return [before === undefined ? 0 : before.index + before[0].length, after?.index ?? text.length];
}

const ref = z.string().regex(/^[\w-]+:\d+$/);
const expectedSchema = z.strictObject({
  findings: z.array(
    z.strictObject({
      question: questionSchema.unwrap().partial(),
      claims: z.array(ref),
      /** The origin of each claim that is no echo. */
      by: z.record(ref, z.string()),
      /** What each echo repeats, and its drifts. */
      echoes: z.record(ref, z.tuple([ref]).rest(z.enum(DRIFTS))),
      /** A, RELATION, B, the reason. */
      pairs: z.array(z.tuple([ref, z.enum(RELATIONS), ref, z.string()])),
      range: z.tuple([bound, bound]).nullable(),
      as_of: z.string().nullable().default(null),
      leading: ref.nullable().default(null),
      origins: z.number(),
      denied_by: z.array(z.string()),
      disputed: z.boolean(),
    }),
  ),
});

export type ExpectedFinding = z.output<typeof expectedSchema>['findings'][number];

export const expectedFindings = (name: SeriesName): ExpectedFinding[] =>
  expectedSchema.parse(read(name, 'expected.yaml')).findings;

/** A finding in the form in which the expected ones are written; the reasons are left out. */
export function written(finding: Finding): object {
  const at = ({ doc, index }: { doc: string; index: number }): string => `${doc}:${index}`;
  const refs = finding.claims.map(at);
  return comparable({
    question: finding.question,
    claims: refs,
    by: Object.fromEntries(
      finding.claims.flatMap((claim) => (claim.origin === null ? [] : [[at(claim), claim.origin]])),
    ),
    echoes: Object.fromEntries(
      finding.claims.flatMap((claim) =>
        claim.echo_of === null ? [] : [[at(claim), [at(claim.echo_of), ...claim.drift]]],
      ),
    ),
    pairs: finding.pairs.map(({ a, b, relation }) => [refs[a]!, relation, refs[b]!]),
    range: finding.range && [finding.range.low, finding.range.high],
    as_of: finding.range?.as_of ?? null,
    leading: finding.range === null ? null : refs[finding.range.leading]!,
    origins: finding.origins,
    denied_by: finding.denied_by,
    disputed: finding.dispute !== null,
  });
}

/** An expected finding in the same form. */
export const wanted = (expected: ExpectedFinding): object =>
  comparable({ ...expected, pairs: expected.pairs.map(([a, relation, b]) => [a, relation, b]) });

interface Comparable {
  readonly question: object;
  readonly claims: readonly string[];
  readonly pairs: readonly (readonly string[])[];
}

/** `contains` is `refines` the other way round, and what has no direction is read from either side. */
function comparable<T extends Comparable>(finding: T): object {
  return {
    ...finding,
    question: questionSchema.parse({ ...NO_QUESTION, ...finding.question }),
    claims: [...finding.claims].sort(),
    pairs: finding.pairs
      .map(([a = '', relation = '', b = '']) => {
        if (relation === 'contains') return `${b} refines ${a}`;
        return DIRECTED.has(relation) || a < b ? `${a} ${relation} ${b}` : `${b} ${relation} ${a}`;
      })
      .sort(),
  };
}

const DIRECTED: ReadonlySet<string> = new Set(['refines', 'supersedes', 'part-of']);

const NO_QUESTION = {
  supplier: null,
  recipient: null,
  actor: null,
  target: null,
  item: null,
  unit: null,
  per: null,
  outcome: null,
  vessel: null,
  event: null,
};

const read = (name: SeriesName, file: string): unknown =>
  parse(readFileSync(`${seriesFolder(name)}${file}`, 'utf8'), { schema: 'core' }) as unknown;
