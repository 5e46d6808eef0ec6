import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the whole project, whether this runs from the sources or from what was built of them. */
export const projectFolder = folderWith('package.json', import.meta.dirname);

function folderWith(name: string, folder: string): string {
  return existsSync(join(folder, name)) ? folder : folderWith(name, dirname(folder));
}
