import { TallymanError } from '../core/errors.js';
import { assessedBy, yardstickFor } from '../ledger/assessment.js';
import { buildLedger } from '../ledger/build-ledger.js';
import { documentFactsBy, type DocumentFacts } from '../ledger/document-facts.js';
import { knownSince, type Appearance } from '../ledger/known.js';
import type { KnownLedger } from '../ledger/ledger-diff.js';
import { rulingsOf } from '../ledger/rulings.js';
import type { KnownTo } from '../model/change.js';
import type { Claim } from '../model/claim.js';
import { judgedClaim } from '../model/edit.js';
import type { EntityJudgement } from '../model/entity-judgement.js';
import { standingOf, type Judgement } from '../model/judgement.js';
import type { OpenCase } from './open-case.js';

/** A ledger as it was known, with the documents that it rests on. */
export interface LedgerAsOf extends KnownLedger {
  /** By id. */
  readonly documents: ReadonlyMap<string, DocumentFacts>;
  /** SHA-256 of what it was built from. */
  readonly state: string;
}

/** The day and the knowledge that a ledger is asked for; a null day is now. */
export interface KnownOn {
  readonly day: string | null;
  readonly knownTo: KnownTo;
  /** What decides the standing of a finding; by default the standard of case.yaml. */
  readonly standard?: string | undefined;
}

interface Held {
  readonly facts: DocumentFacts;
  readonly appearance: Appearance;
}

/**
 * All that a case holds, read once, from which its ledger can be built as it was known on any day. Claims are those of
 * the present reading: a newer extractor reads old documents anew. As known to the world, every judgement holds at any
 * time: it says how a text is to be read. As known to the case, those alone that were made by then.
 */
export class CaseHistory {
  private constructor(
    private readonly open: OpenCase,
    private readonly documents: readonly Held[],
    /** As they were read. */
    private readonly claims: readonly Claim[],
    /** The judgements on each claim, in the order in which they were made. */
    private readonly judgements: ReadonlyMap<string, readonly Judgement[]>,
    private readonly entityJudgements: readonly EntityJudgement[],
  ) {}

  static async of(open: OpenCase): Promise<CaseHistory> {
    const { store } = open;
    const obtained = new Map<string, string>();
    for await (const { id, origins } of store.sources()) {
      const days = origins.map((origin) => origin.obtained.slice(0, 10)).sort();
      obtained.set(id, days[0] ?? '9999-12-31');
    }
    const factsOf = documentFactsBy(open.tables().evidence);
    const documents: Held[] = [];
    for await (const document of store.documents()) {
      const facts = factsOf(document);
      const day = obtained.get(facts.source);
      if (day === undefined)
        throw new TallymanError('not-found', 'the source is missing from the case', facts.source);
      documents.push({ facts, appearance: { published: facts.published, obtained: day } });
    }
    const claims: Claim[] = [];
    for await (const claim of store.claims({ as: 'read' })) claims.push(claim);
    const judgements = new Map<string, Judgement[]>();
    for await (const { claim, judgement } of store.judgements()) {
      if (claim === null) continue;
      const there = judgements.get(claim);
      if (there) there.push(judgement);
      else judgements.set(claim, [judgement]);
    }
    return new CaseHistory(open, documents, claims, judgements, await store.entityJudgements());
  }

  /** The ledger as it was known at the end of a day. @throws TallymanError `usage` where there is no such standard */
  ledger({ day, knownTo, standard = this.open.folder.config.standard }: KnownOn): LedgerAsOf {
    const known = this.documents.filter(
      ({ appearance }) => day === null || knownSince(appearance, knownTo) <= day,
    );
    const documents = new Map(known.map(({ facts }) => [facts.id, facts]));
    const tables = this.open.tables();
    const judgedBy = knownTo === 'case' ? day : null;
    const claims = this.claims
      .filter(({ doc }) => documents.has(doc))
      .map((claim) => this.#standing(claim, judgedBy));
    const { findings, state } = buildLedger({
      documents: [...documents.values()],
      claims: claims.filter(({ judgement }) => judgement?.verdict !== 'rejected'),
      vocabulary: this.open.vocabulary(),
      tables,
      rulings: rulingsOf(this.entityJudgements.filter(({ at }) => madeBy(judgedBy, at))),
    });
    const yardstick = yardstickFor(findings, tables, standard);
    return {
      documents,
      claims: new Map(claims.map((claim) => [claim.id, claim])),
      findings: findings.map((finding) => assessedBy(finding, yardstick)),
      state,
    };
  }

  /** The last judgement on a claim that was made by the end of a day, an undo too; null for none. */
  lastJudgement(claim: string, day: string | null): Judgement | null {
    return this.#judgements(claim, day).at(-1) ?? null;
  }

  #judgements(claim: string, day: string | null): readonly Judgement[] {
    return (this.judgements.get(claim) ?? []).filter(({ at }) => madeBy(day, at));
  }

  /** A claim as the judgements made by the end of a day have it stand. */
  #standing(claim: Claim, day: string | null): Claim {
    const made = this.#judgements(claim.id, day);
    try {
      return judgedClaim(claim, standingOf(made));
    } catch (error) {
      // An edit that a newer reading no longer bears stood until the next one mended it.
      if (error instanceof TallymanError) return claim;
      throw error;
    }
  }
}

/** Whether a judgement was made by the end of a day; a null day is now. */
const madeBy = (day: string | null, at: string): boolean => day === null || at.slice(0, 10) <= day;
