import { parseHTML } from 'linkedom';

/** What the tests read of a parsed page; the DOM's own types are not among the project's. */
export interface DomNode {
  readonly textContent: string;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): DomNode | null;
  querySelectorAll(selector: string): ArrayLike<DomNode> & Iterable<DomNode>;
  cloneNode(deep: true): DomNode;
  remove(): void;
}

const parse = parseHTML as unknown as (html: string) => { document: DomNode & { body: DomNode } };

export const domOf = (html: string): DomNode & { body: DomNode } => parse(html).document;
