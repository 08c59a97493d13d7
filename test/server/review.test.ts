import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/model/claim.js';
import { DENIAL, SHIPS, TROOPS, shipment } from '../pipeline/sources.js';
import { servedCase } from './served-case.js';

/** What analysts do over HTTP, and what the ledger is after it. */

const files = {
  'ships.txt': SHIPS,
  'denial.txt': DENIAL,
  'troops.txt': TROOPS,
  'a.txt': shipment(1),
  'b.txt': shipment(2),
};
const api = servedCase(files);

interface List<T> {
  items: T[];
  total: number;
}
interface Evidence {
  claim: Claim;
  quote: string;
}

const by = { by: 'A. Analyst', why: 'compared with the release' };
const claims = async (query = ''): Promise<Evidence[]> =>
  (await api.json<List<Evidence>>(`/api/claims${query}`)).items;
const claimOf = async (item: string): Promise<Claim> => (await claims(`?item=${item}`))[0]!.claim;
const posted = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
  const response = await api.send('POST', path, body, headers);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }): unknown[] => [
  status,
  body['type'],
];

describe('a judgement', () => {
  it('stands in the ledger when the answer comes, changes the tags, and can be undone exactly', async () => {
    const { id } = await claimOf('troops');
    const before = await api.json<List<{ id: string }>>('/api/findings?item=troops');
    const tag = (await api.get('/api/findings')).headers.get('etag') ?? '';
    const state = (await api.json<{ ledger: { state: string } }>('/api/case')).ledger.state;
    const rejected = await posted('/api/judgements', { claim: id, verdict: 'reject', ...by, after: null });
    expect(rejected).toMatchObject({
      status: 201,
      body: { judgement: { verdict: 'reject', by: 'A. Analyst' }, ledger: { stale: false } },
    });
    expect(await claims('?item=troops')).toEqual([]);
    expect((await api.json<List<unknown>>('/api/findings?item=troops')).total).toBe(0);
    expect((await api.get('/api/findings', { 'if-none-match': tag })).status).toBe(200);
    const judgement = (rejected.body['judgement'] as { id: string }).id;
    expect(await posted(`/api/judgements/${judgement}/undo`, by)).toMatchObject({
      status: 201,
      body: { taken_back: judgement, ledger: { state, stale: false } },
    });
    expect(await api.json('/api/findings?item=troops')).toEqual(before);
    expect(await api.json<List<{ status: string }>>('/api/judgements')).toMatchObject({
      total: 2,
      items: [{ status: 'taken-back' }, { status: 'undo' }],
    });
  });

  it('edits field by field, and is refused where the claim was judged meanwhile', async () => {
    const { id } = await claimOf('container');
    const edit = {
      claim: id,
      verdict: 'edit',
      ...by,
      set: { 'quantity.low': 7000, 'quantity.qualifier': null },
    };
    const edited = await posted('/api/judgements', { ...edit, after: null });
    expect(edited).toMatchObject({
      status: 201,
      body: { claim: { quantity: { low: 7000 }, judgement: { verdict: 'edited' } } },
    });
    expect(codeOf(await posted('/api/judgements', { ...edit, after: null }))).toEqual([
      409,
      'tallyman:outdated',
    ]);
    const last = (edited.body['judgement'] as { id: string }).id;
    expect((await posted('/api/judgements', { claim: id, verdict: 'undo', ...by, after: last })).status).toBe(
      201,
    );
    expect((await claimOf('container')).quantity?.low).toBe(6000);
  });

  it.each([
    [{ verdict: 'accept', by: '', why: 'x' }, 400, 'tallyman:usage'],
    [{ verdict: 'accept', by: 'A', why: 'x', colour: 'grey' }, 400, 'tallyman:usage'],
    [{ verdict: 'edit', by: 'A', why: 'x', set: { id: 'c-1' } }, 400, 'tallyman:usage'],
    [{ verdict: 'edit', by: 'A', why: 'x', set: { 'quantity.low': 'many' } }, 400, 'tallyman:usage'],
    [{ verdict: 'undo', by: 'A', why: 'x' }, 400, 'tallyman:usage'],
  ])('%j is refused', async (body, status, type) => {
    const { id } = await claimOf('troops');
    expect(codeOf(await posted('/api/judgements', { claim: id, ...body }))).toEqual([status, type]);
  });

  it('of a claim that is not there, or with a body that is none', async () => {
    expect(codeOf(await posted('/api/judgements', { claim: 'c-none', verdict: 'accept', ...by }))).toEqual([
      404,
      'tallyman:not-found',
    ]);
    expect(codeOf(await posted('/api/judgements', '{"claim":'))).toEqual([400, 'tallyman:usage']);
    expect(codeOf(await posted('/api/judgements', { why: 'x'.repeat(2_000_000) }))).toEqual([
      413,
      'tallyman:too-large',
    ]);
  });

  it('is made once for one Idempotency-Key', async () => {
    const { id } = await claimOf('troops');
    const made = async (): Promise<number> =>
      (await api.json<{ judgements: unknown[] }>(`/api/claims/${id}`)).judgements.length;
    const before = await made();
    const body = { claim: id, verdict: 'accept', ...by };
    const first = await posted('/api/judgements', body, { 'idempotency-key': 'k-1' });
    expect(await posted('/api/judgements', body, { 'idempotency-key': 'k-1' })).toEqual(first);
    expect(
      codeOf(await posted('/api/judgements', { ...body, why: 'other' }, { 'idempotency-key': 'k-1' })),
    ).toEqual([400, 'tallyman:usage']);
    expect(await made()).toBe(before + 1);
    await posted('/api/judgements', { claim: id, verdict: 'undo', ...by });
  });

  it('on every claim of a rule, of which the reviewer has seen how many there are', async () => {
    const rule = { item: 'artillery_shell', polarity: 'affirmed' };
    const { total } = await api.json<List<unknown>>('/api/claims?item=artillery_shell&polarity=affirmed');
    expect(total).toBeGreaterThan(1);
    const request = { rule, verdict: 'accept', ...by };
    expect(codeOf(await posted('/api/judgements/by-rule', { ...request, expect: total + 1 }))).toEqual([
      409,
      'tallyman:outdated',
    ]);
    const made = await posted('/api/judgements/by-rule', { ...request, expect: total });
    expect(made.body['judgements']).toHaveLength(total);
    expect((await api.json<List<unknown>>('/api/claims?judged=accepted')).total).toBe(total);
    for (const id of made.body['judgements'] as string[]) await posted(`/api/judgements/${id}/undo`, by);
    expect((await api.json<List<unknown>>('/api/claims?judged=accepted')).total).toBe(0);
  });

  it('of two people of different minds is a conflict', async () => {
    const { id } = await claimOf('troops');
    await posted('/api/judgements', { claim: id, verdict: 'accept', by: 'A. Analyst', why: 'seen' });
    expect((await api.json<List<unknown>>('/api/conflicts')).total).toBe(0);
    await posted('/api/judgements', {
      claim: id,
      verdict: 'edit',
      by: 'B. Reviewer',
      why: 'about',
      set: { 'quantity.low': null },
    });
    const { items } = await api.json<List<{ claim: Claim; judgements: unknown[] }>>('/api/conflicts');
    expect(items).toMatchObject([
      { claim: { id }, judgements: [{ by: 'A. Analyst' }, { by: 'B. Reviewer' }] },
    ]);
    for (let n = 0; n < 2; n++) await posted('/api/judgements', { claim: id, verdict: 'undo', ...by });
  });
});

