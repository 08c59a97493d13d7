import { sql } from 'kysely';
import type { Db } from './schema.js';

/** The last number that each table gave out, and the state of the ledger: no record is written without one of them. */
export async function revisionOf(db: Db): Promise<string> {
  const numbers = await db
    .selectNoFrom((eb) => [
      eb.selectFrom('ledger').select('state').as('ledger'),
      eb.selectFrom('sources').select(last('seq')).as('sources'),
      eb.selectFrom('origins').select(last('seq')).as('origins'),
      eb.selectFrom('readings').select(last('seq')).as('readings'),
      eb.selectFrom('extractions').select(last('id')).as('extractions'),
      eb.selectFrom('judgements').select(last('seq')).as('judgements'),
      eb.selectFrom('hand_claims').select(last('seq')).as('hand_claims'),
      eb.selectFrom('lists').select(last('seq')).as('lists'),
      eb.selectFrom('second_readings').select(last('seq')).as('second_readings'),
      eb.selectFrom('ledger_changes').select(last('change')).as('changes'),
    ])
    .executeTakeFirstOrThrow();
  return JSON.stringify(numbers);
}

const last = (column: string) => sql<number | null>`max(${sql.ref(column)})`.as('n');
