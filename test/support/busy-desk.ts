import sharp from 'sharp';
import { type AtDesk, castAt, type OpenDesk } from './open-desk.ts';
import type { OpenForReaders } from './open-for-readers.ts';
import { contentOf, published, type TextWords, translated, written } from './public-text.ts';
import { reviewerAt } from './reviewer.ts';

/** A desk where something of everything is going on, for whoever looks at its screens. */
export interface BusyDesk {
  /** Holds every role there is. */
  readonly odile: AtDesk;
  /** Only writes, and has nothing to do yet. */
  readonly nobody: AtDesk;
  /** The address of each text at the desk, by what there is to see. */
  readonly at: Readonly<Record<string, string>>;
}

const locales = ['en', 'fr', 'ar', 'zh-Hans', 'mn'];

/** An institution with two offices: one at sea level, one for a country of many languages. */
export async function setUpTides({ newsroom }: OpenForReaders): Promise<void> {
  const names = { en: 'International Office of Tides', fr: 'Office international des marées', 'zh-Hans': '国际潮汐局' };
  const scope = 'any' as const;
  const base = { introductions: {}, timeZone: 'Europe/Amsterdam' };
  const pages = locales.map((locale) => ({ locale, scope }));
  await newsroom.setUpOrganisation({ ...base, names, locales: pages, defaultLocale: 'en' });
  const head = { en: 'Headquarters', fr: 'Siège', 'zh-Hans': '总部' };
  await newsroom.setUpOffice({ ...base, code: 'HQ', slug: 'hq', names: head, countries: ['NL'], locales });
  const beijing = { en: 'Country Office for China and Mongolia', 'zh-Hans': '中国和蒙古国家局' };
  const east = { introductions: {}, timeZone: 'Asia/Shanghai', countries: ['CN', 'MN'] };
  await newsroom.setUpOffice({ ...east, code: 'CO-BEIJING', slug: 'beijing', names: beijing, locales });
}

const ferry: TextWords = {
  headline: 'A second ferry joins the crossing from the first of March',
  summary: 'The Kingfisher carries two hundred passengers and forty bicycles, and sails every hour.',
  body: [
    'The port has bought a second ferry. It is called the Kingfisher, carries two hundred passengers and sails from the east quay every hour.',
    'Bicycles travel free of charge. Whoever has a season ticket need do nothing: it is good for both boats.',
    'The old boat, the Heron, stays on the crossing. It is thirty years old and was overhauled last winter.',
  ],
};
const inArabic: TextWords = {
  headline: 'عبّارة ثانية تنضم إلى خط العبور ابتداءً من أول مارس',
  summary: 'تحمل العبّارة مئتي راكب وأربعين دراجة وتبحر كل ساعة.',
  body: [
    'اشترى الميناء عبّارة ثانية اسمها «الرفراف»، وهي تحمل مئتي راكب وتبحر من الرصيف الشرقي كل ساعة (رقم 12).',
    'تُنقل الدراجات مجاناً، ولا حاجة إلى تذكرة جديدة لمن يحمل تذكرة موسمية.',
  ],
};
const inMongolian: TextWords = {
  headline: 'Гуравдугаар сарын нэгнээс хоёр дахь гатлага онгоц явна',
  summary: 'Шинэ онгоц хоёр зуун зорчигч, дөчин унадаг дугуй тээж, цаг тутамд хөдөлнө.',
  body: [
    'Боомт хоёр дахь гатлага онгоцоо худалдаж авлаа. Тэр хоёр зуун зорчигч тээж, зүүн зогсоолоос цаг тутамд хөдөлнө.',
    'Унадаг дугуйг үнэгүй тээнэ.',
  ],
};
const inChinese: TextWords = {
  headline: '自三月一日起，第二艘渡轮投入航线',
  summary: '新渡轮可载两百名乘客和四十辆自行车，每小时一班。',
  body: ['港口购置了第二艘渡轮，名为“翠鸟号”，可载两百名乘客，每小时从东码头开出一班。', '自行车免费。'],
};

/** A text with every form that there is, and with something for the copy desk to say. */
const everyForm = [
  '<p>The port has bought a <strong>second ferry</strong>. It is called the <em>Kingfisher</em>, carries two hundred passengers and sails every hour; <a href="https://calder.example/ferries">click here</a>.</p>',
  '<h2>Fares</h2><ul><li>Passengers pay as before.</li><li>Bicycles travel free of charge.<ul><li>Tandems too.</li></ul></li></ul>',
  '<blockquote><p>“We have waited thirty years for her, said the harbour master.</p></blockquote>',
  '<h3>Times</h3><table><caption>First and last boats</caption><thead><tr><th scope="col">Quay</th><th scope="col">First</th><th scope="col">Last</th></tr></thead><tbody><tr><th scope="row">East</th><td>06:00</td><td>23:00</td></tr><tr><th scope="row">North</th><td>06:30</td><td>23:30</td></tr></tbody></table>',
  '<ol><li>Buy a ticket.</li><li>Board.</li></ol><p>CO<sub>2</sub> falls by 40 t; see <span lang="fr">le bac du matin</span>.</p><hr />',
].join('');

