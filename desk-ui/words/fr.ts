import { en, type Word } from './en.ts';

export const fr: Record<Word, string> = en;
