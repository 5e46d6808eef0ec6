import type { ComponentChild } from 'preact';
import { oembedPath } from '../../published/addresses.ts';

/** By this other sites find the frame that shows a page. @param page its path. */
export function OembedLink({ page, origin }: { readonly page: string; readonly origin: string }): ComponentChild {
  return <link rel="alternate" type="application/json+oembed" href={origin + oembedPath(origin + page)} />;
}
