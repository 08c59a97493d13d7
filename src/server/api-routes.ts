import { Hono } from 'hono';
import type { Document } from '../model/document.js';
import { assessedBy, yardstickKeeper } from '../pipeline/assessing.js';
import { partyInFindings } from '../pipeline/entities.js';
import type { OpenCase } from '../pipeline/open-case.js';
import { partyName } from '../pipeline/party-name.js';
import { wholeFinding } from '../pipeline/printed-finding.js';
import { currentReport } from '../pipeline/report.js';
import { listedClaims } from '../pipeline/second-opinion.js';
import { printedShown, show } from '../pipeline/show.js';
import { claimsQuery, documentsQuery, findingsQuery, noQuery, readQuery, rejectsQuery } from './queries.js';

/** The case as JSON; lists come a page at a time, as `{ "items": […], "next": offset or null }`. */
export function apiRoutes(open: OpenCase): Hono {
  const { store, folder } = open;
  const yardstick = yardstickKeeper(open);
  const api = new Hono();

  api.get('/case', async (context) => {
    readQuery(noQuery, context.req.query());
    const { name, parties, period, languages } = folder.config;
    return context.json({ name, parties, period, languages, counts: await store.counts() });
  });

  api.get('/claims', async (context) => {
    const { limit, offset, ...filter } = readQuery(claimsQuery, context.req.query());
    const claims = listedClaims(open, store.claims(withParty(open, filter)));
    return context.json(await pageOf(claims, limit, offset));
  });

  api.get('/findings', async (context) => {
    const { limit, offset, ...filter } = readQuery(findingsQuery, context.req.query());
    const { party } = filter;
    const named = party === undefined ? filter : { ...filter, party: await partyInFindings(open, party) };
    const { items, next } = await pageOf(store.findings(named), limit, offset);
    const by = await yardstick();
    return context.json({ items: items.map((each) => wholeFinding(assessedBy(each, by))), next });
  });

  api.get('/documents', async (context) => {
    const { limit, offset, ...filter } = readQuery(documentsQuery, context.req.query());
    const { items, next } = await pageOf(store.documents(filter), limit, offset);
    return context.json({ items: items.map(withoutText), next });
  });

  api.get('/rejects', async (context) => {
    const { limit, offset, stage } = readQuery(rejectsQuery, context.req.query());
    const rejects = await store.rejects(stage);
    const end = offset + limit;
    return context.json({ items: rejects.slice(offset, end), next: end < rejects.length ? end : null });
  });

  api.get('/report', async (context) => {
    readQuery(noQuery, context.req.query());
    return context.json((await currentReport(open)).report);
  });

  for (const kind of ['claims', 'findings', 'documents'] as const) {
    api.get(`/${kind}/:id`, async (context) => {
      readQuery(noQuery, context.req.query());
      return context.json(printedShown(await show(open, context.req.param('id'))));
    });
  }
  return api;
}

const withParty = <T extends { party?: string | undefined }>(open: OpenCase, filter: T): T =>
  filter.party === undefined ? filter : { ...filter, party: partyName(filter.party, open.vocabulary()) };

/** The text and its blocks come with the single document. */
function withoutText({ text, blocks: _, ...rest }: Document): object {
  return { ...rest, characters: text.length };
}

async function pageOf<T>(
  all: AsyncIterable<T>,
  limit: number,
  offset: number,
): Promise<{ items: T[]; next: number | null }> {
  const items: T[] = [];
  let position = 0;
  for await (const item of all) {
    if (position >= offset + limit) return { items, next: position };
    if (position >= offset) items.push(item);
    position++;
  }
  return { items, next: null };
}
