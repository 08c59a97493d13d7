import type { Block } from '../model/document.js';

/**
 * Tells the sender's own words from what mail programs add: quoted replies and signatures are dropped by name, the
 * header lines of a forwarded message become a header, and what was forwarded stays.
 */
export function markMailParts(text: string, blocks: readonly Block[], subject: string): Block[] {
  const forwards = /^\s*(?:fwd?|fw|wg|tr|rv|пересл)\s*:/i.test(subject);
  let state: 'own' | 'quoted' | 'signature' | 'forwarded' | 'forward-header' = 'own';
  return blocks.map((block, i) => {
    const line = text.slice(...block.span);
    const drop = (rule: string): Block => ({ ...block, dropped: rule });

    if (FORWARD.test(line) || (forwards && ORIGINAL.test(line))) {
      state = 'forward-header';
      return { ...block, kind: 'header', dropped: null };
    }
    if (state === 'forward-header') {
      if (HEADER_LINE.test(line)) return { ...block, kind: 'header', dropped: null };
      state = 'forwarded';
    }
    if (ORIGINAL.test(line) || REPLY.test(line) || outlookHeader(text, blocks, i)) {
      // Outlook forwards with nothing but this header; only the subject tells it from a reply.
      if (forwards && !REPLY.test(line)) {
        state = 'forward-header';
        return { ...block, kind: 'header', dropped: null };
      }
      state = 'quoted';
    } else if (state !== 'quoted' && /^(?:--|__+|—)$/.test(line)) {
      state = 'signature';
    }
    if (state === 'quoted') return drop('quoted-reply');
    if (state === 'signature' || DEVICE.test(line)) return drop('signature');
    if (state === 'own' && line.startsWith('>')) return drop('quoted-reply');
    return block;
  });
}

const FORWARD =
  /^-{2,}\s*(?:forwarded message|weitergeleitete nachricht|message transféré|пересланное сообщение)\s*-{2,}|^begin forwarded message:$/i;
const ORIGINAL =
  /^-{2,}\s*(?:original message|ursprüngliche nachricht|message d'origine|исходное сообщение)\s*-{2,}$/i;
const HEADER_LINE =
  /^>?\s*\*?(?:from|sent|date|to|cc|subject|reply-to|von|gesendet|datum|an|betreff|de|envoyé|à|objet|от|дата|кому|тема)\s?:/i;
/** "On Mon, 4 March 2024 at 17:12, NAME wrote:", also where a line break divides it. */
const REPLY =
  /^(?:on|am|le|el|em|op|den|w dniu)\s[^:]{0,40}\d[\s\S]{0,200}\s(?:wrote|schrieb|a écrit|escribió|escreveu|schreef|skrev|napisał\(?a?\)?)\b[^\n]{0,80}:$|^[^\n]{0,80}\d{4}[\s\S]{0,160}(?:пишет|писал\(?а?\)?|написал\(?а?\)?|пише):$/i;
const DEVICE =
  /^(?:sent from my|get outlook for|von meinem .{2,20} gesendet|envoyé de mon|отправлено с)\b.{0,40}$/i;

/** "From:" with "Sent:" or "Date:" and "Subject:" right after it, in one block or in three. */
function outlookHeader(text: string, blocks: readonly Block[], at: number): boolean {
  const lines = blocks.slice(at, at + 5).map((block) => text.slice(...block.span));
  if (!/^\*?(?:from|von|de|от)\s?:/i.test(lines[0] ?? '')) return false;
  const head = lines.join('\n');
  return (
    /\b(?:sent|date|gesendet|datum|envoyé|дата|отправлено)\s?:/i.test(head) &&
    /\b(?:subject|betreff|objet)\s?:|тема\s?:/i.test(head)
  );
}
