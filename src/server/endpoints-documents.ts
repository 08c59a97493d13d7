import { z } from 'zod';
import { TallymanError } from '../core/errors.js';
import type { Document } from '../model/document.js';
import { STAGES, rejectSchema } from '../model/reject.js';
import { documentDetail as detailOf } from '../pipeline/document-detail.js';
import { shownAs, shownOriginal } from '../pipeline/shown-original.js';
import { endpoint, rawEndpoint, type Endpoint } from './endpoint.js';
import { pageOfList } from './pages.js';
import { documentDetail, documentSummary } from './wire-documents.js';
import { flag, idParams, pageOf, pageQuery, period } from './wire.js';

const ORDERS = ['published', '-published', 'title', 'publisher'] as const;

export const DOCUMENT_ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    path: '/documents',
    tag: 'documents',
    summary: 'Documents without their text, by date of publication.',
    query: z.strictObject({
      ...pageQuery,
      sort: z.enum(ORDERS).default('published'),
      publisher: z.string().max(500).optional(),
      period: period.optional(),
    }),
    reply: pageOf(documentSummary),
    handle: async (served, { query: { limit, cursor, sort, ...filter } }) => {
      const key = `documents ${JSON.stringify([sort, filter])}`;
      const list = await served.once(key, async () => {
        const all: Summary[] = [];
        for await (const document of served.open.store.documents(filter)) all.push(summaryOf(document));
        return sorted(all, sort);
      });
      return pageOfList(list, { limit, cursor }, key, ({ id }) => id);
    },
  }),
  endpoint({
    path: '/documents/{id}',
    tag: 'documents',
    summary:
      'A document: its text and blocks with what was set aside, its claims, rejects, and the custody of its bytes.',
    params: idParams,
    reply: documentDetail,
    handle: async ({ open }, { params }) => {
      const detail = await detailOf(open, params.id);
      const { media_type, size } = detail.source;
      const href = `/api/documents/${detail.document.id}/original`;
      return { ...detail, original: { href, media_type, size, shown_as: shownAs(media_type) } };
    },
  }),
  rawEndpoint({
    path: '/documents/{id}/original',
    tag: 'documents',
    summary:
      'The archived original, harmless: a page as markup in which nothing runs or is loaded, a PDF, picture or text as it is, all else to be saved; `raw=true` gives the archived bytes to be saved.',
    params: idParams,
    query: z.strictObject({ raw: flag.optional() }),
    media: [
      'text/html',
      'application/pdf',
      'text/plain',
      'image/png',
      'image/jpeg',
      'image/gif',
      'image/webp',
      'application/octet-stream',
    ],
    handle: async ({ open }, { params, query }, context) => {
      const document = await open.store.document(params.id);
      const source = document && (await open.store.source(document.source));
      if (source === null) throw new TallymanError('not-found', 'no document has this id', params.id);
      const { bytes, mediaType, as } = await shownOriginal(open, source, query.raw === true);
      return context.body(bytes, 200, {
        'content-type': mediaType,
        'content-security-policy': as === 'pdf' ? PDF_POLICY : ORIGINAL_POLICY,
        'x-frame-options': 'SAMEORIGIN',
        'cache-control': 'private, no-cache',
        ...(as === 'download' ? { 'content-disposition': `attachment; filename="${source.id}"` } : {}),
      });
    },
  }),
  endpoint({
    path: '/rejects',
    tag: 'documents',
    summary: 'What a stage could not take further, with the reason and what can be done.',
    query: z.strictObject({ ...pageQuery, stage: z.enum(STAGES).optional() }),
    reply: pageOf(rejectSchema),
    stable: false,
    handle: async ({ open }, { query: { stage, ...paging } }) =>
      pageOfList(await open.store.rejects(stage), paging, ['rejects', stage ?? null], (reject) =>
        JSON.stringify(reject),
      ),
  }),
];

/** Shown in a frame of the desk alone; no scripts, no network, no forms, an origin of its own. */
const ORIGINAL_POLICY =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";
/** Browsers show no PDF in a sandbox; their reader runs none of its scripts against the page that frames it. */
const PDF_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'; base-uri 'none'";

type Summary = z.output<typeof documentSummary>;

function summaryOf({ text, blocks: _, ...rest }: Document): Summary {
  return { ...rest, characters: text.length };
}

/** They come by date of publication; what has no date comes last. */
function sorted(all: readonly Summary[], sort: (typeof ORDERS)[number]): readonly Summary[] {
  if (sort === 'published') return all;
  if (sort === '-published') return [...all].reverse();
  const text = (summary: Summary): string => summary[sort] ?? '\uffff';
  return [...all].sort((a, b) => (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0));
}
