import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import { TallymanError, messageOf } from '../core/errors.js';
import type { BlockKind, Document } from '../model/document.js';
import { layOut, plainDraft, type Part } from './draft.js';
import { tellsSomething } from './footnote.js';
import { readOpening, setAside, statedTitle } from './opening.js';
import type { Reader } from './reader.js';
import { checkZip } from './zip-bounds.js';

/** The part of the DOM used here; the compiler has no DOM types for a program without a browser. */
interface MarkupElement {
  readonly tagName: string;
  readonly id: string;
  readonly textContent: string | null;
  readonly children: Iterable<MarkupElement>;
  querySelectorAll(selector: string): Iterable<MarkupElement>;
  after(text: string): void;
  remove(): void;
}

const parseBody = (html: string): MarkupElement =>
  (parseHTML(`<html><body>${html}</body></html>`) as { document: { body: MarkupElement } }).document.body;

/** Reads a Word document: mammoth makes HTML of it, whose elements are the blocks; footnotes follow at the end. */
export const readDocx: Reader = async (bytes, { where }) => {
  refuseOle(bytes, where);
  const entries = await checkZip(bytes, ['docProps/core.xml'], where);
  const html = await toHtml(bytes, where);
  const laidOut = layOut(setAside(partsOf(parseBody(html))));
  const opening = readOpening(laidOut.text, laidOut.blocks);
  const properties = coreProperties(entries.get('docProps/core.xml') ?? '');
  return {
    ...plainDraft(laidOut),
    ...opening,
    title: statedTitle(properties.title) ?? opening.title,
    byline: opening.byline ?? properties.creator,
    published: opening.published ?? properties.created,
  };
};

const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/** Word wraps a password-protected document in an OLE container; Word before 2007 wrote nothing else. */
function refuseOle(bytes: Uint8Array, where: string): void {
  if (!OLE.every((byte, i) => bytes[i] === byte)) return;
  throw Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? new TallymanError('encrypted', 'is protected by a password', where)
    : new TallymanError('unsupported', 'is a Word document of before 2007 or another OLE file', where);
}

async function toHtml(bytes: Uint8Array, where: string): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        // A style map inside the file is the sender's; it must not decide what is read.
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
        styleMap: [
          "p[style-name='Title'] => h1:fresh",
          "p[style-name='Subtitle'] => h2:fresh",
          "p[style-name='Quote'] => blockquote > p:fresh",
        ],
      },
    );
    return value;
  } catch (error) {
    throw new TallymanError('malformed', `is no sound Word document: ${messageOf(error)}`, where, {
      cause: error,
    });
  }
}

function partsOf(parent: MarkupElement, kind: BlockKind = 'paragraph'): Part[] {
  return [...parent.children].flatMap((element): Part[] => {
    switch (element.tagName) {
      case 'UL':
      case 'OL':
        return [...element.children].flatMap(listItem);
      case 'TABLE':
        return [...element.querySelectorAll('tr')].flatMap(tableRow);
      case 'BLOCKQUOTE':
        return partsOf(element, 'quote');
      case 'P':
        return part(textOf(element), kind === 'paragraph' && isBoldLine(element) ? 'heading' : kind);
      default:
        return part(textOf(element), /^H[1-6]$/.test(element.tagName) ? 'heading' : kind);
    }
  });
}

/** A footnote is a list item to mammoth; its number stands in the text as `[1]`, and stands here again. */
function listItem(item: MarkupElement): Part[] {
  const note = /^(?:foot|end)note-(\d+)$/.exec(item.id)?.[1];
  if (note !== undefined) {
    const text = `[${note}] ${textOf(item).replace(/\s*↑$/, '')}`;
    return [{ text, kind: 'paragraph', dropped: tellsSomething(text) ? null : 'footnote', page: null }];
  }
  const nested = [...item.children].filter(({ tagName }) => tagName === 'UL' || tagName === 'OL');
  for (const list of nested) list.remove();
  return [
    ...part(textOf(item), 'list_item'),
    ...nested.flatMap((list) => [...list.children].flatMap(listItem)),
  ];
}

/** Cells set apart by bars. A row of one cell is a frame around text. */
function tableRow(row: MarkupElement): Part[] {
  const cells = [...row.children];
  if (cells.length === 1) return partsOf(cells[0]!);
  const texts = cells.map(textOf);
  return texts.every((text) => text === '') ? [] : part(texts.join(' | '), 'table_row');
}

const part = (text: string, kind: BlockKind): Part[] =>
  text === '' ? [] : [{ text, kind, dropped: null, page: null }];

/** Text with runs of white space as one blank; a line break or paragraph inside counts as such. */
function textOf(element: MarkupElement): string {
  for (const end of element.querySelectorAll('br, p')) end.after(' ');
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Many authors make headings by bold type alone. */
function isBoldLine(element: MarkupElement): boolean {
  const text = textOf(element);
  const bold = [...element.querySelectorAll('strong')].map((strong) => strong.textContent ?? '').join('');
  return (
    text !== '' &&
    text.length <= 120 &&
    !/[.;,:]$/.test(text) &&
    bold.replace(/\s/g, '') === text.replace(/\s/g, '')
  );
}

interface CoreProperties {
  readonly title: string | null;
  readonly creator: string | null;
  readonly created: Document['published'];
}

function coreProperties(xml: string): CoreProperties {
  const text = (name: string): string | null => {
    const found = new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`).exec(xml)?.[1];
    const plain = found === undefined ? '' : (parseBody(found).textContent ?? '').trim();
    return plain === '' ? null : plain;
  };
  const created = /^\d{4}-\d{2}-\d{2}/.exec(text('dcterms:created') ?? '')?.[0];
  const creator = text('dc:creator');
  return {
    title: text('dc:title'),
    creator:
      creator === null || /^(?:un-?named|user|admin|author|python-docx)$/i.test(creator) ? null : creator,
    created: created === undefined ? null : { edtf: created, how: 'meta' },
  };
}
