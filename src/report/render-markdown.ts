import type { Report } from '../model/report.js';
import {
  printedReport,
  type NoteMark,
  type PrintedAnnex,
  type PrintedFigure,
  type PrintedParagraph,
} from './printed-report.js';
import { PRINTED_WORDS } from './printed-words.js';

/** The report as Markdown with footnotes (GitHub's dialect). A source's text is escaped: it makes no markup. */
export function renderMarkdown(report: Report): string {
  const printed = printedReport(report);
  const lines = [
    `# ${escaped(printed.title)}`,
    [printed.series, ...printed.facts.map(([name, value]) => `${name}: ${value}`)].map(escaped).join(' · '),
    ...printed.sections.flatMap(({ title, paragraphs }) => [
      `## ${escaped(title)}`,
      ...paragraphs.flatMap((paragraph) => [
        ...paragraphLines(paragraph),
        ...paragraph.figures.map(figureLine),
      ]),
    ]),
    ...printed.annexes.flatMap((annex) => [`## ${escaped(annex.title)}`, tableOf(annex)]),
    printed.notes
      .map(({ text, hash }, position) => `[^${position + 1}]: ${escaped(text)} ${escaped(hash)}`)
      .join('\n'),
  ];
  return `${lines.filter((line) => line !== '').join('\n\n')}\n`;
}

function paragraphLines({ number, heading, listed, sentences }: PrintedParagraph): string[] {
  const told = (each: PrintedParagraph['sentences'][number]): string =>
    `${escaped(each.text)}${marks(each.notes)}${each.conversions.map((how) => ` \\[${escaped(how)}\\]`).join('')}`;
  const head = heading === null ? [] : [`### ${escaped(heading)}`];
  // Escaped, so that the number stays the report's own and no list of Markdown's.
  if (!listed) return [...head, `${number}\\. ${sentences.map(told).join(' ')}`];
  const others = sentences.filter(({ role }) => role !== 'statement');
  return [
    ...head,
    `${number}\\. ${escaped(PRINTED_WORDS.listed)}`,
    sentences
      .filter(({ role }) => role === 'statement')
      .map((each) => `- ${told(each)}`)
      .join('\n'),
    others.map(told).join(' '),
  ];
}

/** What the picture shows, in words. */
const figureLine = ({ number, caption, alternative, statements }: PrintedFigure): string =>
  `> ${PRINTED_WORDS.figure} ${number}. ${escaped(caption)} ${escaped(alternative)} ${PRINTED_WORDS.statements} ${statements
    .map(({ key, number: note }) => `${key}[^${note}]`)
    .join(' ')}`;

const marks = (notes: readonly NoteMark[]): string => notes.map(({ number }) => `[^${number}]`).join('');

const tableOf = ({ columns, rows }: PrintedAnnex): string =>
  [columns, columns.map(() => '---'), ...rows]
    .map((cells, line) => `| ${cells.map((cell) => (line === 1 ? cell : escaped(cell))).join(' | ')} |`)
    .join('\n');

/** Every character that Markdown or HTML could read as more than itself; addresses do not become links either. */
const escaped = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]<>#|~$!&]/g, (sign) =>
      sign === '<' ? '&lt;' : sign === '&' ? '&amp;' : `\\${sign}`,
    )
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+=])/, '\\$1')
    .replace(/:\/\//g, ':\\//')
    .replace(/www\./gi, 'www\\.')
    .replace(/@/g, '\\@');
