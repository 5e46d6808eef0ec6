import { en, type Word } from './en.ts';

export const zhHans: Record<Word, string> = en;
