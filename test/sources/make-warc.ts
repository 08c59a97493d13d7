import { WARCRecord, WARCSerializer } from 'warcio';

interface RecordInput {
  readonly url: string;
  readonly body: Uint8Array | string;
  readonly type?: 'response' | 'resource' | 'request' | 'revisit';
  readonly status?: string;
  readonly headers?: Record<string, string>;
  readonly date?: string;
}

export const WARC_DATE = '2024-03-14T08:30:00Z';

/** One record as warcio writes it. */
export async function makeRecord(input: RecordInput, gzip = false): Promise<Buffer> {
  const { url, body, type = 'response', status = '200 OK', date = WARC_DATE } = input;
  const headers = { 'Content-Type': 'text/html', ...input.headers };
  const record = WARCRecord.create(
    {
      url,
      date,
      type,
      warcVersion: 'WARC/1.1',
      statusline: `HTTP/1.1 ${status}`,
      httpHeaders: headers,
      ...(type === 'resource' ? { warcHeaders: { 'Content-Type': headers['Content-Type'] } } : {}),
    },
    [Buffer.from(body)],
  );
  return Buffer.from(await WARCSerializer.serialize(record, { gzip }));
}

export async function makeWarc(inputs: readonly RecordInput[], gzip = false): Promise<Buffer> {
  const info = WARCRecord.createWARCInfo(
    { filename: 'crawl.warc', date: WARC_DATE },
    { software: 'crawler' },
  );
  const records: Buffer[] = [Buffer.from(await WARCSerializer.serialize(info, { gzip }))];
  for (const input of inputs) records.push(await makeRecord(input, gzip));
  return Buffer.concat(records);
}
