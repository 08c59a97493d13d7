import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { composeReport } from '../../src/report/compose-report.js';
import { renderDocx } from '../../src/report/render-docx.js';
import { claims, config, documents, page, reportInput, said } from './case.js';
import { openPdf, pdfText } from './printed-pdf.js';

const report = composeReport(reportInput(claims, documents));
const bytes = await renderDocx(report);
const html = (content: Buffer): Promise<string> =>
  mammoth.convertToHtml({ buffer: content }).then(({ value }) => value);

describe('a report as a Word document', () => {
  it('has the same bytes for the same report', async () => {
    expect((await renderDocx(report)).equals(bytes)).toBe(true);
  });

  it('has headings, numbered paragraphs, tables and real footnotes', async () => {
    const text = await html(bytes);
    for (const title of ['Summary', 'Mandate and method', 'Annex I. Voyages'])
      expect(text).toMatch(new RegExp(`<h1>.*${title}</h1>`));
    expect(text).toMatch(/<h2>Containers<\/h2>/);
    expect(text).toMatch(/href="#footnote-1"/);
    const [gazette] = documents;
    expect(text).toMatch(
      new RegExp(
        `<li id="footnote-\\d+">.*White House, in Harbour Gazette, 3 February 2024, paragraph 1\\. +SHA-256 ${gazette?.source.slice(0, 12)}`,
      ),
    );
    expect(text).toContain(`<td><p>${gazette?.source}</p></td>`);
  });

  it('takes no text of a source for markup', async () => {
    const sly = '<w:p/> & ]]> {PAGE} \u0007';
    const forged = page(sly, sly, '2024-01-01', [`Russia sent 99 crates. ${sly}`]);
    const one = said(forged, 0, `Russia sent 99 crates. ${sly}`, {
      attribution: [{ who: sly, role: 'claimant' }],
      supplier: 'RU',
      recipient: 'KP',
      item: { class: null, wording: 'crates <b>' },
    });
    const made = composeReport(reportInput([one], [forged], { case: { ...config, name: `Case ${sly}` } }));
    expect(await html(await renderDocx(made))).toContain('&lt;w:p/&gt; &amp; ]]&gt; {PAGE}');
  });

  it.skipIf(spawnSync('soffice', ['--version']).error !== undefined)(
    'opens in LibreOffice, its notes at the foot of the page',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'tallyman-docx-'));
      try {
        writeFileSync(join(folder, 'r.docx'), bytes);
        const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
        spawnSync('soffice', [
          profile,
          '--headless',
          '--convert-to',
          'pdf',
          '--outdir',
          folder,
          join(folder, 'r.docx'),
        ]);
        const text = await pdfText(await openPdf(readFileSync(join(folder, 'r.pdf'))));
        expect(text).toContain('more than 4,200 containers');
        expect(text).toMatch(/White House, in Harbour Gazette, 3 February 2024, paragraph 1\./);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    120_000,
  );
});
