import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { charsetInMarkup, decodeText } from '../../src/documents/encoding.js';

const SENTENCES: Record<string, { text: string; encodings: string[] }> = {
  Russian: {
    text: 'Северная Корея передала России более тысячи контейнеров с боеприпасами, сообщил представитель ведомства.',
    encodings: ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5', 'maccyrillic', 'utf-16le', 'utf-16be'],
  },
  Ukrainian: {
    text: 'Прокуратура заявила, що уламки ракети знайшли у трьох районах міста після нічного удару.',
    encodings: ['windows-1251', 'koi8-u', 'iso-8859-5'],
  },
  Korean: {
    text: '국방부 장관은 화물선이 항구를 떠나 컨테이너 수백 개를 실어 날랐다고 밝혔다.',
    encodings: ['euc-kr', 'cp949', 'utf-16le'],
  },
  Japanese: {
    text: '防衛省は、貨物船が港を出て数百個のコンテナを運んだと発表した。',
    encodings: ['shift_jis', 'euc-jp', 'utf-16be'],
  },
  Chinese: {
    text: '国防部表示，货船离开港口，运送了数百个集装箱的弹药。',
    encodings: ['gb18030', 'gbk', 'gb2312'],
  },
  'Chinese, traditional': {
    text: '國防部表示，貨船離開港口，運送了數百個貨櫃的彈藥。',
    encodings: ['big5'],
  },
  German: {
    text: 'Die Außenministerin erklärte, dass über tausend Behälter für Geschütze geliefert wurden.',
    encodings: ['windows-1252', 'iso-8859-1', 'iso-8859-15', 'macintosh'],
  },
  French: {
    text: 'Le ministère a déclaré que des conteneurs d’armes ont été livrés à l’armée après l’été.',
    encodings: ['windows-1252', 'macintosh'],
  },
  Spanish: {
    text: 'La portavoz señaló que más de mil contenedores de munición habían llegado según la fiscalía.',
    encodings: ['windows-1252', 'iso-8859-1'],
  },
  Polish: {
    text: 'Rzecznik oświadczył, że ponad tysiąc kontenerów z amunicją zostało wysłanych przez port.',
    encodings: ['windows-1250', 'iso-8859-2'],
  },
  Czech: {
    text: 'Mluvčí uvedl, že více než tisíc kontejnerů s municí bylo odesláno lodí přes přístav.',
    encodings: ['windows-1250', 'iso-8859-2'],
  },
  Turkish: {
    text: 'Sözcü, binden fazla konteynerin gönderildiğini ve mühimmatın cepheye ulaştığını açıkladı.',
    encodings: ['windows-1254', 'iso-8859-9'],
  },
  Greek: {
    text: 'Η κυβέρνηση ανακοίνωσε ότι περισσότερα από χίλια εμπορευματοκιβώτια στάλθηκαν με πλοίο.',
    encodings: ['windows-1253', 'iso-8859-7'],
  },
  Hebrew: {
    text: 'הדובר אמר כי יותר מאלף מכולות תחמושת נשלחו מהנמל בשנה האחרונה.',
    encodings: ['windows-1255', 'iso-8859-8'],
  },
  Arabic: {
    text: 'قال المتحدث إن أكثر من ألف حاوية من الذخيرة أرسلت من الميناء العام الماضي.',
    encodings: ['windows-1256', 'iso-8859-6'],
  },
  Lithuanian: {
    text: 'Atstovas pareiškė, kad daugiau nei tūkstantis konteinerių šaudmenų buvo išsiųsta laivu.',
    encodings: ['windows-1257', 'iso-8859-13'],
  },
  Thai: {
    text: 'โฆษกกล่าวว่ามีการส่งตู้คอนเทนเนอร์บรรจุกระสุนมากกว่าหนึ่งพันตู้ทางเรือ',
    encodings: ['windows-874', 'tis-620'],
  },
  'English with typographic marks': {
    text: 'The spokesman said “more than 1,000” containers — each packed with shells — didn’t arrive.',
    encodings: ['windows-1252', 'macintosh'],
  },
};

