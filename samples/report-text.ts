/** The words of the sample think-tank report; `report-pdf.ts` sets them. A caret and digit mark a footnote. */

export interface Passage {
  readonly kind: 'heading' | 'body';
  readonly text: string;
}

export interface ReportPage {
  readonly passages: readonly Passage[];
  /** Printed at the foot of the page, in order. */
  readonly notes: readonly string[];
}

export const COVER = {
  institute: 'Meridian Cargo Institute (sample)',
  series: 'Working Paper 7',
  title: 'Boxes, rails and hulls',
  subtitle: 'What has been counted on the way from Rajin to the front, and what has not',
  authors: 'Noor Aldana and Felix Trask',
  date: '6 May 2025',
  summary: [
    'Governments, research groups and journalists have published more than a dozen figures on the arms traffic between North Korea and Russia. They are often set side by side as if they measured one thing. They do not: some count voyages, some count containers, some count shells, and some state what a container could hold.',
    'This paper lists the public counts, the window that each covers and the unit that each uses. It draws on published statements alone and adds no count of its own.',
  ],
  disclaimer:
    'Sample document of the Tallyman sample case. The institute and its authors are invented; the statements collected here are on public record.',
} as const;

export const PAGES: readonly ReportPage[] = [
  {
    passages: [
      { kind: 'heading', text: '1. The sea leg' },
      {
        kind: 'body',
        text: 'The first hulls to be named were two. The Royal United Services Institute reported on 16 October 2023 that the Russian vessels Angara and Maria had made at least five round trips between Rajin and Dunai from mid-August to 14 October.^1 Its analysts believe that the ships carried North Korean munitions, although no image shows the inside of a box.',
      },
      {
        kind: 'body',
        text: 'Two more ships, the Maia-1 and the Lady R, came to sail the route, and Vostochny, a commercial port, was served beside the naval pier. By 1 March 2024 the specialist service NK Pro had counted at least 32 trips by the four.^2',
      },
      {
        kind: 'body',
        text: 'The fullest tally is that of the Open Source Centre, which worked with Reuters. Published on 15 April 2025, it records 64 voyages by the Angara, the Maria, the Maia-1 and the Lady R from Rajin to Vostochny and Dunai between September 2023 and March 2025.^3 By the Centre\u2019s count the four ships delivered nearly 16,000 containers to Russia. It estimates that between 4 million and 6 million artillery shells reached Russia in this way, a range which it calls conserv\u00adative.',
      },
      { kind: 'heading', text: '2. The rail leg' },
      {
        kind: 'body',
        text: 'There is one railway between the two countries, and it crosses the Tumen river from Tumangang to Khasan. The White House published its first image of that crossing on 20 January 2023. On 18 November 2022, its spokesman John Kirby said, five Russian railcars travelled from Russia to North Korea, and on the next day they went back loaded with containers. The cargo, according to Kirby, was infantry rockets and missiles for the Wagner group.^4',
      },
      {
        kind: 'body',
        text: 'A year later the yard was full. Beyond Parallel, a project of the Center for Strategic and International Studies, counted approximately 73 freight railcars at Tumangang on 5 October 2023, a level without precedent in the five years before. The traffic probably shows deliveries of arms and munitions to Russia, it judged; tarpaulins made it impossible to be certain.^5',
      },
      {
        kind: 'body',
        text: 'Rails run both ways. On 17 June 2024, the eve of President Putin\u2019s visit to Pyongyang, the same project saw some 66 tank cars at Tumangang and 33 at Khasan, and took them for a sign of Russian oil on its way to the North.^6',
      },
    ],
    notes: [
      '1  Royal United Services Institute, The Orient Express, 16 October 2023; The Washington Post of the same day.',
      '2  NK Pro, as reported on 1 March 2024.',
      '3  Reuters and Open Source Centre, 15 April 2025.',
      '4  White House press briefing, 20 January 2023.',
      '5  Beyond Parallel, Dramatic Increase in DPRK-Russia Border Rail Traffic, 6 October 2023.',
      '6  Beyond Parallel, Changes at Tumangang-Khasan Rail Crossing, 2024.',
    ],
  },
  {
    passages: [
      { kind: 'heading', text: '3. What the counts count' },
      {
        kind: 'body',
        text: 'A voyage is seen; a container on deck is seen or reckoned from the length of the stack; a shell is not seen at all. Each step from one to the next is an assumption. South Korea\u2019s Defense Intelligence Agency put the step in so many words when it told a member of parliament in August 2024 that the more than 13,000 containers which North Korea had sent to Russia through Najin since mid-2022 could hold more than 6 million rounds of 152 mm ammunition.^7 That is a statement about volume. Whether the boxes were full, and of what, it leaves open.',
      },
      {
        kind: 'body',
        text: 'The calibre matters as much as the box. In February 2024 the minister of defence in Seoul gave two answers for one and the same lot, 3 million rounds of 152 mm or 500,000 of 122 mm, and a reader who adds them up has invented half a million shells.^8',
      },
      { kind: 'heading', text: '4. Reading the table' },
      {
        kind: 'body',
        text: 'Table 1 gives every count with its window. Three cautions apply. First, a figure that begins in mid-2022 cannot be set against one that begins in September 2023. Second, a round trip is two crossings but a single cargo. Third, a newspaper that repeats a ministry is not a second source, and is not listed as one.',
      },
      {
        kind: 'body',
        text: 'Nothing in this paper should be read as a finding on any private company. Imagery of a ship at a pier shows a ship at a pier.',
      },
    ],
    notes: [
      '7  Report to Representative Kang Dae-sik, as published by Yonhap on 27 August 2024.',
      '8  Shin Won-sik to reporters, 26 February 2024.',
    ],
  },
];

