import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeReport } from '../../src/report/compose-report.js';
import { renderHtml } from '../../src/report/render-html.js';
import { claims, documents, page, reportInput, said } from './case.js';
import { domOf } from './dom.js';

const html = renderHtml(composeReport(reportInput()), documents);
const view = domOf;

describe('the page', () => {
  it('is the same for the same case', () => {
    expect(renderHtml(composeReport(reportInput([...claims].reverse())), [...documents].reverse())).toBe(
      html,
    );
  });

  it('holds no script, loads nothing, and says so in its policy', () => {
    const document = view(html);
    expect(
      document.querySelectorAll('script, link, img, iframe, object, embed, form, [src], [style]'),
    ).toHaveLength(0);
    expect(html).toMatch(
      /content-security-policy" content="default-src &#39;none&#39;; style-src &#39;sha256-/,
    );
    expect(html).not.toMatch(/ on\w+=/);
  });

  it('leads every link inside the page to one anchor', () => {
    const document = view(html);
    const links = [...document.querySelectorAll('a[href^="#"]')].map((link) =>
      link.getAttribute('href')!.slice(1),
    );
    expect(links.length).toBeGreaterThan(20);
    for (const id of new Set(links)) expect(document.querySelectorAll(`[id="${id}"]`), id).toHaveLength(1);
  });

  it('marks the words of each claim in its text', () => {
    const document = view(html);
    for (const claim of claims) {
      const source = documents.find(({ id }) => id === claim.doc)!;
      const mark = document.querySelector(`mark#${claim.id}`)!.cloneNode(true);
      for (const lead of mark.querySelectorAll('.back')) lead.remove();
      expect(mark.textContent).toBe(source.text.slice(...claim.span));
    }
  });

  it('folds what was set aside', () => {
    const details = view(html).querySelector('details.dropped');
    expect(details?.textContent).toContain('Share this page & win');
    expect(details?.hasAttribute('open')).toBe(false);
  });

  it('prints hostile text as text', () => {
    const attack = `"><script>alert(1)</script><img src=x onerror="alert(2)"><a href="javascript:alert(3)">`;
    const words = `${attack} Russia sent 40 crates to North Korea.`;
    const hostile = {
      ...page(`${attack} title`, `${attack} publisher`, '2024-01-01', [
        words,
        { dropped: attack, text: attack },
      ]),
      canonical_url: 'javascript:alert(4)',
    };
    const one = said(hostile, 0, words, {
      attribution: [{ who: `${attack} claimant`, role: 'claimant', stated: '2024-01-01' }],
      supplier: `${attack} supplier`,
      recipient: 'KP',
      item: { class: null, wording: `${attack} crates` },
      quantity: { low: 40, high: 40, unit: 'item', wording: attack, qualifier: attack, per: attack },
      route: { mode: [], origin: attack, destination: attack, via: [attack], vessel: attack },
      place: attack,
    });
    const input = reportInput([one], [hostile]);
    const report = composeReport({ ...input, case: { ...input.case, name: attack } });
    const document = view(renderHtml(report, [hostile]));
    expect(document.querySelectorAll('script, img, [onerror]')).toHaveLength(0);
    for (const link of document.querySelectorAll('a'))
      expect(link.getAttribute('href')).toMatch(/^(?:#|https?:)/);
    expect(document.body.textContent).toContain(attack);
  });
});

describe('in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  const file = join(folder, 'report.html');
  let browser: BrowserContext;
  let tab: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    writeFileSync(file, html);
    browser = await chromium.launchPersistentContext(join(folder, 'profile'), {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      headless: true,
      bypassCSP: false,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
    tab = await browser.newPage();
    tab.on('console', (message) => complaints.push(message.text()));
    await tab.goto(pathToFileURL(file).href);
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has its style in spite of its policy, and no complaint', async () => {
    const size = await tab.evaluate<number>(
      `parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)`,
    );
    expect(size).toBeGreaterThan(20);
    expect(complaints).toEqual([]);
  });

  it('goes from a figure to the highlighted sentence of its source', async () => {
    await tab.getByRole('link', { name: 'more than 4,200' }).first().click();
    const target = tab.locator('mark:target');
    await expect(target.count()).resolves.toBe(1);
    expect(await target.textContent()).toContain('more than 4,200 containers since August 2023');
    const box = (await target.boundingBox())!;
    const height = tab.viewportSize()!.height;
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThanOrEqual(height);
    const colours = await tab.evaluate<[string, string]>(`(() => {
      const target = document.querySelector('mark:target');
      const other = [...document.querySelectorAll('mark')].find((one) => !one.contains(target) && !target.contains(one));
      return [target, other].map((mark) => getComputedStyle(mark).backgroundColor);
    })()`);
    expect(colours[0]).not.toBe(colours[1]);
  });

  it('fits a narrow screen', async () => {
    await tab.setViewportSize({ width: 360, height: 700 });
    const overflow = await tab.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
    await tab.setViewportSize({ width: 1280, height: 800 });
  });

  it.each(['light', 'dark'] as const)('passes the accessibility checks in %s', async (colorScheme) => {
    // The page's own policy forbids scripts, the checker's too: it runs on a copy without the policy.
    const copy = join(folder, 'copy.html');
    writeFileSync(copy, html.replace(/<meta http-equiv="content-security-policy"[^>]*>/, ''));
    const other = await browser.newPage();
    await other.emulateMedia({ colorScheme });
    await other.goto(pathToFileURL(copy).href);
    await other.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
    const violations = await other.evaluate<string[]>(`axe.run().then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html).join(' ')))`);
    await other.close();
    expect(violations).toEqual([]);
  });

  it('prints on paper', async () => {
    expect((await tab.pdf({ format: 'A4' })).byteLength).toBeGreaterThan(10_000);
  });
});
