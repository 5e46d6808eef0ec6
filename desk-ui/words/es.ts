import { en, type Word } from './en.ts';

export const es: Record<Word, string> = en;
