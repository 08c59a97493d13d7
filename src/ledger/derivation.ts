import type { Derivation, KeptFinding, Standing } from '../model/finding.js';
import type { Conversion } from '../model/ledger-tables.js';
import { counts, type Flows } from './flows.js';
import { intervalWords, unitWords } from './interval-words.js';

/** A product is the figure where it lies this near to it: figures are rounded when they are told. */
const ROUNDING = 0.03;

interface Figure {
  readonly finding: KeptFinding;
  readonly standing: Standing;
  readonly value: number;
  readonly claimant: string | null;
}

/**
 * The figures on a finding that another claimant's figure in another unit gives by a factor that has been used, stated
 * on the same day or before. Nobody says that it is arithmetic, so that the claim stays what it is: whether it is a
 * count of its own is a question for the analyst.
 */
export function derivationsOn(
  finding: KeptFinding,
  conversions: readonly Conversion[],
  flows: Flows,
): Derivation[] {
  const used = conversions.filter(
    ({ to, used: factors }) => factors.length > 0 && counts(to, finding.question),
  );
  if (used.length === 0) return [];
  const others = flows.beside(finding);
  return figuresOf(finding)
    .filter(({ standing }) => finding.claims[standing.at]?.derived_from === null)
    .flatMap((figure) => {
      const found = used.flatMap((conversion) =>
        others
          .filter(({ question }) => counts(conversion.from, question))
          .flatMap((other) => sourceOf(figure, figuresOf(other), conversion) ?? []),
      );
      // The nearest product is the likeliest arithmetic.
      const [best] = found.sort(
        (a, b) => a.miss - b.miss || a.derivation.why.localeCompare(b.derivation.why, 'en'),
      );
      return best === undefined ? [] : [best.derivation];
    });
}

/** The one number of each affirmed figure: "about" and bounds around it aside. */
function figuresOf(finding: KeptFinding): Figure[] {
  return finding.standings.flatMap((standing) => {
    const { interval, affirmed, vague } = standing;
    if (!affirmed || vague || interval === null) return [];
    const value = middle(interval.low, interval.high);
    return value === null
      ? []
      : [{ finding, standing, value, claimant: finding.claims[standing.at]?.claimant ?? null }];
  });
}

const middle = (low: number | null, high: number | null): number | null =>
  low !== null && high !== null ? (low + high) / 2 : (low ?? high);

function sourceOf(
  figure: Figure,
  sources: readonly Figure[],
  { name, used, from, to }: Conversion,
): { derivation: Derivation; miss: number } | null {
  let best: { derivation: Derivation; miss: number } | null = null;
  for (const source of sources) {
    if (source.claimant === figure.claimant || !isBefore(source.standing, figure.standing)) continue;
    for (const factor of used) {
      const miss = Math.abs(source.value * factor - figure.value) / figure.value;
      if (miss > ROUNDING || (best !== null && best.miss <= miss)) continue;
      const claim = source.finding.claims[source.standing.at];
      if (claim === undefined) continue;
      const told = (value: number): string => intervalWords({ low: value, high: value });
      best = {
        miss,
        derivation: {
          claim: figure.standing.at,
          from: { finding: source.finding.id, claim: claim.claim, claimant: source.claimant },
          assumption: name,
          factor,
          why: `${told(source.value)} ${unitWords(from.unit)} of ${source.claimant ?? 'an unnamed source'} at ${told(factor)} each are ${told(source.value * factor)} ${unitWords(to.unit)}: is ${told(figure.value)} a count of its own, or this arithmetic?`,
        },
      };
    }
  }
  return best;
}

/** On the same day or before; without a day nothing can be said to come first. */
const isBefore = (a: Standing, b: Standing): boolean => a.day !== null && b.day !== null && a.day <= b.day;
