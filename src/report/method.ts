import type { CaseConfig } from '../model/case-config.js';
import type { KnownTo } from '../model/change.js';
import type { KeptFinding } from '../model/finding.js';
import type { Standard } from '../model/ledger-tables.js';
import type { Sentence } from '../model/report.js';
import type { Names } from '../ledger/names.js';
import { dateWords } from './dates.js';
import { number, sourceWords } from './figure.js';
import { listed, partyName } from './people.js';
import { plainSentence } from './numbering.js';

/** A day at whose end something was known. */
export interface AsOf {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly knownTo: KnownTo;
}

const AS_OF = {
  world: (day: string) => ` and leaves out what was published after ${day}`,
  case: (day: string) => ` and leaves out what was obtained or judged after ${day}`,
} as const;

/** By which standard the report tells findings from what is reported and alleged, and how it grades. */
export const standardSentences = ({ title, name }: Standard): Sentence[] =>
  [
    `What meets the standard of this report, ${title} (“${name}”), is told as a finding; what falls short of it stands under “Reported”, and what nobody who is known states as fact under “Alleged”.`,
    'Every statement has a grade of the Admiralty system: a letter for its source, from A, completely reliable, to F, which cannot be judged; and a number for the statement, from 1, confirmed by others, to 6, which cannot be judged.',
    'Likelihood is given in the words of Intelligence Community Directive 203, and confidence in the judgement apart from it; an annex gives the reasons.',
    'Figures in other units are worked out by named assumptions, set out in an annex, and are no part of any range.',
  ].map(plainSentence);

/** What the report is about, what it rests on and how to read it, a list of sentences a paragraph. */
export function methodSentences(
  config: CaseConfig,
  findings: readonly KeptFinding[],
  documents: number,
  rejects: number,
  asOf: AsOf | null,
  names: Names,
): Sentence[][] {
  const statements = new Set(findings.flatMap(({ claims }) => claims.map(({ claim }) => claim))).size;
  const count = (value: number, one: string, many: string): string =>
    `${number(value)} ${value === 1 ? one : many}`;
  const parties = config.parties.map((party) => partyName(party, names));
  return [
    [
      `This report sets out what open sources state on the case “${sourceWords(config.name)}”${
        parties.length === 0 ? '' : `, concerning ${listed(parties)}`
      }${config.period === null ? '' : `, for the period ${dateWords(config.period)}`}.`,
      `It rests on ${count(statements, 'statement', 'statements')} in ${count(documents, 'document', 'documents')}${
        asOf === null ? '' : AS_OF[asOf.knownTo](dateWords(asOf.day))
      }${
        rejects === 0
          ? ''
          : `; ${count(rejects, 'input could', 'inputs could')} not be used and ${rejects === 1 ? 'is' : 'are'} listed in an annex`
      }.`,
      ...(config.team.length === 0
        ? []
        : [
            `It was prepared by ${listed(
              config.team.map(
                ({ name, role }) =>
                  `${sourceWords(name)}${role === undefined ? '' : ` (${sourceWords(role)})`}`,
              ),
            )}.`,
          ]),
    ],
    [
      'Each statement is attributed to the one whose word it is, and printed with the bounds and the degree of certainty that its claimant gave it.',
      'Repetition of a statement is not counted as support for it.',
      'Figures of different claimants, periods or units are set side by side and never added.',
      'Every figure leads to the words of the archived source from which it was taken.',
    ],
  ].map((paragraph) => paragraph.map(plainSentence));
}
