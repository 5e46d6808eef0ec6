import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mayImport } from '../.dependency-cruiser.mjs';
import { root } from './project.mjs';
import { withSection } from './sections.mjs';

const document = join(root, 'docs', 'architecture.md');

/** The import table as a Mermaid diagram. Every folder may import platform/, so those arrows are not drawn. */
export function drawArchitecture() {
  const arrows = Object.entries(mayImport).flatMap(([folder, allowed]) =>
    allowed.filter((target) => target !== 'platform').map((target) => `  ${folder} --> ${target}`),
  );
  const alone = Object.keys(mayImport).filter((folder) => !arrows.some((arrow) => arrow.split(/\W+/).includes(folder)));
  return ['```mermaid', 'flowchart TD', ...alone.map((folder) => `  ${folder}`), ...arrows, '```'].join('\n');
}

/** docs/architecture.md as it should be. */
export function architectureDrawn() {
  return withSection(readFileSync(document, 'utf8'), 'diagram', drawArchitecture());
}

/** Does docs/architecture.md show today's table? */
export function architectureIsCurrent() {
  return readFileSync(document, 'utf8') === architectureDrawn();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(document, architectureDrawn());
