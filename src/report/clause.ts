import type { Claim } from '../model/claim.js';
import type { Kind } from '../model/enums.js';
import type { Names } from '../ledger/names.js';
import { bounds, figure, sourceWords } from './figure.js';
import { goodsWords, type Terms } from './goods.js';
import { atPlace, listed, partyName } from './people.js';
import { AGREEMENT_WORD, BACKWARD_WORDING, BY_MODE, CARRIER, KIND_NAMES, OUTCOME_VERBS } from './phrases.js';

/** What is said to have happened, before tense, denial or doubt is put to it. */
export interface Clause {
  readonly subject: string;
  /** "delivered", after "had". */
  readonly done: string;
  /** "deliver", after "would" or "may have" (then with `done`). */
  readonly todo: string;
  /** What follows the verb, with a space before it. */
  readonly rest: string;
  /** A verb that takes no tense, such as "could hold". */
  readonly fixed?: string;
}

interface Context {
  readonly names: Names;
  readonly terms: Terms;
  /** The claim to which `relation.claim` points; null where it stands elsewhere. */
  readonly related: Claim | null;
}

type Handler = (claim: Claim, context: Context) => Clause;

export const CLAUSES: Readonly<Record<Kind, Handler>> = {
  transfer: (claim, { names, terms }) => {
    const goods = goodsWords(claim, terms);
    const to = claim.recipient === null ? '' : ` to ${partyName(claim.recipient, names)}`;
    return claim.supplier === null
      ? passive(goods, 'transferred', `${to}${carriage(claim, { afterParty: to !== '' })}`)
      : active(
          partyName(claim.supplier, names),
          'transferred',
          'transfer',
          ` ${goods}${to}${carriage(claim, { afterParty: to !== '' })}`,
        );
  },

  capacity: (claim, { names, terms, related }) => {
    const alternative = claim.relation?.type === 'alternative_to' ? related : null;
    const load =
      claim.relation?.type === 'given' && related !== null ? goodsWords(related, terms) : 'the load';
    const from = claim.supplier === null ? '' : ` sent by ${partyName(claim.supplier, names)}`;
    const to =
      claim.recipient === null ? '' : `${from === '' ? ' sent' : ''} to ${partyName(claim.recipient, names)}`;
    const or = alternative === null ? '' : `, as an alternative to ${goodsWords(alternative, terms)}`;
    const goods = goodsWords(claim, terms);
    return {
      subject: `${load}${from}${to}`,
      done: 'held',
      todo: 'hold',
      fixed: 'could hold',
      rest: ` ${goods}${or}`,
    };
  },

  movement: (claim, { terms }) => {
    const { quantity, item, route } = claim;
    if (quantity?.unit === 'voyage' || quantity?.unit === 'flight') {
      return passive(goodsWords({ ...claim, item: null }, terms), 'made', carriage(claim), 'be made');
    }
    const [mode] = route?.mode ?? [];
    const vessel = route?.vessel ?? null;
    if (quantity === null && item === null) {
      const mover = vessel !== null ? `the ${several(vessel)}` : mode === undefined ? 'cargo' : CARRIER[mode];
      const rest = carriage(claim, { aboard: vessel === null, byMode: false });
      return active(mover, 'travelled', 'travel', rest === '' ? '' : rest);
    }
    return active(goodsWords(claim, terms), 'moved', 'move', carriage(claim));
  },

  use: (claim, { names, terms }) => {
    const goods = goodsWords(claim, terms);
    const against = claim.target === null ? '' : ` against ${partyName(claim.target, names)}`;
    const rest = `${against}${at(claim, names)}${from(claim)}`;
    const attacks = claim.quantity?.unit === 'attack';
    if (claim.actor === null) return passive(goods, attacks ? 'carried out' : 'used', rest);
    const actor = partyName(claim.actor, names);
    return attacks
      ? active(actor, 'carried out', 'carry out', ` ${goods}${rest}`)
      : active(actor, 'used', 'use', ` ${goods}${rest}`);
  },

  deployment: (claim, { names, terms }) => {
    const people = goodsWords(claim, terms);
    const destination = claim.place ?? claim.route?.destination ?? null;
    const to = destination === null ? '' : ` ${atPlace(destination, names).replace(/\b(?:at|in) /g, 'to ')}`;
    return claim.actor === null
      ? passive(people, 'deployed', to)
      : active(partyName(claim.actor, names), 'deployed', 'deploy', ` ${people}${to}`);
  },

  casualty: (claim, { names, terms }) => {
    const whose = claim.target === null ? '' : ` of ${partyName(claim.target, names)}`;
    const [done, todo] = OUTCOME_VERBS[claim.outcome ?? 'unstated'];
    return active(`${goodsWords(claim, terms)}${whose}`, done, todo, at(claim, names));
  },

  interdiction: (claim, { names, terms }) => {
    const sent = claim.supplier === null ? '' : ` sent by ${partyName(claim.supplier, names)}`;
    const meant = claim.recipient === null ? '' : ` meant for ${partyName(claim.recipient, names)}`;
    const between = sent !== '' && meant !== '' ? ' and' : '';
    const subject = `${goodsWords(claim, terms)}${sent}${between}${meant}`;
    const boarded = claim.quantity?.unit === 'vessel';
    return passive(
      subject,
      boarded ? 'boarded or stopped' : 'seized or intercepted',
      `${at(claim, names)}${carriage(claim, { byMode: false })}`,
    );
  },

  assistance: (claim, { names, terms }) => {
    const help = goodsWords(claim, terms);
    const to = claim.recipient === null ? '' : ` to ${partyName(claim.recipient, names)}`;
    return claim.supplier === null
      ? passive(help, 'provided', `${to}${at(claim, names)}`)
      : active(partyName(claim.supplier, names), 'provided', 'provide', ` ${help}${to}${at(claim, names)}`);
  },

  agreement: (claim, { names, terms }) => {
    const what = agreementWords(claim, terms);
    const parties = [claim.supplier, claim.recipient].flatMap((one) =>
      one === null ? [] : [partyName(one, names)],
    );
    return parties.length === 0
      ? passive(what, 'concluded', '')
      : active(listed(parties), 'concluded', 'conclude', ` ${what}`);
  },

  investigation: (claim, { names, terms }) => {
    const { item } = claim;
    const about =
      item === null || (item.class === null && BACKWARD_WORDING.test(item.wording))
        ? ''
        : ` concerning ${goodsWords(claim, terms)}`;
    const parties = [claim.supplier, claim.recipient, claim.actor, claim.target].flatMap((one) =>
      one === null ? [] : [partyName(one, names)],
    );
    const involving = parties.length === 0 ? '' : ` (involving ${listed(parties)})`;
    return passive(
      'an investigation or proceedings',
      'opened or pursued',
      `${about}${involving}${at(claim, names)}`,
    );
  },
};

