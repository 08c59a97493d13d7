import { sha256 } from '../../src/core/hash.js';
import { makeClaim, type Claim, type ClaimBody } from '../../src/model/claim.js';
import { makeDocument, type Document } from '../../src/model/document.js';
import type { Entity } from '../../src/model/entity.js';
import type { KeptFinding } from '../../src/model/finding.js';
import { rejectFor, type Reject, type Stage } from '../../src/model/reject.js';
import type { Source } from '../../src/model/source.js';
import { entity } from '../ledger/entity-records.js';

/** Records of a made-up case; a name makes each of them another. */

export const aSource = (name: string, more: Partial<Source> = {}): Source => ({
  id: sha256(name),
  media_type: 'text/html',
  size: name.length,
  origins: [
    {
      uri: `file:${name}.html`,
      obtained: '2024-05-01T08:30:00Z',
      method: 'file',
      container: null,
      hints: { title: name, charset: 'utf-8' },
    },
  ],
  ...more,
});

export const aDocument = (source: Source, more: Partial<Omit<Document, 'id' | 'source'>> = {}): Document =>
  makeDocument({
    source: source.id,
    reader: 'html-1',
    title: 'Crates at the quay',
    publisher: 'Harbour Gazette',
    byline: null,
    language: 'en',
    published: { edtf: '2024-05-01', how: 'meta' },
    canonical_url: null,
    text: `Crates at the quay\n\nA port officer counted 40 crates (${source.id.slice(0, 6)}).`,
    blocks: [
      { span: [0, 18], kind: 'heading', dropped: null, page: null },
      { span: [20, 63], kind: 'paragraph', dropped: null, page: null },
    ],
    truncated: false,
    ocr: null,
    warnings: [],
    ...more,
  });

export const EXTRACTOR = 'rules-1';

export const aClaim = (
  document: Pick<Document, 'id'>,
  index: number,
  more: Partial<ClaimBody> = {},
  extractor: string = EXTRACTOR,
): Claim =>
  makeClaim(
    {
      doc: document.id,
      span: [20, 63],
      kind: 'transfer',
      polarity: 'affirmed',
      modality: 'asserted',
      attribution: [
        { who: 'Harbour Gazette', role: 'relay' },
        { who: 'Port Authority (Freedonia)', role: 'claimant', anonymous: false, stated: '2024-04-30' },
      ],
      supplier: 'FD',
      recipient: 'SY',
      actor: null,
      target: null,
      item: { class: 'container', wording: 'crates', model: null, calibre_mm: null },
      quantity: { low: 40, high: 40, unit: 'container', wording: '40 crates' },
      when: { edtf: '2024-04', scope: 'period' },
      route: null,
      place: null,
      outcome: null,
      relation: null,
      ...more,
    },
    index,
    extractor,
    ['mention.figure', 'frame.transfer'],
  );

export const aReject = (stage: Stage, subject: string, reason = 'cut off'): Reject =>
  rejectFor(stage, subject, `at ${subject.slice(0, 20)}`, new Error(reason));

export const aFinding = (
  id: string,
  claims: readonly Claim[],
  question: Partial<KeptFinding['question']> = {},
): KeptFinding => ({
  id,
  question: {
    kind: 'transfer',
    supplier: 'FD',
    recipient: 'SY',
    actor: null,
    target: null,
    item: 'container',
    unit: 'container',
    per: null,
    outcome: null,
    vessel: null,
    event: null,
    ...question,
  },
  claims: claims.map((claim) => ({
    doc: claim.doc,
    index: claim.index,
    claim: claim.id,
    claimant: claim.attribution.at(-1)?.who ?? null,
    origin: 'FD',
    echo_of: null,
    drift: [],
    derived_from: null,
  })),
  standings: [],
  said: [],
  nested: [],
  range: null,
  origins: 1,
  denied_by: [],
  dispute: null,
  doubts: [],
});

export const anEntity = (key: string): Entity => ({
  ...entity(key, 'state', { name: `The state of ${key}`, state: key, matched: 'exact' }),
  id: key,
});

export async function all<T>(records: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const record of records) list.push(record);
  return list;
}

export const ids = async (records: AsyncIterable<{ readonly id: string }>): Promise<string[]> =>
  (await all(records)).map((record) => record.id);
