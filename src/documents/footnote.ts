const TITLE = /[“"«‘][^”"»’]{0,300}[”"»’]/gu;
const VERB =
  /(?<!\b(?:as|and|first|last|originally)\s)(?<=\p{L}\s)(?:is|are|was|were|has|have|had|will|would|could|can|may|might|did|does|do|said|told|stated|wrote|denied|confirmed|claimed|informed|replied|responded|reported|estimated|announced|declined|noted|added|provided|sent|remains?|shows?|states?|says?|includes?|refers?|explained|argued|concluded|believes?|assess(?:es|ed))\s+(?!by\b)\p{L}/u;
const POINTER =
  /^(?:\[?\d{1,3}\]?[.)]?\s*|[*†‡§]+\s*)?(?:see|ibid|cf|idem|op\. cit|on file|available|accessed|https?:)/iu;

/**
 * Whether a footnote tells something in a sentence of its own. A reference to a source carries no claim: where it was
 * published, and under what title, is no statement of the page that cites it.
 */
export function tellsSomething(note: string): boolean {
  const text = note.replace(TITLE, ' ').replace(/https?:\/\/\S+/gu, ' ');
  return text
    .split(/(?<=[.;])\s+/u)
    .some((part) => !POINTER.test(part) && VERB.test(part) && /\p{Ll}\s+\p{Ll}/u.test(part));
}
