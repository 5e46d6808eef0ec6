/** The one place of the application that reads the clock of the computer it runs on. */
export function now(): Date {
  return new Date();
}
