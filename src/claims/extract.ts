import { claimBodySchema, makeClaim, type Claim, type ClaimBody } from '../model/claim.js';
import type { Document } from '../model/document.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { readClaims } from './read-sentence.js';
import { Discourse } from './discourse.js';
import { entriesOf } from './entries.js';
import type { DraftClaim } from './draft-claim.js';
import { settle } from './conventions.js';
import { PredicateReader } from './predicates.js';
import { LossWords } from './loss-words.js';
import { MentionReader } from './read-mentions.js';
import { SeizureWords } from './seizure-words.js';
import { readSentences } from './sentences.js';
import { attributionOf } from './speaker.js';
import type { Reading } from './reading.js';
import type { Trace } from './trace.js';

/** Version of the rules: another one makes new claims beside the old. */
export const VERSION = 'rules-4';

export interface Extraction {
  readonly claims: readonly Claim[];
  /** Claims that the rules made and the format refuses, with the reason. */
  readonly rejects: readonly { readonly span: readonly [number, number]; readonly reason: string }[];
}

export interface Extractor {
  readonly version: string;
  /** @param trace told how the claims came about, and what made none */
  extract(document: Document, trace?: Trace<Reading>): Extraction;
}

/** Compiles a vocabulary once; the extractor then reads any number of documents, each on its own. */
export function createExtractor(vocabulary: Vocabulary): Extractor {
  const mentions = new MentionReader(vocabulary);
  const predicates = new PredicateReader();
  const lossWords = new LossWords();
  const seizureWords = new SeizureWords();
  return {
    version: VERSION,
    extract: (document, trace) => {
      const survey = mentions.survey(document);
      const { states, camps, conflicts, people, vessels } = survey;
      const discourse = new Discourse();
      for (const name of people) discourse.met(name);
      if (document.publisher !== null)
        discourse.publishedBy(document.publisher, mentions.bodyCalled(document.publisher));
      discourse.vessels = vessels;
      discourse.entries = entriesOf(document);
      const drafts: DraftClaim[] = [];
      for (const sentence of readSentences(document)) {
        const found = readClaims({
          document,
          sentence,
          survey,
          discourse,
          mentions,
          predicates,
          lossWords,
          seizureWords,
          trace,
        });
        for (const draft of found) discourse.told(draft);
        drafts.push(...found);
      }
      const settled = settle(drafts, {
        stateOf: (place) => mentions.stateOf(place),
        homeOf: (party) => mentions.homeOf(party),
        makerOf: (model) => mentions.makerOf(model),
        isAtSea: (place) => mentions.isAtSea(place),
        conflicts,
        subject: subjectOf(states, camps, (camp) => mentions.homeOf(camp)),
        acts: discourse.acts,
        headings: document.blocks.flatMap(({ kind }, block) => (kind === 'heading' ? [block] : [])),
      });
      trace?.settled(settled);
      return toClaims(document, settled);
    },
  };
}

/** Whom a text is about: the state that it names most, or the one camp at home there which it names as often. */
function subjectOf(
  states: ReadonlyMap<string, number>,
  camps: ReadonlyMap<string, number>,
  homeOf: (camp: string) => string | null,
): string | null {
  const state = mostNamed(states);
  const count = states.get(state ?? '') ?? 0;
  const here = [...camps].filter(([camp]) => homeOf(camp) === state);
  const [camp] = here;
  return camp !== undefined && here.length === 1 && camp[1] >= count ? camp[0] : state;
}

function mostNamed(states: ReadonlyMap<string, number>): string | null {
  const [first, second] = [...states].sort((a, b) => b[1] - a[1]);
  return first !== undefined && first[1] >= 3 && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}

/** Drafts as claims; one that breaks the format is rejected with the reason, and the others stand. */
function toClaims(document: Document, drafts: readonly DraftClaim[]): Extraction {
  const bodies = drafts.map((draft) => bodyOf(document, draft));
  const checked = bodies.map((body) => claimBodySchema.safeParse(body));
  const made = drafts.flatMap((draft, i) =>
    checked[i]?.success ? [{ draft, body: bodies[i] as ClaimBody }] : [],
  );
  const valid = made.map(({ draft }) => draft);
  const claims = made.map(({ draft, body }, index) => {
    const relation =
      draft.relation === null
        ? null
        : { type: draft.relation.type, claim: indexOrNull(valid, draft.relation.to) };
    return makeClaim({ ...body, relation }, index, VERSION, draft.rules);
  });
  const rejects = checked.flatMap((result, i) =>
    result.success
      ? []
      : [
          {
            span: (drafts[i] as DraftClaim).span,
            reason: result.error.issues
              .map((issue) => `${issue.path.join('.')}: ${issue.message}`)
              .join('; '),
          },
        ],
  );
  return { claims, rejects };
}

function bodyOf(document: Document, draft: DraftClaim): ClaimBody {
  const { publisher } = document;
  const published = document.published?.edtf ?? null;
  return {
    doc: document.id,
    span: [draft.span[0], draft.span[1]],
    kind: draft.kind,
    polarity: draft.polarity,
    modality: draft.modality,
    attribution:
      draft.chain.length === 0
        ? [{ who: publisher, role: 'claimant', anonymous: false, stated: published }]
        : attributionOf(draft.chain, publisher, draft.stated),
    supplier: draft.supplier,
    recipient: draft.recipient,
    actor: draft.actor,
    target: draft.target,
    item: draft.item,
    quantity: draft.quantity,
    when: draft.when,
    route: draft.route,
    place: draft.place,
    outcome: draft.outcome,
    relation: null,
  };
}

function indexOrNull(drafts: readonly DraftClaim[], draft: DraftClaim | null): number | null {
  const index = draft === null ? -1 : drafts.indexOf(draft);
  return index < 0 ? null : index;
}
