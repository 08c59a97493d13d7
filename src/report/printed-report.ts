import type { Citation, Plate, Report, Sentence } from '../model/report.js';
import { dateWords } from './dates.js';
import { sourceWords } from './figure.js';
import { capitalised } from './people.js';
import { ANNEX_TITLES } from './phrases.js';
import { PRINTED_WORDS } from './printed-words.js';

/** The report as it stands on paper: notes numbered in the order in which they are first cited, annexes with sources. */
export interface PrintedReport {
  readonly title: string;
  readonly series: string;
  /** Short: no contents, all on a few pages. */
  readonly compact: boolean;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly sections: readonly { readonly title: string; readonly paragraphs: readonly PrintedParagraph[] }[];
  readonly notes: readonly PrintedNote[];
  readonly annexes: readonly PrintedAnnex[];
}

export interface PrintedNote {
  /** Claimant, publisher, date, page or paragraph. */
  readonly text: string;
  /** The beginning of the SHA-256 of the archived bytes. */
  readonly hash: string;
}

/** A mark in the text that leads to a note. */
export interface NoteMark {
  /** From 1. */
  readonly number: number;
  /** Whether this is where the note is first cited. */
  readonly first: boolean;
}

export interface PrintedSentence {
  readonly text: string;
  readonly role: Sentence['role'];
  readonly notes: readonly NoteMark[];
  readonly conversions: readonly string[];
}

export interface PrintedParagraph {
  readonly number: number;
  readonly heading: string | null;
  /** So many statements that each has a line of its own. */
  readonly listed: boolean;
  readonly sentences: readonly PrintedSentence[];
  readonly figures: readonly PrintedFigure[];
}

export interface PrintedFigure {
  readonly number: number;
  readonly caption: string;
  readonly alternative: string;
  readonly svg: string;
  /** What is drawn, with the note of each statement. */
  readonly statements: readonly (NoteMark & { readonly key: string })[];
}

export interface PrintedAnnex {
  readonly title: string;
  readonly columns: readonly string[];
  /** Which column holds numbers of paragraphs; -1 where none does. */
  readonly paragraphColumn: number;
  readonly rows: readonly (readonly string[])[];
}

/** From this many statements on, a paragraph has a letter and a line for each. */
const LIST_FROM = 4;

export function printedReport(report: Report): PrintedReport {
  const notes = new PaperNotes();
  return {
    title: sourceWords(report.title, 200),
    series: PRINTED_WORDS.series,
    compact: report.template === 'brief',
    facts: factsOf(report),
    sections: report.sections.map(({ title, paragraphs }) => ({
      title,
      paragraphs: paragraphs.map(({ number, heading, sentences }) => ({
        number,
        heading,
        listed: isListed(sentences),
        sentences: sentences.map((sentence) => printedSentence(sentence, notes)),
        figures: report.plates
          .filter(({ after }) => after === number)
          .map((plate) => printedFigure(plate, notes)),
      })),
    })),
    annexes: annexesOf(report),
    notes: notes.all,
  };
}

/** Many statements, and what they support after all of them. */
function isListed(sentences: readonly Sentence[]): boolean {
  const others = sentences.findIndex(({ role }) => role !== 'statement');
  const statements = others < 0 ? sentences : sentences.slice(0, others);
  return (
    statements.length >= LIST_FROM &&
    sentences.slice(statements.length).every(({ role }) => role !== 'statement')
  );
}

function factsOf(report: Report): [string, string][] {
  return [
    [PRINTED_WORDS.asOf, report.as_of === null ? PRINTED_WORDS.allHeld : dateWords(report.as_of)],
    [PRINTED_WORDS.standard, report.standard],
    [PRINTED_WORDS.ledger, report.ledger.slice(0, 12)],
  ];
}

function printedSentence(
  { text, role, citations, conversions }: Sentence,
  notes: PaperNotes,
): PrintedSentence {
  const marks = citations.map((citation) => notes.mark(citation));
  return {
    text: clean(text),
    role,
    notes: marks.filter(
      ({ number }, position) => marks.findIndex((mark) => mark.number === number) === position,
    ),
    conversions: conversions.map(({ figure, from, assumption }) =>
      clean(PRINTED_WORDS.conversion(figure, assumption, from)),
    ),
  };
}

const printedFigure = (plate: Plate, notes: PaperNotes): PrintedFigure => ({
  number: plate.number,
  caption: clean(plate.caption),
  alternative: clean(plate.alternative),
  svg: plate.svg,
  statements: plate.statements.map(({ key, citation }) => ({ key, ...notes.mark(citation) })),
});

/** Notes that would read alike are one. */
class PaperNotes {
  readonly all: PrintedNote[] = [];
  readonly #numbers = new Map<string, number>();

  mark(citation: Citation): NoteMark {
    const text = clean(noteText(citation));
    const key = `${citation.sha256} ${text}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return { number: known, first: false };
    this.all.push({ text, hash: PRINTED_WORDS.hash(citation.sha256.slice(0, 12)) });
    this.#numbers.set(key, this.all.length);
    return { number: this.all.length, first: true };
  }
}

/** "John Kirby, in Harbour Wire, 13 October 2023, paragraph 3." */
export function noteText({ claimant, publisher, published, page, paragraph }: Citation): string {
  const by = publisher ?? PRINTED_WORDS.unnamedPublisher;
  return `${capitalised(
    [
      claimant === null || claimant === publisher
        ? sourceWords(by)
        : PRINTED_WORDS.inPublication(sourceWords(claimant), sourceWords(by)),
      published === null ? PRINTED_WORDS.undated : dateWords(published),
      ...placeOf(page, paragraph),
    ].join(', '),
  )}.`;
}

function placeOf(page: number | null, paragraph: number | null): string[] {
  if (page !== null) return [PRINTED_WORDS.page(page)];
  return paragraph === null ? [] : [PRINTED_WORDS.paragraph(paragraph)];
}

/** Tables with the source of each row as its number among the sources, and its place there. */
function annexesOf({ annexes }: Report): PrintedAnnex[] {
  const sources = annexes.find(({ title }) => title === ANNEX_TITLES.sources);
  const numbers = new Map(sources?.rows.map((cells) => [cells.at(-1) ?? '', cells[0] ?? '']));
  const sourceOf = ({ sha256, page, paragraph }: Citation): string =>
    [PRINTED_WORDS.source(numbers.get(sha256) ?? sha256.slice(0, 12)), ...placeOf(page, paragraph)].join(
      ', ',
    );
  return annexes.map(({ title, columns, rows, citations }, position) => {
    const cited = citations.some((row) => row.length > 0);
    return {
      title: PRINTED_WORDS.annex(roman(position + 1), title),
      paragraphColumn: columns.indexOf('Paragraph'),
      columns: cited ? [...columns, PRINTED_WORDS.sourceColumn] : columns,
      rows: rows.map((cells, row) => {
        const own = [...new Set((citations[row] ?? []).map(sourceOf))];
        return [...cells, ...(cited ? [own.join('; ')] : [])].map(clean);
      }),
    };
  });
}

/** No control, formatting or private characters, which no form of paper can carry. */
const clean = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]+/gu, ' ');

const NUMERALS: readonly (readonly [value: number, numeral: string])[] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** Of an annex, from 1. */
export function roman(position: number): string {
  const [value, numeral] = NUMERALS.find(([size]) => size <= position) ?? [position, ''];
  return position <= 0 ? '' : numeral + roman(position - value);
}
