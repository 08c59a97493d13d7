import { z } from 'zod';
import { findingChangeSchema } from '../model/change.js';
import { strikeCaseSchema } from '../model/strike-case.js';
import { questionsIn } from '../pipeline/assessing.js';
import { diff } from '../pipeline/diff.js';
import { evidenceById } from '../pipeline/evidence.js';
import { TallymanError } from '../core/errors.js';
import { SecondOpinions } from '../pipeline/second-opinion.js';
import { strikes } from '../pipeline/strikes.js';
import { TIMELINE_TYPES, timeline } from '../pipeline/timeline.js';
import { mapOf } from '../pipeline/map.js';
import { endpoint, type Endpoint } from './endpoint.js';
import { collected, pageOfList } from './pages.js';
import type { ServedCase } from './served-case.js';
import { disagreement, strikeDetail, timelineEntry } from './wire-ledger.js';
import { map } from './wire-map.js';
import { question } from './wire-tables.js';
import { day, idParams, pageOf, pageQuery } from './wire.js';

const knownOn = { as_of: day.optional(), known_to: z.enum(['world', 'case']).default('world') };

const strikesOn = (served: ServedCase, as_of: string | undefined, knownTo: 'world' | 'case') =>
  served.once(`strikes ${as_of ?? ''} ${knownTo}`, () =>
    strikes(served.open, { day: as_of ?? null, knownTo }),
  );

export const LEDGER_ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    path: '/strikes',
    tag: 'ledger',
    summary: 'Strikes of which claims say a day, with every step of how far each is established; by date.',
    query: z.strictObject({ ...pageQuery, ...knownOn }),
    reply: pageOf(strikeCaseSchema),
    handle: async (served, { query: { as_of, known_to, ...paging } }) =>
      pageOfList(
        await strikesOn(served, as_of, known_to),
        paging,
        ['strikes', as_of ?? null, known_to],
        ({ id }) => id,
      ),
  }),
  endpoint({
    path: '/strikes/{id}',
    tag: 'ledger',
    summary: 'A strike with every claim of it.',
    params: idParams,
    reply: strikeDetail,
    handle: async (served, { params }) => {
      const strike = (await strikesOn(served, undefined, 'world')).find(({ id }) => id === params.id);
      if (strike === undefined) throw new TallymanError('not-found', 'no strike has this id', params.id);
      return { strike, claims: await evidenceById(served.open, strike.claims) };
    },
  }),
  endpoint({
    path: '/questions',
    tag: 'ledger',
    summary:
      'What an analyst should ask about the findings: implausible figures, dates and voyages, arithmetic, units.',
    query: z.strictObject(pageQuery),
    reply: pageOf(question),
    handle: async (served, { query }) =>
      pageOfList(
        await served.once('questions', () => collected(questionsIn(served.open))),
        query,
        ['questions'],
        (one) => JSON.stringify(one),
      ),
  }),
  endpoint({
    path: '/disagreements',
    tag: 'ledger',
    summary: 'Where the second reader and the rules do not say the same.',
    query: z.strictObject(pageQuery),
    reply: pageOf(disagreement),
    handle: async (served, { query }) =>
      pageOfList(
        await served.once('disagreements', async () => [
          ...(await SecondOpinions.of(served.open)).disagreements(),
        ]),
        query,
        ['disagreements'],
        ({ document, first, second }) => JSON.stringify([document, first?.id ?? null, second?.id ?? null]),
      ),
  }),
  endpoint({
    path: '/diff',
    tag: 'ledger',
    summary:
      'What changed in the ledger between two days, by which claims and judgements; sorted by finding.',
    query: z.strictObject({
      ...pageQuery,
      from: day,
      /** As it stands where it is left out. */
      to: day.optional(),
      known_to: z.enum(['world', 'case']).default('world'),
      standard: z.string().max(100).optional(),
    }),
    reply: pageOf(findingChangeSchema),
    handle: async (served, { query: { from, to, known_to, standard, ...paging } }) => {
      const key = `diff ${JSON.stringify([from, to ?? null, known_to, standard ?? null])}`;
      const changes = await served.once(key, () =>
        collected(diff(served.open, { from, to: to ?? null, knownTo: known_to, standard })),
      );
      return pageOfList(changes, paging, key, ({ finding }) => finding);
    },
  }),
  endpoint({
    path: '/timeline',
    tag: 'ledger',
    summary:
      'Statements, transfers, movements, strikes, seizures and agreements by date; what only repeats another is left out.',
    query: z.strictObject({
      ...pageQuery,
      type: z.enum(TIMELINE_TYPES).optional(),
      party: z.string().max(10).optional(),
      from: day.optional(),
      to: day.optional(),
    }),
    reply: pageOf(timelineEntry),
    handle: async (served, { query: { limit, cursor, type, party, from, to } }) => {
      const all = await served.once('timeline', async () =>
        timeline(served.open, await strikesOn(served, undefined, 'world')),
      );
      const entries = all.filter(
        (entry) =>
          (type === undefined || entry.type === type) &&
          (party === undefined || entry.parties.includes(party)) &&
          (from === undefined || entry.to === null || entry.to >= from) &&
          (to === undefined || entry.from === null || entry.from <= to),
      );
      return pageOfList(
        entries,
        { limit, cursor },
        ['timeline', type ?? null, party ?? null, from ?? null, to ?? null],
        (entry) => `${entry.type} ${entry.claim}`,
      );
    },
  }),
  endpoint({
    path: '/map',
    tag: 'ledger',
    summary:
      'Routes, ports, strikes and seizures as GeoJSON, each with its days and claims, and what has no known coordinates.',
    query: z.strictObject({ from: day.optional(), to: day.optional() }),
    reply: map,
    handle: async (served, { query: { from, to } }) =>
      served.once(`map ${from ?? ''} ${to ?? ''}`, async () =>
        mapOf(served.open, await strikesOn(served, undefined, 'world'), {
          from: from ?? null,
          to: to ?? null,
        }),
      ),
  }),
];
