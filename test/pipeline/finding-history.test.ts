import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSources } from '../../src/pipeline/add.js';
import { CaseHistory } from '../../src/pipeline/case-history.js';
import { findingHistory } from '../../src/pipeline/finding-history.js';
import type { OpenCase } from '../../src/pipeline/open-case.js';
import { run } from '../../src/pipeline/run.js';
import { all, caseMaker, openAlone } from './new-case.js';
import { DENIAL, SHIPS, TROOPS, shipment, writeFiles } from './sources.js';
import { temporaryFolder } from './temporary-folder.js';

/** The history of one finding against the ledger of the whole case, as it was known on each day. */

const makeCase = caseMaker();
const folder = temporaryFolder();
let open: OpenCase;

beforeAll(async () => {
  const files = { 'ships.txt': SHIPS, 'denial.txt': DENIAL, 'troops.txt': TROOPS };
  const shipments = Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`${n}.txt`, shipment(n)]));
  // The same words on another page a week later: an echo.
  const echo = shipment(2).replace('Harbour Post', 'Fjord Gazette').replace('2024-06-03', '2024-06-10');
  writeFiles(join(folder, 'in'), { ...files, ...shipments, 'echo.txt': echo });
  open = await openAlone(makeCase(join(folder, 'case')));
  await addSources(open, [join(folder, 'in')], { online: false, signal: new AbortController().signal });
  await run(open);
}, 300_000);
afterAll(() => open.close());

describe('the history of a finding', () => {
  it('is what the ledger of the whole case was on each of its days, and ends with what it is', async () => {
    const history = await CaseHistory.of(open);
    const findings = await all(open.store.findings());
    expect(findings.length).toBeGreaterThan(2);
    for (const finding of findings) {
      const points = await findingHistory(open, finding.id);
      for (const { day, range, origins, claims, dispute, denied_by } of points) {
        const then = history.ledger({ day, knownTo: 'world' }).findings.find(({ id }) => id === finding.id);
        expect({ day, range, origins, claims, dispute, denied_by }).toEqual({
          day,
          range: then!.range && { low: then!.range.low, high: then!.range.high },
          origins: then!.origins,
          claims: then!.claims.length,
          dispute: then!.dispute,
          denied_by: then!.denied_by,
        });
      }
      expect(points.at(-1)).toMatchObject({ claims: finding.claims.length, origins: finding.origins });
      // Every claim came on one of the days.
      expect(points.flatMap(({ came }) => came.map(({ claim }) => claim)).sort()).toEqual(
        finding.claims.map(({ claim }) => claim).sort(),
      );
    }
  });
});
