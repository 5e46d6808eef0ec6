import { expect, test } from 'vitest';
import { commands } from './commands.ts';
import { helpOf, settingsAsMarkdown } from './help.ts';
import { typedName, variableName } from './option.ts';
import { everySetting } from './settings.ts';

test('every command explains its options and its settings', async () => {
  for (const entry of commands) {
    const command = await entry.load();
    const help = helpOf(entry, command);
    expect(help).toContain(`Usage: bin/dateline ${entry.name}`);
    for (const name of Object.keys(command.options)) expect(help).toContain(typedName(name));
    for (const name of command.settings) expect(help).toContain(variableName(name));
  }
});

test('the table for the operator names every setting, its variable and its standard', () => {
  const table = settingsAsMarkdown();
  for (const name of everySetting) expect(table).toContain(`\`${variableName(name)}\``);
  expect(table).toContain('`{data}/newsroom.sqlite`');
  expect(table).toContain('`--page-files on\\|off`');
});
