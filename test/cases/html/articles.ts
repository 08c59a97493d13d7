/** Articles of our own, as typed blocks, for the pages of the golden cases. People, papers and ships are invented. */
export type Part =
  | { readonly p: string }
  | { readonly h: string }
  | { readonly q: string }
  | { readonly li: readonly string[] }
  | { readonly table: readonly (readonly string[])[] };

export interface Article {
  readonly title: string;
  readonly byline: string;
  readonly published: string;
  readonly parts: readonly Part[];
}

const p = (text: string): Part => ({ p: text });
const h = (text: string): Part => ({ h: text });
const q = (text: string): Part => ({ q: text });
const li = (...items: string[]): Part => ({ li: items });

export const QUAY: Article = {
  title: 'Port workers describe night shifts at a closed quay',
  byline: 'Marta Ellingsen',
  published: '2024-03-11',
  parts: [
    p('For three weeks in February the eastern quay was lit until dawn. The men who worked there were told to leave their telephones in a locker, and to say nothing about what the cranes lifted.'),
    p('Four of them have now spoken, on condition that their names are not printed. Their accounts agree on the main points: two ships, both without a name on the stern, and containers that had been painted over by hand.'),
    p('"You learn to read a box," one crane driver said. "These were heavy at one end, and nobody wanted to stand under them."'),
    h('What the papers say'),
    p('The customs declarations, which were seen by this newspaper, list agricultural machinery. The declared weight comes to 212 tonnes, less than a third of what the crane logs record for the same nights.'),
    p('A spokesman for the harbour authority declined to explain the difference. He said that the logs were an internal matter and that the authority had "full confidence" in its customers.'),
    h('A ministry looks away'),
    p('The transport ministry was told of the discrepancy on 19 February, according to two officials. It opened no inquiry. Its press office answered a list of eleven questions with one sentence: the ministry does not comment on individual shipments.'),
    p('Both ships have since left. One of them switched on its transponder off the cape, under a flag that it had not flown when it arrived.'),
  ],
};

export const SEIZURE: Article = {
  title: 'Navy finds rifles under sacks of cement',
  byline: 'Staff correspondent',
  published: '2023-11-06',
  parts: [
    p('A naval patrol has seized about 1,400 automatic rifles from a fishing boat that carried no flag, the defence ministry said on Sunday. The crew of nine was taken ashore for questioning.'),
    p('The rifles lay in wooden crates beneath some eight tonnes of cement. According to the ministry the boat had left a port in the north four days earlier and was bound for the coast of a neighbouring state.'),
    p('It is the third seizure of its kind this year. In May a patrol found 560 rifles; in August it was 226,000 rounds of ammunition, which have since been destroyed.'),
    p('The ministry did not say who had paid for the weapons. A United Nations report published in October described the route as one of two that have been in regular use since 2021.'),
  ],
};

export const QUESTIONS: Article = {
  title: 'Five questions about the missing tanker',
  byline: 'Jonas Adeyemi and Li Wen',
  published: '2024-06-20',
  parts: [
    p('A tanker of 183 metres does not vanish, but the Corvina has not been seen since the first of June. Here is what is known, and what is not.'),
    h('Where was she last heard?'),
    p('Her last message came from a point 40 nautical miles off the cape, at eleven in the evening, when she reported a speed of 11 knots. The next ship to pass, two hours later, saw nothing.'),
    h('Who owns her?'),
    p('On paper a company with one director and an address above a bakery. The company was founded in March, six days before it bought the ship, and has filed no accounts.'),
    h('What did she carry?'),
    p('Some 30,000 tonnes of fuel oil, if the bill of lading is right. Analysts who have looked at her draught say that she was not more than half full.'),
    h('Could she have sunk?'),
    p('No distress call was received and no oil was seen on the water. Insurers, who have reasons to be careful, treat her as "in service".'),
    h('What happens next?'),
    p('The flag state says that it has written to the owner. Under its own rules it may strike a ship off its register after ninety days of silence, which would be the end of August.'),
  ],
};

