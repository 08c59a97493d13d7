import { makePdf } from './pdf-samples.js';

const SERIF = 'Times-Roman';
const BOLD = 'Times-Bold';
const SANS = 'Helvetica';

/** Numbered paragraphs with their number set apart, raised marks in the text and notes at the foot of the page. */
export const NUMBERED = [
  '12. The Panel inspected the wharf on 4 May 2019 and counted 31 crates in two sheds. The crates bore the marks of a maker whose goods may not be sent to the islands.',
  '13. A Member State informed the Panel that the same maker had loaded 18 further crates in March. The Panel has asked for the bill of lading and awaits an answer.',
  '14. In its reply the owner stated that the goods were pumps. The Panel notes that pumps need no seals of this kind.',
];

export const NOTES = [
  '21 S/2018/171, paras. 45-47.',
  '22 See also the letter of the owner to the Panel, 16 October 2018, on file with the secretariat, and the annexes to it that list the numbers of the seals.',
  '23 The agent told the Panel by telephone that he had never seen the seals.',
];

export const panelReport = (): Promise<Uint8Array> =>
  makePdf((pdf) => {
    for (const page of [1, 2, 3]) {
      pdf.addPage().font(SANS).fontSize(8);
      pdf.text('S/2019/000', page % 2 === 0 ? 72 : 470, 40, { lineBreak: false });
      pdf.text(`${page}/3`, page % 2 === 0 ? 72 : 510, 780, { lineBreak: false });
      pdf.text('19-00000', page % 2 === 0 ? 490 : 72, 780, { lineBreak: false });
      if (page !== 2) {
        pdf
          .font(SERIF)
          .fontSize(10)
          .text('Nothing else was found on the wharf by those who looked for it there that day.', 72, 90);
        continue;
      }
      pdf.font(BOLD).fontSize(12).text('C. The wharf and its sheds', 72, 80, { lineBreak: false });
      let y = 110;
      for (const paragraph of NUMBERED) {
        const [number = '', ...words] = paragraph.split(' ');
        pdf.font(SERIF).fontSize(10);
        pdf.text(number, 72, y, { lineBreak: false });
        pdf.text(words.join(' '), 72, y, { width: 450, indent: 34, lineGap: 2 });
        y = pdf.y + 8;
      }
      pdf.moveTo(72, 640).lineTo(190, 640).stroke();
      y = 648;
      for (const note of NOTES) {
        const [number = '', ...words] = note.split(' ');
        pdf
          .font(SERIF)
          .fontSize(5.5)
          .text(number, 84, y - 1, { lineBreak: false });
        pdf.fontSize(8).text(words.join(' '), 100, y, { width: 400 });
        y = pdf.y + 2;
      }
    }
  });

/** A table whose rows go on over the page, its head repeated, with cells wrapped to two and three lines. */
export const CALLS = Array.from({ length: 26 }, (_, i) => [
  `${(i % 28) + 1} March 2021`,
  i % 3 === 0 ? 'Aurora Star of the northern islands line' : 'Cape Lena',
  i % 4 === 0 ? 'loaded under the eyes of two harbour policemen at the inner quay' : 'at anchor',
  String(40 + i * 7),
]);
export const CALLS_HEAD = ['Date', 'Vessel', 'What was seen', 'Containers'];

export const tableOverTwoPages = (padding: number): Promise<Uint8Array> =>
  makePdf((pdf) => {
    const widths = [100, 120, 150, 80];
    pdf.addPage().font(BOLD).fontSize(11).text('Table 4. Calls at the inner quay', 72, 72);
    let y = 100;
    const draw = (row: readonly string[]): void => {
      pdf.font(SANS).fontSize(9);
      const height = Math.max(
        ...row.map((cell, k) => pdf.heightOfString(cell, { width: (widths[k] ?? 0) - 8 })),
      );
      if (y + height > 740) {
        pdf.addPage();
        y = 72;
        draw(CALLS_HEAD);
        pdf.font(SANS).fontSize(9);
      }
      let x = 72;
      row.forEach((cell, k) => {
        pdf.text(cell, x, y, { width: (widths[k] ?? 0) - 8 });
        x += widths[k] ?? 0;
      });
      y += height + padding;
    };
    draw(CALLS_HEAD);
    for (const row of CALLS) draw(row);
    pdf
      .font(SERIF)
      .fontSize(11)
      .text('The harbour office keeps the list and corrects it once a year, in the spring.', 72, y + 20);
  });

export const BRIEF = {
  intro:
    'This brief sets out in one column what the two columns below then take apart, and it does so at some length.',
  left: [
    'The barges came in pairs. Each pair carried forty boxes, and each box was sealed twice before the tug let go of it.',
    'None was opened. The watchmen wrote down the numbers of the seals and the hour, and later compared the two lists by hand.',
  ],
  right: [
    'In June the pairs became threes. The third barge lay lower in the water, which the watchmen put down to grain.',
    'Two of them doubted it. Grain does not need four armed men, they said, nor does it travel by night under a tarpaulin.',
  ],
  labels: ['January', 'February', 'March', 'boxes', 'barges', '0', '20', '40'],
  outro:
    'What follows from this for the watch on the river is the subject of the next brief, which will appear in the autumn.',
};

