/** Compiles `src/` to `dist/` unless it was compiled from these very files; ends the process where it fails. */
export function build(): void;
