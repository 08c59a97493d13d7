import type { Assessment, Finding, Grade, KeptFinding } from '../model/finding.js';
import { standardNamed, type LedgerTables, type Standard } from '../model/ledger-tables.js';
import { conclusionOf } from './conclusion.js';
import { convertedRanges } from './conversions.js';
import { derivationsOn } from './derivation.js';
import { FlowIndex, type Flows } from './flows.js';
import { credibilityIn } from './grade-claim.js';
import { sourceGradeWords } from './grade-source.js';
import { gateOf } from './standard.js';
import { weighingOf, type Weighing } from './weighing.js';

/** By what findings are assessed when they are printed. */
export interface Yardstick {
  readonly tables: LedgerTables;
  readonly standard: Standard;
  /** The findings that may be set side by side in other units. */
  readonly flows: Flows;
}

/**
 * The yardstick of a ledger that is at hand.
 * @throws TallymanError `usage` where there is no such standard
 */
export function yardstickFor(
  findings: Iterable<KeptFinding>,
  tables: LedgerTables,
  standard: string,
): Yardstick {
  const flows = new FlowIndex(tables.conversions);
  for (const finding of findings) flows.add(finding);
  return { tables, standard: standardNamed(standard, tables), flows };
}

/** What is worked out of a finding when it is printed, its pairs aside. */
export interface Assessed {
  readonly assessment: Assessment;
  /** By position in the finding's claims; null for an echo. */
  readonly grades: readonly (Grade | null)[];
  readonly converted: Finding['converted'];
  readonly derivations: Finding['derivations'];
}

/** A finding with what is worked out of it to be printed. */
export interface AssessedFinding extends KeptFinding {
  readonly assessed: Assessed;
}

export const assessedBy = (finding: KeptFinding, by: Yardstick): AssessedFinding => ({
  ...finding,
  assessed: assess(finding, by),
});

export function assess(finding: KeptFinding, { tables, standard, flows }: Yardstick): Assessed {
  const weighing = weighingOf(finding);
  return {
    assessment: assessmentOf(finding, weighing, tables, standard),
    grades: gradesOf(finding, weighing, tables),
    converted: convertedRanges(finding, tables.conversions, flows),
    derivations: derivationsOn(finding, tables.conversions, flows),
  };
}

function assessmentOf(
  finding: KeptFinding,
  weighing: Weighing,
  tables: LedgerTables,
  standard: Standard,
): Assessment {
  const gate = gateOf(weighing, standard);
  const conclusion = conclusionOf(finding, weighing, tables.likelihood);
  return {
    standard: standard.name,
    standing: gate.level,
    why: gate.why,
    counts: gate.counts,
    likelihood: conclusion?.likelihood ?? null,
    likelihood_why: conclusion?.likelihood_why ?? null,
    confidence: conclusion?.confidence ?? null,
    confidence_why: conclusion?.confidence_why ?? null,
  };
}

function gradesOf(finding: KeptFinding, weighing: Weighing, { sources }: LedgerTables): (Grade | null)[] {
  const credibility = credibilityIn(weighing);
  const grades: (Grade | null)[] = finding.claims.map(() => null);
  for (const standing of finding.standings) {
    const { number, why } = credibility(standing);
    grades[standing.at] = {
      source: standing.source.letter,
      source_why: sourceGradeWords(standing.source, sources),
      credibility: number,
      credibility_why: why,
    };
  }
  return grades;
}
