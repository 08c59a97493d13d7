import { Readability } from '@mozilla/readability';
import { bodyText } from '../src/model/document.js';
import { parsePage } from '../src/documents/dom.js';
import { readHtml } from '../src/documents/html.js';
import { f1, htmlCases, score, type HtmlCase } from '../test/cases/html/measure.js';

/**
 * Pages a second and F1 over the golden pages, this reader beside Readability alone in the same run. Processor time,
 * not wall time: other work on the machine does not count.
 */
const READERS: Readonly<Record<string, (page: HtmlCase) => string>> = {
  tallyman: ({ html, expected }) => bodyText(readHtml(html, { url: expected.url, hints: {} })),
  readability: ({ html }) => {
    return new Readability(parsePage(html)).parse()?.textContent ?? '';
  },
};

const cases = htmlCases();
const rounds = Number(process.argv[2] ?? 5);
for (const [name, read] of Object.entries(READERS)) {
  for (const page of cases) read(page);
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) for (const page of cases) read(page);
  const { user, system } = process.cpuUsage(before);
  const speed = (cases.length * rounds) / ((user + system) / 1e6);
  const scores = cases.map((page) => score(page.expected.body.join('\n'), read(page)));
  console.log(
    `${name.padEnd(12)} F1 ${f1(scores).toFixed(3)}  ${speed.toFixed(0)} pages/s  (${String(cases.length)} pages)`,
  );
}
