import { Readability } from '@mozilla/readability';
import type { Page, PageElement } from './dom.js';
import { BLOCK_ATTRIBUTE, type PageBlock } from './page-blocks.js';

/** Where the densest part holds this share of the page's prose, and little else, a second judge could change nothing. */
const CERTAIN = { ofPage: 0.92, ofPart: 0.85 };

/** Readability weighs each element against all its ancestors, which a huge page would make take minutes. */
const MAX_READABILITY_BLOCKS = 6_000;
/** Less prose than this is too little to judge an extraction by. */
const LITTLE_PROSE = 140;

/**
 * The blocks of the page's article and those that stand among them, in page order. Two judges are asked: where the prose
 * is densest, and Readability. Readability alone misses leads, lists and parts split over several containers, and at
 * times takes a small side text for the article; density alone takes in teasers.
 * Uses the page up: Readability takes it apart.
 */
export function articleRegion(page: Page, blocks: readonly PageBlock[]): PageBlock[] {
  const candidates = blocks.filter(({ beside }) => beside === null);
  const dense = densestContainer(candidates);
  if (dense === null) return candidates;
  const inDense = new Set(blocks.filter(({ element }) => dense.contains(element)));
  const chosen = isCertain(candidates, inDense) ? new Set<number>() : readabilityBlocks(page, blocks);
  const proseOf = (of: Iterable<PageBlock>): number =>
    [...of].reduce((sum, { prose, beside }) => sum + (beside === null ? prose : 0), 0);

  const inChosen = new Set(blocks.filter(({ id }) => chosen.has(id)));
  const agreed = proseOf([...inDense].filter((block) => inChosen.has(block)));
  // Where Readability holds less than half of the densest part it has taken the wrong one.
  const trusted = chosen.size > 0 && agreed >= 0.5 * proseOf(inDense);
  const isOwn = (block: PageBlock): boolean => {
    if (block.beside !== null) return false;
    if (!trusted) return inDense.has(block);
    if (inChosen.has(block)) return inDense.has(block) || block.prose > 0;
    return inDense.has(block) && isText(block);
  };
  const own = blocks.map(isOwn);
  const first = own.indexOf(true);
  const last = own.lastIndexOf(true);
  // Captions, boxes and links among the article's blocks stay on record as set aside.
  return blocks.filter(
    (block, i) =>
      i >= first && i <= last && (own[i] === true || inDense.has(block) || block.beside === 'caption'),
  );
}

/** What belongs to an article though Readability left it out: prose, and lists, tables and headings that are no links. */
const isText = (block: PageBlock): boolean =>
  block.prose > 0 || (block.linked < 0.3 && block.kind !== 'paragraph' && block.kind !== 'caption');

/** The numbers of the blocks that Readability's result holds. */
function readabilityBlocks(page: Page, blocks: readonly PageBlock[]): Set<number> {
  if (blocks.length > MAX_READABILITY_BLOCKS) return new Set();
  for (const { beside, part } of blocks) if (beside !== null) part?.remove();
  // It hands over a node of the page itself.
  const serializer = (node: unknown): PageElement => node as PageElement;
  const content = new Readability(page, {
    serializer,
    keepClasses: true,
    disableJSONLD: true,
  }).parse()?.content;
  if (content === null || content === undefined) return new Set();
  return new Set(
    [...content.querySelectorAll(`[${BLOCK_ATTRIBUTE}]`)].map((element) =>
      Number(element.getAttribute(BLOCK_ATTRIBUTE)),
    ),
  );
}

function isCertain(candidates: readonly PageBlock[], inDense: ReadonlySet<PageBlock>): boolean {
  const all = candidates.reduce((sum, { prose }) => sum + prose, 0);
  const inside = candidates.filter((block) => inDense.has(block));
  const prose = inside.reduce((sum, block) => sum + block.prose, 0);
  const text = inside.reduce((sum, block) => sum + block.text.length, 0);
  return prose >= CERTAIN.ofPage * all && prose >= CERTAIN.ofPart * text;
}

interface Weight {
  prose: number;
  text: number;
}

const ARTICLE_MARK =
  /(?:^|[\s_-])(?:article-?(?:body|content|text)|story-?(?:body|content|text)|post-?(?:body|content|text)|entry-?content|body-?(?:text|copy|content)|news-?(?:text|body|content)|content-?body|field--name-body)(?:$|[\s_-])/iu;

/**
 * The element with the most prose for what else it holds. An outer element gains by each paragraph that it adds and
 * loses by menus and teasers; so an article split over siblings is found in their parent.
 */
function densestContainer(blocks: readonly PageBlock[]): PageElement | null {
  const weights = new Map<PageElement, Weight>();
  for (const block of blocks) {
    for (let element: PageElement | null = block.element; element !== null; element = element.parentElement) {
      const weight = weights.get(element) ?? { prose: 0, text: 0 };
      weight.prose += block.prose;
      weight.text += block.text.length;
      weights.set(element, weight);
    }
  }
  let best: PageElement | null = null;
  let bestScore = 0;
  for (const [element, { prose, text }] of weights) {
    if (prose < LITTLE_PROSE || element.localName === 'p') continue;
    const score = prose * Math.sqrt(prose / text) * (isNamedArticle(element) ? 1.2 : 1);
    if (score > bestScore) [best, bestScore] = [element, score];
  }
  return best;
}

function isNamedArticle(element: PageElement): boolean {
  if (
    element.localName === 'article' ||
    element.localName === 'main' ||
    element.getAttribute('role') === 'main'
  )
    return true;
  return (
    element.getAttribute('itemprop') === 'articleBody' ||
    ARTICLE_MARK.test(`${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`)
  );
}
