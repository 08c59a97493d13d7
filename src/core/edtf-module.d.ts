declare module 'edtf' {
  /** First and last millisecond of an EDTF date; throws on text that is none. */
  // The package exports this one function as its default; the rule on default exports is about our own modules.
  // eslint-disable-next-line no-restricted-syntax
  export default function parse(text: string): { readonly min: number; readonly max: number };
}
