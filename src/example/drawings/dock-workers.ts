import {
  between,
  blur,
  box,
  type Chance,
  disc,
  fade,
  group,
  height,
  shape,
  sheet,
  stroke,
  times,
  width,
} from './brush.ts';

const ground = 900;
const dark = '#17151c';

/** Four people at the end of a shift, and the boxes that are not theirs. */
export function dockWorkers(chance: Chance): string {
  return sheet(
    [
      fade('sky', [
        [0, '#c9623c'],
        [0.5, '#eda258'],
        [1, '#fbdf9d'],
      ]),
      fade('floor', [
        [0, '#8f5638'],
        [1, '#2a1c1e'],
      ]),
      blur('glow', 50),
      blur('soft', 9),
    ],
    [
      box(0, 0, width, ground, 'fill="url(#sky)"'),
      disc(800, 600, 260, 'fill="#fff3c4" opacity="0.8" filter="url(#glow)"'),
      disc(800, 610, 150, 'fill="#fff6d5"'),
      ...gantry(),
      ...stack(chance, 0, [5, 5, 4, 3]),
      ...stack(chance, 1010, [3, 4, 5, 5]),
      box(0, ground - 22, width, height, 'fill="url(#floor)"'),
      shape(`M690 ${ground - 22}H910L1120 ${height}H480Z`, '#ffd78c', 'opacity="0.35" filter="url(#soft)"'),
      ...times(7, (index) => stroke(`M0 ${ground + index * index * 4}H1600`, '#1d1416', 1.5, 'opacity="0.35"')),
      ...worker(560, 1.02, 'walk'),
      ...worker(716, 0.98, 'lamp'),
      ...worker(884, 1.06, 'coat'),
      ...worker(1050, 0.95, 'walk'),
    ],
  );
}

function gantry(): string[] {
  return [
    stroke('M560 880V250H1060V880M560 320H1060', '#9c4f35', 14, 'opacity="0.75"'),
    stroke('M560 320L640 250L720 320L800 250L880 320L960 250L1060 320', '#9c4f35', 6, 'opacity="0.75"'),
    stroke('M800 320V404M770 404H830', '#9c4f35', 5, 'opacity="0.75"'),
  ];
}

function stack(chance: Chance, left: number, columns: readonly number[]): string[] {
  const tones = ['#7c2f24', '#234552', '#8b6a2c', '#3a4a3e', '#55303a', '#2a3446', '#96492c'];
  const facing = left === 0 ? 1 : -1;
  return columns.flatMap((high, column) =>
    times(high, (row) => {
      const wide = 152;
      const [x, y] = [left + column * (wide + 3), ground - 22 - (row + 1) * 128];
      const tone = tones[Math.floor(chance() * tones.length)] ?? '#7c2f24';
      const inner = facing === 1 ? column === columns.length - 1 || high > (columns[column + 1] ?? 0) : column === 0;
      return [
        box(x, y, wide, 126, `fill="${tone}"`),
        ...times(15, (rib) => box(x + 8 + rib * 9.4, y + 10, 4, 106, 'fill="#120d12" opacity="0.28"')),
        box(x, y, wide, 7, 'fill="#120d12" opacity="0.45"'),
        box(x, y + 119, wide, 7, 'fill="#120d12" opacity="0.45"'),
        inner ? box(facing === 1 ? x + wide - 5 : x, y, 5, 126, 'fill="#ffd48a" opacity="0.7"') : '',
        box(x + between(chance, 20, 90), y + 20, 34, 12, 'fill="#f1e4c8" opacity="0.55"'),
      ].join('');
    }),
  );
}

type Stance = 'walk' | 'lamp' | 'coat';

function worker(x: number, scale: number, stance: Stance): string[] {
  const legs =
    stance === 'walk'
      ? 'M-30 -176L-44 -90L-62 0H-24L-8 -80L4 -130L22 -84L34 0H72L52 -96L34 -180Z'
      : 'M-34 -180L-38 0H-4L0 -120L8 0H44L36 -180Z';
  const shadow = shape('M-50 -4L60 -4L150 170L-160 170Z', dark, 'opacity="0.5" filter="url(#soft)"');
  const torso = 'M-50 -330C-54 -346 -30 -356 0 -358C30 -356 56 -346 52 -330L44 -168H-40Z';
  const arms = {
    walk: stroke('M-46 -326L-66 -250L-44 -186', dark, 24) + stroke('M46 -326L70 -252L58 -182', dark, 24),
    lamp: `${stroke('M-46 -326L-60 -250L-50 -180', dark, 24)}${stroke('M46 -326L76 -262L84 -196', dark, 24)}${box(74, -190, 22, 34, 'rx="4" fill="#ffe9a8"')}${disc(85, -173, 34, 'fill="#ffdf8a" opacity="0.6" filter="url(#soft)"')}`,
    coat: `${stroke('M46 -326L64 -250L50 -184', dark, 24)}${stroke('M-46 -326L-72 -270L-40 -318', dark, 22)}${shape('M-64 -340C-96 -310 -92 -230 -80 -186C-60 -196 -50 -250 -40 -320Z', '#2a1d22')}`,
  }[stance];
  const head = `${box(-12, -378, 26, 28, `fill="${dark}"`)}${shape('M-26 -398C-28 -370 -12 -362 2 -362C16 -362 30 -372 27 -398Z', dark)}${shape('M-36 -396C-36 -434 -16 -446 2 -446C22 -446 38 -432 36 -396Z', '#b2472d')}${box(-42, -400, 84, 8, 'rx="4" fill="#8a3322"')}`;
  const vest = `${stroke('M-42 -262H47', '#ffd36b', 9)}${stroke('M-42 -226H45', '#ffd36b', 9)}${stroke('M-26 -350L-20 -170M28 -350L24 -170', '#ffd36b', 6)}`;
  return [
    group(`transform="translate(${x} ${ground + 46}) scale(${scale})"`, [
      shadow,
      shape(legs, dark),
      shape(torso, '#221c22'),
      vest,
      arms,
      head,
    ]),
  ];
}
