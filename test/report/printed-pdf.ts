import { getDocumentProxy } from 'unpdf';

/** What the tests look at in a PDF: pdf.js as far as it is used here. */
interface Pdf {
  readonly numPages: number;
  getPage(number: number): Promise<{ getTextContent(): Promise<{ items: readonly { str?: string }[] }> }>;
  getMetadata(): Promise<{ info: unknown }>;
  getOutline(): Promise<readonly Bookmark[]>;
  getMarkInfo(): Promise<unknown>;
}

interface Bookmark {
  readonly title: string;
  readonly items: readonly Bookmark[];
}

export async function openPdf(content: Buffer): Promise<Pdf> {
  const pdf: unknown = await getDocumentProxy(new Uint8Array(content));
  return pdf as Pdf;
}

/** All words, with single spaces. */
export async function pdfText(pdf: Pdf): Promise<string> {
  let text = '';
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    text += `${items.map(({ str }) => str ?? '').join(' ')}\n`;
  }
  return text.replace(/\s+/g, ' ');
}
