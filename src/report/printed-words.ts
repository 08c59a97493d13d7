/** The words that printed forms add to the report: marks, notes, heads and feet of pages. */
export const PRINTED_WORDS = {
  series: 'Report from open sources',
  asOf: 'As of',
  allHeld: 'all statements held',
  standard: 'Standard',
  ledger: 'Ledger',
  contents: 'Contents',
  pageOf: 'Page {page} of {pages}',
  page: (number: number) => `page ${number}`,
  paragraph: (number: number) => `paragraph ${number}`,
  source: (number: string) => `source ${number}`,
  sourceColumn: 'Source and place',
  annex: (numeral: string, title: string) => `Annex ${numeral}. ${title}`,
  unnamedPublisher: 'unnamed publisher',
  undated: 'undated',
  inPublication: (claimant: string, publisher: string) => `${claimant}, in ${publisher}`,
  hash: (start: string) => `SHA-256 ${start}`,
  conversion: (figure: string, assumption: string, from: string) =>
    `${figure}: ${assumption}; from “${from}”.`,
  listed: 'The sources state:',
  figure: 'Figure',
  statements: 'Statements:',
} as const;
