import { Hono } from 'hono';
import { TallymanError } from '../core/errors.js';
import type { OpenCase } from '../pipeline/open-case.js';
import { reportPage } from '../pipeline/report.js';
import { show } from '../pipeline/show.js';
import { documentPage } from './document-page.js';
import { documentsPage } from './documents-page.js';
import { STYLE } from './style.js';

/**
 * Pages for people that need no script: the report, the documents with their claims marked, and the originals to download.
 * @param first whether the report is the first page, as no desk was built
 */
export function pageRoutes(open: OpenCase, first: boolean): Hono {
  const pages = new Hono();

  for (const path of first ? ['/', '/report'] : ['/report'])
    pages.get(path, async (context) => {
      const { html, policy } = await reportPage(open);
      context.header('content-security-policy', policy);
      return context.html(html);
    });

  pages.get('/documents', async (context) => {
    const documents = [];
    for await (const document of open.store.documents()) documents.push(document);
    return context.html(documentsPage(open.folder.config.name, documents));
  });

  pages.get('/documents/:id', async (context) => {
    const shown = await show(open, context.req.param('id'));
    if (shown.type !== 'document') throw new TallymanError('not-found', 'no such document', context.req.path);
    return context.html(documentPage(shown));
  });

  pages.get('/claims/:id', async (context) => {
    const shown = await show(open, context.req.param('id'));
    if (shown.type !== 'claim') throw new TallymanError('not-found', 'no such claim', context.req.path);
    return context.redirect(`/documents/${shown.document.id}#${shown.claim.id}`);
  });

  pages.get('/originals/:id', async (context) => {
    const source = await open.store.source(context.req.param('id'));
    if (source === null) throw new TallymanError('not-found', 'no such source', context.req.path);
    const bytes = await open.originals.read(source.id);
    // Never shown by the browser: a source is somebody else's page, and would act as one of ours.
    return context.body(new Uint8Array(bytes), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${source.id}"`,
      'content-security-policy': "sandbox; default-src 'none'",
    });
  });

  pages.get('/style.css', (context) =>
    context.body(STYLE, 200, { 'content-type': 'text/css; charset=utf-8' }),
  );
  return pages;
}
