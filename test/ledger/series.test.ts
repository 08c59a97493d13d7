import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wholeFinding } from '../../src/ledger/printed-finding.js';
import { reconcileFolder } from '../../src/pipeline/reconcile-folder.js';
import { SERIES, expectedFindings, madeDocuments, seriesFolder, wanted, written } from '../cases/series.js';

/** Public statements on one flow over years, and what they support together, written by hand before the ledger ran. */
describe.each(SERIES)('the %s', (series) => {
  it('is what its documents.yaml says (`npx jiti test/cases/generate.ts`)', () => {
    for (const { name, text, claims } of madeDocuments(series)) {
      expect(readFileSync(`${seriesFolder(series)}${name}.txt`, 'utf8')).toBe(text);
      const lines = readFileSync(`${seriesFolder(series)}${name}.jsonl`, 'utf8')
        .trimEnd()
        .split('\n');
      expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(claims);
    }
  });

  it('takes the words of its figures and goods from the sentence', () => {
    for (const { text, claims } of madeDocuments(series)) {
      for (const { span, quantity, item } of claims) {
        const sentence = text.slice(...span);
        expect(sentence).toMatch(/\.$/);
        expect(sentence).toContain(quantity?.wording ?? '');
        expect(sentence).toContain(item?.wording ?? '');
      }
    }
  });

  it('gives the expected findings: every echo, every pair, every range', async () => {
    const findings = (await reconcileFolder(seriesFolder(series))).map(wholeFinding);
    const byQuestion = (list: readonly object[]): object[] =>
      [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    expect(byQuestion(findings.map(written))).toEqual(byQuestion(expectedFindings(series).map(wanted)));
  });

  it('has a reason for every pair', async () => {
    for (const finding of await reconcileFolder(seriesFolder(series)))
      for (const { why } of wholeFinding(finding).pairs) expect(why).not.toBe('');
    for (const { pairs, claims, echoes } of expectedFindings(series)) {
      const own = claims.length - Object.keys(echoes).length;
      expect(pairs).toHaveLength((own * (own - 1)) / 2);
    }
  });
});
