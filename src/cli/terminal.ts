import type { Terminal } from './start-command.ts';

/** The real one. */
export const terminal: Terminal = {
  words: process.argv.slice(2),
  variables: process.env,
  print: (line) => console.log(line),
  remark: (line) => console.error(line),
  onInterrupt(listener) {
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    for (const signal of signals) process.on(signal, listener);
    return () => {
      for (const signal of signals) process.off(signal, listener);
    };
  },
  leave: (code) => process.exit(code),
};
