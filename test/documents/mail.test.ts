import { describe, expect, it } from 'vitest';
import { bodyText } from '../../src/model/document.js';
import { readMail } from '../../src/documents/mail.js';
import { startOcr } from '../../src/documents/ocr.js';

const read = (mail: string) =>
  readMail(Buffer.from(mail.replaceAll('\n', '\r\n'), 'latin1'), {
    where: 'file:note.eml',
    url: null,
    hints: {},
    ocr: startOcr(),
    signal: null,
  });

const droppedOf = async (mail: string) => {
  const document = await read(mail);
  return document.blocks
    .filter((block) => block.dropped !== null)
    .map((block) => [block.dropped, document.text.slice(...block.span)]);
};

const HEAD = `From: Port Office Press <press@port.example>
To: desk@watch.example
Subject: =?utf-8?Q?Calls_at_the_northern_quay_=E2=80=93_July?=
Date: Fri, 14 Jul 2023 00:30:00 +0900
Message-ID: <1@port.example>
MIME-Version: 1.0
`;
const SENTENCE =
  'Inspectors counted 412 containers on the quay and 96 more in the shed behind it, the port office said.';

describe('a mail', () => {
  it('gives subject, sender and the day on the sender’s calendar', async () => {
    const document = await read(`${HEAD}Content-Type: text/plain; charset=utf-8\n\n${SENTENCE}\n`);
    expect(document).toMatchObject({
      title: 'Calls at the northern quay – July',
      publisher: 'Port Office Press',
      published: { edtf: '2023-07-14', how: 'mail' },
      warnings: [],
    });
    expect(bodyText(document)).toBe(SENTENCE);
  });

  it('is read in its declared charset and transfer encoding', async () => {
    const document = await read(
      `${HEAD}Content-Type: text/plain; charset=windows-1251\nContent-Transfer-Encoding: quoted-printable\n\n412 =EA=EE=ED=F2=E5=E9=ED=E5=F0=EE=E2\n`,
    );
    expect(document.text.trim()).toBe('412 контейнеров');
  });

  it('is read from its HTML part where that tells more', async () => {
    const html = `<html><body><p>${SENTENCE}</p><p>${SENTENCE.replace('412', '418')}</p></body></html>`;
    const document = await read(
      `${HEAD}Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee the HTML part.\n--b\nContent-Type: text/html\n\n${html}\n--b--\n`,
    );
    expect(bodyText(document)).toContain('counted 418 containers');
    expect(bodyText(document)).not.toContain('See the HTML part');
  });

  it('is read from an HTML part without the frame of a page', async () => {
    const document = await read(
      `${HEAD}Content-Type: text/html\n\n<div dir="ltr"><p>${SENTENCE}</p></div>\n`,
    );
    expect(bodyText(document)).toBe(SENTENCE);
  });

  it('names its attachments, which are not part of the text', async () => {
    const document = await read(
      `${HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n${SENTENCE}\n--b\nContent-Type: application/pdf; name=annex.pdf\nContent-Disposition: attachment; filename=annex.pdf\n\nx\n--b--\n`,
    );
    expect(document.warnings).toEqual(['attachments are not part of this text: annex.pdf']);
  });
});

describe('what mail programs add', () => {
  it('is dropped: a quoted reply with its attribution, and a signature', async () => {
    const mail = `${HEAD}\n${SENTENCE}\n\n-- \nAda Berg\nPort Office\n\nOn Thu, 13 Jul 2023 at 17:12, Desk <desk@watch.example> wrote:\n> How many were there?\n>\n> Regards\n`;
    expect(await droppedOf(mail)).toEqual([
      ['signature', '--'],
      ['signature', 'Ada Berg'],
      ['signature', 'Port Office'],
      ['quoted-reply', 'On Thu, 13 Jul 2023 at 17:12, Desk <desk@watch.example> wrote:'],
      ['quoted-reply', '> How many were there?'],
      ['quoted-reply', '>'],
      ['quoted-reply', '> Regards'],
    ]);
  });

  it('is dropped below the header that Outlook puts above a quoted mail', async () => {
    const mail = `${HEAD}\n${SENTENCE}\n\nFrom: Desk\nSent: Thursday, 13 July 2023 17:12\nTo: Press\nSubject: RE: Calls\n\nHow many were there?\n`;
    expect((await droppedOf(mail)).map(([rule]) => rule)).toEqual(Array(5).fill('quoted-reply'));
  });

  it('is kept where the mail forwards it', async () => {
    const mail = `${HEAD.replace('Subject: ', 'Subject: Fwd: ')}\nFor the file.\n\n---------- Forwarded message ---------\nFrom: Ada Berg <ada@port.example>\nDate: Thu, 13 Jul 2023\nSubject: Calls\n\n${SENTENCE}\n`;
    expect(await droppedOf(mail)).toEqual([]);
    expect(bodyText(await read(mail))).toBe(`For the file.\n\n${SENTENCE}`);
  });

  it('keeps a sentence that merely speaks of writing', async () => {
    expect(
      await droppedOf(
        `${HEAD}\nOn 13 July 2023 the master wrote to us: he had seen no crates.\n\n${SENTENCE}\n`,
      ),
    ).toEqual([]);
  });
});

describe('faults', () => {
  it.each(['', 'just words\n\nand more words\n', '\u0000\u0001\u0002'])(
    'calls what is no mail malformed: %#',
    async (text) => {
      await expect(read(text)).rejects.toMatchObject({ code: 'malformed', where: 'file:note.eml' });
    },
  );

  it('calls a mail nested without end malformed', async () => {
    const nested = Array.from(
      { length: 300 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`,
    ).join('');
    await expect(read(`${HEAD}${nested}\nx`)).rejects.toMatchObject({ code: 'malformed' });
  });

  it('names encryption', async () => {
    const mail = `${HEAD}Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\n\nMIAGCSqGSIb3\n`;
    await expect(read(mail)).rejects.toMatchObject({ code: 'encrypted' });
  });

  it('has no text where only attachments hold any', async () => {
    const mail = `${HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=annex.pdf\n\nx\n--b--\n`;
    await expect(read(mail)).rejects.toMatchObject({
      code: 'no-text',
      message: expect.stringContaining('annex.pdf') as string,
    });
  });
});
