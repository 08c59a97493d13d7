import { groupBy } from '../core/group-by.js';
import { contentId } from '../core/hash.js';
import { claimantOf, type Claim } from '../model/claim.js';
import type { KeptFinding } from '../model/finding.js';
import type { StrikeCase } from '../model/strike-case.js';
import type { DocumentHead } from './document-facts.js';
import { eventKey, eventsOf, eventTold, tellsEvent, type EventKey } from './event.js';
import type { Names } from './names.js';
import { stateOfPlace } from './places.js';
import { partyId } from './question.js';
import { byStatement, compare, statementDay } from './statement-date.js';
import type { StrikeClaim } from './strike-claim.js';
import { linksOf, TransferIndex } from './strike-links.js';
import { stepsOf, statusAfter } from './strike-steps.js';
import { makersOf, weaponsOf } from './strike-weapons.js';

/** A ledger, as far as strike cases are made of it. */
export interface StrikeLedger {
  readonly findings: readonly KeptFinding[];
  /** By id. */
  readonly claims: ReadonlyMap<string, Claim>;
  /** By id. */
  readonly documents: ReadonlyMap<string, DocumentHead>;
}

/**
 * The strikes of which claims say a day: `use` of one day or place, whatever the goods and whoever used them, with the
 * casualties told of the same event. Sorted by date, then id.
 */
export function strikeCases({ findings, claims, documents }: StrikeLedger, names: Names): StrikeCase[] {
  const told = new Map<Claim, StrikeClaim>();
  const findingsOf = new Map<Claim, KeptFinding[]>();
  for (const finding of findings) {
    if (finding.question.kind !== 'use' && finding.question.kind !== 'casualty') continue;
    for (const entry of finding.claims) {
      const claim = claims.get(entry.claim);
      if (claim === undefined || !tellsEvent(claim)) continue;
      const there = findingsOf.get(claim);
      if (there) there.push(finding);
      else findingsOf.set(claim, [finding]);
      const document = documents.get(claim.doc);
      told.set(claim, {
        claim,
        day: statementDay(claim, document),
        entry,
        narrated: isNarrated(claim, document?.publisher ?? null),
      });
    }
  }
  const transfers = new TransferIndex(findings, claims);
  return casesAmong([...told.keys()], names)
    .map(({ event, target, members }) => {
      const uses = members.filter(({ kind }) => kind === 'use');
      const stood = members.map((claim) => told.get(claim)!).sort(byStatement);
      const own = stood.filter(({ entry }) => entry.echo_of === null);
      const ownUses = own.filter(({ claim }) => claim.kind === 'use');
      const steps = stepsOf(ownUses, names);
      const weapons = weaponsOf(ownUses, names);
      const usedBy = usersOf(ownUses, names);
      const date = event.date ?? '';
      return {
        id: contentId('s', { date, place: event.place, target }),
        date,
        place: event.place,
        target,
        status: statusAfter(steps),
        steps,
        weapons,
        used_by: usedBy,
        counts: countsOf(uses, findingsOf),
        casualties: casualtiesOf(
          own.filter(({ claim }) => claim.kind === 'casualty'),
          findingsOf,
        ),
        links: linksOf(
          { date, uses: ownUses, makers: makersOf(weapons), users: usedBy.map(({ actor }) => actor) },
          transfers,
          names,
        ),
        claims: stood.map(({ claim }) => claim.id),
      };
    })
    .sort((a, b) => compare(a.date, b.date) || compare(a.id, b.id));
}

function isNarrated(claim: Claim, publisher: string | null): boolean {
  const { who } = claimantOf(claim);
  return claim.attribution.length === 1 && (who === null || who === publisher);
}

interface Members {
  readonly event: EventKey;
  readonly target: string | null;
  readonly members: readonly Claim[];
}

/**
 * Claims of one event against one state; who does not name the state hit tells of the only one that others name. What is
 * told of casualties alone is no strike.
 */
function casesAmong(claims: readonly Claim[], names: Names): Members[] {
  const targetOf = (claim: Claim): string | null =>
    partyId(claim.target, names) ?? stateOfPlace(claim.place, names);
  const events = eventsOf(claims.map(eventTold), names);
  const eventOf = (claim: Claim): EventKey => events.get(eventKey(eventTold(claim)))!;
  const byEvent = groupBy(claims, (claim) => eventKey(eventOf(claim)));
  return [...byEvent.values()].flatMap((alike) => {
    const event = eventOf(alike[0]);
    const targets = [...new Set(alike.map(targetOf))];
    const named = targets.filter((target) => target !== null);
    const split = named.length > 1 ? targets : [named[0] ?? null];
    return split
      .map((target) => ({
        event,
        target,
        members: named.length > 1 ? alike.filter((claim) => targetOf(claim) === target) : alike,
      }))
      .filter(({ members }) => members.some(({ kind }) => kind === 'use'));
  });
}

function usersOf(uses: readonly StrikeClaim[], names: Names): StrikeCase['used_by'] {
  const named = uses.flatMap(({ claim }) => {
    const actor = partyId(claim.actor, names);
    return actor === null || claim.polarity !== 'affirmed' ? [] : [{ actor, claim: claim.id }];
  });
  return [...groupBy(named, ({ actor }) => actor)]
    .map(([actor, said]) => ({ actor, claims: said.map(({ claim }) => claim) }))
    .sort((a, b) => compare(a.actor, b.actor));
}

type FindingsOf = ReadonlyMap<Claim, readonly KeptFinding[]>;

/** The findings that count something of the strike, whatever else stands on them. */
function countsOf(uses: readonly Claim[], findingsOf: FindingsOf): StrikeCase['counts'] {
  return [...new Set(uses.flatMap((claim) => findingsOf.get(claim) ?? []))]
    .flatMap(({ id, question, range }) =>
      range === null
        ? []
        : [{ finding: id, item: question.item, unit: question.unit, low: range.low, high: range.high }],
    )
    .sort((a, b) => compare(a.finding, b.finding));
}

function casualtiesOf(told: readonly StrikeClaim[], findingsOf: FindingsOf): StrikeCase['casualties'] {
  const byFinding = new Map<KeptFinding, string[]>();
  for (const { claim } of told) {
    for (const finding of findingsOf.get(claim) ?? []) {
      const there = byFinding.get(finding);
      if (there) there.push(claim.id);
      else byFinding.set(finding, [claim.id]);
    }
  }
  return [...byFinding]
    .map(([{ id, question, range }, claims]) => ({
      finding: id,
      outcome: question.outcome,
      low: range?.low ?? null,
      high: range?.high ?? null,
      claims,
    }))
    .sort((a, b) => compare(a.finding, b.finding));
}
