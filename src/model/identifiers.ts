/** Numbers by which registers know things, told from other digits by their own check digits and ranges. */

/** Seven digits of which the last is the check digit of the six before it (IMO resolution A.1117(30)). */
export function isImo(number: string): boolean {
  if (!/^\d{7}$/.test(number)) return false;
  const sum = [7, 6, 5, 4, 3, 2].reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return sum % 10 === Number(number[6]);
}

/** Nine digits of a ship station: they begin with the region's digit, 2 to 7 (ITU-R M.585). */
export const isMmsi = (number: string): boolean => /^[2-7]\d{8}$/.test(number);

/** "IMO 9179842", "imo number: 9179842", "9179842": the number where its check digit holds; null otherwise. */
export function imoIn(text: string): string | null {
  const [, number] =
    /(?:^|\bimo\b[\s:.#-]*(?:n(?:umber|o)\b[\s:.#-]*)?)(\d{7})(?!\d)/i.exec(text.trim()) ?? [];
  return number !== undefined && isImo(number) ? number : null;
}

/** All IMO numbers named as such in a text, each once, in order; numbers whose check digit fails are none. */
export function imosIn(text: string): readonly string[] {
  const named = [...text.matchAll(/\bimo\b[^\d.;]{0,24}(\d{7})(?!\d)/gi)].map(([, number]) => number ?? '');
  return [...new Set(named.filter(isImo))];
}
