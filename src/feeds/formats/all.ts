import type { FeedFormat } from '../feed.ts';
import { atom } from './atom.ts';
import { jsonFeed } from './json-feed.ts';
import { rss } from './rss.ts';

/** Every format that a list can be followed in. */
export const feedFormats: readonly FeedFormat[] = [atom, rss, jsonFeed];
