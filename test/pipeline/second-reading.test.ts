import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chatReader } from '../../src/claims/chat-reader.js';
import { addSources } from '../../src/pipeline/add.js';
import type { OpenCase } from '../../src/pipeline/open-case.js';
import { run, type RunReport } from '../../src/pipeline/run.js';
import { SecondOpinions, listedClaims } from '../../src/pipeline/second-opinion.js';
import {
  QUICK,
  answer,
  proposal,
  say,
  startService,
  type Asked,
  type Behaviour,
  type LocalService,
} from '../claims/chat-service.js';
import { all, caseMaker, openAlone } from './new-case.js';
import { DENIAL, SHIPS, TROOPS, writeFiles } from './sources.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
const newCase = caseMaker();
let open: OpenCase;
let service: LocalService | null = null;
let number = 0;

beforeEach(async () => {
  number++;
  const sources = join(folder, `sources-${number}`);
  mkdirSync(sources);
  open = await openAlone(newCase(join(folder, `case-${number}`)));
  writeFiles(sources, { 'ships.txt': SHIPS, 'denial.txt': DENIAL, 'troops.txt': TROOPS });
  await addSources(open, [sources], { online: false, signal: new AbortController().signal });
});
afterEach(async () => {
  await service?.close();
  service = null;
  await open.close();
});

async function runWith(behaviour: Behaviour): Promise<RunReport> {
  await service?.close();
  service = await startService(behaviour);
  return run(open, { secondReader: chatReader({ ...service, url: service.url }, QUICK) });
}

const counted = ({ stages }: RunReport): string[] =>
  stages.map(({ stage, in: taken, out, rejected }) => `${stage}: ${taken} = ${out} + ${rejected}`);

const QUOTE = 'North Korea had shipped more than 6,000 containers of artillery shells to Russia';
const containers = proposal({
  quote: QUOTE,
  claimant: 'Ministry of Defence of South Korea',
  supplier: 'North Korea',
  recipient: 'Russia',
  item: 'container',
  figure: { low: 6000, high: null, unit: 'container', wording: 'more than 6,000' },
});

/** Right on the ships, and of its own invention on the rest. */
const careless = answer(({ passage }: Asked) => [
  ...(passage.includes('containers') ? [containers] : []),
  { ...containers, quote: 'North Korea had shipped 9,000 containers' },
  'not a claim',
]);

describe('a second reader', () => {
  it('adds nothing but what the text bears, and in = out + rejected', async () => {
    expect(counted(await runWith(careless))).toEqual([
      'documents: 3 = 3 + 0',
      expect.stringMatching(/^claims: /) as string,
      'second-reader: 7 = 1 + 6',
      expect.stringMatching(/^ledger: /) as string,
    ]);
    const rejects = await open.store.rejects('second-reader');
    expect(rejects.map(({ code }) => code)).toEqual(Array(6).fill('not-borne'));
    expect(rejects.map(({ reason }) => reason.split(':')[0])).toContain('the quote is not in the text');
  });

  it('is asked once about a document, and never changes the ledger', async () => {
    await run(open);
    const before = [await open.store.ledgerState(), await all(open.store.claims())];
    await runWith(careless);
    expect([await open.store.ledgerState(), await all(open.store.claims())]).toEqual(before);
    expect(service?.asked).toHaveLength(3);
    await run(open, { secondReader: chatReader(service!, QUICK) });
    expect(service?.asked).toHaveLength(3);
  });

  it('is compared with the rules, claim by claim', async () => {
    const wrong = { ...containers, modality: 'alleged' as const };
    await runWith(answer(({ passage }) => (passage.includes('containers') ? [wrong] : [])));
    const claims = await all(listedClaims(open, open.store.claims()));
    const opinions = claims.map(({ kind, second_reader }) => [kind, second_reader?.verdict]);
    expect(opinions.map(([, verdict]) => verdict)).toContain('silent');
    const disagreements = [...(await SecondOpinions.of(open)).disagreements()];
    expect(disagreements.length).toBeGreaterThan(0);
    const pair = claims.find(({ item, second_reader }) => item?.class === 'container' && second_reader);
    expect(pair?.second_reader).toEqual({ verdict: 'differs', differs: ['modality'] });
  });

  it('that is gone leaves the run as it would be, and is asked again by the next', async () => {
    const report = await runWith((_, response) => void response.destroy());
    expect(report.stages.map(({ stage }) => stage)).toEqual([
      'documents',
      'claims',
      'second-reader',
      'ledger',
    ]);
    expect((await open.store.rejects('second-reader')).every(({ code }) => code === 'no-answer')).toBe(true);
    const claims = await all(listedClaims(open, open.store.claims()));
    expect(claims.every(({ second_reader }) => second_reader === null)).toBe(true);
    await runWith((_, response) => say(response, '{"claims":[]}'));
    expect(await open.store.rejects('second-reader')).toEqual([]);
  });
});
