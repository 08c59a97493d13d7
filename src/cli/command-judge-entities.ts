import { Command } from 'commander';
import type { EntityJudgement } from '../model/entity-judgement.js';
import type { Reason } from '../pipeline/judge-entities.js';
import type { OpenCase } from '../pipeline/open-case.js';
import type { Surroundings } from './surroundings.js';
import { oneLine } from './terminal-text.js';
import { globalsOf, withCase } from './with-case.js';

const AN_ENTITY = 'an id (e-…), a name, or a number such as an IMO number';

const withReason = (command: Command): Command =>
  command
    .requiredOption('--by <name>', 'who judges')
    .requiredOption('--why <text>', 'the reason, which is kept with it');

export function mergeCommand(here: Surroundings): Command {
  const command = new Command('merge')
    .description('Say that two entities are one: the first stands, with all that claims say of both.')
    .argument('<entity>', `the one that stands: ${AN_ENTITY}`)
    .argument('<other>', 'the one that is put into it')
    .addHelpText(
      'after',
      `
The ledger follows with the next \`tallyman run\`; \`tallyman undo\` takes the judgement back.
Examples:
  $ tallyman merge "Grey Heron" "Gray Heron" --by "A. Analyst" --why "one IMO number in the port's log"
  $ tallyman candidates`,
    );
  return withReason(command).action(async (entity: string, other: string, reason: Reason) => {
    const { mergeEntities } = await import('../pipeline/judge-entities.js');
    await judged(command, here, (open) => mergeEntities(open, entity, other, reason, new Date()));
  });
}

export function splitCommand(here: Surroundings): Command {
  const command = new Command('split')
    .description('Have names that claims use of an entity mean another one.')
    .argument('<entity>', AN_ENTITY)
    .requiredOption('--name <name...>', 'the names that leave it, as claims use them')
    .option('--as <entity>', 'the entity that they mean, known or new; by default one of their own')
    .addHelpText(
      'after',
      `
Where one name means two things, tell them apart claim by claim: tallyman judge CLAIM edit --set route.vessel="…".
Examples:
  $ tallyman split "Grey Heron" --name "Grey Heron II" --by "A. Analyst" --why "another ship of the line"`,
    );
  return withReason(command).action(
    async (
      entity: string,
      { name, as, ...reason }: Reason & { readonly name: string[]; readonly as?: string },
    ) => {
      const { splitEntity } = await import('../pipeline/judge-entities.js');
      await judged(command, here, (open) => splitEntity(open, entity, name, as ?? null, reason, new Date()));
    },
  );
}

export function distinctCommand(here: Surroundings): Command {
  const command = new Command('distinct')
    .description('Say of two entities that they are not one; they are no longer put forward as candidates.')
    .argument('<entity>', AN_ENTITY)
    .argument('<other>', 'the other one')
    .addHelpText(
      'after',
      `
Examples:
  $ tallyman distinct "Maia-1" "Maya" --by "A. Analyst" --why "different IMO numbers in the register"`,
    );
  return withReason(command).action(async (entity: string, other: string, reason: Reason) => {
    const { tellApart } = await import('../pipeline/judge-entities.js');
    await judged(command, here, (open) => tellApart(open, entity, other, reason, new Date()));
  });
}

export function originCommand(here: Surroundings): Command {
  return new Command('origin')
    .description('Say whose word counts as whose: support of a finding counts independent origins.')
    .addCommand(joinCommand(here))
    .addCommand(apartCommand(here))
    .addHelpText(
      'after',
      `
Examples:
  $ tallyman origin join "Delta Survey" "Delta Survey Europe" --by "A. Analyst" --why "one desk writes for both"
  $ tallyman origin split "Port Authority" --by "A. Analyst" --why "it has contradicted its government"`,
    );
}

function joinCommand(here: Surroundings): Command {
  const command = new Command('join')
    .description('Have two origins count as one: the first stands.')
    .argument('<origin>', `the one that stands: ${AN_ENTITY}`)
    .argument('<other>', 'the one whose word is its word')
    .addHelpText(
      'after',
      `
Examples:
  $ tallyman origin join "Delta Survey" "Delta Survey Europe" --by "A. Analyst" --why "one desk writes for both"`,
    );
  return withReason(command).action(async (entity: string, other: string, reason: Reason) => {
    const { joinOrigins } = await import('../pipeline/judge-entities.js');
    await judged(command, here, (open) => joinOrigins(open, entity, other, reason, new Date()));
  });
}

function apartCommand(here: Surroundings): Command {
  const command = new Command('split')
    .description('Have an entity speak for itself alone, and no longer for its state.')
    .argument('<entity>', AN_ENTITY)
    .addHelpText(
      'after',
      `
Examples:
  $ tallyman origin split "Port Authority" --by "A. Analyst" --why "it has contradicted its government"`,
    );
  return withReason(command).action(async (entity: string, reason: Reason) => {
    const { splitOrigin } = await import('../pipeline/judge-entities.js');
    await judged(command, here, (open) => splitOrigin(open, entity, reason, new Date()));
  });
}

export function undoCommand(here: Surroundings): Command {
  const command = new Command('undo')
    .description(
      'Take a judgement back, on claims or on entities; what stood before it stands again, exactly.',
    )
    .argument('<judgement>', 'its id (j-…); its beginning is enough where no other has it')
    .addHelpText(
      'after',
      `
Examples:
  $ tallyman undo j-5d1c0b --by "A. Analyst" --why "the register was wrong"`,
    );
  return withReason(command).action(async (id: string, reason: Reason) => {
    const { undo } = await import('../pipeline/judgement-log.js');
    await withCase(command, here, async (open) => {
      const { judgement } = await undo(open, id, reason, new Date());
      await told(command, here, open, `${judgement.id} (${judgement.verdict}) is taken back.`);
    });
  });
}

const judged = (
  command: Command,
  here: Surroundings,
  judge: (open: OpenCase) => Promise<EntityJudgement>,
): Promise<void> =>
  withCase(command, here, async (open) => {
    await told(command, here, open, outcome(await judge(open)));
  });

async function told(command: Command, here: Surroundings, open: OpenCase, text: string): Promise<void> {
  if (globalsOf(command).quiet) return;
  await here.out.line(oneLine(text));
  if (await open.store.ledgerIsStale()) await here.err.line('`tallyman run` brings the ledger up to date.');
}

function outcome({ id, verdict, entities, names }: EntityJudgement): string {
  const [first = '', second = ''] = entities.map(({ key }) => key);
  switch (verdict) {
    case 'merge':
      return `${id}: ${second} is ${first}.`;
    case 'split':
      return `${id}: ${(names ?? []).join(', ')} means ${second}, not ${first}.`;
    case 'distinct':
      return `${id}: ${first} is not ${second}.`;
    case 'join-origins':
      return `${id}: ${second} speaks for ${first}.`;
    case 'split-origin':
      return `${id}: ${first} speaks for itself.`;
    case 'undo':
      return `${id}: taken back.`;
  }
}
