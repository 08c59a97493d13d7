import { z } from 'zod';
import { citationOf } from '../model/provision.js';
import { provisionsOf } from '../pipeline/provisions.js';
import { endpoint, type Endpoint } from './endpoint.js';
import { pageOfList } from './pages.js';
import { conversion, provision, standard } from './wire-tables.js';
import { day, pageOf, pageQuery } from './wire.js';

export const LAW_ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    path: '/provisions',
    tag: 'law',
    summary: 'Provisions as data, of one regime, or as they stood on a day; docs/law.md explains the fields.',
    query: z.strictObject({ ...pageQuery, regime: z.string().max(60).optional(), on: day.optional() }),
    reply: pageOf(provision),
    handle: ({ open }, { query: { limit, cursor, regime, on } }) => {
      const filter = { ...(regime === undefined ? {} : { regime }), ...(on === undefined ? {} : { on }) };
      const all = provisionsOf(open.law(), filter).map((each) => ({ ...each, citation: citationOf(each) }));
      return Promise.resolve(
        pageOfList(all, { limit, cursor }, ['provisions', regime ?? null, on ?? null], ({ id }) => id),
      );
    },
  }),
  endpoint({
    path: '/standards',
    tag: 'law',
    summary: 'The standards that decide what is a finding, reported or alleged.',
    query: z.strictObject(pageQuery),
    reply: pageOf(standard),
    handle: ({ open }, { query }) =>
      Promise.resolve(
        pageOfList(
          open
            .tables()
            .standards.map((each) => ({ ...each, in_use: each.name === open.folder.config.standard })),
          query,
          ['standards'],
          ({ name }) => name,
        ),
      ),
  }),
  endpoint({
    path: '/conversions',
    tag: 'law',
    summary:
      'The assumptions by which a figure is set beside one in another unit, each with its range, source and owner.',
    query: z.strictObject(pageQuery),
    reply: pageOf(conversion),
    handle: ({ open }, { query }) =>
      Promise.resolve(pageOfList(open.tables().conversions, query, ['conversions'], ({ name }) => name)),
  }),
];
