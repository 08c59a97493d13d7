/**
 * `npm run bench -- NAME [ARGUMENTS]`: runs one benchmark of `bench/`; without a name, lists them. A benchmark prints
 * what it measured, and on what.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, checkNode, fail, install, must, ROOT } from './steps.mjs';

const FOLDER = join(ROOT, 'bench');
const [name, ...args] = process.argv.slice(2);

checkNode();
install();
if (name === undefined) list();
else run();

function run() {
  const path = join(FOLDER, `${name}.ts`);
  if (!/^[a-z-]+$/.test(name) || !existsSync(path))
    fail(`there is no benchmark ${name}; \`npm run bench\` lists them`);
  build();
  must(process.execPath, [join(ROOT, 'node_modules', 'jiti', 'lib', 'jiti-cli.mjs'), path, ...args]);
}

/** Each with the first sentence of its own description. */
function list() {
  for (const file of readdirSync(FOLDER).filter((each) => each.endsWith('.ts'))) {
    const [, text = ''] = /\/\*\*\s*([^]*?)\*\//.exec(readFileSync(join(FOLDER, file), 'utf8')) ?? [];
    const sentence = text
      .replace(/\s*\*\s*/g, ' ')
      .trim()
      .split(/(?<=\.)\s/)[0];
    console.log(`${file.slice(0, -'.ts'.length).padEnd(12)} ${sentence}`);
  }
}
