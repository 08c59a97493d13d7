import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addSources } from '../../src/pipeline/add.js';
import { annotatedClaims, annotatedDocument, documentNames } from '../../src/pipeline/annotated-folder.js';
import { exportGold } from '../../src/pipeline/gold-export.js';
import { judge } from '../../src/pipeline/judge.js';
import type { OpenCase } from '../../src/pipeline/open-case.js';
import { reconcileFolder } from '../../src/pipeline/reconcile-folder.js';
import { run } from '../../src/pipeline/run.js';
import { all, caseMaker, openAlone } from './new-case.js';
import { SHIPS, writeFiles } from './sources.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
const newCase = caseMaker();
let open: OpenCase;

const PAGE = `<!doctype html><html><head><title>Drones for the Nile</title>
<meta property="article:published_time" content="2024-03-05"><meta property="og:site_name" content="Delta Courier"></head>
<body><nav><a href="/">Home</a> <a href="/a">Iran sent 900 tanks to Sudan, he said</a></nav>
<article><h1>Drones for the Nile</h1>
<p>Iran has delivered 40 drones to Sudan since January 2024, the panel of experts said.</p>
<p>It also sent 12 launchers &amp; about 3,000 rockets, the panel added.</p>
<p>The panel did not say how the drones had been paid for, and none of the officials who were asked would comment.</p></article></body></html>`;

beforeAll(async () => {
  open = await openAlone(newCase(join(folder, 'case')));
  const sources = writeFiles(join(folder, 'sources'), {
    'nile page.html': PAGE,
    'ships.txt': `\ufeff${SHIPS.replaceAll('\n', '\r\n')}`,
    'nothing.txt':
      'title: Weather\npublished: 2024-01-02\n\nIt rained all day in the hills above the town.\n',
  });
  await addSources(open, [sources], { online: false, signal: new AbortController().signal });
  await run(open);
}, 120_000);
afterAll(() => open.close());

const judged = (id: string, verdict: 'accept' | 'reject') =>
  judge(open, id, { verdict, by: 'A. Analyst', why: 'read it', set: [] }, new Date());

it('leaves out what is not fully judged, and says so', async () => {
  const documents = await exportGold(open, join(folder, 'none'), { all: false });
  expect(documents.map(({ judged: n, written }) => [n, written])).toEqual([
    [0, false],
    [0, false],
    [0, false],
  ]);
  expect(readdirSync(join(folder, 'none'))).toEqual([]);
});

it('writes what was judged so that it reads as the same article, without the rejected claims', async () => {
  const dir = join(folder, 'gold');
  const page = (await all(open.store.documents())).find(({ title }) => title === 'Drones for the Nile');
  const claims = await all(open.store.claims({ document: page?.id }));
  expect(claims.length).toBeGreaterThan(1);
  for (const [n, claim] of claims.entries()) await judged(claim.id, n === 0 ? 'reject' : 'accept');
  const documents = await exportGold(open, dir, { all: false });
  const written = documents.filter((document) => document.written);
  expect(written).toMatchObject([
    { title: 'Drones for the Nile', claims: claims.length, judged: claims.length },
  ]);
  const [name = ''] = await documentNames(dir);
  expect(name).toBe(`nile-page-${page?.source.slice(0, 8)}`);

  const document = await annotatedDocument(dir, name);
  expect(document).toMatchObject({
    title: 'Drones for the Nile',
    publisher: 'Delta Courier',
    published: { edtf: '2024-03-05', how: 'header' },
  });
  expect(document.text).not.toContain('900 tanks');
  const annotated = await annotatedClaims(dir, document);
  expect(annotated.map(({ span }) => document.text.slice(...span))).toEqual(
    claims.slice(1).map(({ span }) => page?.text.slice(...span)),
  );
  expect(annotated.map(({ item, supplier }) => [item, supplier])).toEqual(
    claims.slice(1).map(({ item, supplier }) => [item, supplier]),
  );
  expect((await reconcileFolder(dir)).length).toBeGreaterThan(0);
});

it('takes all where asked, each with its words in place, and is the same when repeated', async () => {
  const dir = join(folder, 'everything');
  await exportGold(open, dir, { all: true });
  const files = (): string[] => readdirSync(dir).map((file) => readFileSync(join(dir, file), 'utf8'));
  const first = files();
  expect(readdirSync(dir)).toHaveLength(6);
  const names = await documentNames(dir);
  for (const name of names) {
    const document = await annotatedDocument(dir, name);
    for (const claim of await annotatedClaims(dir, document))
      expect(document.text.slice(...claim.span)).toContain(claim.quantity?.wording ?? '');
  }
  await exportGold(open, dir, { all: true });
  expect(files()).toEqual(first);
});
