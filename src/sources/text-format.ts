import { extname } from 'node:path';
import { TallymanError } from '../core/errors.js';
import { textHead } from './text-bytes.js';

/** What a sender said of the bytes: Content-Type and file name. */
export interface Declared {
  readonly type: string | null;
  readonly name: string | null;
}

/** How a source is taken apart: not at all, or as one of these. */
export type Form = 'plain' | 'mail' | 'feed' | 'warc' | 'wacz';

export interface Detection {
  readonly media_type: string;
  readonly form: Form;
}

const HTML: Detection = { media_type: 'text/html', form: 'plain' };
const PLAIN: Detection = { media_type: 'text/plain', form: 'plain' };
const MAIL: Detection = { media_type: 'message/rfc822', form: 'mail' };

/** Markup that nothing but a page begins with (WHATWG MIME Sniffing, 7.1, and the commonest beside it). */
const PAGE = /^<(!doctype html|html|head|body|title|meta|link|script|style|base)[\s>/]/i;
/** Markup that a page fragment begins with, and that a text about markup might. */
const FRAGMENT =
  /^<(!--|article|main|section|header|div|p|h[1-6]|table|ul|ol|font|iframe|a|b|br|span|img)[\s>/]/i;

const MAIL_HEADER = /^[A-Za-z][A-Za-z0-9-]*:[ \t]/;
/** A text pasted with its "From:" and "Date:" is no mail; what only mail servers write is. */
const MAIL_ONLY = /^(message-id|mime-version|received|return-path|delivered-to|x-[a-z-]+|dkim-signature):/im;

const CODE_EXTENSIONS = new Set(['.js', '.mjs', '.cjs', '.css', '.map', '.ts', '.svg']);
const CODE_TYPE = /^(text|application)\/(x-)?(javascript|ecmascript|css|json)$|^image\/svg/;

/**
 * The format of bytes that are text.
 * @throws TallymanError `unsupported` for data and code in text form; `empty` for white space alone
 */
export function textFormat(bytes: Uint8Array, declared: Declared, where: string): Detection {
  const head = textHead(bytes);
  const type = (declared.type ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const extension = extname(declared.name ?? '').toLowerCase();
  const refuse = (what: string): TallymanError => new TallymanError('unsupported', `is ${what}`, where);

  if (bytes.length < 4096 && head === '')
    throw new TallymanError('empty', 'holds nothing but white space', where);

  // 1. By content.
  if (/^[{[]/.test(head)) {
    if (/"https?:\/\/jsonfeed\.org\/version\//.test(head.slice(0, 4096).replaceAll('\\/', '/')))
      return { media_type: 'application/feed+json', form: 'feed' };
    if (extension === '.json' || extension === '.jsonl' || /[/+]json$/.test(type))
      throw refuse('JSON data, but no JSON feed');
  }
  if (head.startsWith('<')) {
    const page = markup(head, refuse, extension === '.xml' || /[/+]xml$/.test(type));
    if (page) return page;
  }
  const firstLines = head.split(/\r?\n/, 2);
  if (/^From \S+@\S+ .*\d{4}$/.test(firstLines[0] ?? '') && MAIL_HEADER.test(firstLines[1] ?? ''))
    throw refuse('a mailbox of several mails; export each as EML');
  if (MAIL_HEADER.test(firstLines[0] ?? '')) {
    const header = head.split(/\r?\n\r?\n/, 1)[0] ?? '';
    if (MAIL_ONLY.test(header) || type === 'message/rfc822' || extension === '.eml') return MAIL;
  }

  // 2. By what was declared, 3. by the name.
  if (CODE_EXTENSIONS.has(extension) || CODE_TYPE.test(type))
    throw refuse('a script, style sheet or drawing');
  if (type === 'text/plain' || extension === '.txt') return PLAIN;
  if (type === 'text/html' || type === 'application/xhtml+xml' || /^\.x?html?$/.test(extension)) return HTML;
  // Some servers print a warning before the page.
  if (FRAGMENT.test(head) || /<(!doctype html|html)[\s>]/i.test(head.slice(0, 1024))) return HTML;
  return PLAIN;
}

/** Null where the text only happens to begin with a bracket. */
function markup(
  head: string,
  refuse: (what: string) => TallymanError,
  declaredXml: boolean,
): Detection | null {
  if (PAGE.test(head)) return HTML;
  // What may stand before the root element: declaration, style sheets, comments, a document type with its declarations.
  const root = head.replace(
    /^(?:\s|<\?[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^<>[\]]*(?:\[[\s\S]*?\]\s*)?>)+/i,
    '',
  );
  const name = /^<([A-Za-z_][\w:.-]*)/.exec(root)?.[1]?.toLowerCase();
  if (name === 'rss') return { media_type: 'application/rss+xml', form: 'feed' };
  if (
    name?.replace(/^\w+:/, '') === 'feed' &&
    /"http:\/\/(www\.w3\.org\/2005\/Atom|purl\.org\/atom)/.test(root)
  )
    return { media_type: 'application/atom+xml', form: 'feed' };
  if (
    name === 'rdf:rdf' &&
    /http:\/\/(purl\.org\/rss|my\.netscape\.com\/rdf|channel\.netscape\.com\/rdf)/.test(root)
  )
    return { media_type: 'application/rdf+xml', form: 'feed' };
  if (PAGE.test(root)) return HTML;
  if (/^<\?xml\s/.test(head) || declaredXml) {
    if (FRAGMENT.test(root)) return HTML;
    throw refuse(`XML data of the kind "${(name ?? 'unknown').slice(0, 40)}", neither a page nor a feed`);
  }
  return null;
}
