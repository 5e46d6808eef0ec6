import type { OaiProblem } from './oai.ts';

/** What each verb takes. An exclusive argument stands alone. */
const arguments_ = {
  Identify: { required: [], optional: [], exclusive: null },
  ListMetadataFormats: { required: [], optional: ['identifier'], exclusive: null },
  ListSets: { required: [], optional: [], exclusive: 'resumptionToken' },
  ListIdentifiers: {
    required: ['metadataPrefix'],
    optional: ['from', 'until', 'set'],
    exclusive: 'resumptionToken',
  },
  ListRecords: { required: ['metadataPrefix'], optional: ['from', 'until', 'set'], exclusive: 'resumptionToken' },
  GetRecord: { required: ['identifier', 'metadataPrefix'], optional: [], exclusive: null },
} as const;

export type Verb = keyof typeof arguments_;

export interface OaiRequest {
  readonly verb: Verb;
  readonly given: Readonly<Record<string, string>>;
}

export type RequestRead =
  | { readonly ok: true; readonly request: OaiRequest }
  | { readonly ok: false; readonly problems: readonly OaiProblem[] };

/** Reads the arguments of a request, however they came. Every reason against it is told at once. */
export function readRequest(asked: URLSearchParams): RequestRead {
  const [verb, ...others] = asked.getAll('verb');
  if (verb === undefined || others.length > 0 || !isVerb(verb)) {
    const said =
      verb === undefined ? 'There is no verb' : others.length > 0 ? 'There are several verbs' : 'There is no such verb';
    return { ok: false, problems: [{ code: 'badVerb', message: `${said}. Ask with one of ${VERBS}.` }] };
  }
  const names = [...new Set(asked.keys())].filter((name) => name !== 'verb');
  const { required, optional, exclusive } = arguments_[verb];
  const known: readonly string[] = [...required, ...optional, ...(exclusive === null ? [] : [exclusive])];
  const isAlone = exclusive !== null && names.includes(exclusive);
  const problems = [
    ...names.filter((name) => !known.includes(name)).map((name) => `${verb} does not take “${name}”. Leave it out.`),
    ...names.filter((name) => asked.getAll(name).length > 1).map((name) => `“${name}” stands twice. Say it once.`),
    ...(isAlone && names.length > 1 ? [`“${exclusive}” stands alone with the verb. Leave the others out.`] : []),
    ...names.filter((name) => FORMS[name]?.test(asked.get(name) ?? '') === false).map(malformed),
    ...(isAlone ? [] : required.filter((name) => !asked.get(name)).map((name) => `${verb} needs “${name}”. Add it.`)),
  ];
  if (problems.length > 0) {
    return { ok: false, problems: problems.map((message) => ({ code: 'badArgument', message })) };
  }
  return { ok: true, request: { verb, given: Object.fromEntries(names.map((name) => [name, asked.get(name) ?? ''])) } };
}

/** What arguments look like to the schema of the protocol; from and until are read where they are used. */
const FORMS: Readonly<Record<string, RegExp>> = {
  metadataPrefix: /^[\w.!~*'()-]*$/,
  set: /^[\w.!~*'()-]+(?::[\w.!~*'()-]+)*$/,
  identifier: /^[\w.!~*'();/?:@&=+$,%-]*$/,
};

function malformed(name: string): string {
  return `“${name}” has characters that stand in none. Take it from a list of this newsroom.`;
}

const VERBS = Object.keys(arguments_).join(', ');

function isVerb(text: string): text is Verb {
  return Object.hasOwn(arguments_, text);
}
