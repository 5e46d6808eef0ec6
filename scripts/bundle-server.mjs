import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { root } from './project.mjs';

// src/ becomes dist/: a command then reads some fifty files instead of eight hundred, which was most of what its start took.
// Every file lies at the top of dist/, where `new URL('./search-worker.js', import.meta.url)` finds the programs by their names.

const bundle = await rolldown({
  cwd: root,
  input: {
    main: 'src/main.ts',
    'search-worker': 'src/search/search-worker.ts',
    'index-worker': 'src/search/index-worker.ts',
    'sqlite-checkpoint-worker': 'src/database/engines/sqlite-checkpoint-worker.ts',
    'picture-process': 'src/media/picture-process.ts',
    // A newsroom without its commands: what tests start and kill.
    newsroom: 'src/newsroom.ts',
  },
  platform: 'node',
  tsconfig: 'tsconfig.json',
  // They bring compiled code, or load parts of themselves by name.
  external: [/^@node-rs[/]argon2/, /^sharp/, /^pg$/, /^@orama[/]stemmers/],
});
await bundle.write({ dir: join(root, 'dist'), format: 'esm', chunkFileNames: '[name]-[hash].js' });
await bundle.close();
