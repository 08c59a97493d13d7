import { buildLedger } from '../../src/ledger/build-ledger.js';
import { documentFacts } from '../../src/ledger/document-facts.js';
import type { CaseConfig } from '../../src/model/case-config.js';
import { claimBodySchema, makeClaim, type Claim } from '../../src/model/claim.js';
import { makeDocument, type Block, type Document } from '../../src/model/document.js';
import type { ReportInput } from '../../src/report/compose-report.js';
import { vocabulary } from '../ledger/vocabulary.js';

/** A paragraph, or one that a rule set aside. */
type Line = string | { readonly dropped: string; readonly text: string };

export function page(
  title: string | null,
  publisher: string | null,
  published: string | null,
  lines: Line[],
): Document {
  let text = '';
  const blocks: Block[] = lines.map((line) => {
    if (text !== '') text += '\n\n';
    const start = text.length;
    text += typeof line === 'string' ? line : line.text;
    const dropped = typeof line === 'string' ? null : line.dropped;
    return { span: [start, text.length], kind: 'paragraph', dropped, page: null };
  });
  return makeDocument({
    source: Buffer.from((title ?? publisher ?? 'none').padEnd(32, '.').slice(0, 32)).toString('hex'),
    reader: 'test-1',
    title,
    publisher,
    byline: null,
    language: 'en',
    published: published === null ? null : { edtf: published, how: 'header' },
    canonical_url: null,
    text,
    blocks,
    truncated: false,
    ocr: null,
    warnings: [],
  });
}

/** A claim on the words of a page. */
export function said(document: Document, index: number, words: string, body: Record<string, unknown>): Claim {
  const start = document.text.indexOf(words);
  if (start < 0) throw new Error(`no such words: ${words}`);
  return makeClaim(
    claimBodySchema.parse({
      doc: document.id,
      span: [start, start + words.length],
      kind: 'transfer',
      polarity: 'affirmed',
      modality: 'asserted',
      when: { edtf: null, scope: 'unknown' },
      ...body,
    }),
    index,
    'test',
    [],
  );
}

const containers = { class: 'container', wording: 'containers' };
const byClaimant = (who: string, stated: string | null = null) => [
  { who: 'Harbour Gazette', role: 'relay' },
  { who, role: 'claimant', stated },
];

const gazette = page('The quay at Rajin', 'Harbour Gazette', '2024-02-03', [
  'North Korea had sent Russia more than 4,200 containers since August 2023, the White House announced on 1 February 2024.',
  'Such a load could hold up to 1.9 million shells, it reckoned.',
  'Moscow denied that any arms had come from North Korea.',
  { dropped: 'share-row', text: 'Share this page & win' },
  'The ships sailed from Rajin to Vostochny, the White House said. Russia fired three of the missiles at Kharkiv on 2 January 2024, according to Olena Marchuk.',
]);
const courier = page('What came back', 'Inland Courier', '2024-02-10', [
  'Russia may have sent fuel to the North Koreans, Delta Survey wrote. Two rail cars of it were counted, twice as many as the Gazette had.',
  'Moscow rejects the charge that it was sent weapons by North Korea.',
]);

const g = (index: number, words: string, body: Record<string, unknown>) => said(gazette, index, words, body);
const c = (index: number, words: string, body: Record<string, unknown>) => said(courier, index, words, body);

export const documents = [gazette, courier];
export const claims: Claim[] = [
  g(
    0,
    'North Korea had sent Russia more than 4,200 containers since August 2023, the White House announced on 1 February 2024.',
    {
      attribution: byClaimant('White House', '2024-02-01'),
      supplier: 'KP',
      recipient: 'RU',
      item: containers,
      quantity: {
        low: 4200,
        high: null,
        unit: 'container',
        qualifier: 'more than',
        wording: 'more than 4,200',
      },
      when: { edtf: '2023-08/2024-02-01', scope: 'cumulative' },
    },
  ),
  g(1, 'Such a load could hold up to 1.9 million shells, it reckoned.', {
    kind: 'capacity',
    modality: 'assessed',
    attribution: byClaimant('White House', '2024-02-01'),
    supplier: 'KP',
    recipient: 'RU',
    item: { class: 'artillery_shell', wording: 'shells' },
    quantity: { low: null, high: 1900000, unit: 'round', qualifier: 'up to', wording: 'up to 1.9 million' },
    relation: { type: 'given', claim: 0 },
  }),
  g(2, 'Moscow denied that any arms had come from North Korea.', {
    polarity: 'denied',
    attribution: byClaimant('Government of Russia'),
    supplier: 'KP',
    recipient: 'RU',
    item: { class: null, wording: 'arms' },
  }),
  g(3, 'The ships sailed from Rajin to Vostochny, the White House said.', {
    kind: 'movement',
    attribution: byClaimant('White House'),
    route: { mode: ['sea'], origin: 'Rajin', destination: 'Vostochny', via: [], vessel: null },
  }),
  g(4, 'Russia fired three of the missiles at Kharkiv on 2 January 2024, according to Olena Marchuk.', {
    kind: 'use',
    attribution: byClaimant('Olena Marchuk'),
    actor: 'RU',
    target: 'UA',
    item: { class: 'ballistic_missile', wording: 'three of the missiles' },
    quantity: { low: 3, high: 3, unit: 'missile', wording: 'three' },
    when: { edtf: '2024-01-02', scope: 'point' },
    place: 'Kharkiv',
  }),
  c(0, 'Russia may have sent fuel to the North Koreans, Delta Survey wrote.', {
    modality: 'possible',
    attribution: [
      { who: 'Inland Courier', role: 'relay' },
      { who: 'Delta Survey', role: 'claimant', stated: null },
    ],
    supplier: 'RU',
    recipient: 'KP',
    item: { class: 'petroleum', wording: 'fuel' },
  }),
  c(1, 'Two rail cars of it were counted, twice as many as the Gazette had.', {
    modality: 'reported',
    attribution: [{ who: 'Harbour Gazette', role: 'claimant', stated: null }],
    supplier: 'RU',
    recipient: 'KP',
    item: { class: 'petroleum', wording: 'it' },
    quantity: { low: 1, high: 1, unit: 'railcar', wording: 'twice as many' },
    relation: { type: 'given', claim: 0 },
  }),
  c(2, 'Moscow rejects the charge that it was sent weapons by North Korea.', {
    polarity: 'denied',
    attribution: [
      { who: 'Inland Courier', role: 'relay' },
      { who: 'Government of Russia', role: 'claimant' },
    ],
    supplier: 'KP',
    recipient: 'RU',
    item: { class: null, wording: 'weapons' },
  }),
];

export const config: CaseConfig = {
  id: 'trial',
  name: 'Trial of the report',
  parties: ['KP', 'RU'],
  period: null,
  standard: 'two-origins',
  second_reader: 'off',
  languages: ['en'],
  team: [{ name: 'A. Reader', role: 'analyst' }],
};

export function reportInput(
  these: readonly Claim[] = claims,
  those: readonly Document[] = documents,
  more: Partial<ReportInput> = {},
): ReportInput {
  const ledger = buildLedger({ documents: those.map(documentFacts), claims: these, vocabulary });
  return {
    case: config,
    findings: ledger.findings,
    claims: new Map(these.map((claim) => [claim.id, claim])),
    documents: new Map(those.map((document) => [document.id, document])),
    vocabulary,
    asOf: null,
    ledger: ledger.state,
    ...more,
  };
}