export async function fillBusyDesk(open: OpenForReaders, desk: OpenDesk): Promise<BusyDesk> {
  const people = { Mara: ['writer'], Tomas: ['editor'], Ines: ['publisher'], Otto: ['writer'] } as const;
  const { administrator: odile, Mara, Tomas, Ines, Otto } = await castAt(desk, open.newsroom, people);
  await giveEveryRole(odile);
  const by = { writer: Mara, editor: Tomas, publisher: Ines };
  const hq = { office: 'HQ' };
  const at: Record<string, string> = {};
  const called = (name: string, { release, locale }: { release: string; locale: string }) => {
    at[name] = `/releases/${release}/${locale}`;
  };
  const headed = (headline: string): TextWords => ({ ...ferry, headline });
  const approved = async (text: Awaited<ReturnType<typeof written>>) => {
    await Mara.done('POST /desk/api/draft/submit', { ...text, overrides: [] });
    await Tomas.done('POST /desk/api/draft/approve', text);
    return text;
  };

  const rich = await written(odile, ferry, hq);
  const pictures = [await picture(odile, '#16697a', 'Mara Quill'), await picture(odile, '#7a4b16', null)];
  const alts = ['The Kingfisher at the east quay, on her first morning.', ''];
  const content = {
    ...contentOf(ferry),
    ...{ kicker: 'Crossings', place: 'Calder', body: everyForm, notes: '<p>Photographs on request.</p>' },
    pictures: pictures.map((one, place) => ({ picture: one, alt: alts[place] ?? '', caption: 'The new boat.' })),
  };
  await odile.done('POST /desk/api/draft/save', { ...rich, content, slug: null });
  const question = 'Does she carry two hundred?';
  const shared = { release: rich.release, locale: 'en', days: 7, question };
  const reviewer = reviewerAt(desk.sit(), (await odile.done('POST /desk/api/previews', shared)).link);
  await reviewer.send({ name: 'Lin Okafor', words: 'Two hundred and twenty,\nsays the builder.', about: '3' });
  await reviewer.send({ name: 'Kim Ferrer', words: '', verdict: 'nothing' });
  called('draft', rich);
  called('draft-ar', await translated(odile, rich.release, inArabic, 'ar'));
  called('draft-mn', await translated(odile, rich.release, inMongolian, 'mn'));
  called('draft-zh', await translated(odile, rich.release, inChinese, 'zh-Hans'));
  await odile.done('POST /desk/api/draft/save', {
    ...rich,
    revision: rich.revision + 1,
    content: { ...content, place: 'Calder Bay' },
    slug: null,
  });

  const submitted = await written(Mara, headed('Lock keepers are paid for the hours of the night'), hq);
  await Mara.done('POST /desk/api/draft/submit', { ...submitted, overrides: [] });
  called('submitted', submitted);
  const ready = await approved(await written(Mara, headed('Gauges report once a minute from the spring'), hq));
  await approved(
    await translated(Mara, ready.release, { ...ferry, headline: 'Les marégraphes parlent chaque minute' }, 'fr'),
  );
  called('approved', ready);

  const spring = { timeZone: 'Europe/Amsterdam', choice: null };
  const due = await approved(await written(Mara, headed('The tide tables of next year are ready'), hq));
  await Ines.done('POST /desk/api/draft/schedule', { ...due, ...spring, local: '2026-11-27T10:00' });
  called('scheduled', due);
  const held = await approved(await written(Mara, headed('The dyke of Zoutmonde is raised'), hq));
  await Ines.done('POST /desk/api/draft/schedule', { ...held, ...spring, local: '2026-11-27T15:30' });
  await Ines.done('POST /desk/api/draft/hold', { release: held.release, locale: 'en' });
  called('held', held);

  const stands = await written(Mara, headed('The harbour is open to sail again'), hq);
  await published(by, stands);
  called('published', stands);
  const wrong = await written(Mara, headed('The ferry sails at noon'), hq);
  await published(by, wrong);
  await published(by, await translated(Mara, wrong.release, { ...ferry, headline: 'Le bac part à midi' }, 'fr'));
  const change = { kind: 'correction' as const, note: 'The ferry sails at one, not at noon.', isMajor: true };
  await Ines.done('POST /desk/api/draft/correct', { release: wrong.release, locale: 'en', change });
  called('correction', wrong);
  const gone = await written(Mara, headed('The ferry to the north bank sails'), hq);
  await published(by, gone);
  await Ines.done('POST /desk/api/text/withdraw', {
    release: gone.release,
    locale: 'en',
    publicReason: 'It does not.',
  });
  called('withdrawn', gone);
  const retracted = await written(Mara, headed('The ferry to the south bank sails'), hq);
  await published(by, retracted);
  const reason = { publicReason: 'There is no such ferry.' };
  await Ines.done('POST /desk/api/text/retract', { release: retracted.release, locale: 'en', ...reason });
  called('retracted', retracted);
  const forced = await written(Ines, headed('The east quay is closed until further notice'), hq);
  await Ines.done('POST /desk/api/draft/publish', { ...forced, forced: 'Ships are at sea.' });
  called('forced', forced);
  const secret = await written(Ines, headed('The next harbour master'), hq);
  await Ines.done('POST /desk/api/release/limit', {
    release: secret.release,
    people: await idsOf(odile, 'Odile', 'Ines'),
  });
  called('limited', secret);
  called('original-mn', await written(odile, inMongolian, { office: 'CO-BEIJING', locale: 'mn' }));
  const inEast = { office: 'CO-BEIJING', locale: 'ar' };
  called('original-ar', await written(odile, inArabic, inEast));
  const told = await written(Mara, inArabic, inEast);
  await published(by, told);
  const { draft: next } = await Ines.done('POST /desk/api/draft/correct', {
    release: told.release,
    locale: 'ar',
    change: { kind: 'correction', note: 'تبحر العبّارة كل ساعتين.', isMajor: true },
  });
  const { revision } = await Mara.done('POST /desk/api/draft/save', {
    ...{ release: told.release, locale: 'ar', revision: next.revision, slug: null },
    content: { ...next.content, summary: 'تحمل العبّارة مئتي راكب وأربعين دراجة وتبحر كل ساعتين.' },
  });
  await published(by, { ...told, revision });
  called('corrected-ar', told);

  const idle = await written(Mara, headed('The old lighthouse is painted green'), hq);
  const idleToo = await translated(
    Mara,
    idle.release,
    { ...ferry, headline: 'Le vieux phare est peint en vert' },
    'fr',
  );
  await Mara.done('POST /desk/api/drafts/discard', { release: idle.release, texts: [idle, idleToo].map(seenText) });
  called('discarded', idle);
  const right = await written(Mara, headed('The tide gauge at Calder works again'), hq);
  await published(by, right);
  const needless = await Ines.done('POST /desk/api/draft/correct', { release: right.release, locale: 'en', change });
  await Ines.done('POST /desk/api/drafts/discard', { release: right.release, texts: [needless.draft].map(seenText) });
  called('correction-discarded', right);

  await keepBoilerplate(odile);
  const invited = { name: 'Wen', email: 'wen@calder.example', language: 'zh-Hans', assignments: [] };
  const { link } = await odile.done('POST /desk/api/people/invite', invited);
  at['invitation'] = link.slice(link.indexOf('/desk') + '/desk'.length);
  return { odile, nobody: Otto, at };
}

