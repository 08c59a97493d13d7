import { canonicalJson, sha256 } from '../core/hash.js';
import type { Claim } from '../model/claim.js';
import type { ItemClass } from '../model/enums.js';
import type { KeptFinding } from '../model/finding.js';
import type { LegalTest, NoProvision, ProvisionTest } from '../model/legal-test.js';
import type { Standard } from '../model/ledger-tables.js';
import { citationOf, type Law, type Provision } from '../model/provision.js';
import { since, timeFit, type Days, type TimeFit } from '../law/in-force.js';
import { elementTests, type Trial } from './legal-elements.js';
import { testimonyOn, type Testimony, type Witness } from './legal-evidence.js';
import { anyOf, boundBy, goesTheWay, sidesOf, type Sides } from './legal-sides.js';
import { bearsOn } from './legal-terms.js';
import type { Names } from './names.js';

/** Why a provision does not apply to a finding, by the first thing that rules it out. */
type RuledOut = 'parties' | 'goods' | 'time';

/** By what findings are tested. */
export interface LegalYardstick {
  readonly law: Law;
  readonly names: Names;
  /** What the claims that show an act must meet; null where any qualifying claim will do. */
  readonly standard: Standard | null;
}

/**
 * A finding against the law, element by element: which claims satisfy each, what is open, what denies it. It says
 * "apparent breach" or "open elements" of a provision, or why none applies; never a verdict.
 * @param claims the claims of the finding by id
 */
export function legalTest(
  finding: KeptFinding,
  claims: ReadonlyMap<string, Claim>,
  { law, names, standard }: LegalYardstick,
): LegalTest {
  const sides = sidesOf(finding.question, names);
  const testimony = testimonyOn(finding, claims, law.undated);
  const ruledOut = new Map<Provision, RuledOut>();
  const provisions: ProvisionTest[] = [];
  for (const provision of law.provisions.flatMap(testable)) {
    const test = provisionTest(provision, { finding, testimony, sides, law, names, standard });
    if (typeof test === 'string') ruledOut.set(provision, test);
    else provisions.push(test);
  }
  return {
    finding: finding.id,
    law: stateOfLaw(law),
    standard: standard?.name ?? null,
    provisions,
    none: provisions.length > 0 ? [] : reasonsFor(finding, testimony, sides, law, ruledOut),
  };
}

/** What an act can breach: a prohibition as it stood, and a duty since the day by which it was to be done. */
function testable(provision: Provision): Provision[] {
  const { effect, unmet, in_force } = provision;
  if (effect === 'prohibits') return [provision];
  return effect !== 'requires' || unmet === null
    ? []
    : [{ ...provision, in_force: since(in_force, unmet.from) }];
}

const states = new WeakMap<Law, string>();

function stateOfLaw(law: Law): string {
  const known = states.get(law) ?? sha256(canonicalJson(law));
  states.set(law, known);
  return known;
}

interface Matter extends LegalYardstick {
  readonly finding: KeptFinding;
  readonly testimony: Testimony;
  readonly sides: Sides;
}

function provisionTest(provision: Provision, matter: Matter): ProvisionTest | RuledOut {
  const { finding, testimony, sides, law, names, standard } = matter;
  const actor = boundBy(provision, sides);
  if (actor === null || !goesTheWay(sides, provision.elements.direction)) return 'parties';
  const covered = testimony.affirmed.filter(({ claim }) => bearsOn(provision, claim));
  if (covered.length === 0) return 'goods';

  const fits = new Map(covered.map((witness) => [witness, witness.time && timeFit(provision, witness.time)]));
  const relevant = covered.filter((witness) => fits.get(witness)?.fit !== 'outside');
  if (relevant.length === 0) return 'time';
  const trial: Trial = {
    finding,
    provision,
    testimony,
    relevant,
    actor,
    time: (witness) => fits.get(witness) ?? null,
    parties: partyOrigins(sides, finding),
    names,
    standard,
    undatedWhy: undatedWords(law),
  };
  const elements = elementTests(trial);
  const { id, regime, symbol, paragraph, measure, binds, words, source } = provision;
  const periods = periodsTouched(relevant, fits, provision);
  return {
    ...{ id, regime, symbol, paragraph, measure, binds, words, source },
    in_force: periods.map(({ from, to }) => `${from}/${to ?? '..'}`),
    disputed: periods.map(({ disputed }) => disputed).find((dispute) => dispute !== null) ?? null,
    result: elements.every(({ state }) => state === 'satisfied' || state === 'unclaimed')
      ? 'apparent breach'
      : 'open elements',
    elements,
    times: covered.flatMap((witness) => partsOf(witness, fits.get(witness) ?? null)),
  };
}

