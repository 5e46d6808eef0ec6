import { commands } from './cli/commands.ts';
import { startCommand } from './cli/start-command.ts';
import { terminal } from './cli/terminal.ts';

// A reader that closes early (`dateline export | head`) is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

process.exitCode = await startCommand(commands, terminal);
