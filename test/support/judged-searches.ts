/**
 * What readers would ask of the example newsroom, and which of its releases they would want: first those they look for, then
 * those that also help. Releases by the name of their file in example/releases.
 */
export interface JudgedSearch {
  /** Of the reader. */
  readonly locale: string;
  readonly q: string;
  readonly wanted: readonly string[];
  readonly helpful?: readonly string[];
}

const en = (q: string, wanted: string[], helpful: string[] = []): JudgedSearch => ({
  locale: 'en',
  q,
  wanted,
  helpful,
});
const of =
  (locale: string) =>
  (q: string, wanted: string[], helpful: string[] = []) => ({ ...en(q, wanted, helpful), locale });
const [fr, es, ar, zh, mn, ru] = ['fr', 'es', 'ar', 'zh-Hans', 'mn', 'ru'].map(of) as [
  ReturnType<typeof of>,
  ReturnType<typeof of>,
  ReturnType<typeof of>,
  ReturnType<typeof of>,
  ReturnType<typeof of>,
  ReturnType<typeof of>,
];

const convention = '2026-05-26-waterfront-workers-convention';
const deltas = '2022-03-21-state-of-the-deltas';
const datum = '2024-03-12-common-datum';
const survey = '2023-01-25-dock-work-survey';
const reElected = '2026-11-17-berrichon-re-elected';
const elected = '2021-12-01-nadia-berrichon-elected';
const chalkQuay = '2026-09-15-port-salin-quay-opens';
const smokers = '2022-05-10-fumeuses-de-port-salin';
const lake = '2024-01-16-khukh-toli-century';
const iceRadio = '2026-02-24-ice-road-radio';
const sediment = '2026-10-13-sediment-passport';
const tideDay = '2023-06-14-tide-day-theme';

export const judgedSearches: readonly JudgedSearch[] = [
  en('convention of zoutmonde', ['1999-06-14-convention-enters-into-force']),
  en('tide tables', ['2001-10-02-tide-tables-on-disc', '2026-06-12-tables-printed']),
  en('tables on disc', ['2001-10-02-tide-tables-on-disc']),
  en('lightship', ['2005-09-20-statement-lightship']),
  en('mongolia member state', ['2012-08-30-mongolia-joins']),
  en('quayside code', ['2017-04-26-quayside-code']),
  en('offices closed', ['2020-04-02-offices-closed']),
  en('berrichon elected', [elected, reElected], ['2026-11-10-advisory-election']),
  en('second term', [reElected]),
  en('sinking deltas', [deltas], ['2022-03-21-press-conference-deltas']),
  en('"state of the deltas"', ['2022-03-21-press-conference-deltas'], [deltas]),
  en('floods char noorpur', ['2022-09-08-statement-char-noorpur']),
  en('fax', ['2022-12-15-switchboard']),
  en('injured dockers survey', [survey], ['2023-10-30-night-shift']),
  en('caspian', ['2023-02-14-kaspiy-otstupaet', '2024-10-08-legkie-prichaly'], ['2025-12-09-tyuleni']),
  en('pilots without a ship', ['2023-04-04-pilots-without-a-ship']),
  en('pilot ladder*', ['2024-11-26-pilot-ladders']),
  en('tide book missing', ['2023-06-14-libro-de-mareas']),
  en('keeper medal', ['2023-06-14-prize']),
  en('low water fund', ['2023-11-21-low-water-fund']),
  en('larch notches', [lake]),
  en('where is zero', [datum]),
  en('strike', ['2024-04-25-puerto-almendro']),
  en('typhoon', ['2024-08-13-typhoon-luting'], ['2019-07-09-qingsha-tide-station']),
  en('solar ice houses', ['2025-01-14-glacieres-solaires']),
  en('sea level 2024', ['2025-02-04-sea-level-2024']),
  en('wheelchair', ['2025-03-04-quay-for-wheelchairs']),
  en('iguana', ['2025-04-15-isla-garua']),
  en('cats', ['2026-01-20-harbour-cats']),
  en('oyster reef', ['2026-03-17-aguaribe-oysters']),
  en('convention workers', [convention], ['1999-06-14-convention-enters-into-force', '2017-04-26-quayside-code']),
  en('chalk quay port-salin', [chalkQuay, smokers]),
  en('sand passport', [sediment]),
  en('type:speech', ['2025-06-13-tide-day-speech', '2009-03-17-speech-to-the-assembly']),
  en('country:MN lake', [lake, iceRadio]),
  fr('palétuviers', ['2023-05-16-mangroves-de-la-sarene']),
  fr('paletuviers sarene', ['2023-05-16-mangroves-de-la-sarene'], ['2003-02-11-nivellement-commun']),
  fr('nivellement', ['2003-02-11-nivellement-commun']),
  fr('quai dessiné', [chalkQuay, smokers]),
  fr('glacière', ['2025-01-14-glacieres-solaires']),
  fr('pirogues', ['2025-10-14-pirogues-feux'], ['2014-11-03-bureau-port-salin']),
  fr('directrice générale réélue', [reElected], [elected]),
  fr('marégraphe', [tideDay, '2020-04-02-offices-closed'], ['2025-04-15-isla-garua']),
  es('mareógrafo iguana', ['2025-04-15-isla-garua']),
  es('evacuación', ['2022-06-27-punta-ceniza']),
  es('huelga de estibadores', ['2024-04-25-puerto-almendro'], [survey]),
  es('ostras', ['2026-03-17-aguaribe-oysters']),
  es('muelle de tiza', [chalkQuay]),
  es('delta', [deltas, '2026-03-17-aguaribe-oysters']),
  ar('نادية بريشون', [reElected, elected], ['2026-11-10-advisory-election', '2025-06-13-tide-day-speech']),
  ar('غواصات', ['2024-05-07-women-divers']),
  ar('اتفاقية العمل', [convention]),
  ar('الأرز الملح', ['2025-05-20-nile-salt']),
  ar('شبكه قياس المد', ['2022-01-18-gulf-gauges']),
  zh('三角洲', [deltas, '2025-03-04-haliun-and-lankou']),
  zh('验潮站', ['2019-07-09-qingsha-tide-station', tideDay]),
  zh('台风', ['2024-08-13-typhoon-luting'], ['2019-07-09-qingsha-tide-station']),
  zh('码头工人', [survey]),
  zh('猫', ['2026-01-20-harbour-cats']),
  zh('水岸劳动公约', [convention]),
  zh('泥沙', [sediment]),
  mn('хөх толь нуур', [lake, iceRadio, '2022-11-14-musun-zam']),
  mn('мөсөн зам', ['2022-11-14-musun-zam'], [iceRadio]),
  mn('конвенц', [convention]),
  mn('элс', [sediment]),
  ru('тюлени', ['2025-12-09-tyuleni']),
  ru('каспий', ['2023-02-14-kaspiy-otstupaet'], ['2024-10-08-legkie-prichaly', '2025-12-09-tyuleni']),
  ru('песчинки', [sediment]),
  ru('дельты', [deltas]),
  ru('докеров травмы', [survey]),
];
