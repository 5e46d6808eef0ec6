/** How a field of the interchange format is written: a pattern for programs, an example for people. */
export const writtenForms = {
  code: { pattern: '^[A-Z0-9]+(-[A-Z0-9]+)*$', example: 'CO-BEIJING' },
  id: { pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', example: '01900000-0000-7000-8000-000000000001' },
  country: { pattern: '^[A-Z]{2}$', example: 'CN' },
  day: { pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', example: '2026-11-24' },
  instant: {
    pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-][0-9]{2}:[0-9]{2})$',
    example: '2026-11-24T09:30:00Z',
  },
  legacyAddress: { pattern: '^/', example: '/news/old-page.htm' },
} as const;

/** `CO-BEIJING` for the pattern of a code. */
export function exampleOf(pattern: string): string {
  return Object.values(writtenForms).find((form) => form.pattern === pattern)?.example ?? pattern;
}
