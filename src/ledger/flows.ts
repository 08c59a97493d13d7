import type { KeptFinding, Question } from '../model/finding.js';
import type { Conversion } from '../model/ledger-tables.js';

/** Findings of one flow in whatever unit: what the conversions can set side by side. */
export interface Flows {
  /** The other findings of the flow of a finding, sorted by id. */
  beside(finding: KeptFinding): readonly KeptFinding[];
}

/** Whether the question counts what this end of a conversion counts, for the goods that it is about. */
export const counts = ({ unit, items }: Conversion['from'], question: Question): boolean =>
  question.unit === unit && (items.length === 0 || (question.item !== null && items.includes(question.item)));

/** Goods sent, moved or able to be held are one flow between the same parties; people sent are one. */
const FAMILY: Readonly<Partial<Record<Question['kind'], string>>> = {
  transfer: 'goods',
  capacity: 'goods',
  movement: 'goods',
  deployment: 'people',
};

/** Takes findings one by one, and keeps those that a conversion reads or gives. */
export class FlowIndex implements Flows {
  readonly #flows = new Map<string, KeptFinding[]>();

  constructor(private readonly conversions: readonly Conversion[]) {}

  add(finding: KeptFinding): void {
    const key = flowKey(finding.question);
    const { question } = finding;
    const useful = this.conversions.some(({ from, to }) => counts(from, question) || counts(to, question));
    if (key === null || !useful) return;
    const there = this.#flows.get(key);
    if (there) there.push(finding);
    else this.#flows.set(key, [finding]);
  }

  beside(finding: KeptFinding): readonly KeptFinding[] {
    const key = flowKey(finding.question);
    const flow = key === null ? [] : (this.#flows.get(key) ?? []);
    return flow
      .filter(({ id }) => id !== finding.id)
      .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  }
}

/** One ship's voyage, one event and a rate are no flow. */
function flowKey({ kind, supplier, recipient, actor, target, vessel, event, per }: Question): string | null {
  const family = FAMILY[kind];
  if (family === undefined || vessel !== null || event !== null || per !== null) return null;
  if (supplier === null && recipient === null && actor === null && target === null) return null;
  return JSON.stringify([family, supplier, recipient, actor, target]);
}
