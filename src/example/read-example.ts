import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Office, Organisation, Topic } from '../offices/office.ts';
import { projectFolder } from '../platform/project-folder.ts';
import type { ReleaseType } from '../published/list.ts';
import type { DrawingName } from './drawings.ts';

/** The files below example/, as they stand there. */
export interface ExampleNewsroom {
  readonly organisation: Organisation;
  readonly offices: readonly (Office & { readonly boilerplate: readonly ExampleBoilerplate[] })[];
  readonly topics: readonly Topic[];
  readonly pictures: readonly ExamplePicture[];
  readonly releases: readonly ExampleRelease[];
  readonly pins: readonly { readonly list: string; readonly release: string; readonly at: string }[];
}

export interface ExampleBoilerplate {
  readonly locale: string;
  readonly from: string;
  readonly boilerplate: string;
  readonly contacts: string;
}

export interface ExamplePicture {
  readonly key: string;
  readonly drawing: DrawingName;
  readonly title: string;
  readonly creator: string;
  readonly creditLine: string;
  readonly copyrightHolder: string;
  readonly copyrightYear: number | null;
  readonly usageTerms: string;
  readonly caption: { readonly en: string; readonly [locale: string]: string };
}

export interface ExampleRelease {
  readonly id: string;
  readonly office: string;
  readonly type: ReleaseType;
  readonly countries: readonly string[];
  readonly topics: readonly string[];
  readonly organisationWide: boolean;
  readonly acts: readonly ExampleAct[];
}

interface ExampleText {
  /** An instant, or a day where no more is known. */
  readonly at: string;
  readonly locale: string;
  readonly slug?: string | null;
  readonly kicker: string | null;
  readonly headline: string;
  readonly summary: string | null;
  readonly place: string | null;
  readonly body: string;
  readonly notes: string | null;
  readonly pictures: readonly { readonly picture: string; readonly alt: string; readonly caption: string | null }[];
  readonly translationOf?: { readonly locale: string; readonly edition: number } | null;
}

export type ExampleAct =
  | (ExampleText & { readonly act: 'publish' })
  | (ExampleText & {
      readonly act: 'correct';
      readonly kind: 'correction' | 'clarification' | 'update';
      readonly note: string;
      readonly major: boolean;
    })
  | { readonly act: 'withdraw' | 'retract'; readonly at: string; readonly locale: string; readonly reason: string };

export const exampleFolder = join(projectFolder, 'example');

/** Reads the example newsroom from the files it is written in. */
export async function readExample(): Promise<ExampleNewsroom> {
  const names = (await readdir(join(exampleFolder, 'releases'))).filter((name) => name.endsWith('.json')).sort();
  return {
    organisation: await readJson('organisation.json'),
    offices: await readJson('offices.json'),
    topics: await readJson('topics.json'),
    pictures: await readJson('pictures.json'),
    pins: await readJson('pins.json'),
    releases: await Promise.all(names.map((name) => readJson<ExampleRelease>(join('releases', name)))),
  };
}

async function readJson<Content>(name: string): Promise<Content> {
  return JSON.parse(await readFile(join(exampleFolder, name), 'utf8')) as Content;
}
