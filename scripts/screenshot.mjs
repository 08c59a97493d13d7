/** `npm run screenshot`: takes the README's picture of the sample case's report, as `npm start` has left it. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { ensureChromium } from './services.mjs';
import { fail, ROOT } from './steps.mjs';

const report = join(ROOT, 'case', 'report.html');
const images = join(ROOT, 'docs', 'images');
if (!existsSync(report)) fail(`there is no ${report}; run \`npm start\` first`);

mkdirSync(images, { recursive: true });
const browser = await chromium.launch({
  executablePath: await ensureChromium(),
  // As root Chromium has no sandbox of its own; the page is our own file and runs no scripts.
  chromiumSandbox: process.getuid?.() !== 0,
});
const page = await browser.newPage({ viewport: { width: 1180, height: 820 }, colorScheme: 'light' });
await page.goto(pathToFileURL(report).href);
// Past the method, to the first finding.
await page.locator('section h2').nth(1).scrollIntoViewIfNeeded();
await page.evaluate(() =>
  globalThis.scrollTo(0, globalThis.document.querySelector('#section-2').offsetTop - 20),
);
await page.screenshot({ path: join(images, 'report.png') });
await browser.close();
