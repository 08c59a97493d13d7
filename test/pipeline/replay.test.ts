import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/core/hash.js';
import { findingChangeSchema, type FindingChange } from '../../src/model/change.js';
import type { ClaimFilter, FindingFilter } from '../../src/model/store.js';
import { addSources } from '../../src/pipeline/add.js';
import { assessedFindings, yardstickOf, type AssessedFinding } from '../../src/pipeline/assessing.js';

import { CaseHistory, type KnownOn } from '../../src/pipeline/case-history.js';
import { diff } from '../../src/pipeline/diff.js';
import { judge } from '../../src/pipeline/judge.js';
import type { OpenCase } from '../../src/pipeline/open-case.js';
import { claimsAsOf, findingsAsOf } from '../../src/pipeline/record-filter.js';
import { currentReport } from '../../src/pipeline/report.js';
import { run } from '../../src/pipeline/run.js';
import { SERIES, madeDocuments } from '../cases/series.js';
import { all, caseMaker, openAlone } from './new-case.js';
import { writeFiles } from './sources.js';
import { temporaryFolder } from './temporary-folder.js';

/** The ledger as it was known, over a case of both series of public statements, with judgements made today. */

const folder = temporaryFolder();
const newCase = caseMaker();
let open: OpenCase;
let history: CaseHistory;
/** The claim that a later judgement takes out. */
let rejected: string;

beforeAll(async () => {
  const sources = join(folder, 'sources');
  mkdirSync(sources);
  open = await openAlone(newCase(join(folder, 'case'), { name: 'Flotilla' }));
  const texts = SERIES.flatMap((series) => madeDocuments(series)).map(({ name, text }) => [
    `${name}.txt`,
    text,
  ]);
  writeFiles(sources, Object.fromEntries(texts) as Record<string, string>);
  await addSources(open, [sources], { online: false, signal: new AbortController().signal });
  await run(open);
  const [claim] = await all(open.store.claims({ claimant: 'C4ADS', kind: 'capacity' }));
  rejected = claim!.id;
  const say = (verdict: 'accept' | 'reject', at: string) =>
    judge(
      open,
      rejected,
      { verdict, by: 'A. Analyst', why: 'a tonne is no shell', set: [] },
      new Date(`${at}T10:00:00Z`),
    );
  await say('accept', '2035-02-01');
  await say('reject', '2035-03-01');
  await run(open);
  history = await CaseHistory.of(open);
});
afterAll(() => open.close());

const assessed = async (filter?: FindingFilter): Promise<AssessedFinding[]> =>
  all(assessedFindings(open.store.findings(filter), await yardstickOf(open)));
const changes = (from: string, to: string | null, knownTo: KnownOn['knownTo'] = 'world') =>
  all(diff(open, { from, to, knownTo }));
const on = ({ question }: FindingChange): string =>
  [question.kind, question.supplier, question.recipient, question.item, question.unit].join(' ');

describe('the ledger as it was known', () => {
  it('is the ledger, on the last day', async () => {
    for (const knownTo of ['world', 'case'] as const) {
      const now = history.ledger({ day: null, knownTo });
      expect(now.state).toBe(await open.store.ledgerState());
      expect(canonicalJson(now.findings)).toBe(canonicalJson(await assessed()));
      expect(history.ledger({ day: '2035-12-31', knownTo })).toEqual(now);
    }
  });

  it('holds what was published by then, with the range that this supports', () => {
    const containers = (day: string) =>
      findingsAsOf(history.ledger({ day, knownTo: 'world' }), { party: 'KP', item: 'container' }).find(
        ({ question }) => question.kind === 'transfer' && question.supplier === 'KP',
      )?.range ?? null;
    expect(containers('2023-10-16')).toBe(null);
    expect(containers('2023-10-17')).toMatchObject({ low: 1000, high: null, as_of: '2023-10-16' });
    expect(containers('2024-02-24')).toMatchObject({ low: 10_000, as_of: '2024-02-23' });
    expect(containers('2024-08-31')).toMatchObject({ low: 13_000, as_of: '2024-08-27' });
  });

  it('only grows', () => {
    const days = ['2022-01-01', '2022-12-31', '2023-10-17', '2024-05-18', '2025-05-30', '2026-01-01'];
    const known = days.map((day) => [...history.ledger({ day, knownTo: 'world' }).claims.keys()]);
    known.slice(1).forEach((later, n) => {
      expect(later).toEqual(expect.arrayContaining(known[n]!));
      expect(later.length).toBeGreaterThan(known[n]!.length);
    });
  });

  it('knows nothing, to the case, of the days before its sources were obtained', () => {
    expect(history.ledger({ day: '2024-12-31', knownTo: 'case' }).findings).toEqual([]);
  });

  it('has every judgement, to the world, and to the case those made by then', () => {
    const verdict = (known: KnownOn) => history.ledger(known).claims.get(rejected)?.judgement?.verdict;
    expect(verdict({ day: '2034-12-31', knownTo: 'world' })).toBe('rejected');
    expect(verdict({ day: '2034-12-31', knownTo: 'case' })).toBe(undefined);
    expect(verdict({ day: '2035-02-01', knownTo: 'case' })).toBe('accepted');
    expect(verdict({ day: '2035-03-01', knownTo: 'case' })).toBe('rejected');
  });

  it.each<ClaimFilter & FindingFilter>([
    {},
    { party: 'IR' },
    { kind: 'capacity', item: 'artillery_shell' },
    { claimant: 'KIRBY' },
    { period: '2023' },
    { period: '../2022', party: 'RU' },
    { verdict: 'rejected' },
    { verdict: 'none', claimant: 'c4ads' },
  ])('is filtered as the store filters: %o', async (filter) => {
    const now = history.ledger({ day: null, knownTo: 'world' });
    expect(claimsAsOf(now, filter)).toEqual(await all(open.store.claims(filter)));
    expect(findingsAsOf(now, filter)).toEqual(await assessed(filter));
  });
});