/** A bar a count, from one month to another; months are counted from January 2022. */
export const FIGURE = {
  caption: 'Figure 1. The window of each count',
  years: ['2022', '2023', '2024', '2025'],
  bars: [
    { label: 'Defense Intelligence Agency', from: 5, to: 32 },
    { label: 'Royal United Services Institute', from: 19, to: 22 },
    { label: 'Ministry of defence, Seoul', from: 19, to: 26 },
    { label: 'NK Pro', from: 19, to: 26 },
    { label: 'US State Department', from: 20, to: 26 },
    { label: 'Open Source Centre', from: 20, to: 39 },
  ],
} as const;

export const TABLE = {
  caption: 'Table 1. Public counts of the traffic, in order of publication',
  head: ['Who counted', 'Published', 'Window', 'What is counted', 'Figure'],
  widths: [118, 76, 106, 126, 69],
  rows: [
    [
      'White House',
      '13 October 2023',
      '\u201crecent weeks\u201d',
      'containers delivered to Russia',
      'more than 1,000',
    ],
    [
      'Royal United Services Institute',
      '16 October 2023',
      'mid-August to 14 October 2023',
      'round trips Rajin\u2013Dunai',
      'at least 5',
    ],
    [
      'US State Department',
      '23 February 2024',
      'since September 2023',
      'containers delivered to Russia',
      'more than 10,000',
    ],
    [
      'Shin Won-sik, minister of defence, South Korea',
      '26 February 2024',
      'since August 2023',
      'containers shipped to Russia',
      'about 6,700',
    ],
    ['NK Pro', '1 March 2024', 'since August 2023', 'trips by four ships', 'at least 32'],
    [
      'Defense Intelligence Agency, South Korea',
      '27 August 2024',
      'since mid-2022',
      'containers shipped to Russia',
      'more than 13,000',
    ],
    [
      'Open Source Centre',
      '15 April 2025',
      'September 2023 to March 2025',
      'voyages to Vostochny and Dunai',
      '64',
    ],
    [
      'Open Source Centre',
      '15 April 2025',
      'September 2023 to March 2025',
      'containers carried',
      'nearly 16,000',
    ],
  ],
} as const;

/** Everything that the report says, a paragraph, note or table row a line, as a reader of it would quote it. */
export function reportText(): string {
  const passages = PAGES.flatMap((page) => [...page.passages.map((passage) => passage.text), ...page.notes]);
  const rows = TABLE.rows.map((row) => row.join(' | '));
  return [...Object.values(COVER).flat(), ...passages, TABLE.caption, ...rows]
    .join('\n')
    .replaceAll('\u00ad', '')
    .replaceAll(/\^\d+/g, '');
}
