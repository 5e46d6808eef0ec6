import type { Tongue } from './written-list.fixture.ts';

const named = (names: string) => names.split(' ');
const two = (number: number) => String(number).padStart(2, '0');
const indic = (number: number) =>
  [...String(number)].map((digit) => String.fromCharCode(0x660 + Number(digit))).join('');

const english = named('January February March April May June July August September October November December');
const french = named('janvier février mars avril mai juin juillet août septembre octobre novembre décembre');
const spanish = named('enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre');
const german = named('Januar Februar März April Mai Juni Juli August September Oktober November Dezember');
const italian = named('gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre');
const portuguese = named('janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro');
const russianOf = named('января февраля марта апреля мая июня июля августа сентября октября ноября декабря');
const russian = named('Январь Февраль Март Апрель Май Июнь Июль Август Сентябрь Октябрь Ноябрь Декабрь');
const egyptian = named('يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر');
const levantine = 'كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول'.split(
  '|',
);

const en = {
  headlines: [
    'Harbour council agrees a timetable for the new ferry',
    'Dredging of the northern channel begins after the winter',
    'Statement on the closure of the fish market',
    'Calder: 1.8 million parcels crossed the quay',
    'Women divers of the estuary receive their licences at last, and the harbour school opens a second class for them',
    '12 towns join the coastal rail plan for 2030',
    'Port of Calder to attend the Bruges meeting of harbour masters',
  ],
  summaries: [
    'The council met on 9 March 2017 and heard every quay. A second meeting follows in the spring, when the tide tables are known.',
    'Work starts at the old lighthouse.',
    'From 26 to 27 July 2017 the quay is closed to vehicles, while the Harbour Office counts what is left of the winter stores.',
    'Ms Ines Holm, Harbour Master of Calder, said that the follow-up would be quick and that nobody’s well-being was at stake.',
  ],
  kicker: 'Press release',
  credit: '© Jonna Vale / CHN',
  introduction: 'These are the press releases of the harbour office. The most recent stands on top.',
};

