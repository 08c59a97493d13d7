import type { Claim } from '../model/claim.js';
import type { FindingParts } from '../model/kept-finding.js';
import type { LedgerTables } from '../model/ledger-tables.js';
import type { DocumentFacts } from './document-facts.js';
import { echoesOf, type Echo } from './echo.js';
import { findingOf, type FindingContext } from './finding.js';
import type { Names } from './names.js';
import { originalOf, repeatsIn, type Repeat } from './near-duplicates.js';
import { ownQuestions, placements, questionsOf, type Placement } from './question.js';
import { saidRelations } from './said-relations.js';
import { compare, lastDay } from './statement-date.js';
import { refOf, statementOf, type Statement } from './statement.js';

/** What the ledger knows of a case before it works out its findings. */
export interface LaidOut {
  /** In the order of the claims. */
  readonly statements: readonly Statement[];
  readonly echoes: ReadonlyMap<Statement, Echo>;
  readonly repeats: ReadonlyMap<DocumentFacts, Repeat<DocumentFacts>>;
  readonly placement: (statement: Statement) => Placement;
  /** Sorted by id; one at a time, so that they need not be held together. */
  readonly findings: () => Generator<FindingParts>;
}

interface LayOutInput {
  readonly documents: readonly DocumentFacts[];
  readonly claims: readonly Claim[];
  readonly names: Names;
  readonly tables: LedgerTables;
}

export function layOut({ documents, claims, names, tables }: LayOutInput): LaidOut {
  const facts = new Map(documents.map((document) => [document.id, document]));

  // 1. What each claim says by itself: its question, speaker, origin, interval and window.
  const own = ownQuestions(claims, names);
  const statements = claims.map((claim) => statementOf(claim, facts.get(claim.doc), own(claim), names));
  const byRef = new Map(statements.map((statement) => [refOf(statement.claim), statement]));

  // 2. Which only repeat another, and what statements say of each other.
  const repeats = repeatsIn([...documents].sort(byPublication));
  const echoes = echoesOf(statements, originalsOf(repeats), names);
  const said = saidRelations(statements, (ref) => {
    const there = byRef.get(ref);
    return there && refOf((echoes.get(there)?.of ?? there).claim);
  });

  // 3. Which bear on one question.
  const place = placements(names);
  const placement = ({ claim, question }: Statement): Placement => place(claim, question);
  const groups = [...questionsOf(statements, placement)].sort(([a], [b]) => compare(a, b));
  const context: FindingContext = {
    echoOf: (statement) => {
      const echo = echoes.get(statement);
      return echo && { of: echo.of.claim, drift: echo.drift };
    },
    said,
    claimantAt: (ref) => byRef.get(ref)?.claimant,
    names,
    tables,
  };
  return {
    statements,
    echoes,
    repeats,
    placement,
    findings: function* () {
      for (const [, { question, members }] of groups) yield findingOf(question, members, context);
    },
  };
}

/** Oldest document first. */
const byPublication = (a: DocumentFacts, b: DocumentFacts): number =>
  compare(lastDay(a.published) ?? '9999', lastDay(b.published) ?? '9999') || compare(a.id, b.id);

/** The document that each near-duplicate repeats in the end, by id. */
const originalsOf = (repeats: LaidOut['repeats']): ReadonlyMap<string, string> =>
  new Map(
    [...repeats.keys()].map((document) => [
      document.id,
      originalOf(document, (one) => repeats.get(one)?.of ?? null)!.id,
    ]),
  );
