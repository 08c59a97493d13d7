/** What the head of a memo, letter or note says in its labelled lines. */
export interface MemoHead {
  readonly title: string | null;
  readonly from: string | null;
  /** Positions of its lines among those given. */
  readonly lines: ReadonlySet<number>;
}

const LABELS = {
  title: /^(?:subject|subj|re|betreff|objet|asunto|тема)$/i,
  from: /^(?:from|von|de|від|от)$/i,
  other:
    /^(?:to|cc|bcc|via|thru|through|date|dated|ref|reference|our ref(?:erence)?|your ref(?:erence)?|file|file no|attn|attention|classification|distribution)$/i,
};
const LINE = /^(\p{L}[\p{L} ]{0,14}?)\.?\s*:\s*(\S.*)$/su;

/**
 * Reads "FROM: ...", "SUBJECT: ..." at the top of a text. One such line alone may be anything; two of different labels,
 * one of them the sender or the subject, are a memo's head.
 * @param lines the text's first blocks, in order
 */
export function memoHead(lines: readonly string[]): MemoHead | null {
  const found = new Map<
    string,
    { readonly kind: keyof typeof LABELS; readonly value: string; readonly at: number }
  >();
  for (const [at, line] of lines.entries()) {
    const [, label = '', value = ''] = line.length > 300 ? [] : (LINE.exec(line) ?? []);
    const kind = (['title', 'from', 'other'] as const).find((name) => LABELS[name].test(label));
    if (kind !== undefined && !found.has(label.toLowerCase())) {
      found.set(label.toLowerCase(), { kind, value: value.replace(/\s+/g, ' ').trim(), at });
    }
  }
  const members = [...found.values()];
  if (members.length < 2 || members.every(({ kind }) => kind === 'other')) return null;
  return {
    title: members.find(({ kind }) => kind === 'title')?.value ?? null,
    from: members.find(({ kind }) => kind === 'from')?.value ?? null,
    lines: new Set(members.map(({ at }) => at)),
  };
}
