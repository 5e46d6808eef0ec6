import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '..', 'dist', 'desk-ui');
const build = buildId();

// The rule against default exports does not reach this file: vite asks for one.
export default defineConfig({
  root: here,
  base: '/desk/',
  plugins: [react(), buildFile(), compressed()],
  define: { __BUILD__: JSON.stringify(build) },
  build: {
    outDir: out,
    emptyOutDir: true,
    manifest: 'manifest.json',
    target: 'es2023',
    modulePreload: { polyfill: false },
    // The content security policy of the desk has no room for scripts or fonts inside a page.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
  },
});

/** Which build of the browser and the server belong together: the contract, the types it speaks of, and the version. */
function buildId(): string {
  const desk = join(here, '..', 'src', 'desk');
  const contract = readdirSync(desk)
    .filter((file) => /^contract.*[.]ts$/.test(file))
    .sort()
    .map((file) => readFileSync(join(desk, file), 'utf8'));
  const taken = new Set(
    contract.flatMap((text) => [...text.matchAll(/from '(\.\.\/[^']+)'/g)].map(([, path]) => path)),
  );
  const spokenOf = [...taken].sort().map((path = '') => readFileSync(join(desk, path), 'utf8'));
  const { version } = JSON.parse(readFileSync(join(here, '..', 'package.json'), 'utf8')) as { version: string };
  const sum = createHash('sha256')
    .update([...contract, ...spokenOf].join('\n'))
    .digest('hex');
  return `${version}-${sum.slice(0, 16)}`;
}

/** Tells the server which build it serves. */
function buildFile(): Plugin {
  return {
    name: 'build-file',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'build.json', source: `${JSON.stringify({ build })}\n` });
    },
  };
}

/** The server sends what is compressed already. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    writeBundle() {
      const assets = join(out, 'assets');
      for (const file of readdirSync(assets).filter((one) => /[.](js|css|svg)$/.test(one))) {
        const zipped = gzipSync(readFileSync(join(assets, file)), { level: constants.Z_BEST_COMPRESSION });
        writeFileSync(join(assets, `${file}.gz`), zipped);
      }
    },
  };
}
