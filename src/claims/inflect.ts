/** Word forms that a lexicon leaves unsaid: regular plurals, hyphens, American spellings. */

const IRREGULAR: Record<string, string> = {
  man: 'men',
  woman: 'women',
  person: 'people',
  foot: 'feet',
  aircraft: 'aircraft',
  ammunition: 'ammunition',
  ordnance: 'ordnance',
  serviceman: 'servicemen',
  personnel: 'personnel',
  equipment: 'equipment',
  materiel: 'materiel',
  machinery: 'machinery',
};

/** The plural of a noun phrase: that of its last word, or of the word before "of". */
export function plural(phrase: string): string {
  const of = phrase.indexOf(' of ');
  if (of > 0) return plural(phrase.slice(0, of)) + phrase.slice(of);
  const cut = Math.max(phrase.lastIndexOf(' '), phrase.lastIndexOf('-')) + 1;
  const [head, word] = [phrase.slice(0, cut), phrase.slice(cut)];
  const irregular = IRREGULAR[word];
  if (irregular !== undefined) return head + irregular;
  if (/(?:man)$/.test(word) && word.length > 4 && !/(?:human|german|roman)$/.test(word))
    return head + word.replace(/man$/, 'men');
  if (/[^aeiou]y$/.test(word)) return head + word.replace(/y$/, 'ies');
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${head}${word}es`;
  return `${head}${word}s`;
}

const AMERICAN: readonly [RegExp, string][] = [
  [/defence/g, 'defense'],
  [/armour/g, 'armor'],
  [/calibre/g, 'caliber'],
  [/labour/g, 'labor'],
  [/programme/g, 'program'],
  [/centre/g, 'center'],
  [/licence/g, 'license'],
  [/tonne/g, 'ton'],
  [/tyre/g, 'tire'],
  [/adviser/g, 'advisor'],
  [/mobilise/g, 'mobilize'],
  [/organis/g, 'organiz'],
  [/metre/g, 'meter'],
  [/fibre/g, 'fiber'],
  [/aeroplane/g, 'airplane'],
  [/mould/g, 'mold'],
  [/catalogue/g, 'catalog'],
];

/** A phrase with its American spelling and its hyphens as spaces or left out; itself first. */
export function spellings(phrase: string): string[] {
  const american = AMERICAN.reduce((text, [pattern, by]) => text.replace(pattern, by), phrase);
  const both = american === phrase ? [phrase] : [phrase, american];
  return [
    ...new Set(
      both.flatMap((text) =>
        /\p{Ll}-\p{Ll}/u.test(text) ? [text, text.replace(/(\p{Ll})-(?=\p{Ll})/gu, '$1 ')] : [text],
      ),
    ),
  ];
}
