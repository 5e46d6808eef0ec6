import { Agent } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { get, releasesOn } from './served.ts';

/**
 * Addresses of different pages, taken from list pages spread over the whole archive.
 *
 * @param most of each kind; fewer where the newsroom has fewer.
 * @param onPage how many releases with a page of their own in English to count on for each list page: with fewer, more list
 *   pages are looked at. Each shows 20, and a generated one 8 or 9 in English.
 */
export async function addressesOf(
  port: number,
  most: number,
  onPage = 20,
): Promise<{ list: string[]; release: string[] }> {
  const agent = new Agent({ keepAlive: true });
  const page = async (path: string) => {
    const { status, body } = await get(agent, port, path);
    return status === 200 ? gunzipSync(body).toString() : '';
  };
  const newest = Number(/href="\/en\/page\/(\d+)"/.exec(await page('/en'))?.[1] ?? 0) + 1;
  const step = Math.max(1, Math.floor((newest * onPage) / most));
  const list: string[] = [];
  const release = new Set<string>();
  for (let number = 1; number <= newest; number += 1) {
    if (list.length < most) list.push(`/en/page/${number}`);
    if (number % step !== 0 || release.size >= most) continue;
    for (const path of releasesOn(await page(`/en/page/${number}`))) release.add(path);
  }
  agent.destroy();
  return { list, release: [...release].slice(0, most) };
}
