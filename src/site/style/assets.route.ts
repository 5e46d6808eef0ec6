import type { Route } from '../../http/route.ts';
import { assetPath } from '../site-addresses.ts';
import { assets } from './assets.ts';

/** The style sheet, the icon and the script of the search page, under names that change with their bytes. */
export const assetRoutes: readonly Route[] = assets.map(({ file, type, text }): Route => {
  return {
    name: 'asset',
    path: assetPath(file),
    answer: async () => {
      const headers = { 'cache-control': 'public, max-age=31536000, immutable' };
      return { status: 200, type, body: text, headers, keep: true };
    },
  };
});