/** "a partnership treaty", "an agreement on cartridges", "an agreement worth $2 million", "eight contracts". */
function agreementWords(claim: Claim, terms: Terms): string {
  const { item, quantity } = claim;
  if (item === null && quantity === null) return 'an agreement';
  if (quantity?.unit === 'usd') return `an agreement worth ${goodsWords({ ...claim, item: null }, terms)}`;
  if (quantity?.unit === 'item' && (item?.class ?? null) === null) {
    return `${figure(bounds(quantity) ?? sourceWords(quantity.wording))} agreements or contracts`;
  }
  const named = item !== null && AGREEMENT_WORD.test(item.wording) && !BACKWARD_WORDING.test(item.wording);
  const goods = goodsWords(claim, terms);
  return named || goods === 'an agreement' ? goods : `an agreement on ${goods}`;
}

const active = (subject: string, done: string, todo: string, rest: string): Clause => ({
  subject,
  done,
  todo,
  rest,
});

const passive = (subject: string, done: string, rest: string, todo = `be ${done}`): Clause => ({
  subject,
  done: `been ${done}`,
  todo,
  rest,
});

const at = (claim: Claim, names: Names): string =>
  claim.place === null ? '' : ` ${atPlace(claim.place, names)}`;

const from = (claim: Claim): string =>
  claim.route?.origin ? `, launched from ${several(claim.route.origin)}` : '';

/** A slot that names several ("Rajin, Rason"). */
const several = (slot: string): string => listed(slot.split(', ').map((one) => sourceWords(one)));

/** " by sea from A via B to C aboard D". */
function carriage(claim: Claim, { aboard = true, byMode = true, afterParty = false } = {}): string {
  const { route } = claim;
  if (route === null) return '';
  const modes = byMode ? listed(route.mode.map((mode) => BY_MODE[mode])) : '';
  const parts = [
    modes,
    route.origin && `from ${several(route.origin)}`,
    route.via.length > 0 && `via ${listed(route.via.map((one) => sourceWords(one)))}`,
    route.destination && `to ${several(route.destination)}`,
    aboard && route.vessel && `aboard the ${several(route.vessel)}`,
  ].filter((part) => typeof part === 'string' && part !== '');
  if (parts.length === 0) return '';
  return `${afterParty && (route.destination !== null || route.origin !== null) ? ', ' : ' '}${parts.join(' ')}`;
}

/** What a claim is about in a few words, for tables: "transfer, North Korea to Russia". */
export function subjectLine(claim: Claim, names: Names): string {
  const name = (party: string | null): string | null => (party === null ? null : partyName(party, names));
  const [from, to] =
    claim.kind === 'use' || claim.kind === 'casualty' || claim.kind === 'deployment'
      ? [name(claim.actor), name(claim.target)]
      : [name(claim.supplier), name(claim.recipient)];
  const link = claim.kind === 'use' ? 'against' : claim.kind === 'agreement' ? 'and' : 'to';
  const parties =
    from !== null && to !== null
      ? `${from} ${link} ${to}`
      : (from ?? (to === null || claim.kind === 'casualty' ? to : `${link} ${to}`));
  return [KIND_NAMES[claim.kind], parties].filter((part) => part !== null).join(', ');
}
