const askTheClock = 'Ask the clock you were given: deps.clock.now(). See platform/clock.ts.';

/** The house rules, for oxlint: each message names what to write instead. */
const rules = {
  'ask-the-clock': {
    "NewExpression[callee.name='Date'][arguments.length=0]": askTheClock,
    "CallExpression[callee.object.name='Date'][callee.property.name='now']": askTheClock,
  },
  'take-ids-from-ids': {
    "CallExpression[callee.object.name='Math'][callee.property.name='random']":
      'Take ids and randomness from platform/ids.ts, so a test can choose them.',
  },
  'settings-arrive': {
    "MemberExpression[object.name='process'][property.name='env']":
      'Settings arrive as Settings. Only cli/ reads the environment, once.',
  },
  'throw-a-fault': {
    "ThrowStatement > NewExpression[callee.name='Error']":
      'Throw a Fault with a code from platform/faults.ts, or return a refusal.',
  },
  'export-by-name': {
    ExportAllDeclaration: 'No barrels: import from the file that has the thing.',
    ExportDefaultDeclaration: 'Export by name, so the name is the same everywhere.',
  },
};

const visitor = (found, context) =>
  Object.fromEntries(
    Object.entries(found).map(([selector, message]) => [selector, (node) => context.report({ node, message })]),
  );

export default {
  meta: { name: 'house' },
  rules: Object.fromEntries(
    Object.entries(rules).map(([name, found]) => [name, { create: (context) => visitor(found, context) }]),
  ),
};