export const RELEASE: Article = {
  title: 'Ministry publishes quarterly figures on arms export licences',
  byline: 'Ministry of Trade',
  published: '2024-10-15',
  parts: [
    p('The Ministry of Trade today published its figures on licences for the export of military goods in the third quarter of 2024. In all 312 licences were granted and 17 refused.'),
    p('The value of the licences granted was 418 million, compared with 377 million in the same quarter of last year. Four fifths of that value concerned member states of the Union.'),
    { table: [['Destination', 'Licences', 'Value (million)'], ['Member states', '221', '334'], ['Other European states', '48', '51'], ['Rest of the world', '43', '33']] },
    p('Of the 17 refusals, nine were based on the risk that the goods would be diverted. In two cases the ministry had learned that the stated recipient did not exist at the address given.'),
    p('"The figures show that careful checks and a strong industry are not opposites," said the minister, Ingrid Solberg-Hahn. "We will go on publishing them every quarter, with the reasons for each refusal."'),
    p('The complete tables, with a list of all categories of goods, are available from the ministry\'s library on request.'),
  ],
};

export const LIST: Article = {
  title: 'Seven signs that a ship is hiding something',
  byline: 'Desk of the Maritime Monitor',
  published: '2023-08-29',
  parts: [
    p('Most ships that switch off their transponders have an honest reason. Those that do not tend to share a few habits, which anyone with a public tracking site can learn to see.'),
    li('The same gap in the same place, voyage after voyage, always a day before port.', 'A draught that changes while the ship is said to be at anchor.', 'A name painted over within a year of the last one.', 'Two hulls that share one number, hundreds of miles apart.', 'A destination field that reads "for orders" for weeks on end.', 'An insurer that no other ship in the port has heard of.', 'A crew list that grows by three on the way home.'),
    p('None of these proves anything on its own. Two or three together are a reason to ask the harbour master for the papers, and to compare them with the cranes.'),
    p('Readers who watch their own coast have sent us good examples over the years, and a few bad ones; a ferry that "went dark" every night turned out to be saving electricity.'),
  ],
};

export const INTERVIEW: Article = {
  title: '"A container is a promise, not a fact"',
  byline: 'Interview: Petra Vondrák',
  published: '2024-01-27',
  parts: [
    p('Colonel Aurel Ionescu counted ammunition for twenty years, first in depots and then on satellite pictures. He retired in December and now teaches logistics.'),
    p('You have said that most published figures are useless. Why?'),
    p('Because they answer a question that nobody asked. Somebody counts boxes, somebody else multiplies by the most that a box can hold, and a third writes down the result as if he had opened every one of them.'),
    p('What should be published instead?'),
    p('The count, the day, and who did the counting. If you must convert, then say into what, and give the lower end first. My students hate that; it makes for poor headlines.'),
    p('Have you ever been wrong yourself?'),
    p('In 2016 I reported 900 tonnes of shells at a railhead. It was roofing tiles. I keep one on my desk.'),
    p('Ionescu laughs when he tells the story, but he did not laugh then. The report had gone to two capitals before the photograph was taken again in better light.'),
  ],
};

export const SHORT: Article = {
  title: 'Freighter released after inspection',
  byline: 'Agency',
  published: '2024-05-30',
  parts: [p('The freighter Oriole left the roads on Thursday morning after inspectors had found nothing against the rules in her four holds, the coast guard said. She had been held for six days.')],
};

export const LIVE: Article = {
  title: 'Strike on the railway depot: what we know so far',
  byline: 'Live desk',
  published: '2024-02-14',
  parts: [
    p('Two people were killed and seven wounded when missiles hit the railway depot in the north of the city before dawn, the mayor says. Trains towards the east are suspended.'),
    h('11:40 Prosecutors open a case'),
    p('The regional prosecutor has opened a case and says that fragments of at least three missiles have been collected. Their origin is being established.'),
    h('10:05 Toll rises'),
    p('A second railway worker has died in hospital, the health department reports. Seven people are being treated, two of them in a serious condition.'),
    h('08:30 First pictures'),
    p('Pictures from the depot show a burnt-out carriage and a crater beside the turntable. The roof of the workshop has come down over about forty metres.'),
    h('06:15 Explosions heard'),
    p('Residents of three districts report explosions shortly after five in the morning. The air force says that it shot down four of seven missiles.'),
  ],
};

