import type { BlockKind } from '../model/document.js';
import { isElement, isText, textOf, type PageElement, type PageNode } from './dom.js';
import { shapeOf } from './line-shape.js';
import { furnitureOf, type Furniture } from './page-furniture.js';
import { TextRun, type RunPart } from './text-run.js';

/** A run of a page's text that a browser shows as one paragraph, heading, list item or table row. */
export interface PageBlock {
  readonly text: string;
  readonly kind: BlockKind;
  /** The element that it stands in, and its number in the page (`data-block`). */
  readonly element: PageElement;
  readonly id: number;
  /** Share of the text that is links to other places, 0 to 1. */
  readonly linked: number;
  /** Characters of running prose in it: 0 where it is none. */
  readonly prose: number;
  /** The part of the page beside the article that it stands in; null where it may be the article's. */
  readonly beside: string | null;
  /** The element that is that part. */
  readonly part: PageElement | null;
}

export const BLOCK_ATTRIBUTE = 'data-block';

const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rb rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const NO_TEXT = new Set(
  'script style noscript template svg math iframe object embed canvas audio video button input select option textarea meta link head title base param source track'.split(
    ' ',
  ),
);

/** A part of the page with a furniture's name, and how much prose it turned out to hold. */
interface Mark {
  readonly element: PageElement;
  readonly furniture: Furniture;
  readonly outer: Mark | null;
  /** Prose of all parts of this name and class: an article may be cut into many. */
  readonly family: { prose: number };
}

interface OpenBlock extends Omit<PageBlock, 'beside' | 'part'> {
  readonly mark: Mark | null;
}

/** Reads every block under an element, in document order, without recursion: a page may be nested without end. */
export function readBlocks(root: PageElement): PageBlock[] {
  const open: OpenBlock[] = [];
  const run = new TextRun();
  const frames: Frame[] = [
    {
      element: root,
      mark: null,
      kind: 'paragraph',
      next: root.firstChild,
      link: false,
      bold: false,
      block: true,
    },
  ];
  const families = new Map<string, { prose: number }>();
  let count = 0;

  const flush = (frame: Frame): void => {
    const parts = run.take();
    if (parts.length === 0) return;
    const holder = blockHolder(frames, frame);
    let id = Number(holder.element.getAttribute(BLOCK_ATTRIBUTE) ?? '0');
    if (id === 0) {
      id = count += 1;
      holder.element.setAttribute(BLOCK_ATTRIBUTE, String(id));
    }
    for (const part of parts) open.push(openBlock(part, holder, id));
  };

  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const node = frame.next;
    if (node === null) {
      if (frame.block) flush(frame);
      frames.pop();
      continue;
    }
    frame.next = node.nextSibling;
    if (isText(node)) run.add(node.textContent ?? '', frame, frame.element.localName === 'pre');
    else if (isElement(node)) {
      if (node.localName === 'br' || node.localName === 'hr') run.break();
      else if (!NO_TEXT.has(node.localName) && !isMarginal(node)) {
        const row = node.localName === 'tr' ? rowText(node) : null;
        const block = !INLINE.has(node.localName);
        if (block) flush(frame);
        const inner = frameOf(node, frame, block, row === null ? node.firstChild : null, families);
        frames.push(inner);
        if (row !== null) run.addRow(row);
      }
    }
  }
  return settle(open);
}

/** Marks within a line that are no part of it: references to notes, edit links, words for screen readers alone. */
function isMarginal(element: PageElement): boolean {
  if (!INLINE.has(element.localName)) return false;
  if (element.localName === 'sup' && element.querySelector('a') !== null)
    return /^[[(]?[\w*†‡]{1,3}[\])]?$/u.test(textOf(element));
  return element.hasAttribute('class') && furnitureOf(element)?.name === 'hidden';
}

interface Frame {
  readonly element: PageElement;
  readonly mark: Mark | null;
  readonly kind: BlockKind;
  next: PageNode | null;
  readonly link: boolean;
  readonly bold: boolean;
  readonly block: boolean;
}

type Families = Map<string, { prose: number }>;