export const tongues: readonly Tongue[] = [
  {
    ...en,
    locale: 'en',
    writeDate: (y, m, d) => `${two(d)} ${english[m - 1]} ${y}`,
    month: (y, m) => `${english[m - 1]} ${y}`,
  },
  {
    ...en,
    locale: 'en-US',
    writeDate: (y, m, d) => `${english[m - 1]} ${d}, ${y}`,
    month: (y, m) => `${english[m - 1]} ${y}`,
  },
  {
    ...en,
    locale: 'en-GB',
    writeDate: (y, m, d) => `${y}-${two(m)}-${two(d)}`,
    month: (y, m) => `${english[m - 1]} ${y}`,
  },
  {
    locale: 'fr',
    headlines: [
      'Le conseil du port adopte un horaire pour le nouveau bac',
      'Le dragage du chenal nord commence après l’hiver',
      'Les plongeuses de l’estuaire reçoivent enfin leur licence',
      'Fermeture du marché aux poissons : ce qui change',
    ],
    summaries: [
      'Le conseil s’est réuni le 9 mars 2017 et a entendu chaque quai. Une seconde réunion suivra au printemps.',
      'Les travaux débutent au vieux phare, là-bas, peut-être dès lundi.',
    ],
    kicker: 'Communiqué de presse',
    credit: 'Photo : Jonna Vale',
    introduction: 'Voici les communiqués du bureau du port. Le plus récent se trouve en haut.',
    writeDate: (y, m, d) => `${d === 1 ? '1er' : d} ${french[m - 1]} ${y}`,
    month: (y, m) => `${french[m - 1]} ${y}`,
  },
  {
    locale: 'es',
    headlines: [
      'El consejo del puerto aprueba el horario del nuevo barco',
      'Empieza el dragado del canal norte tras el invierno',
      'Cierre de la lonja de pescado',
    ],
    summaries: [
      'El consejo se reunió el 9 de marzo de 2017 y escuchó a cada muelle.',
      'Las obras comienzan en el viejo faro.',
    ],
    kicker: 'Comunicado de prensa',
    credit: 'Foto: Jonna Vale / CHN',
    introduction: 'Estos son los comunicados de la oficina del puerto. El más reciente está arriba.',
    writeDate: (y, m, d) => `${d} de ${spanish[m - 1]} de ${y}`,
    month: (y, m) => `${spanish[m - 1]} de ${y}`,
  },
  {
    locale: 'de',
    headlines: [
      'Hafenrat beschließt Fahrplan der neuen Fähre',
      'Baggerarbeiten in der Nordrinne beginnen nach dem Winter',
      'Fischmarkt schließt für zwei Tage',
    ],
    summaries: [
      'Der Rat tagte am 9. März 2017 und hörte jeden Kai an. Eine zweite Sitzung folgt im Frühjahr.',
      'Die Arbeiten beginnen am alten Leuchtturm.',
    ],
    kicker: 'Pressemitteilung',
    credit: 'Foto: Jonna Vale',
    introduction: 'Dies sind die Mitteilungen des Hafenamts. Die neueste steht oben.',
    writeDate: (y, m, d) => `${d}. ${german[m - 1]} ${y}`,
    month: (y, m) => `${german[m - 1]} ${y}`,
  },
  {
    locale: 'it',
    headlines: [
      'Il consiglio del porto approva l’orario del nuovo traghetto',
      'Al via il dragaggio del canale nord dopo l’inverno',
      'Chiude il mercato del pesce',
    ],
    summaries: [
      'Il consiglio si è riunito il 9 marzo 2017 e ha ascoltato ogni banchina.',
      'I lavori iniziano al vecchio faro.',
    ],
    kicker: 'Comunicato stampa',
    credit: '© Jonna Vale / CHN',
    introduction: 'Questi sono i comunicati dell’ufficio del porto. Il più recente è in alto.',
    writeDate: (y, m, d) => `${d} ${italian[m - 1]} ${y}`,
    month: (y, m) => `${italian[m - 1]} ${y}`,
  },
  {
    locale: 'pt',
    headlines: [
      'Conselho do porto aprova o horário da nova balsa',
      'Começa a dragagem do canal norte depois do inverno',
      'Fecho do mercado de peixe',
    ],
    summaries: ['O conselho reuniu-se em 9 de março de 2017 e ouviu cada cais.', 'As obras começam no velho farol.'],
    kicker: 'Comunicado de imprensa',
    credit: 'Foto: Jonna Vale',
    introduction: 'Estes são os comunicados do porto. O mais recente está em cima.',
    writeDate: (y, m, d) => `${d} de ${portuguese[m - 1]} de ${y}`,
    month: (y, m) => `${portuguese[m - 1]} de ${y}`,
  },
  {
    locale: 'ru',
    headlines: [
      'Совет порта утвердил расписание нового парома',
      'После зимы начнётся углубление северного фарватера',
      'О закрытии рыбного рынка',
    ],
    summaries: [
      'Совет собрался 9 марта 2017 года и выслушал каждый причал. Вторая встреча пройдёт весной.',
      'Работы начнутся у старого маяка.',
    ],
    kicker: 'Пресс-релиз',
    credit: 'Фото: Жонна Вейл',
    introduction: 'Здесь собраны сообщения управления порта. Самое новое стоит первым.',
    writeDate: (y, m, d) => `${d} ${russianOf[m - 1]} ${y} г.`,
    month: (y, m) => `${russian[m - 1]} ${y}`,
  },
  {
    locale: 'zh-Hans',
    headlines: [
      '港务委员会通过新渡轮时刻表',
      '北航道疏浚工程冬后开工',
      '关于鱼市关闭的声明说明会在老灯塔举行',
      '港口学校为女潜水员开设第二个班',
    ],
    summaries: ['委员会于2017年3月9日召开会议，听取了每个码头的意见。第二次会议将在春季举行。', '工程将从老灯塔开始。'],
    kicker: '新闻稿',
    credit: '图片：港务局',
    introduction: '这里是港务局的新闻稿，最新的在最上面。',
    writeDate: (y, m, d) => `${y}年${m}月${d}日`,
    month: (y, m) => `${y}年${m}月`,
  },
  {
    locale: 'ja',
    headlines: [
      '港湾評議会、新しい渡し船の時刻表を決定',
      '北水路の浚渫、冬のあとに始まる',
      '魚市場の休業についての説明会を開催',
    ],
    summaries: [
      '評議会は2017年3月9日に開かれ、すべての埠頭の声を聞きました。次の会合は春です。',
      '工事は古い灯台から始まります。',
    ],
    kicker: 'プレスリリース',
    credit: '写真：港湾局',
    introduction: '港湾局の発表です。新しいものが上にあります。',
    writeDate: (y, m, d) => `平成${y - 1988}年${m}月${d}日`,
    month: (y, m) => `${y}年${m}月`,
  },
  {
    locale: 'ar',
    headlines: [
      'مجلس الميناء يقر جدول العبارة الجديدة',
      'بدء تعميق القناة الشمالية بعد الشتاء',
      'بيان بشأن إغلاق سوق السمك في المدينة القديمة',
    ],
    summaries: [
      'اجتمع المجلس في 9 مارس 2017 واستمع إلى كل رصيف. ويعقد اجتماع ثان في الربيع.',
      'تبدأ الأعمال عند المنارة القديمة.',
    ],
    kicker: 'بيان صحفي',
    credit: 'تصوير: جونا فيل',
    introduction: 'هذه بيانات مكتب الميناء. الأحدث في الأعلى.',
    writeDate: (y, m, d) => `${indic(d)} ${levantine[m - 1]}/${egyptian[m - 1]} ${indic(y)}`,
    month: (y, m) => `${egyptian[m - 1]} ${y}`,
  },
  {
    locale: 'mn',
    headlines: [
      'Боомтын зөвлөл шинэ гатлага онгоцны хуваарийг баталлаа',
      'Хойд сувгийг өвлийн дараа гүнзгийрүүлж эхэлнэ',
      'Загасны зах хаагдсан тухай',
    ],
    summaries: [
      'Зөвлөл 2017 оны 3 сарын 9-нд хуралдаж, боомт бүрийн саналыг сонслоо.',
      'Ажил хуучин гэрэлт цамхгаас эхэлнэ.',
    ],
    kicker: 'Хэвлэлийн мэдээ',
    credit: 'Гэрэл зураг: Жонна Вэйл',
    introduction: 'Боомтын албаны мэдээ энд байна. Хамгийн шинэ нь дээрээ.',
    writeDate: (y, m, d) => `${y} оны ${m} сарын ${d}`,
    month: (y, m) => `${y} оны ${m} сар`,
  },
];