const undatedWords = ({ undated: { months, why } }: Law): string =>
  months === 0
    ? 'no time is given'
    : `no time is given; it is assumed to be of the ${months} months before the statement, since ${why}`;

/** Those that speak for the parties of the question, whose denials are no surprise. */
function partyOrigins({ giver, getter }: Sides, { question }: KeptFinding): Set<string> {
  const others = [question.actor, question.target].filter((party) => party !== null);
  return new Set([...giver, ...getter].flatMap(({ id, state }) => [id, state ?? id]).concat(others));
}

function periodsTouched(
  relevant: readonly Witness[],
  fits: ReadonlyMap<Witness, TimeFit | null>,
  { in_force }: Provision,
): Provision['in_force'] {
  const touched = new Set(relevant.flatMap((witness) => fits.get(witness)?.periods ?? []));
  return in_force.filter((period) => touched.has(period));
}

/** What of a claim's time the provision did not cover: what was lawful on a day stays so. */
function partsOf({ ref }: Witness, placed: TimeFit | null): ProvisionTest['times'] {
  if (placed === null || placed.fit === 'within') return [];
  return [{ claim: ref, inside: placed.inside.map(edtfOf), outside: placed.outside.map(edtfOf) }];
}

const edtfOf = ({ start, end }: Days): string => (start === end ? start : `${start}/${end}`);

/** Why no provision applies: everything that a reader would ask first. */
function reasonsFor(
  { question }: KeptFinding,
  { affirmed }: Testimony,
  { giver, getter }: Sides,
  law: Law,
  ruledOut: ReadonlyMap<Provision, RuledOut>,
): NoProvision[] {
  if (affirmed.length === 0) return [{ reason: 'nothing-affirmed', words: 'No claim affirms it.' }];
  const reasons: NoProvision[] = [];
  for (const { about, none } of law.regimes) {
    if (none !== null && (anyOf(getter, about) || anyOf(giver, about)))
      reasons.push({ reason: 'no-embargo', words: none });
  }
  const by = (cause: RuledOut): Provision[] =>
    [...ruledOut].flatMap(([provision, why]) => (why === cause ? [provision] : []));
  const notThen = [...new Set(by('time').map(notInForceWords))];
  if (notThen.length > 0) reasons.push({ reason: 'not-in-force', words: `${notThen.join('; ')}.` });
  if (reasons.length > 0) return reasons;
  if (by('goods').length > 0) {
    const regimes = law.regimes.filter(({ id }) => by('goods').some(({ regime }) => regime === id));
    const of =
      question.item === null ? '' : ` of ${GOODS[question.item] ?? question.item.replaceAll('_', ' ')}`;
    const words = `No prohibition covers this ${question.kind}${of} under: ${regimes.map(({ name }) => name).join('; ')}.`;
    return [{ reason: 'not-covered', words }];
  }
  const known = law.regimes.map(({ id }) => id).join(', ');
  const words = `No prohibition of the regimes at hand (${known}) names these parties in this direction; another law may.`;
  return [{ reason: 'no-regime', words }];
}

/** A class that is no word by itself. */
const GOODS: Readonly<Partial<Record<ItemClass, string>>> = { other: 'other goods' };

const notInForceWords = (provision: Provision): string =>
  `${citationOf(provision)}, was not in force at the time (${provision.in_force
    .map(({ from, to }) => (to === null ? `since ${from}` : `from ${from} to ${to}`))
    .join(', ')})`;
