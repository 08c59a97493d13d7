/** A stretch of text that stands as a block of its own. */
export interface RunPart {
  readonly text: string;
  /** Share of it that is links, 0 to 1. */
  readonly linked: number;
  /** Share of it in bold, 0 to 1. */
  readonly bold: number;
  /** Runs of linked text. */
  readonly links: number;
}

/** A line of it so far; `linked` and `bold` in characters. */
interface Line {
  text: string;
  linked: number;
  links: number;
  bold: number;
}

const emptyLine = (): Line => ({ text: '', linked: 0, links: 0, bold: 0 });

/** Collects the text of one block across its inline elements; line breaks divide it where a sentence ended. */
export class TextRun {
  private lines: Line[] = [emptyLine()];

  add(text: string, style: { readonly link: boolean; readonly bold: boolean }, preformatted: boolean): void {
    if (preformatted && text.includes('\n')) {
      for (const [i, paragraph] of text.split(/\n\s*\n/u).entries()) {
        if (i > 0) this.break();
        this.add(paragraph.replace(/\s+/gu, ' '), style, false);
      }
      return;
    }
    const line = this.lines.at(-1);
    if (line === undefined) return;
    line.text += text;
    const { length } = text.trim();
    if (style.bold) line.bold += length;
    if (!style.link) return;
    line.linked += length;
    line.links += 1;
  }

  addRow(row: Pick<RunPart, 'text' | 'linked'>): void {
    this.lines = [{ ...emptyLine(), text: row.text, linked: row.linked * row.text.length }];
  }

  break(): void {
    this.lines.push(emptyLine());
  }

  take(): RunPart[] {
    const parts: Line[] = [];
    let blank = false;
    for (const line of this.lines) {
      const text = line.text
        .replace(/[\s\u00ad\u200b\ufeff]+/gu, (space) => (/^[\u00ad\u200b\ufeff]+$/u.test(space) ? '' : ' '))
        .trim();
      const last = parts.at(-1);
      if (text === '') blank = true;
      else if (last !== undefined && !blank && goesOn(last.text, text)) {
        last.text += ` ${text}`;
        last.linked += line.linked;
        last.links += line.links;
        last.bold += line.bold;
      } else {
        parts.push({ ...line, text });
        blank = false;
      }
    }
    this.lines = [emptyLine()];
    const share = (length: number, of: string): number => Math.min(1, length / of.length);
    return parts.map(({ text, linked, links, bold }) => ({
      text,
      links,
      linked: share(linked, text),
      bold: share(bold, text),
    }));
  }
}

/** A line break within a sentence is the page's, not the text's. */
const goesOn = (before: string, after: string): boolean =>
  !/[.!?:…。][”’"')\]]*$/u.test(before) &&
  (/^[\p{Ll}(]/u.test(after) || (before.length > 60 && /[\p{Ll},;]$/u.test(before)));
