import { join } from 'node:path';
import { z } from 'zod';
import { DATA_FOLDER } from '../core/package-root.js';
import { readYaml } from '../core/yaml-file.js';
import { shapeOf, type LineShape } from './line-shape.js';

/** Where a rule may drop a line: before the first or after the last sentence of the article, or anywhere. */
export type Where = 'anywhere' | 'edges' | 'tail';

/** A kind of line that pages show beside their article. */
export interface LineRule {
  readonly name: string;
  readonly where: Where;
  readonly matches: (line: LineShape) => boolean;
}

/** A list of links, readers' comments or notes, known by the line above it. */
export interface ListRule {
  readonly name: string;
  /** Takes everything after it, whatever it looks like. */
  readonly toEnd: boolean;
  /** Takes numbered references, and no prose without a number. */
  readonly citations: boolean;
  /** The line above such a list. */
  opens(line: LineShape): boolean;
  /** A line that holds opening and links in one. */
  holds(line: LineShape): boolean;
}

const patternText = z.string().refine(compiles, 'is no regular expression');

const fileSchema = z.strictObject({
  source: z.array(z.string()).min(1),
  rules: z.array(
    z.strictObject({
      name: z.string(),
      reason: z.string(),
      words: z.number().int().positive(),
      where: z.enum(['anywhere', 'edges', 'tail']).default('anywhere'),
      tokens: z.string().default(''),
      lines: z.array(patternText).default([]),
      cased: z.array(patternText).default([]),
    }),
  ),
  lists: z.array(
    z.strictObject({
      name: z.string(),
      reason: z.string(),
      to_end: z.boolean().default(false),
      citations: z.boolean().default(false),
      headings: z.array(patternText).min(1),
      prefixes: z.array(patternText).default([]),
    }),
  ),
});

export interface BoilerplateRules {
  readonly lines: readonly LineRule[];
  readonly lists: readonly ListRule[];
}

let loaded: BoilerplateRules | undefined;

/** The rules of `data/documents/boilerplate.yaml`, read once. */
export function boilerplateRules(): BoilerplateRules {
  loaded ??= readRules();
  return loaded;
}

/** Whether a line is or ends with the credit of a picture: what it says is about the picture. */
export function isPhotoCredit(text: string): boolean {
  const shape = shapeOf({ text, kind: 'paragraph' });
  return boilerplateRules().lines.some(({ name, matches }) => name === 'photo-credit' && matches(shape));
}

function readRules(): BoilerplateRules {
  const file = readYaml(join(DATA_FOLDER, 'documents', 'boilerplate.yaml'), fileSchema);
  return { lines: file.rules.map(lineRule), lists: file.lists.map(listRule) };
}

function lineRule(rule: z.output<typeof fileSchema>['rules'][number]): LineRule {
  const patterns = [wholeLine(rule.lines, 'iu'), wholeLine(rule.cased, 'u')];
  const tokens = new Set(rule.tokens.split(/\s+/u).filter((token) => token !== ''));
  return {
    name: rule.name,
    where: rule.where,
    matches: (line) =>
      line.words <= rule.words &&
      line.text.length <= 900 &&
      (patterns.some((pattern) => pattern.test(line.text)) || madeOf(line.text, tokens)),
  };
}

function listRule(rule: z.output<typeof fileSchema>['lists'][number]): ListRule {
  const heading = new RegExp(`^(?:${group(rule.headings)})[\\s:.…»>→▼|-]*$`, 'iu');
  const prefix =
    rule.prefixes.length > 0 ? new RegExp(`^(?:${group(rule.prefixes)})\\s?[:|]\\s?\\S`, 'iu') : null;
  return {
    name: rule.name,
    toEnd: rule.to_end,
    citations: rule.citations,
    opens: (line) => line.text.length <= 160 && heading.test(line.text),
    holds: (line) => prefix !== null && line.text.length <= 400 && prefix.test(line.text),
  };
}

const group = (patterns: readonly string[]): string => patterns.map((pattern) => `(?:${pattern})`).join('|');

/** Never matches where there are no patterns. */
const wholeLine = (patterns: readonly string[], flags: 'iu' | 'u'): RegExp =>
  patterns.length === 0 ? /(?!)/u : new RegExp(`^(?:${group(patterns)})$`, flags);

/** Two words or more, each one of the tokens; marks between them do not count. */
function madeOf(text: string, tokens: ReadonlySet<string>): boolean {
  if (tokens.size === 0) return false;
  const words = text
    .toLowerCase()
    .split(/[\s|/,·•&:+›»>[\]()–—-]+/u)
    .filter((word) => word !== '');
  return words.length >= 2 && words.every((word) => tokens.has(word));
}

function compiles(source: string): boolean {
  try {
    return new RegExp(source, 'iu') instanceof RegExp;
  } catch {
    return false; // a SyntaxError is all that the constructor throws
  }
}