describe('legacy encodings', () => {
  for (const [language, { text, encodings }] of Object.entries(SENTENCES)) {
    it.each(encodings)(`reads ${language} in %s`, (encoding) => {
      const plain = `${text}\r\n1,234 tons, 152 mm.\r\n`;
      const decoded = decodeText(iconv.encode(plain, encoding), null, null);
      expect(decoded.text).toBe(plain);
      expect(decoded.warnings).toEqual([expect.stringMatching(/^encoding guessed/)]);
    });
  }

  it('reads ISO-2022-JP by its escape sequences', () => {
    // "日本" between escapes into JIS X 0208 and back to ASCII.
    const bytes = Buffer.from('\x1b$BF|K\\\x1b(B 152 mm\n', 'latin1');
    expect(decodeText(bytes, null, null).text).toBe('日本 152 mm\n');
  });

  it('believes the declared charset where the text does not speak against it', () => {
    const bytes = iconv.encode('Été à Vladivostok', 'windows-1252');
    expect(decodeText(bytes, 'ISO-8859-1', null)).toMatchObject({ text: 'Été à Vladivostok', warnings: [] });
  });

  it('reads a table without words as the commonest encoding', () => {
    const bytes = iconv.encode('£1,000\t12°\n£2,000\t13°\n', 'windows-1252');
    expect(decodeText(bytes, null, null).text).toBe('£1,000\t12°\n£2,000\t13°\n');
  });

  it('overrules a wrong declaration and says so', () => {
    const { text } = SENTENCES['Russian'] ?? { text: '' };
    const decoded = decodeText(iconv.encode(text, 'windows-1251'), 'iso-8859-1', null);
    expect(decoded.text).toBe(text);
    expect(decoded.warnings[0]).toContain('declared as windows-1252');
  });
});

describe('Unicode', () => {
  it('returns any UTF-8 text unchanged but for a byte order mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        // eslint-disable-next-line no-control-regex -- control characters make a binary file
        fc.pre(!/[\x00-\x1f]/.test(text) && !text.startsWith('\uFEFF'));
        expect(decodeText(Buffer.from(text), 'windows-1251', null).text).toBe(text);
        expect(decodeText(Buffer.from(`\uFEFF${text}`), null, null).text).toBe(text);
      }),
    );
  });

  it.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])(
    'follows the byte order mark of %s',
    (encoding) => {
      const bytes = iconv.encode('Оружие: 1,000 containers', encoding, { addBOM: true });
      expect(decodeText(bytes, null, null)).toMatchObject({ text: 'Оружие: 1,000 containers', warnings: [] });
    },
  );

  it('keeps UTF-8 with a few damaged characters and counts them', () => {
    const bytes = Buffer.concat([Buffer.from('Контейнеры прибыли в порт '), Buffer.from([0xd0])]);
    const decoded = decodeText(bytes, null, null);
    expect(decoded.encoding).toBe('utf-8');
    expect(decoded.warnings).toEqual(['1 characters could not be read as utf-8']);
  });
});

describe('no text', () => {
  it('refuses binary data named as text', () => {
    const bytes = Uint8Array.from({ length: 4_000 }, (_, i) => (i * 7919 + (i >> 3)) % 256);
    expect(() => decodeText(bytes, null, 'file:notes.txt')).toThrowError(
      expect.objectContaining({ code: 'unsupported', where: 'file:notes.txt' }),
    );
  });
});

it('finds the charset that markup names', () => {
  expect(charsetInMarkup(Buffer.from('<meta charset="KOI8-R">'))).toBe('koi8-r');
  expect(
    charsetInMarkup(Buffer.from('<META http-equiv=Content-Type content="text/html; charset=windows-1251">')),
  ).toBe('windows-1251');
  expect(charsetInMarkup(Buffer.from('<?xml version="1.0" encoding="Shift_JIS"?><html>'))).toBe('shift_jis');
  expect(charsetInMarkup(Buffer.from('<p>charset=none</p>'))).toBeNull();
});
