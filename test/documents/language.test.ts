import { expect, it } from 'vitest';
import { detectLanguage } from '../../src/documents/language.js';

it.each([
  ['en', 'The inspectors counted four hundred containers on the quay and signed the annex to their report.'],
  ['ru', 'Инспекторы насчитали на причале четыреста контейнеров и подписали приложение к своему отчёту.'],
  ['uk', 'Інспектори нарахували на причалі чотириста контейнерів і підписали додаток до свого звіту.'],
  ['ko', '검사관들은 부두에서 컨테이너 사백 개를 세고 보고서 부속서에 서명하였다.'],
  ['ja', '検査官は岸壁で四百個のコンテナを数え、報告書の付属書に署名した。'],
  ['zh', '检查员在码头清点了四百个集装箱，并在报告附件上签字。'],
  ['fr', 'Les inspecteurs ont compté quatre cents conteneurs sur le quai et signé l’annexe de leur rapport.'],
  ['ar', 'أحصى المفتشون أربعمائة حاوية على الرصيف ووقعوا على ملحق التقرير الذي أعدوه.'],
])('knows %s', (code, text) => {
  expect(detectLanguage(text)).toBe(code);
});

it.each(['', 'Rajin', '412 / 96 / 1,040', 'Aurora Star, Cape Lena'])(
  'leaves "%s" open, too short to tell',
  (text) => {
    expect(detectLanguage(text)).toBeNull();
  },
);
