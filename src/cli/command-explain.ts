import { existsSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { TallymanError } from '../core/errors.js';
import type { Explained } from '../pipeline/explain.js';
import { explainedText } from './explained-text.js';
import { PLAIN } from './output.js';
import type { Surroundings } from './surroundings.js';
import { printable } from './terminal-text.js';
import { caseNearby, globalsOf, withCase } from './with-case.js';

const FORMS = ['text', 'json', 'html'] as const;
type Form = (typeof FORMS)[number];

interface ExplainOptions {
  readonly format?: Form;
  readonly output?: string;
}

export function explainCommand(here: Surroundings): Command {
  const command = new Command('explain')
    .description(
      'Show how a document is read: its figures, names, acts and speakers, what made a claim, and what did not.',
    )
    .argument('<source>', 'a file, which needs no case; or the id of a document or claim of the case')
    .addOption(new Option('--format <form>', 'the form of the output (default: text)').choices(FORMS))
    .option('-o, --output <file>', 'the file to write; its ending says the form: .html, .json, .txt')
    .addHelpText(
      'after',
      `
A mail, feed or web archive is explained document by document. Within a case its own vocabulary is known too.
Examples:
  $ tallyman explain report.pdf
  $ tallyman explain ships.html -o ships-explained.html
  $ tallyman explain c-1f0a3b --format json`,
    );
  return command.action(async (source: string, options: ExplainOptions) => {
    const form = formOf(options);
    const explained = await explainedOf(source, command, here);
    const whole = await written(
      explained,
      form,
      options.output === undefined ? here.out.colours : PLAIN.colours,
    );
    if (options.output === undefined) await here.out.write(whole);
    else {
      const { writeWhole } = await import('../pipeline/write-file.js');
      const path = resolve(here.folder, options.output);
      await writeWhole(path, whole);
      if (!globalsOf(command).quiet) await here.out.line(printable(`Wrote ${path}`));
    }
    for (const { where, reason, remedy } of explained.rejects)
      await here.err.line(printable(`rejected: ${where}: ${reason}\n  ${remedy}`));
    here.exitCode = explained.rejects.length > 0 ? 1 : 0;
  });
}

const ENDINGS: Readonly<Record<string, Form>> = { '.html': 'html', '.json': 'json', '.txt': 'text' };

/** The form that was asked for, else that of the file's ending. */
function formOf({ format, output }: ExplainOptions): Form {
  if (format !== undefined) return format;
  if (output === undefined) return 'text';
  const form = ENDINGS[extname(output).toLowerCase()];
  if (form === undefined)
    throw new TallymanError(
      'usage',
      `the file ends in ${Object.keys(ENDINGS).join(', ')}, or name a --format`,
      output,
    );
  return form;
}

/** A file where there is one of this name, else a record of the case. */
async function explainedOf(source: string, command: Command, here: Surroundings): Promise<Explained> {
  const { explainFile, explainRecord } = await import('../pipeline/explain.js');
  const isRecord = /^(?:[cf]-)?[0-9a-f]{4,}$/.test(source) && !existsSync(resolve(here.folder, source));
  return isRecord
    ? withCase(command, here, (open) => explainRecord(open, source))
    : explainFile(source, here.folder, caseNearby(command, here));
}

async function written(explained: Explained, form: Form, colours: typeof PLAIN.colours): Promise<string> {
  if (form === 'json') return `${JSON.stringify(explained)}\n`;
  if (form === 'text') return explainedText(explained.documents, colours);
  const { explainedPage } = await import('../pipeline/explain.js');
  return explainedPage(explained);
}
