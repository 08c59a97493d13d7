import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markBoilerplate } from '../../src/documents/boilerplate.js';
import { isHeading } from '../../src/documents/line-shape.js';
import type { BlockKind } from '../../src/model/document.js';

const LEAD =
  'Three ships unloaded at the eastern quay during the night, the harbour authority said on Monday.';
const BODY =
  'None of them had filed papers, and the cranes were switched off again before the sun had risen.';

const marks = (lines: readonly string[]): (string | null)[] =>
  markBoilerplate(lines.map((text) => ({ text, kind: isHeading(text) ? 'heading' : 'paragraph' })));

/** The rule that drops a line which stands between the article's two paragraphs, before them or after them. */
const dropped = (line: string, place: 'head' | 'body' | 'tail'): string | null => {
  const lines = { head: [line, LEAD, BODY], body: [LEAD, line, BODY], tail: [LEAD, BODY, line] }[place];
  return marks(lines)[lines.indexOf(line)] ?? null;
};

describe('lines that pages show beside their article', () => {
  it.each([
    ['head', 'Edit post', 'edit-link'],
    ['head', 'Skip to main content', 'skip-link'],
    ['head', 'Skip to content | Newsletter | Donate', 'skip-link'],
    ['head', '.css-9ab1{display:flex;gap:4px}', 'css-crumb'],
    ['head', 'This audio is created with AI assistance', 'audio-notice'],
    ['head', 'Listen to this article   0:00 / 6:12', 'audio-notice'],
    ['head', 'WATCH | 3:08', 'audio-notice'],
    ['head', '4 min read', 'reading-time'],
    ['head', 'EXPLAINER | 7 min read', 'reading-time'],
    ['head', 'Reading time: 5 minutes', 'reading-time'],
    ['head', 'Main › World › Ports', 'menu'],
    ['head', 'Home | Debates | Written answers', 'menu'],
    ['head', 'OPINION', 'section-label'],
    ['head', 'by Marta Ellingsen', 'byline'],
    ['head', 'By Jonas Adeyemi, United Nations correspondent', 'byline'],
    ['head', 'Text: Petra Vondrák', 'byline'],
    ['head', 'August 3, 2024 9:14 AM', 'date-line'],
    ['head', 'Write: 2024-08-03 14:02:11 / Updated: 2024-08-03 15:26:40', 'date-line'],
    ['head', 'Lviv, 15 March, 11:37', 'date-line'],
    ['head', 'RIGA/OSLO, March 12', 'date-line'],
    ['head', '(ATTN: RECASTS lead; ADDS details in paras 3-5)', 'wire-mark'],
    ['head', 'FOR IMMEDIATE RELEASE', 'wire-mark'],
    ['head', '12.08.2024 14:22   Views: 3 811', 'view-count'],
    ['head', 'LIVE | Auto-refresh: on | 1,204 following | Oldest first', 'view-count'],
    ['head', 'English | Français | 中文', 'language-switch'],
    ['body', 'Advertisement', 'advertisement'],
    ['body', 'Article continues below', 'advertisement'],
    ['body', 'Read also: Old lighthouse sold to a family of bakers', 'related-list'],
    ['body', 'A crane at the quay, seen from the water. (Archive photo / Harbour Gazette)', 'photo-credit'],
    ['body', '[Image: wagons at the border, Oct. 5. Credit: Planet Images]', 'photo-credit'],
    ['body', 'Photo : Harbour Office pool', 'photo-credit'],
    ['body', '((MUSIC: GUITAR, FADE))', 'stage-direction'],
    ['body', 'Subscribe to our Telegram channel', 'subscription-plea'],
    ['body', 'Coast ferries resume after storm as minister opens rebuilt terminal', 'stray-headline'],
    ['tail', 'Share this: Facebook  X  WhatsApp  Copy link', 'share-row'],
    ['tail', 'Listen | Print | List', 'share-row'],
    ['tail', 'Found a mistake? Select it and press Ctrl+Enter', 'site-notice'],
    ['tail', 'The opinions expressed here are the author’s own.', 'site-notice'],
    ['tail', 'Additional reporting by our Riga bureau. Captions: Graphics desk', 'wire-mark'],
    ['tail', '(Reporting by M. Ellingsen; Editing by T. Achebe)', 'wire-mark'],
    ['tail', '(END)', 'wire-mark'],
    ['tail', '###', 'wire-mark'],
    ['tail', 'mellingsen@gazette.example', 'mail-address'],
    ['tail', '© 2024 Harbour Gazette. All rights reserved.', 'copyright'],
    ['tail', 'Harbour Gazette is supported by 12,480 readers. Become a member', 'subscription-plea'],
    ['tail', 'Like what you read? Give us 5 dollars a month.', 'subscription-plea'],
    ['tail', 'We use cookies and process personal data to improve your experience.', 'cookie-notice'],
    ['tail', 'Privacy Policy | Terms of Use | Contact Us', 'footer-links'],
    ['tail', 'Hanne Okafor is a former pilot and the author of a history of buoys.', 'author-note'],
    ['tail', 'Media enquiries: press@gazette.example', 'mail-address'],
    ['tail', 'Queries: 02-748-0000 (domestic media), 02-748-0001 (foreign media).', 'correction-service'],
    ['tail', 'Yun Harim, Harbour News.', 'sign-off'],
    ['tail', 'Читайте також: Маяк продали родині пекарів', 'related-list'],
  ] as const)('%s: %s', (place, line, rule) => {
    expect(dropped(line, place)).toBe(rule);
  });

  it('takes the headlines under a list’s opening, and leaves the article that goes on', () => {
    const lines = [
      LEAD,
      'Read also:',
      '• Twelve thousand seamen and one cook',
      '• Why your heating bill doubled',
      'WHAT THE PAPERS SAY',
      BODY,
      'Most popular',
      'Editors’ Picks',
      '1. Ferry line resumes after storm, 12 boats checked',
      '2. Poll: what do islanders think of the bridge?',
      'Explainer: did the mayor lie about the bridge, and who pays for it?',
      'Angler, crab, eel: a spott…',
    ];
    expect(marks(lines).map((mark) => mark === null)).toEqual([
      true,
      false,
      false,
      false,
      true,
      true,
      ...Array<boolean>(6).fill(false),
    ]);
  });

  it('takes comments to the end, sentences and all', () => {
    const lines = [
      LEAD,
      BODY,
      '2 Comments',
      'seadog: I have lived here for thirty years and saw nothing of the kind.',
      'Do the sums, people.',
    ];
    expect(marks(lines)).toEqual([null, null, 'comments', 'comments', 'comments']);
  });

  it('takes numbered references under their heading, and keeps notes that are prose', () => {
    const references = [LEAD, BODY, 'Notes', '[1] S/2024/655.', '[2] Copy held by the harbour office, 3 pp.'];
    expect(marks(references)).toEqual([null, null, 'notes', 'notes', 'notes']);
    const prose = [LEAD, 'Notes', 'The counts were made on cloudless days, and by two readers each.'];
    expect(marks(prose)).toEqual([null, null, null]);
  });

  it('keeps rows of a table that look like a menu', () => {
    const rows = [
      'No. | Stopped | Ship | Found',
      '1 | 14 August 2009 | Oriole | rocket launchers',
      '2 | 26 October 2010 | Corvina | 13 containers',
    ];
    expect(marks([LEAD, ...rows])).toEqual([null, null, null, null]);
  });

  it('keeps dates that head the parts of a chronology', () => {
    expect(marks([LEAD, '13 November 2023', BODY, '2 December 2023', BODY])).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('lines of an article that resemble furniture', () => {
  it.each([
    'The company sold 20,000 shares to a firm in the capital last spring.',
    'It took 20 minutes - and then the ship left the port.',
    'Production in Russia has doubled since the start of last year, officials said.',
    'The allies pledge 500 million dollars to rebuild the harbour and its three cranes.',
    'By providing shells, the government hopes to win technology in return.',
    'Support for the regime has now collapsed in the northern provinces.',
    'The plan provides for members to vote in secret by the end of June.',
    'Reporting by the institute shows that the shipments doubled in a year.',
    'Additional material was sent to the depot by rail, the ministry said.',
    'The shells contributed to the gains of the second army, according to a report.',
    'Russia will pay to get shells from wherever it can, an analyst said.',
    'He found a mistake in the declarations, which listed two ships twice.',
    'The site was closed by the police in May, after the second fire.',
    'Let them come, as they will, through the front door; we have nothing to hide.',
    'What remains is a photograph: a green fuselage, on its side, in a steel box.',
    'The minister said so to reporters on Monday evening. (HNA)',
    'More than half of the boxes came back empty within the month.',
    'Sources in the ministry say that the count was made twice, and by hand.',
    'This video is from the second depot, two analysts agreed on Tuesday.',
    'The names may not be published before the court has ruled on the appeal.',
    'Share prices of both shipyards fell by a tenth after the announcement.',
    'Related cargo of the same owner was found in two other harbours.',
    'View from the bridge: the captain saw no lights on the other ship at all.',
    'Have weapons been delivered by this route before, he was asked twice.',
    'Watch officers reported that the transponder had been off since the cape.',
    'CORRECTION: An earlier version of this item gave the wrong flag. We apologise.',
  ])('%s', (line) => {
    expect(dropped(line, 'head')).toBeNull();
    expect(dropped(line, 'body')).toBeNull();
    expect(dropped(line, 'tail')).toBeNull();
  });

  it('keeps items of the article’s own lists', () => {
    const items = [
      '• Rockets, mortars and spare parts',
      '• 2,521 rifles off a dhow',
      '- Sept. 27, 2015, the Oriole: 75 guided munitions',
    ];
    expect(marks([LEAD, ...items, BODY])).toEqual([null, null, null, null, null]);
    expect(marks([LEAD, BODY, ...items])).toEqual([null, null, null, null, null]);
  });

  it('keeps the lines of a text broken at a fixed width', () => {
    const lines = [
      'The harbour authority has told the ministry that three ships',
      'Came and went at night without any of the papers that are due',
      'From each of them under the rules of the port and of the state',
      'And that it has no names to give to those who asked for them.',
    ];
    expect(marks([LEAD, ...lines])).toEqual([null, null, null, null, null]);
  });

  it('keeps a transcript’s questions', () => {
    const lines = [
      'Q What is he paying with?',
      'MR. OKAFOR: I read the story, and I do not know.',
      '[00:04:15] Q: And does the calendar stay the way it is?',
    ];
    expect(marks([LEAD, ...lines])).toEqual([null, null, null, null]);
  });
});

describe('headings of unmarked text', () => {
  it.each([
    'THE CARGO',
    '1. The hulls',
    'Who said it first?',
    'A. Norinco',
    'II. FINDINGS',
    'Carriage by air',
  ])('%s', (line) => {
    expect(isHeading(line)).toBe(true);
  });
  it.each([
    '',
    'He left.',
    '• Rockets and parts',
    'Coast ferries resume after storm as minister opens rebuilt terminal',
    'the lower case line',
    'So he said:',
  ])('not: %s', (line) => {
    expect(isHeading(line)).toBe(false);
  });
});

describe('laws', () => {
  const kind = fc.constantFrom<BlockKind>(
    'paragraph',
    'heading',
    'list_item',
    'table_row',
    'quote',
    'caption',
  );
  const block = fc.record({
    text: fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.lorem({ maxCount: 12 }),
      fc.constantFrom('Read also:', '3 Comments', 'Notes', 'Advertisement', '[1] Ibid., p. 4'),
    ),
    kind,
  });

  it('gives one mark a block and is deterministic', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 40 }), (blocks) => {
        const first = markBoilerplate(blocks);
        expect(first).toHaveLength(blocks.length);
        expect(markBoilerplate(blocks)).toEqual(first);
      }),
    );
  });

  it('keeps every paragraph of a text of plain sentences', () => {
    const words = ['ships', 'cranes', 'crates', 'inspectors', 'harbours', 'wagons', 'sailors'];
    const sentence = fc
      .tuple(
        fc.constantFrom(...words),
        fc.constantFrom('carried', 'counted', 'guarded'),
        fc.integer({ min: 2, max: 9000 }),
        fc.constantFrom(...words),
      )
      .map(([a, verb, n, b]) => `The ${a} ${verb} some ${String(n)} of the ${b} before the end of the week.`);
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 20 }), (lines) => {
        expect(marks(lines)).toEqual(lines.map(() => null));
      }),
    );
  });

  it('takes time in proportion to hostile input', () => {
    const lines = Array.from(
      { length: 20_000 },
      (_, i) =>
        ['Notes', 'Read also:', '3 Comments', `${'a '.repeat(80)}(`, 'x'.repeat(880), '| '.repeat(300)][
          i % 6
        ] ?? '',
    );
    const started = performance.now();
    markBoilerplate(lines.map((text) => ({ text, kind: 'paragraph' })));
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