/** One column, two columns of unlike length, a drawing over the full width, one column again. */
export const brief = (): Promise<Uint8Array> =>
  makePdf((pdf) => {
    pdf.addPage().font(BOLD).fontSize(20).text('Boxes on the river', 72, 60);
    pdf.font(SERIF).fontSize(10.5).text(BRIEF.intro, 72, 100, { width: 451 });
    const column = (texts: readonly string[], x: number): void => {
      pdf.text('', x, 160);
      for (const text of texts) pdf.text(text, x, pdf.y, { width: 215 }).moveDown(0.6);
    };
    column(BRIEF.left, 72);
    column(BRIEF.right, 308);
    pdf.font(BOLD).fontSize(10).text('Figure 2: Boxes and barges by month', 72, 340, { lineBreak: false });
    pdf.font(SANS).fontSize(7.5);
    BRIEF.labels.forEach((label, i) =>
      pdf.text(label, 80 + (i % 3) * 130, 370 + Math.floor(i / 3) * 30, { lineBreak: false }),
    );
    pdf.font(SERIF).fontSize(10.5).text(BRIEF.outro, 72, 500, { width: 451 });
  });

export const RELEASE = [
  'The ministry said today that its inspectors had seized nine lorries at the southern crossing. All nine carried spare parts for aircraft, it said, none of them declared.',
  'The drivers were released on the same evening. The lorries stay where they are until the court has spoken.',
  'Since January the inspectors have stopped 41 lorries, more than in the two years before taken together.',
];

/** One column in a large type, with a letterhead, a quoted list and a contact block. */
export const pressRelease = (): Promise<Uint8Array> =>
  makePdf((pdf) => {
    pdf.addPage().font(SANS).fontSize(9).text('MINISTRY OF TRANSPORT', 72, 50).text('PRESS RELEASE', 72, 64);
    pdf.text('12 September 2022', 72, 78);
    pdf.font(BOLD).fontSize(16).text('Nine lorries stopped at the southern crossing', 72, 110);
    pdf.font(SERIF).fontSize(12).text('', 72, 150);
    for (const paragraph of RELEASE)
      pdf.text(paragraph, { align: 'justify', width: 430, lineGap: 3 }).moveDown(0.8);
    for (const item of ['three lorries on 2 September,', 'four on 5 September,', 'two on 9 September.'])
      pdf.text('\u2022', 84, pdf.y, { lineBreak: false }).text(item, 104, pdf.y).moveDown(0.2);
  });

export const TUGS = [
  ['Month', 'Tugs', 'Boxes'],
  ['June', '4', '160'],
  ['July', '6', '231'],
  ['August', '9', '402'],
];
export const STUDY_NOTES = [
  '1 See the list of the harbour office, 2021, p. 4.',
  '2 The tug master denied it in a letter to the office.',
];

/** Two columns whose lines do not stand on common baselines, a table in the left one, a note at the foot of each. */
export const study = (): Promise<Uint8Array> =>
  makePdf((pdf) => {
    pdf.addPage().font(SERIF).fontSize(10);
    pdf.text(BRIEF.left[0] ?? '', 72, 110, { width: 215 });
    const y = pdf.y + 8;
    TUGS.forEach((row, i) =>
      row.forEach((cell, k) => pdf.text(cell, 76 + k * 70, y + i * 14, { lineBreak: false })),
    );
    pdf.text(BRIEF.left[1] ?? '', 72, y + 70, { width: 215 });
    pdf.text('', 308, 114);
    for (const text of [...BRIEF.right, ...BRIEF.right])
      pdf.text(text, 308, pdf.y, { width: 215 }).moveDown(0.5);
    STUDY_NOTES.forEach((note, i) => pdf.fontSize(7.5).text(note, 72 + i * 236, 700, { width: 215 }));
  });

/** An address with date and reference at its right, and a short table of contents. */
export const coverLetter = (): Promise<Uint8Array> =>
  makePdf((pdf) => {
    pdf.addPage().font(SERIF).fontSize(11);
    ['Port Unit', 'Quay 4'].forEach((line, i) => pdf.text(line, 72, 60 + i * 14, { lineBreak: false }));
    ['12 May 2014', 'Ref. 12/14'].forEach((line, i) =>
      pdf.text(line, 430, 60 + i * 14, { lineBreak: false }),
    );
    pdf.text(BRIEF.intro, 72, 120);
    ['I. The river', 'II. Its tugs'].forEach((title, i) => {
      const dots = '.'.repeat(Math.floor((400 - pdf.widthOfString(title)) / pdf.widthOfString('.')));
      pdf.text(`${title} ${dots} ${i * 7 + 3}`, 72, 200 + i * 14, { lineBreak: false });
    });
  });
