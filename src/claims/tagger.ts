import { createRequire } from 'node:module';
import winkNLP, { type ItsFunction } from 'wink-nlp';
import { makeToken, type Token } from './token.js';

/** The words that a tagger knows: those of its model, and behind them every other that it has met. */
interface Lexemes {
  readonly hash: Record<string, number>;
  readonly list: readonly string[];
}

interface Model {
  core(): { readonly features: { readonly lexeme: Lexemes } };
}

const model = createRequire(import.meta.url)('wink-eng-lite-web-model') as Model;

/** A word that is met anew may be kept: the tagger takes it for one however it stands. */
const PLAIN = /^[a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u00FF]+$/i;

/** Words met after which a tagger is replaced by a new one, for the memory that they take. */
const MANY = 50_000;

/**
 * Tags stretches of text. The tagger behind it keeps each word that it has met, and splits by what it keeps: once it has
 * read "Yoo's," it takes "Yoo's" for one word. What a document holds must not depend on those read before it; so each
 * begins with a tagger that has met none.
 */
export class Tagger {
  private tagger = open();
  private forgotten = this.tagger.lexemes.list.length;

  /** Forgets the words of the document before. */
  begin(): void {
    const { hash, list } = this.tagger.lexemes;
    for (; this.forgotten < list.length; this.forgotten += 1) {
      const word = list[this.forgotten] as string;
      if (!PLAIN.test(word)) delete hash[word];
    }
    if (list.length - this.tagger.known < MANY) return;
    this.tagger = open();
    this.forgotten = this.tagger.known;
  }

  /** The words and marks of a text; offsets count from `from`. */
  tag(text: string, from: number): Token[] {
    const { nlp, value, pos, lemma } = this.tagger;
    const words = nlp.readDoc(text).tokens();
    const values = words.out(value);
    const tags = words.out(pos);
    const lemmas = words.out(lemma);
    const tokens: Token[] = [];
    let at = 0;
    for (let i = 0; i < values.length; i += 1) {
      const word = values[i] as string;
      const found = text.indexOf(word, at);
      // A tagger that rewrote a character would leave its token without a place; nothing could be read from it.
      if (found < 0 || word.trim() === '') continue;
      at = found + word.length;
      const lower = word.toLowerCase();
      tokens.push(makeToken(word, lower, lemmas[i] ?? lower, tags[i] ?? 'X', from + found, from + at));
    }
    return tokens;
  }
}

function open() {
  let lexemes: Lexemes | undefined;
  const kept = {
    ...model,
    core: () => {
      const core = model.core();
      lexemes = core.features.lexeme;
      return core;
    },
  };
  const nlp = winkNLP(kept as unknown as Parameters<typeof winkNLP>[0], ['pos']);
  if (lexemes === undefined) throw new Error('the tagger has loaded no words');
  const { value, pos, lemma } = nlp.its as unknown as Record<'value' | 'pos' | 'lemma', ItsFunction<string>>;
  return { nlp, lexemes, known: lexemes.list.length, value, pos, lemma };
}