export const STUDY: Article = {
  title: 'Rail freight across the border, counted from above',
  byline: 'Dr Hanne Okafor',
  published: '2024-09-03',
  parts: [
    p('This note counts freight cars at a border station on 96 cloudless days between January 2023 and June 2024. It finds that traffic trebled in the autumn of 2023 and has not returned to its former level.'),
    h('Method'),
    p('Cars were counted by two readers who did not know the date of the picture. Where their counts differed by more than five, a third reader decided. Pictures with more than a tenth of cloud were left out.'),
    p('A car that stands in the station is not a car that crosses the border; the count therefore measures how busy the station is, and nothing else.'),
    h('Findings'),
    p('In the first eight months the median was 21 cars. From September to December 2023 it was 67, with a highest count of 93 on 5 October. In 2024 so far it is 54.'),
    p('The share of covered wagons rose as well, from a third to more than half. Covered wagons are used for grain, cement and ammunition alike, and no picture can tell these apart.'),
    h('Limits'),
    p('The counts say nothing about the direction of travel. On eleven days trains were seen on both tracks, and on four of them the number fell between the morning and the afternoon.'),
  ],
};

export const UKRAINIAN: Article = {
  title: 'Порт відмовився назвати власника вантажу',
  byline: 'Олена Гайдук',
  published: '2024-04-18',
  parts: [
    p('Адміністрація порту відмовилася назвати власника вантажу, який три тижні зберігався на закритому причалі. У відповіді на запит редакції йдеться лише про те, що всі документи були в порядку.'),
    p('За даними митниці, на причалі стояло 64 контейнери загальною вагою понад 900 тонн. У деклараціях вантаж названо сільськогосподарським обладнанням.'),
    p('«Ми бачили, як їх вантажили вночі, і ніхто не дозволяв підходити ближче», — розповів один із працівників, який попросив не називати його імені.'),
    p('Прокуратура області повідомила, що перевірку розпочато минулого тижня. Вона триватиме щонайменше місяць, сказала речниця відомства.'),
  ],
};

export const KOREAN: Article = {
  title: '항만 당국, 화물 주인 공개 거부',
  byline: '김하늘 기자',
  published: '2024-04-19',
  parts: [
    p('항만 당국이 지난 3주 동안 폐쇄된 부두에 보관된 화물의 주인을 밝히지 않기로 했다. 당국은 모든 서류가 규정에 맞게 제출되었다고만 답했다.'),
    p('세관 자료에 따르면 부두에는 모두 64개의 컨테이너가 있었고 무게는 900톤이 넘었다. 신고서에는 농기계라고 적혀 있었다.'),
    p('한 노동자는 밤마다 크레인이 움직였고 아무도 가까이 갈 수 없었다고 말했다. 그는 이름을 밝히지 말아 달라고 부탁했다.'),
    p('검찰은 지난주 조사를 시작했으며 적어도 한 달이 걸릴 것이라고 밝혔다. 두 척의 배는 이미 항구를 떠났다.'),
  ],
};

export const COLUMN: Article = {
  title: 'The comfort of large numbers',
  byline: 'Rosalind Achterberg',
  published: '2024-07-08',
  parts: [
    p('There is a kind of number that makes a reader feel informed without telling him anything. Nine million is such a number. So is sixteen thousand, when it is containers and nobody has looked inside.'),
    p('I have nothing against the people who count. They sit in small rooms with large screens, and they know better than anyone how much they do not see. It is on the way from the room to the front page that the "up to" falls off.'),
    q('The first thing that a figure loses on its travels is its modesty.'),
    p('What would help is a rule that any editor could pin to the wall: no figure without its owner, no owner without his reason. If a minister says three million, print that the minister says so, and print what he counted.'),
    p('It would make for longer sentences and shorter headlines. We have survived worse. The paper for which I began to write in 1988 once printed the height of a flood in the wrong unit, and nobody drowned who would not have drowned anyway.'),
    p('But people did move their furniture.'),
  ],
};
