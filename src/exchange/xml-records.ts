import { SaxesParser } from 'saxes';
import { TallymanError } from '../core/errors.js';

/** An element of a record, whole. */
export interface XmlElement {
  readonly name: string;
  /** Its own text, without that of the elements in it. */
  text: string;
  readonly inner: XmlElement[];
}

export interface XmlRecord {
  /** On which it begins, from 1. */
  readonly line: number;
  readonly element: XmlElement;
  /** Attributes of the document's element. */
  readonly root: Readonly<Record<string, string>>;
}

const DEEPEST = 12;
/** Characters of one record: more than any real one has by far. */
const LONGEST = 4_000_000;

/**
 * The elements of some names as they come, each whole and one at a time. A document type is refused, and with it every
 * entity that a file declares itself: nothing in a file is ever expanded or fetched.
 * @throws TallymanError `malformed` naming the line
 */
export async function* xmlRecords(
  chunks: AsyncIterable<Uint8Array>,
  names: ReadonlySet<string>,
  where: string,
): AsyncGenerator<XmlRecord> {
  const reader = new RecordReader(names, where);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of chunks) yield* reader.read(decoder.decode(chunk, { stream: true }));
    yield* reader.read(decoder.decode());
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw new TallymanError('malformed', 'is not UTF-8', where, { cause: error });
    throw error;
  }
  yield* reader.end();
}

class RecordReader {
  private readonly parser = new SaxesParser();
  private readonly open: XmlElement[] = [];
  private readonly done: XmlRecord[] = [];
  private root: Record<string, string> | null = null;
  private line = 0;
  private size = 0;

  constructor(names: ReadonlySet<string>, where: string) {
    const { parser, open } = this;
    const fault = (message: string): TallymanError =>
      new TallymanError('malformed', message, `${where}:${parser.line}:${parser.column}`);
    parser.on('error', (error) => {
      // The parser's message begins with the place, which is named already.
      throw fault(error.message.replace(/^\d+:\d+: /, ''));
    });
    parser.on('doctype', () => {
      throw fault('declares a document type, which is not read');
    });
    parser.on('opentag', ({ name, attributes }) => {
      this.root ??= { ...attributes };
      if (open.length === 0 && !names.has(name)) return;
      if (open.length === 0) [this.line, this.size] = [parser.line, 0];
      if (open.length === DEEPEST) throw fault('elements lie too deep in each other');
      const element: XmlElement = { name, text: '', inner: [] };
      open.at(-1)?.inner.push(element);
      open.push(element);
    });
    const take = (text: string): void => {
      const element = open.at(-1);
      if (element === undefined) return;
      this.size += text.length;
      if (this.size > LONGEST) throw fault('an entry is too long');
      element.text += text;
    };
    parser.on('text', take);
    parser.on('cdata', take);
    parser.on('closetag', () => {
      const element = open.pop();
      if (element !== undefined && open.length === 0)
        this.done.push({ line: this.line, element, root: this.root ?? {} });
    });
  }

  *read(text: string): Iterable<XmlRecord> {
    this.parser.write(text);
    yield* this.done.splice(0);
  }

  *end(): Iterable<XmlRecord> {
    this.parser.close();
    yield* this.done.splice(0);
  }
}

/** The texts at a path below an element, in order, trimmed; empty ones are left out. */
export function textsAt(element: XmlElement, ...path: string[]): string[] {
  const at = path.reduce<readonly XmlElement[]>(
    (elements, name) => elements.flatMap(({ inner }) => inner.filter((each) => each.name === name)),
    [element],
  );
  return at.map(({ text }) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
}
