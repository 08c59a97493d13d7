import { contentId, shortHash } from '../core/hash.js';
import type { Question } from './finding.js';

/** Keys of questions, by which claims and findings that belong together are found. */

/** The id of the finding on a question: of the question alone. */
export const questionId = (question: Question): string => contentId('f', question);

/** Of all questions like this one but for the unit. */
export function familyId(question: Question): string {
  const { kind, supplier, recipient, actor, target, item, per, outcome, vessel, event } = question;
  const told = event === null ? null : [event.date, event.place];
  return keyOf([kind, supplier, recipient, actor, target, item, per, outcome, vessel, told]);
}

/** Of all questions of one kind and parties: what a denial covers, whatever the goods. */
export const chargeId = ({ kind, supplier, recipient, actor, target }: Question): string =>
  keyOf([kind, supplier, recipient, actor, target]);

const keyOf = (parts: readonly unknown[]): string => shortHash(JSON.stringify(parts));
