import { TallymanError } from '../core/errors.js';
import { layOut, plainDraft } from './draft.js';
import { LOW_CONFIDENCE } from './ocr.js';
import { readOpening, setAside } from './opening.js';
import { pictureCount, checkPicture } from './picture.js';
import type { Reader } from './reader.js';

/** Reads a picture of text: a scan, a photograph of a page, a screenshot. */
export const readImage: Reader = async (bytes, { where, ocr, signal }) => {
  checkPicture(bytes, where);
  const { parts, confidence, words } = await ocr.recognize(bytes, where, signal);
  if (words === 0) throw new TallymanError('no-text', 'is a picture in which no text was found', where);
  const pages = pictureCount(bytes);
  const laidOut = layOut(setAside(parts.map((part) => ({ ...part, page: null }))));
  return {
    ...plainDraft(laidOut),
    ...readOpening(laidOut.text, laidOut.blocks),
    ocr: { confidence, pages: [1] },
    warnings: [
      ...(confidence < LOW_CONFIDENCE
        ? [`text was recognized with a low confidence of ${confidence} %`]
        : []),
      ...(pages > 1 ? [`only the first of ${pages} pages was read`] : []),
    ],
  };
};
