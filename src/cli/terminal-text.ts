/** Shows a control character by its code: a source's text must not steer the terminal it is printed on. */
const shown = (character: string): string => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;

// C0 and C1 controls, and the marks that turn or hide the direction of the text after them.
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text that is safe to print, with its line breaks and tabs. */
export const printable = (text: string): string => text.replace(/\r\n?/g, '\n').replace(CONTROLS, shown);

/** The same on one line, for a table's cell or a message. */
export const oneLine = (text: string): string => printable(text.replace(/\s+/g, ' ').trim());
