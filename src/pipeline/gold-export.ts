import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { TallymanError, messageOf, systemCode } from '../core/errors.js';
import { claimBodySchema, type Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import type { Source } from '../model/source.js';
import { annotatedText, type AnnotatedText } from './annotated-text.js';
import type { OpenCase } from './open-case.js';
import { writeWhole } from './write-file.js';

/** What became of one document. */
export interface ExportedDocument {
  /** Of its two files. */
  readonly name: string;
  readonly document: string;
  readonly title: string | null;
  readonly claims: number;
  /** Of its claims, those on which a judgement is in force. */
  readonly judged: number;
  readonly written: boolean;
}

/**
 * Writes documents whose claims have all been judged as an annotated folder: NAME.txt, and the claims that were not
 * rejected, as they stand, in NAME.jsonl. Files of these names are replaced.
 * @param options.all takes the other documents, too; their claims that nobody judged stand as they were read
 * @throws TallymanError `unreadable` or `disk-full` where the folder cannot be written
 */
export async function exportGold(
  open: OpenCase,
  folder: string,
  options: { readonly all: boolean },
): Promise<readonly ExportedDocument[]> {
  await makeFolder(folder);
  const exported: ExportedDocument[] = [];
  for await (const document of open.store.documents()) {
    const claims = await claimsOf(open, document);
    const source = await open.store.source(document.source);
    const name = nameOf(document, source);
    const judged = claims.filter((claim) => claim.judgement !== undefined).length;
    const written = options.all || (claims.length > 0 && judged === claims.length);
    if (written) {
      const { text, spanIn } = annotatedText(document);
      await writeWhole(join(folder, `${name}.txt`), text);
      await writeWhole(join(folder, `${name}.jsonl`), annotations(claims, name, spanIn));
    }
    const { id, title } = document;
    exported.push({ name, document: id, title, claims: claims.length, judged, written });
  }
  return exported;
}

/** All claims of a document as they stand, the rejected ones too, in their order. */
async function claimsOf({ store }: OpenCase, { id }: Document): Promise<Claim[]> {
  const claims: Claim[] = [];
  for await (const claim of store.claims({ document: id })) claims.push(claim);
  for await (const claim of store.claims({ document: id, verdict: 'rejected' })) claims.push(claim);
  return claims.sort((a, b) => a.index - b.index);
}

/** The claims that stand, a line each; `relation` counts lines, and points nowhere where its claim was rejected. */
function annotations(claims: readonly Claim[], name: string, spanIn: AnnotatedText['spanIn']): string {
  const standing = claims.filter(({ judgement }) => judgement?.verdict !== 'rejected');
  const lineOf = new Map(standing.map(({ index }, line) => [index, line]));
  return standing
    .map((claim) => {
      const { relation, ...body } = claimBodySchema.parse({ ...claim, doc: name, span: spanIn(claim.span) });
      const place = relation === null ? null : (lineOf.get(relation.claim ?? -1) ?? null);
      return `${JSON.stringify({ ...body, relation: relation && { ...relation, claim: place } })}\n`;
    })
    .join('');
}

const NAME_LENGTH = 60;

/** From the source's file name and hash: readable, unlike any other, and the same whatever reads the source. */
function nameOf(document: Document, source: Source | null): string {
  const uri = source?.origins[0]?.uri ?? '';
  const file = /([^/!?#]+?)(?:\.\w{1,5})?(?:[?#].*)?$/.exec(uri)?.[1] ?? '';
  const slug = file
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, NAME_LENGTH)
    .replace(/^-+|-+$/g, '');
  return `${slug === '' ? 'document' : slug}-${document.source.slice(0, 8)}`;
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    if (systemCode(error) === null) throw error;
    throw new TallymanError('unreadable', `cannot be made: ${messageOf(error)}`, folder, { cause: error });
  }
}
