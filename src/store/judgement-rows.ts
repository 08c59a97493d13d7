import { TallymanError } from '../core/errors.js';
import { anchored, type Thread } from '../model/anchor.js';
import type { Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import { judgedClaim } from '../model/edit.js';
import { standingOf, type Judgement, type PlacedJudgement } from '../model/judgement.js';
import { claimRow } from './claim-row.js';
import { noteChange } from './ledger-changes.js';
import { PAGE, paged } from './paging.js';
import type { Db } from './schema.js';
import { keyText } from './stored-text.js';

/** Adds a judgement, and has its claim stand by it. */
export async function addJudgement(db: Db, judgement: Judgement): Promise<void> {
  const { id, supersedes, source, claim } = judgement;
  const document = await lockListed(db, claim);
  const known = await db.selectFrom('judgements').select('id').where('id', '=', id).executeTakeFirst();
  if (known) return;
  const last = await lastOn(db, claim.id);
  if ((last?.id ?? null) !== supersedes)
    throw new TallymanError('outdated', 'the claim was judged meanwhile', claim.id);
  const thread = last?.thread ?? id;
  await db
    .insertInto('judgements')
    .values({ id, thread, supersedes, source, claim: keyText(claim.id), body: JSON.stringify(judgement) })
    .execute();
  await anchor(db, thread, claim.id);
  await placeJudgements(db, document);
}

/**
 * Has the claims of a document stand as the judgements on its source have them; each judgement on the claim that is the
 * one that was judged. Nothing is done where another document of the source is listed.
 */
export async function placeJudgements(db: Db, document: Document): Promise<void> {
  const threads = await threadsOn(db, document.source);
  if (threads.size === 0) return;
  await noteChange(db, [document.id]);
  const rows = await db
    .selectFrom('claims as c')
    .innerJoin('documents as d', 'd.extraction', 'c.extraction')
    .innerJoin('sources as s', 's.document', 'd.id')
    .select((eb) => ['c.extraction', 'c.index', 'c.verdict', eb.fn.coalesce('c.read', 'c.body').as('read')])
    .where('d.id', '=', keyText(document.id))
    .orderBy('c.index')
    .execute();
  const claims = rows.map(({ read }) => read);
  const places = anchored([...threads.values()], claims, document.text);
  const standing = new Map<Claim, Claim>();
  for (const [n, [thread, { history }]] of [...threads].entries()) {
    const claim = places[n] ?? null;
    const stands = claim === null ? null : standsAs(claim, history);
    await anchor(db, thread, stands === null ? null : (claim?.id ?? null));
    if (claim !== null && stands !== null) standing.set(claim, stands);
  }
  for (const { extraction, index, read, verdict } of rows) {
    const stands = standing.get(read) ?? read;
    if (stands === read && verdict === null) continue;
    await db
      .updateTable('claims')
      .set({
        ...claimRow(stands, extraction, document),
        read: stands === read ? null : JSON.stringify(read),
        verdict: stands.judgement?.verdict ?? null,
      })
      .where('extraction', '=', extraction)
      .where('index', '=', index)
      .execute();
  }
}

/** The claim as judged; null where an edit no longer fits what a newer extractor read. */
function standsAs(claim: Claim, history: readonly Judgement[]): Claim | null {
  try {
    return judgedClaim(claim, standingOf(history));
  } catch (error) {
    if (error instanceof TallymanError) return null;
    throw error;
  }
}

/** Judgements in their order, those on one claim where it is named. */
export async function* listJudgements(db: Db, claim?: string): AsyncGenerator<PlacedJudgement> {
  interface Row {
    readonly seq: number;
    readonly body: Judgement;
    readonly claim: string | null;
  }
  const rows = paged<Row>((last) => {
    let query = db
      .selectFrom('judgements as j')
      .leftJoin('anchors as a', 'a.thread', 'j.thread')
      .select((eb) => [
        'j.seq',
        'j.body',
        // Between a newer reader's document and its claims, nothing is there for a judgement to stand on.
        eb
          .selectFrom('claims as c')
          .innerJoin('documents as d', 'd.extraction', 'c.extraction')
          .innerJoin('sources as s', 's.document', 'd.id')
          .whereRef('c.id', '=', 'a.claim')
          .select('c.id')
          .limit(1)
          .as('claim'),
      ])
      .where('j.claim', 'is not', null)
      .$narrowType<{ body: Judgement }>()
      .orderBy('j.seq')
      .limit(PAGE);
    if (claim !== undefined) {
      const key = keyText(claim);
      query = query.where((eb) =>
        eb.or([
          eb('a.claim', '=', key),
          eb(
            'j.thread',
            'in',
            eb.selectFrom('judgements as k').select('k.thread').where('k.claim', '=', key),
          ),
        ]),
      );
    }
    if (last) query = query.where('j.seq', '>', last.seq);
    return query.execute();
  });
  for await (const { body, claim: place } of rows) yield { judgement: body, claim: place };
}

export async function latestJudgement(db: Db): Promise<string | null> {
  const row = await db
    .selectFrom('judgements')
    .select('id')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The document of a listed claim, locked: two judgements on it come one after the other. */
async function lockListed(db: Db, claim: Claim): Promise<Document> {
  const row = await db
    .selectFrom('documents as d')
    .innerJoin('sources as s', 's.document', 'd.id')
    .innerJoin('claims as c', 'c.extraction', 'd.extraction')
    .select('d.body')
    .where('d.id', '=', keyText(claim.doc))
    .where('c.id', '=', keyText(claim.id))
    .forUpdate('d')
    .executeTakeFirst();
  if (!row) throw new TallymanError('not-found', 'the case as it stands has no such claim', claim.id);
  return row.body;
}

/** The last judgement of the thread that stands on a claim. */
async function lastOn(db: Db, claim: string): Promise<{ id: string; thread: string } | undefined> {
  return db
    .selectFrom('judgements as j')
    .innerJoin('anchors as a', 'a.thread', 'j.thread')
    .select(['j.id', 'j.thread'])
    .where('a.claim', '=', keyText(claim))
    .orderBy('j.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}

async function threadsOn(db: Db, source: string): Promise<Map<string, Thread & { history: Judgement[] }>> {
  const rows = await db
    .selectFrom('judgements as j')
    .leftJoin('anchors as a', 'a.thread', 'j.thread')
    .select(['j.thread', 'j.body', 'a.claim'])
    .where('j.source', '=', keyText(source))
    .$narrowType<{ body: Judgement }>()
    .orderBy('j.seq')
    .execute();
  const threads = new Map<string, Thread & { history: Judgement[] }>();
  for (const { thread, body, claim } of rows) {
    const known = threads.get(thread);
    if (known) known.history.push(body);
    else threads.set(thread, { history: [body], claim });
  }
  return threads;
}

async function anchor(db: Db, thread: string, claim: string | null): Promise<void> {
  const place = claim === null ? null : keyText(claim);
  await db
    .insertInto('anchors')
    .values({ thread, claim: place })
    .onConflict((c) => c.column('thread').doUpdateSet({ claim: place }))
    .execute();
}