function seenText({ locale, revision }: { locale: string; revision: number }): { locale: string; revision: number } {
  return { locale, revision };
}

async function giveEveryRole(odile: AtDesk): Promise<void> {
  const { person } = await odile.done('GET /desk/api/me', {});
  const roles = ['administrator', 'writer', 'editor', 'publisher'] as const;
  const assignments = roles.map((role) => ({ role, office: null, locale: null }));
  await odile.done('POST /desk/api/people/assign', { person: person.id, assignments });
}

async function idsOf(odile: AtDesk, ...names: readonly string[]): Promise<string[]> {
  const { people } = await odile.done('GET /desk/api/people', {});
  return people.filter(({ name }) => names.includes(name)).map(({ id }) => id);
}

async function picture(by: AtDesk, background: string, artist: string | null): Promise<string> {
  const plain = sharp({ create: { width: 900, height: 600, channels: 3, background } });
  const bytes = await (artist === null ? plain : plain.withExif({ IFD0: { Artist: artist } })).jpeg().toBuffer();
  const answer = await by.post('/desk/api/pictures', bytes, {
    'content-type': 'image/jpeg',
    'x-file-name': 'ferry.jpg',
  });
  return ((await answer.json()) as { picture: { id: string } }).picture.id;
}

async function keepBoilerplate(odile: AtDesk): Promise<void> {
  const words = { boilerplate: '<p>The office measures the sea.</p>', contacts: '<p>press@tides.example</p>' };
  for (const from of ['2024-01-01', '2026-01-01']) {
    await odile.done('POST /desk/api/boilerplate', { office: 'HQ', locale: 'en', from, ...words });
  }
}