describe('what changed', () => {
  it('is told finding by finding, with the sentence that did it', async () => {
    const found = await changes('2024-06-16', '2024-06-18');
    expect(found.map((change) => findingChangeSchema.parse(change))).toEqual(found);
    const containers = found.find((change) => on(change) === 'transfer KP RU container container');
    expect(containers).toMatchObject({
      change: 'changed',
      fields: ['range', 'as_of', 'leading', 'claims'],
      from: { range: { low: 10_000 } },
      to: { range: { low: 11_000 } },
      causes: [{ cause: 'came', publisher: 'Peninsula Wire', published: '2024-06-18' }],
    });
    expect(containers?.causes[0]?.quote).toMatch(/^North Korea has transferred more than 11,000 containers/);
  });

  it('names new findings, and the dispute of one that stood', async () => {
    const drones = await changes('2022-10-20', '2023-01-31');
    const orders = drones.filter((change) => on(change).startsWith('agreement'));
    expect(orders.map(({ change }) => change)).toContain('new');
    const shipped = drones.find((change) => on(change) === 'transfer IR RU drone drone');
    expect(shipped).toMatchObject({ change: 'changed' });
  });

  it('is told by the judgement, with who and why', async () => {
    const found = await changes('2035-02-15', '2035-03-02', 'case');
    const told = found.flatMap(({ causes }) => causes);
    expect(told.length).toBeGreaterThan(0);
    for (const { cause, claim, judgement } of told) {
      expect([cause, claim]).toEqual(['judged', rejected]);
      expect(judgement).toEqual({
        verdict: 'reject',
        by: 'A. Analyst',
        at: '2035-03-01T10:00:00.000Z',
        why: 'a tonne is no shell',
      });
    }
    expect(await changes('2035-02-15', '2035-03-02', 'world')).toEqual([]);
  });

  it('is nothing on one day, and an error backwards', async () => {
    expect(await changes('2024-06-30', '2024-06-30')).toEqual([]);
    await expect(changes('2024-06-30', '2024-06-29')).rejects.toMatchObject({ code: 'usage' });
  });
});

describe('the report', () => {
  it('of an earlier day is of what was known then, with its ranges and sources', async () => {
    const { report, documents } = await currentReport(open, { asOf: '2024-02-27' });
    const text = JSON.stringify(report);
    expect(text).toContain('10,000');
    expect(text).not.toContain('13,000');
    expect(report.as_of).toBe('2024-02-27');
    for (const { published } of documents.values()) expect(published!.edtf <= '2024-02-27').toBe(true);
    const { columns, rows: ranges } = report.annexes.find(({ title }) => title.startsWith('Findings'))!;
    const dispute = columns.indexOf('In dispute');
    // More than 10,000 since September, against about 6,700 so far, said three days later.
    expect(ranges.some((row) => row[2] === '6,030' && row[dispute]?.includes('stands against'))).toBe(true);
  });

  it('annexes what changed since the last edition, each row with its quotes', async () => {
    const { report } = await currentReport(open, { asOf: '2024-06-30', since: '2024-05-01' });
    const annex = report.annexes.find(({ title }) => title === 'What changed since 1 May 2024')!;
    expect(annex.rows.length).toBeGreaterThan(0);
    annex.rows.forEach((row, n) => {
      expect(row).toHaveLength(annex.columns.length);
      expect(annex.citations[n]?.length).toBeGreaterThan(0);
    });
    const containers = annex.rows.find((row) => row[1]?.includes('ontainers') && row[2] !== 'new');
    expect(containers?.at(-1)).toMatch(/new statement by .*State Department.* \(17 June 2024\)/);
    // The standing before and after is by the standard that is asked for.
    const official = await currentReport(open, {
      asOf: '2024-06-30',
      since: '2024-05-01',
      standard: 'one-official',
    });
    const standings = ({ rows }: typeof annex): string[] => rows.map((row) => `${row[3]} -> ${row[4]}`);
    expect(standings(official.report.annexes[0]!)).not.toEqual(standings(annex));
    await expect(currentReport(open, { asOf: '2024-05-01', since: '2024-06-30' })).rejects.toMatchObject({
      code: 'usage',
    });
  });
});
