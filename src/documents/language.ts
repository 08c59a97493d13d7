import { eld } from 'eld/small';

/** Enough text for the n-grams to tell; more only costs time. */
const SAMPLE = 4_000;
/** Below these counts of letters a guess is a toss-up. A Chinese, Japanese or Korean character says more. */
const MIN_LETTERS = 60;
const MIN_IDEOGRAPHS = 15;

/** ISO 639-1 code of the language that the text is mostly in; null where it is too short or too mixed to tell. */
export function detectLanguage(text: string): string | null {
  const sample = text.length <= SAMPLE ? text : text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const ideographs = sample.match(/[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/gu)?.length ?? 0;
  if (letters < MIN_LETTERS && ideographs < MIN_IDEOGRAPHS) return null;
  const result = eld.detect(sample);
  return result.language === '' || !result.isReliable() ? null : result.language;
}

/** How much the text reads like any known language, 0 to 1. Wrongly decoded text scores low, text without words 0. */
export function languageScore(text: string): number {
  if (!/\p{L}{3}/u.test(text)) return 0;
  return Math.max(0, ...Object.values(eld.detect(text).getScores()));
}
