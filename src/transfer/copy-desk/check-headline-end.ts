import type { Check } from './warnings.ts';

/**
 * Words that hardly ever end a headline, by language. Those that do are not here: `What the strike is for`, `Was bedeutet das`,
 * `参与`.
 */
const leaning: Readonly<Record<string, RegExp>> = {
  en: /\s(?:of|OF|the|THE|The|and|AND|or|OR|a|an|AN|its|their|into|between|during|within|whose|&)$/u,
  fr: /\s(?:de|du|des|la|le|les|un|une|et|à|au|aux|en|ou|dont|ses|leurs?)$/iu,
  es: /\s(?:de|del|la|el|los|las|un|una|y|e|o|en|al|sus?)$/iu,
  de: /\s(?:der|die|den|dem|des|und|oder|von|vom|im|zum|zur|eine[rmns]?|für|sowie|&)$/iu,
  it: /\s(?:di|del|dei|della|delle|degli|il|lo|gli|un|una|e|ed|al|alla|nel|nella|sul|sulla)$/iu,
  pt: /\s(?:de|do|da|dos|das|o|os|um|uma|e|em|ao|aos|na|nas|nos)$/iu,
  ru: /\s(?:и|в|во|на|с|со|к|ко|о|об|от|из|у|для|или|при)$/iu,
  mn: /\s(?:ба|болон|бөгөөд|буюу)$/iu,
  ar: /\s(?:في|من|إلى|على|عن|أن|التي|الذي|و|أو)$/u,
  zh: /(?:(?<!目)的|以及)$/u,
  ja: /(?:の|および|及び|並びに)$/u,
};

/** A headline that was wrapped or cut goes on below: `Statement on the death of`. */
export const checkHeadlineEnd: Check = ({ locale, headline }) => {
  const words = leaning[locale.split('-')[0] ?? ''];
  const tail = headline.slice(-40);
  if (words === undefined || !words.test(tail)) return [];
  const found = headline.length > 40 ? `…${tail}` : tail;
  return [{ code: 'truncated', detail: `The headline ends in a word that needs another: “${found}”.` }];
};
