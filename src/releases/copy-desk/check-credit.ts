import { type Check, finding } from './checks.ts';

/** Whoever made a picture is named. One that the desk does not keep is another matter. */
export const checkCredit: Check = ({ content, credits }) =>
  content.pictures.flatMap(({ picture, alt, caption }, index) => {
    const isMissing = credits.has(picture) && (credits.get(picture) ?? '').trim() === '';
    return isMissing ? [finding('credit-missing', `pictures.${index}.credit`, caption || alt)] : [];
  });
