import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { composeReport } from '../../src/report/compose-report.js';
import { renderPdf } from '../../src/report/render-pdf.js';
import { law } from '../law/law.js';
import { openPdf, pdfText } from './printed-pdf.js';
import { claims, config, documents, page, reportInput, said } from './case.js';

const report = composeReport(reportInput(claims, documents, { law: { law, standard: null } }));
const bytes = renderPdf(report);
describe('a report as PDF', () => {
  it('has the same bytes for the same report', () => {
    expect(renderPdf(report).equals(bytes)).toBe(true);
  });

  it('can be searched: sentences, paragraph numbers and notes with claimant, publisher, date, place and hash', async () => {
    const text = await pdfText(await openPdf(bytes));
    expect(text).toContain('transferred more than 4,200 containers to Russia since August 2023.');
    const [gazette] = documents;
    expect(text).toMatch(
      new RegExp(
        `White House, in Harbour Gazette, 3 February 2024, paragraph 1\\. SHA-256 ${gazette?.source.slice(0, 12)}`,
      ),
    );
    expect(text).toContain(gazette?.source);
  });

  it('has a title, bookmarks for sections, questions and annexes, and tags', async () => {
    const pdf = await openPdf(bytes);
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: 'Trial of the report' });
    const outline = await pdf.getOutline();
    const titles = outline.map(({ title }) => title);
    expect(titles).toEqual(
      expect.arrayContaining(['Summary', 'Mandate and method', 'Provisions engaged', 'Annex I. Voyages']),
    );
    expect(outline.flatMap(({ items }) => items.map(({ title }) => title))).toContain('Containers');
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
  });

  it('brief: two pages at most', async () => {
    const brief = composeReport(
      reportInput(claims, documents, { template: 'brief', standard: 'one-official' }),
    );
    expect((await openPdf(renderPdf(brief))).numPages).toBeLessThanOrEqual(2);
  });

  it('takes no text of a source for markup', async () => {
    const sly = '#panic("x") *bold* $x^2$ <label> @ref `raw` \\u{41} /* gone */ // gone ]';
    const forged = page(sly, sly, '2024-01-01', [`Russia sent 99 crates. ${sly}`]);
    const one = said(forged, 0, `Russia sent 99 crates. ${sly}`, {
      attribution: [{ who: sly, role: 'claimant' }],
      supplier: 'RU',
      recipient: 'KP',
      item: { class: null, wording: 'crates #pagebreak()' },
    });
    const hostile = composeReport(reportInput([one], [forged], { case: { ...config, name: `Case ${sly}` } }));
    const text = await pdfText(await openPdf(renderPdf(hostile)));
    expect(text).toContain('#panic("x")');
    expect(text).toContain('/* gone */');
    expect(text).toContain('crates #pagebreak()');
  });

  it.skipIf(spawnSync('pdffonts', ['-v']).error !== undefined)('has every font embedded', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tallyman-pdf-'));
    try {
      writeFileSync(join(folder, 'r.pdf'), bytes);
      const { stdout } = spawnSync('pdffonts', [join(folder, 'r.pdf')], { encoding: 'utf8' });
      const fonts = stdout.trim().split('\n').slice(2);
      expect(fonts.length).toBeGreaterThan(1);
      for (const font of fonts) expect(font).toMatch(/Source(?:Serif4|Sans3)-\w+ +\S.* yes yes yes /);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
