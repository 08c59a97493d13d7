import type { Standing } from '../model/finding.js';
import { LETTERS } from '../model/ledger-tables.js';
import { relate } from './relation.js';
import { compare } from './statement-date.js';
import { atLeast, byLetter, opposes, qualifies, type Weighing } from './weighing.js';
import { oneEnd, sameStart } from './window.js';

/**
 * Credibility of a claim, by the Admiralty system: 1 confirmed by other sources, 2 probably true, 3 possibly true,
 * 4 doubtful, 5 improbable, 6 cannot be judged.
 */
export interface Credibility {
  readonly number: 1 | 2 | 3 | 4 | 5 | 6;
  readonly why: string;
}

/** A claim is held against this many statements of other origins: the best sources' newest. */
const PEERS = 64;
/** And against this many of one origin. */
export const PEERS_OF_ORIGIN = 8;

/** What other origins say for and against a claim. */
interface Word {
  /** Origins that say the same of the same time. */
  readonly confirm: ReadonlySet<string>;
  /** Of those, the ones of a fairly reliable source. */
  readonly firm: ReadonlySet<string>;
  /** Origins whose word fits with it and confirms nothing. */
  readonly fit: ReadonlySet<string>;
  /** Origins whose figure excludes this one. */
  readonly exclude: ReadonlySet<string>;
  /** Known origins that say it was not so, and have nothing of their own to defend. */
  readonly deny: ReadonlySet<string>;
}

/** Grades each statement that is no echo; the order of the statements plays no part but for age. */
export function credibilityIn(weighing: Weighing): (standing: Standing) => Credibility {
  const peers = peersIn(weighing);
  return (standing) => gradeBy(standing, wordOn(standing, peers, weighing));
}

/** The statements that others are held against: those that stand, and denials. */
function peersIn(weighing: Weighing): Standing[] {
  const standing = weighing.standings.filter((one) => !one.affirmed || qualifies(one, weighing));
  const taken = new Map<string, number>();
  return [...standing]
    .sort((a, b) => byLetter(a, b) || compare(b.day ?? '', a.day ?? '') || a.at - b.at)
    .filter(({ origin }) => {
      const count = taken.get(origin) ?? 0;
      taken.set(origin, count + 1);
      return count < PEERS_OF_ORIGIN;
    })
    .slice(0, PEERS);
}

function wordOn(standing: Standing, peers: readonly Standing[], { context }: Weighing): Word {
  const word = {
    confirm: new Set<string>(),
    firm: new Set<string>(),
    fit: new Set<string>(),
    exclude: new Set<string>(),
    deny: new Set<string>(),
  };
  for (const peer of peers) {
    if (peer.origin === standing.origin) continue;
    const { relation } = relate(standing, peer, context);
    if (relation === 'contradicts') {
      if (peer.affirmed) word.exclude.add(peer.origin);
      else if (opposes(peer)) word.deny.add(peer.origin);
    } else if (confirms(standing, peer, relation, context.event)) {
      word.confirm.add(peer.origin);
      if (atLeast(peer.source.letter, 'C')) word.firm.add(peer.origin);
    } else if (peer.affirmed === standing.affirmed && relation !== 'not-comparable') {
      word.fit.add(peer.origin);
    }
  }
  return word;
}

/** Whether a peer says the same: of one time by figures that meet; without a figure, that it was so at all. */
function confirms(standing: Standing, peer: Standing, relation: string, event: boolean): boolean {
  if (peer.affirmed !== standing.affirmed || peer.group !== standing.group) return false;
  if (standing.interval === null) return true;
  if (relation !== 'agrees' && relation !== 'refines') return false;
  return event || (sameStart(standing.window, peer.window) && oneEnd(standing.window, peer.window, false));
}

const graded = (number: Credibility['number'], why: string): Credibility => ({ number, why });

function gradeBy(standing: Standing, word: Word): Credibility {
  const { affirmed, modality, source } = standing;
  if (modality === 'planned' || modality === 'investigated')
    return graded(6, modality === 'planned' ? 'it speaks of what is planned' : 'it is under investigation');
  if (!affirmed) return denialGrade(standing, word);
  const against = word.exclude.size + word.deny.size;
  const confirmed = word.firm.size > 0 || word.confirm.size > 1;
  const weak = modality === 'alleged' || modality === 'possible';
  if (confirmed && against === 0) return graded(weak ? 2 : 1, `confirmed by ${origins(word.confirm)}`);
  if (confirmed || word.confirm.size > 0)
    return against > 0
      ? graded(3, `said by ${origins(word.confirm)} too, against ${againstWords(word)}`)
      : graded(2, `said by ${origins(word.confirm)} too, of which nothing is known`);
  if (against > 1) return graded(5, `against ${againstWords(word)}, and nobody else says so`);
  if (against === 1) return graded(4, `against ${againstWords(word)}, and nobody else says so`);
  if (weak) return graded(4, modality === 'possible' ? 'said to be possible alone' : 'alleged alone');
  if (word.fit.size > 0) return graded(2, `fits with the word of ${origins(word.fit)}`);
  if (atLeast(source.letter, 'B') && modality !== 'reported')
    return graded(2, 'a usually reliable source, which nobody else contradicts or confirms');
  if (source.letter === 'F') return graded(6, 'nobody else says anything of it, and its source is unknown');
  return graded(3, 'nobody else says anything of it');
}

function denialGrade({ source }: Standing, { confirm, exclude }: Word): Credibility {
  if (exclude.size > 1) return graded(5, `a denial of the word of ${origins(exclude)}`);
  if (exclude.size === 1) return graded(4, `a denial of the word of ${origins(exclude)}`);
  if (confirm.size > 0) return graded(3, `a denial, as by ${origins(confirm)}`);
  return source.letter === 'F'
    ? graded(6, 'a denial by an unknown source')
    : graded(3, 'a denial, which nothing stands against');
}

/** Names of origins, few enough to be read. */
function origins(names: ReadonlySet<string>): string {
  const sorted = [...names].sort(compare);
  return sorted.length > 3
    ? `${sorted.slice(0, 3).join(', ')} and ${sorted.length - 3} more`
    : [sorted.slice(0, -1).join(', '), sorted.at(-1)].filter((part) => part !== '').join(' and ');
}

const againstWords = ({ exclude, deny }: Word): string =>
  [
    exclude.size === 0 ? null : `the figure of ${origins(exclude)}`,
    deny.size === 0 ? null : `the denial of ${origins(deny)}`,
  ]
    .filter((part) => part !== null)
    .join(' and ');

/** What a grade is worth: the less the better. The letter and the number weigh the same; then the number decides. */
export const gradeRank = ({ source }: Standing, { number }: Pick<Credibility, 'number'>): number =>
  (LETTERS.indexOf(source.letter) + number) * 10 + number;

/** What the grade of a statement can be worth at best, whatever others say. */
export const bestRank = (standing: Standing): number => gradeRank(standing, { number: 1 });
