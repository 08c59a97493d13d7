import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { DATA_FOLDER } from '../core/package-root.js';
import type { Report } from '../model/report.js';
import { columnWidths } from './column-widths.js';
import { printedReport, type PrintedAnnex } from './printed-report.js';
import { PRINTED_WORDS } from './printed-words.js';

const FONTS = [
  'source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  'source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
] as const;

/** Of the annexes' landscape pages, in points. */
const TABLE_WIDTH = 739;

/**
 * The report as a PDF: contents, bookmarks, tags, footnotes, fonts embedded. What a source wrote reaches Typst as strings
 * of a data file, never as markup. Equal reports give equal bytes.
 * @throws Error where the template itself is broken
 */
export function renderPdf(report: Report): Buffer {
  const compiler = NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontBlobs: fonts() }] });
  compiler.mapShadow(join(WORKSPACE, 'data.json'), Buffer.from(JSON.stringify(dataOf(report))));
  return compiler.pdf(compiled(compiler), {});
}

/** Nothing is read from it but the template: the data are given in memory. */
const WORKSPACE = join(DATA_FOLDER, 'report');

function compiled(compiler: NodeCompiler): NodeTypstDocument {
  const outcome = compiler.compile({ mainFilePath: join(WORKSPACE, 'report.typ') });
  const { result } = outcome;
  if (result !== null) return result;
  const problems = outcome.takeDiagnostics()?.shortDiagnostics ?? [];
  throw new Error(`report.typ: ${JSON.stringify(problems)}`);
}

function fonts(): Buffer[] {
  const require = createRequire(import.meta.url);
  return FONTS.map((font) => readFileSync(require.resolve(`@expo-google-fonts/${font}`)));
}

function dataOf(report: Report) {
  const printed = printedReport(report);
  return {
    ...printed,
    language: 'en',
    ledger: report.ledger.slice(0, 12),
    authors: [],
    date: report.as_of === null ? null : report.as_of.split('-').map(Number),
    words: {
      contents: PRINTED_WORDS.contents,
      listed: PRINTED_WORDS.listed,
      ledger: PRINTED_WORDS.ledger,
      page: PRINTED_WORDS.pageOf,
      figure: PRINTED_WORDS.figure,
      statements: PRINTED_WORDS.statements,
    },
    annexes: printed.annexes.map(tableOf),
  };
}

function tableOf({ title, columns, rows, paragraphColumn }: PrintedAnnex) {
  const widths = columnWidths(columns, rows, TABLE_WIDTH);
  return {
    title,
    rows,
    columns: columns.map((name, column) => ({
      name,
      width: widths[column] ?? 0,
      leads: column === paragraphColumn,
      numeric:
        rows.length > 0 && rows.every((row) => /^(?:[\d,.]+(?: \w+)?|open|none|)$/.test(row[column] ?? '')),
    })),
  };
}
