import { join } from 'node:path';
import { z } from 'zod';
import { DATA_FOLDER } from '../core/package-root.js';
import { readYaml } from '../core/yaml-file.js';
import type { PageElement } from './dom.js';

/** A kind of part that stands beside a page's article. */
export interface Furniture {
  readonly name: string;
  /** With this share of the page's prose a part is the article, whatever it is called. */
  readonly unlessShare: number;
}

const strings = z.array(z.string().min(1)).default([]);
const fileSchema = z.strictObject({
  source: z.array(z.string()).min(1),
  parts: z.array(
    z.strictObject({
      name: z.string(),
      unless_share: z.number().min(0).max(1),
      tags: strings,
      roles: strings,
      marks: strings,
    }),
  ),
});

interface Vocabulary {
  readonly byTag: ReadonlyMap<string, Furniture>;
  readonly byRole: ReadonlyMap<string, Furniture>;
  readonly byMark: readonly { readonly pattern: RegExp; readonly furniture: Furniture }[];
  readonly hidden: Furniture;
  /** Class names recur on a page and between pages; each is looked up once. */
  readonly known: Map<string, Furniture | null>;
}

let loaded: Vocabulary | undefined;

function vocabulary(): Vocabulary {
  if (loaded !== undefined) return loaded;
  const { parts } = readYaml(join(DATA_FOLDER, 'documents', 'page-furniture.yaml'), fileSchema);
  const kinds = parts.map((part) => ({
    part,
    furniture: { name: part.name, unlessShare: part.unless_share },
  }));
  loaded = {
    byTag: new Map(kinds.flatMap(({ part, furniture }) => part.tags.map((tag) => [tag, furniture] as const))),
    byRole: new Map(
      kinds.flatMap(({ part, furniture }) => part.roles.map((role) => [role, furniture] as const)),
    ),
    byMark: kinds
      .filter(({ part }) => part.marks.length > 0)
      .map(({ part, furniture }) => ({
        furniture,
        pattern: new RegExp(part.marks.map((mark) => `(?:^|-)(?:${mark})(?:-|$)`).join('|')),
      })),
    hidden: { name: 'hidden', unlessShare: 0.4 },
    known: new Map(),
  };
  return loaded;
}

/** What kind of furniture an element calls itself; null where it may belong to the article. */
export function furnitureOf(element: PageElement): Furniture | null {
  const words = vocabulary();
  const byTag = words.byTag.get(element.localName);
  if (byTag !== undefined) return byTag;
  if (isHidden(element)) return words.hidden;
  const byRole = words.byRole.get(element.getAttribute('role') ?? '');
  if (byRole !== undefined) return byRole;
  for (const name of `${element.getAttribute('class') ?? ''} ${ownId(element)}`.split(/\s+/u)) {
    const found = name === '' ? null : byName(name, words);
    if (found !== null) return found;
  }
  return null;
}

/** The id, unless it is a heading's or so long that it repeats one: those are made of the article's words. */
function ownId(element: PageElement): string {
  const id = element.getAttribute('id') ?? '';
  return /^h[1-6]$/.test(element.localName) || id.split(/[-_]/u).length > 4 ? '' : id;
}

function isHidden(element: PageElement): boolean {
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  return /(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(element.getAttribute('style') ?? '');
}

function byName(name: string, words: Vocabulary): Furniture | null {
  const known = words.known.get(name);
  if (known !== undefined) return known;
  const kebab = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
    .replace(/[_\s]+|--+/gu, '-')
    .toLowerCase();
  // "has-sidebar", "no-comments": a property of what bears it, not a name. Nor are the terms that WordPress adds.
  const property =
    /^(?:has|no|with|without|is|not|single|category|tag|post-\d+|type|status|format|js|hentry|page-template)-/u.test(
      kebab,
    );
  const found =
    property || kebab.length > 80
      ? null
      : (words.byMark.find(({ pattern }) => pattern.test(kebab))?.furniture ?? null);
  if (words.known.size > 20_000) words.known.clear();
  words.known.set(name, found);
  return found;
}