describe('the queue', () => {
  it('has every claim that nobody has judged, the weightiest first, until somebody does', async () => {
    const { items, total } =
      await api.json<List<{ claim: Claim; weight: number; why: string[] }>>('/api/queue');
    expect(total).toBe((await api.json<List<unknown>>('/api/claims')).total);
    expect(items.map(({ weight }) => weight)).toEqual(
      items.map(({ weight }) => weight).sort((a, b) => b - a),
    );
    const first = items[0]!;
    expect(first.why[0]).toBe('leads the range of a finding');
    await posted('/api/judgements', { claim: first.claim.id, verdict: 'accept', ...by });
    expect(
      (await api.json<List<{ claim: Claim }>>('/api/queue')).items.map(({ claim }) => claim.id),
    ).not.toContain(first.claim.id);
    await posted('/api/judgements', { claim: first.claim.id, verdict: 'undo', ...by });
  });
});

describe('a claim made by hand', () => {
  it('stands on whole sentences among the claims of its document, in the ledger, with who made it', async () => {
    const { claim: near } = (await claims('?item=container'))[0]!;
    const { document } = await api.json<{ document: { text: string } }>(`/api/documents/${near.doc}`);
    const at = document.text.indexOf('busy since');
    const made = await posted('/api/claims', {
      document: near.doc,
      span: [at, at + 4],
      kind: 'movement',
      ...by,
      set: {
        'route.origin': 'the northern port',
        claimant: 'Harbour Master',
        'quantity.low': '12',
        'quantity.unit': 'vessel',
      },
    });
    expect(made).toMatchObject({
      status: 201,
      body: {
        claim: { kind: 'movement', extractor: 'by-hand', quantity: { low: 12 } },
        ledger: { stale: false },
      },
    });
    const { id } = made.body['claim'] as Claim;
    const shown = await api.json<Evidence & { made: unknown; findings: unknown[] }>(`/api/claims/${id}`);
    expect(shown.quote).toBe('The port has been busy since the winter.');
    expect(shown.made).toMatchObject({ by: 'A. Analyst', why: by.why });
    expect(shown.findings).toHaveLength(1);
    expect(shown.claim.attribution).toMatchObject([
      { who: null, role: 'relay' },
      { who: 'Harbour Master', role: 'claimant' },
    ]);
    const counts = (await api.json<{ counts: { claims: number } }>('/api/case')).counts.claims;
    expect(counts).toBe((await api.json<List<unknown>>('/api/claims')).total);
    // Rejecting it takes it back.
    await posted('/api/judgements', { claim: id, verdict: 'reject', ...by });
    expect((await claims()).map(({ claim }) => claim.id)).not.toContain(id);
  });

  it.each([
    [[5_000_000, 5_000_004], 'tallyman:usage'],
    [[10, 10], 'tallyman:usage'],
    // The header lines are no narration.
    [[2, 4], 'tallyman:usage'],
  ])('of words at %j is refused', async (span, type) => {
    const { doc } = await claimOf('container');
    expect((await posted('/api/claims', { document: doc, span, kind: 'transfer', ...by })).body['type']).toBe(
      type,
    );
  });
});

