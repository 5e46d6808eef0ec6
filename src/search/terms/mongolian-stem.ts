/** Endings of number, case and possession, as they follow each other: the outermost first. By vowel harmony each has several forms. */
const endings: readonly RegExp[] = [
  /(?:хан|хэн|хон|хөн)$/u,
  /(?:аа|ээ|оо|өө)$/u,
  /(?:гүй|тай|тэй|той|төй|руу|рүү|луу|лүү)$/u,
  /(?:аар|ээр|оор|өөр|аас|ээс|оос|өөс)$/u,
  /(?:ийг|ыг)$/u,
  // Between a diphthong and its ending.
  /(?<=й)г$/u,
  /(?:гийн|ийн|ын|ний|ны|н?[аэоөи]?(?<![уү])[дт])$/u,
  /(?:[нч]?(?:ууд|үүд))$/u,
  /(?:ан|эн|он|өн)$/u,
];

/** In letters. Shorter words are short by themselves. */
const SHORTEST = 3;

/**
 * The word without its endings, as far as they can be told without a dictionary: нуурын, нуурт and нууруудаас become нуур. There
 * is no library for it; what is cut too short or too long meets its own other forms still, since all are cut alike.
 */
export function mongolianStem(word: string): string {
  return endings.reduce((stem, ending) => {
    const shorter = stem.replace(ending, '');
    return shorter.length < SHORTEST ? stem : shorter;
  }, word);
}
