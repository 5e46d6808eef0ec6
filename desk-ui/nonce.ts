/** What the server lets this page's style sheets through with; empty where it gave none. */
export const nonce = contentOf('style-nonce');

// The scroll lock of Mantine's dialogues asks this name for the nonce.
Object.assign(globalThis, { __webpack_nonce__: nonce });

function contentOf(name: string): string {
  const content = document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';
  return /^__\w+__$/.test(content) ? '' : content;
}
