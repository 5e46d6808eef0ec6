import { westernDigits } from './date-patterns.ts';

const before = '(?<![\\p{L}\\d])';
const word = new RegExp(
  `(?:${[
    `${before}(?:last\\s)?(?:updated|modified|revised|amended|corrected)(?:\\s(?:on|at))?(?!\\p{L})`,
    `${before}(?:dernière\\s)?(?:mise?\\sà\\sjour|modifiée?|actualisée?)(?:\\sle)?(?!\\p{L})`,
    `${before}(?:última\\s)?(?:actualización|actualizado|actualizada|modificado|modificada|atualizado|atualizada|atualização)(?:\\s(?:el|em))?(?!\\p{L})`,
    `${before}(?:zuletzt\\s)?(?:aktualisiert|geändert|aggiornato|aggiornamento)(?:\\s(?:am|il))?(?!\\p{L})`,
    `${before}(?:обновлен[оа]?|обновлён|изменен[оа]?|изменён|шинэчилсэн)(?!\\p{L})`,
    '(?:最后|最後)?(?:更新|修改|修订|修訂)(?:日期|时间|時間|于|於|日)?',
    `${before}(?:آخر\\s)?(?:تحديث|محدث|حُدّث)(?:\\sفي)?(?!\\p{L})`,
  ].join('|')})`,
  'iu',
);

/** A line longer than that is a sentence. */
const MAX_LENGTH = 120;

/**
 * `18 December 2011 (updated 20 December 2011)`: what stands before the words on an update, and those; null where there are none, or
 * nothing stands before.
 */
export function partUpdate(line: string): { readonly before: string; readonly update: string } | null {
  if (line.length > MAX_LENGTH) return null;
  const found = word.exec(line);
  if (found === null || !/\d/.test(westernDigits(line.slice(found.index)))) return null;
  const before = line.slice(0, found.index).replace(/[\s([（【,，、;；|·•–—/-]+$/u, '');
  const update = line.slice(found.index).replace(/[\s)）\]】]+$/u, '');
  return before === '' ? null : { before, update };
}

/** `(updated 20 December 2011)`, and nothing else. */
export function isUpdate(line: string): boolean {
  if (line.length > MAX_LENGTH || !/\d/.test(westernDigits(line))) return false;
  const bare = line.replace(/^[\s([（【|·•–—-]+/u, '');
  return word.exec(bare)?.index === 0;
}
