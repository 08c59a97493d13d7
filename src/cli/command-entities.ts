import { Command, Option } from 'commander';
import { ENTITY_TYPES, type EntityType } from '../model/entity.js';
import { CANDIDATE_COLUMNS, ENTITY_COLUMNS } from './entity-columns.js';
import { entityText } from './entity-text.js';
import { formatOption, scoreOption, textOrJsonOption } from './options.js';
import { writeRecords, type Format } from './record-format.js';
import type { Surroundings } from './surroundings.js';
import { globalsOf, withCase } from './with-case.js';

interface ListOptions {
  readonly type?: EntityType;
  readonly search?: string;
  readonly format: Format;
}

export function entitiesCommand(here: Surroundings): Command {
  const command = new Command('entities')
    .description('List who and what the claims speak of, the most named first.')
    .addOption(new Option('--type <type>', 'those of one type').choices(ENTITY_TYPES))
    .option('--search <text>', 'those with this in a name or number')
    .addOption(formatOption())
    .addHelpText(
      'after',
      `
Examples:
  $ tallyman entities --type vessel
  $ tallyman entities --search 9179842 --format json`,
    );
  return command.action(async ({ type, search, format }: ListOptions) => {
    const { listEntities } = await import('../pipeline/entities.js');
    await withCase(command, here, async (open) => {
      const entities = await listEntities(open, { type, search });
      const count = await writeRecords(entities, ENTITY_COLUMNS, format, here.out);
      if (globalsOf(command).quiet) return;
      if (count === 0 && format === 'table')
        await here.err.line('No entities. Has the case been run (`tallyman run`)?');
      if (await open.store.ledgerIsStale())
        await here.err.line('Judged since: `tallyman run` brings the entities up to date.');
    });
  });
}

export function entityCommand(here: Surroundings): Command {
  const command = new Command('entity')
    .description(
      'Show an entity: its names, numbers and times, the claims that name it, the judgements on it.',
    )
    .argument('<entity>', 'an id (e-…), a name, or a number such as an IMO number')
    .addOption(textOrJsonOption())
    .addHelpText(
      'after',
      `
Examples:
  $ tallyman entity Angara
  $ tallyman entity 9179842 --format json`,
    );
  return command.action(async (wanted: string, { format }: { readonly format: 'text' | 'json' }) => {
    const { showEntity } = await import('../pipeline/show-entity.js');
    await withCase(command, here, async (open) => {
      const shown = await showEntity(open, wanted);
      await here.out.write(
        format === 'json' ? `${JSON.stringify(shown)}\n` : entityText(shown, here.out.colours),
      );
    });
  });
}

export function candidatesCommand(here: Surroundings): Command {
  const command = new Command('candidates')
    .description(
      'List pairs of entities that may be one, for an analyst to judge; nothing puts them together.',
    )
    .option('--least <score>', 'the least score, 0 to 1', scoreOption, LEAST_CANDIDATE)
    .addOption(formatOption())
    .addHelpText(
      'after',
      `
Examples:
  $ tallyman candidates
  $ tallyman candidates --least 0.9 --format json`,
    );
  return command.action(async ({ least, format }: { readonly least: number; readonly format: Format }) => {
    const { candidatePairs } = await import('../pipeline/entities.js');
    await withCase(command, here, async (open) => {
      const count = await writeRecords(
        await candidatePairs(open, least),
        CANDIDATE_COLUMNS,
        format,
        here.out,
      );
      if (count === 0 && format === 'table' && !globalsOf(command).quiet)
        await here.err.line('No two entities are so alike.');
    });
  });
}

const LEAST_CANDIDATE = 0.75;
