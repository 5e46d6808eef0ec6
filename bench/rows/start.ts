import { addressesOf } from '../addresses.ts';
import { memoryOf } from '../children.ts';
import { listed, median, megabytes, milliseconds, whole } from '../figures.ts';
import { type Row, SMALL } from '../row.ts';
import { serveNewsroom, visitAll } from '../served.ts';

const STARTS = 5;
const START_MILLISECONDS = 1_000;
const PAGES = 10_000;
/** Of the releases on a generated list page: so that enough are found from 100,000 releases on. */
const IN_ENGLISH = 8;
const MEMORY_BYTES = 250_000_000;

/** How soon the server answers, and what it has taken after very many different pages. */
export const start: Row = {
  name: 'start',
  async measure({ newsrooms, size }) {
    const [small, large] = [(await newsrooms.of(SMALL)).folder, (await newsrooms.of(size)).folder];
    const [inSmall, inLarge] = [[] as number[], [] as number[]];
    for (let round = 0; round < STARTS; round += 1) {
      inSmall.push(await startOnce(small));
      inLarge.push(await startOnce(large));
    }
    const walked = await walk(large);
    return [
      {
        what: `first answer after start, ${whole(size)} releases`,
        measured: milliseconds(median(inLarge)),
        comparedWith: `${whole(SMALL)} releases: ${milliseconds(median(inSmall))}`,
        ratio: median(inLarge) / median(inSmall),
        bar: `≤ ${whole(START_MILLISECONDS)} ms`,
        isMet: median(inLarge) <= START_MILLISECONDS,
        note: `from the start of the process to the whole list page; starts ${listed(inLarge, 0)} ms.`,
      },
      {
        what: `resident memory after ${whole(walked.pages)} different pages`,
        measured: megabytes(walked.after),
        comparedWith: `after the first page: ${megabytes(walked.before)}`,
        ratio: walked.after / walked.before,
        bar: `≤ ${megabytes(MEMORY_BYTES)}`,
        isMet: walked.after <= MEMORY_BYTES && walked.pages >= PAGES,
        note: walked.pages < PAGES ? `a newsroom of this size has too few pages for ${whole(PAGES)}.` : walked.note,
      },
    ];
  },
};

async function startOnce(folder: string): Promise<number> {
  const server = await serveNewsroom(folder);
  await server.stop();
  return server.firstAnswerAfter;
}

async function walk(folder: string): Promise<{ pages: number; before: number; after: number; note: string }> {
  const server = await serveNewsroom(folder);
  const before = memoryOf(server.pid, 'VmRSS');
  const { list, release } = await addressesOf(server.port, PAGES, IN_ENGLISH);
  // Half lists where there are so many, the rest releases.
  const lists = list.slice(0, Math.max(PAGES / 2, PAGES - release.length));
  const paths = [...lists, ...release.slice(0, PAGES - lists.length)];
  await visitAll(server.port, paths);
  const after = memoryOf(server.pid, 'VmRSS');
  const most = memoryOf(server.pid, 'VmHWM');
  await server.stop();
  const note = `${whole(lists.length)} list pages and ${whole(paths.length - lists.length)} release pages, VmRSS of the one process with its kept pages; at most ${megabytes(most)}.`;
  return { pages: paths.length, before, after, note };
}
