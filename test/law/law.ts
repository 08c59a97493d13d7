import { loadLaw } from '../../src/law/load-law.js';
import { loadVocabulary } from '../../src/model/vocabulary.js';

/** The bundled names and law. */
export const vocabulary = loadVocabulary();
export const law = loadLaw([], vocabulary);
