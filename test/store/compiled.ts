import { mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import ts from 'typescript';

/**
 * Compiles the store and what it imports to JavaScript in `folder`, for tests whose other processes are killed or
 * compete.
 */
export function compileStore(folder: string): void {
  symlinkSync(fileURLToPath(new URL('../../node_modules', import.meta.url)), join(folder, 'node_modules'));
  for (const layer of ['core', 'model', 'store']) {
    const from = fileURLToPath(new URL(`../../src/${layer}/`, import.meta.url));
    mkdirSync(join(folder, layer), { recursive: true });
    for (const name of readdirSync(from)) {
      if (!name.endsWith('.ts') || name.endsWith('.d.ts')) continue;
      const { outputText } = ts.transpileModule(readFileSync(join(from, name), 'utf8'), {
        compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
      });
      writeFileSync(join(folder, layer, name.replace(/\.ts$/, '.mjs')), imports(outputText));
    }
  }
}

/** The compiled files are modules by their ending, whatever package they lie in. */
const imports = (code: string): string => code.replace(/(from\s+'\.[^']*)\.js'/g, "$1.mjs'");