function frameOf(
  element: PageElement,
  outer: Frame,
  block: boolean,
  next: PageNode | null,
  families: Families,
): Frame {
  // Within a paragraph a name such as "share" or "date" marks a word, not a part of the page.
  const furniture = block ? furnitureOf(element) : null;
  const mark =
    furniture === null
      ? outer.mark
      : { element, furniture, outer: outer.mark, family: familyOf(element, furniture, families) };
  const href = element.localName === 'a' ? element.getAttribute('href') : null;
  return {
    element,
    mark,
    kind: kindOf(element, outer.kind, furniture),
    next,
    link: outer.link || (href !== null && !href.startsWith('#')),
    bold: outer.bold || element.localName === 'b' || element.localName === 'strong',
    block,
  };
}

function familyOf(element: PageElement, furniture: Furniture, families: Families): { prose: number } {
  const name = element.getAttribute('class');
  // Elements without a class have nothing in common but their place.
  if (name === null || name === '') return { prose: 0 };
  const key = `${furniture.name} ${name}`;
  const family = families.get(key) ?? { prose: 0 };
  families.set(key, family);
  return family;
}

function kindOf({ localName }: PageElement, outer: BlockKind, furniture: Furniture | null): BlockKind {
  if (/^h[1-6]$/.test(localName)) return 'heading';
  if (localName === 'li' || localName === 'dt' || localName === 'dd') return 'list_item';
  if (localName === 'blockquote') return 'quote';
  if (localName === 'tr') return 'table_row';
  if (localName === 'figcaption' || furniture?.name === 'caption') return 'caption';
  // A row that is no row of facts only lays out the page.
  return outer === 'table_row' ? 'paragraph' : outer;
}

/** The nearest element that a browser would show as a block. */
function blockHolder(frames: readonly Frame[], frame: Frame): Frame {
  for (let i = frames.lastIndexOf(frame); i > 0; i -= 1) {
    const candidate = frames[i];
    if (candidate?.block === true) return candidate;
  }
  return frames[0] ?? frame;
}

/** A row of a table of facts as its cells; null where the table only lays out the page. */
function rowText(row: PageElement): { readonly text: string; readonly linked: number } | null {
  const cells: PageElement[] = [];
  for (let node = row.firstChild; node !== null; node = node.nextSibling) {
    if (isElement(node) && (node.localName === 'td' || node.localName === 'th')) cells.push(node);
  }
  if (cells.length < 2 || row.querySelector('table, ul, ol, form, h1, h2, p + p, div div div') !== null)
    return null;
  const texts = cells.map((cell) => textOf(cell));
  if (texts.filter((text) => text !== '').length < 2 || texts.some((text) => text.length > 400)) return null;
  const length = texts.join('').length;
  const linked = [...row.querySelectorAll('a')].reduce((sum, link) => sum + textOf(link).length, 0);
  return { text: texts.join(' | '), linked: length === 0 ? 0 : Math.min(1, linked / length) };
}

function openBlock(part: RunPart, { element, kind: marked, mark }: Frame, id: number): OpenBlock {
  const kind = marked === 'paragraph' && part.bold > 0.95 && isHeadingLike(part.text) ? 'heading' : marked;
  const sentence = part.text.length >= 25 && shapeOf({ text: part.text, kind }).sentence;
  // A paragraph that is one link is a teaser; one with many short links is an article's all the same.
  const told = part.linked < 0.6 || (part.links >= 3 && (part.linked * part.text.length) / part.links < 40);
  const prose = sentence && told && kind !== 'heading' ? part.text.length : 0;
  for (let outer = mark; outer !== null; outer = outer.outer) outer.family.prose += prose;
  return { text: part.text, kind, element, id, linked: part.linked, prose, mark };
}

/** A line in bold alone is a heading, unless it is a sentence. */
const isHeadingLike = (text: string): boolean => text.length <= 120 && !/[.!…,;:][”’"')]*$/u.test(text);

function settle(open: readonly OpenBlock[]): PageBlock[] {
  const total = open.reduce((sum, block) => sum + block.prose, 0);
  return open.map(({ mark, ...block }) => {
    const part = besidePart(mark, total);
    return { ...block, beside: part?.furniture.name ?? null, part: part?.element ?? null };
  });
}

/** The outermost part that is furniture, and does not hold the article itself. */
function besidePart(mark: Mark | null, total: number): Mark | null {
  let found: Mark | null = null;
  for (let part = mark; part !== null; part = part.outer) {
    const { prose } = part.family;
    if (prose === 0 || prose < part.furniture.unlessShare * total) found = part;
  }
  return found;
}
