import pino from 'pino';

/** Where a line goes for whoever is on call. The detail is for programs, the message for a person; never bodies, never secrets. */
export interface Logger {
  info(detail: Readonly<Record<string, unknown>>, message: string): void;
  warn(detail: Readonly<Record<string, unknown>>, message: string): void;
  error(detail: Readonly<Record<string, unknown>>, message: string): void;
}

export const logLevels = ['info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/**
 * Opens a log of one JSON object a line, with RFC 3339 times in UTC. An error under `err` is written with its code,
 * its detail, its stack and its causes.
 *
 * @param destination what has `write`, such as process.stderr.
 */
export function openLog(level: LogLevel, destination: { write(line: string): unknown }): Logger {
  const log = pino(
    { level, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } },
    { write: (line) => void destination.write(line) },
  );
  return {
    info: (detail, message) => log.info(detail, message),
    warn: (detail, message) => log.warn(detail, message),
    error: (detail, message) => log.error(detail, message),
  };
}