describe('a judgement on entities', () => {
  it('merges two, in the ledger when the answer comes, and is undone exactly', async () => {
    const speakers = (
      await api.json<List<{ name: string; id: string; sort: string }>>('/api/entities?search=ministry')
    ).items;
    const [stands, other] = speakers.filter(({ sort }) => sort === 'party');
    const before = await api.json('/api/findings');
    const merged = await posted('/api/entity-judgements', {
      verdict: 'merge',
      entity: stands!.id,
      other: other!.id,
      ...by,
    });
    expect(merged).toMatchObject({
      status: 201,
      body: { judgement: { verdict: 'merge' }, ledger: { stale: false } },
    });
    expect((await api.json<List<{ id: string }>>('/api/entities')).items.map(({ id }) => id)).not.toContain(
      other!.id,
    );
    const { id } = merged.body['judgement'] as { id: string };
    expect((await posted(`/api/judgements/${id}/undo`, by)).status).toBe(201);
    expect(await api.json('/api/findings')).toEqual(before);
  });

  it('needs what its verdict needs', async () => {
    expect(codeOf(await posted('/api/entity-judgements', { verdict: 'merge', entity: 'RU', ...by }))).toEqual(
      [400, 'tallyman:usage'],
    );
    expect(
      codeOf(
        await posted('/api/entity-judgements', { verdict: 'merge', entity: 'nobody', other: 'RU', ...by }),
      ),
    ).toEqual([404, 'tallyman:not-found']);
    expect(
      codeOf(
        await posted('/api/entity-judgements', {
          verdict: 'distinct',
          entity: 'RU',
          other: 'KP',
          names: ['x'],
          ...by,
        }),
      ),
    ).toEqual([400, 'tallyman:usage']);
  });
});

describe('a page of another site', () => {
  it.each([
    [{ origin: 'https://example.org' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'content-type': 'text/plain' }, 415],
    [{ 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ])('with %j changes nothing', async (headers, status) => {
    const { id } = await claimOf('troops');
    const response = await api.send(
      'POST',
      '/api/judgements',
      { claim: id, verdict: 'reject', ...by },
      headers,
    );
    expect(response.status).toBe(status);
    expect(await claims('?item=troops')).toHaveLength(1);
  });

  it('and one of this server does', async () => {
    const { id } = await claimOf('troops');
    const own = { origin: 'http://127.0.0.1:4780', 'sec-fetch-site': 'same-origin' };
    expect(
      (await api.send('POST', '/api/judgements', { claim: id, verdict: 'accept', ...by }, own)).status,
    ).toBe(201);
    await posted('/api/judgements', { claim: id, verdict: 'undo', ...by });
  });
});

describe('search', () => {
  it('finds what has all words, the last of them begun, with where they stand', async () => {
    const found = await api.json<{
      claims: { items: (Evidence & { highlights: [number, number][] })[]; total: number };
      passages: { items: { text: string; highlights: [number, number][]; span: [number, number] }[] };
    }>('/api/search?q=CONTAINER%20artill');
    expect(found.claims.total).toBe(1);
    const [claim] = found.claims.items;
    expect(claim!.highlights.map(([start, end]) => claim!.quote.slice(start, end))).toEqual([
      'containers',
      'artillery',
    ]);
    const [passage] = found.passages.items;
    expect(passage!.highlights.map(([start, end]) => passage!.text.slice(start, end))).toEqual([
      'containers',
      'artillery',
    ]);
    expect(
      (await api.json<{ claims: { total: number } }>('/api/search?q=CONTAINER%20artill%20')).claims.total,
    ).toBe(1);
    expect(
      (await api.json<{ claims: { total: number } }>('/api/search?q=container%20nowhere')).claims.total,
    ).toBe(0);
    expect((await api.json<{ claims: { total: number } }>("/api/search?q='%26%7C!%5C:*(")).claims.total).toBe(
      0,
    );
  });
});
