import type { PageElement } from './dom.js';
import type { PageBlock } from './page-blocks.js';

/** Fewer like parts than this may be chance. */
const MIN_CARDS = 3;
/** A card shows a headline and a sentence or two; longer parts with linked headings are a round-up, and its text. */
const MAX_PROSE = 350;
const MAX_CLIMB = 6;

/** What a part holds, in characters of prose, and whether a headline of it is a link. */
interface Card {
  prose: number;
  linked: boolean;
}

/** Like parts of one parent, by what makes them alike. */
type Groups = Map<string, Map<PageElement, Card>>;

/**
 * Other stories shown as cards, whatever they are called: like parts side by side, each with a headline that is a link.
 * @returns the blocks with those in cards marked as standing beside the article
 */
export function markTeasers(blocks: readonly PageBlock[]): PageBlock[] {
  const byParent = new Map<PageElement, Groups>();
  for (const block of blocks) {
    if (block.beside !== null) continue;
    const headline = block.linked > 0.8 && block.text.length >= 12 && block.text.includes(' ');
    for (const { parent, element, signature } of climb(block.element)) {
      const card = cardOf(byParent, parent, signature, element);
      card.prose += block.prose;
      if (headline) card.linked = true;
    }
  }
  const cards = new Set<PageElement>();
  for (const groups of byParent.values()) {
    for (const group of groups.values()) {
      const all = [...group.values()];
      const linked = all.filter((card) => card.linked).length;
      const prose = all.reduce((sum, card) => sum + card.prose, 0);
      if (linked < MIN_CARDS || linked < 0.6 * all.length || prose > MAX_PROSE * all.length) continue;
      for (const element of group.keys()) cards.add(element);
    }
  }
  if (cards.size === 0) return [...blocks];
  return blocks.map((block) => {
    if (block.beside !== null) return block;
    const card = climb(block.element).find(({ element }) => cards.has(element));
    return card === undefined ? block : { ...block, beside: 'teaser-list', part: card.element };
  });
}

function cardOf(
  byParent: Map<PageElement, Groups>,
  parent: PageElement,
  signature: string,
  element: PageElement,
): Card {
  const groups: Groups = byParent.get(parent) ?? new Map<string, Map<PageElement, Card>>();
  const group = groups.get(signature) ?? new Map<PageElement, Card>();
  const card = group.get(element) ?? { prose: 0, linked: false };
  byParent.set(parent, groups.set(signature, group.set(element, card)));
  return card;
}

/** The element and those around it, each with what makes it like its neighbours. */
function climb(from: PageElement): { parent: PageElement; element: PageElement; signature: string }[] {
  const steps: { parent: PageElement; element: PageElement; signature: string }[] = [];
  let element = from;
  for (let i = 0; i < MAX_CLIMB; i += 1) {
    const parent = element.parentElement;
    if (parent === null || element.localName === 'body') break;
    // Numbers in a class tell one card from the next.
    const signature = `${element.localName} ${(element.getAttribute('class') ?? '').replace(/\d+/gu, '')}`;
    steps.push({ parent, element, signature });
    element = parent;
  }
  return steps;
}
