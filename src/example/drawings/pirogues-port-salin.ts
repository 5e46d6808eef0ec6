import {
  between,
  blur,
  box,
  type Chance,
  curve,
  disc,
  fade,
  group,
  height,
  ripples,
  shape,
  sheet,
  stroke,
  times,
  width,
} from './brush.ts';

const schemes = [
  ['#b2472d', '#f3ecdd', '#d79a41', '#1d4e63'],
  ['#1d4e63', '#d79a41', '#f3ecdd', '#b2472d'],
  ['#d79a41', '#2f6b58', '#f3ecdd', '#12263a'],
  ['#2f6b58', '#f3ecdd', '#b2472d', '#d79a41'],
  ['#f3ecdd', '#1d4e63', '#b2472d', '#2f6b58'],
] as const;

/** Pirogues drawn up at low water, each painted so that it is known from far off. */
export function piroguesPortSalin(chance: Chance): string {
  return sheet(
    [
      fade('sky', [
        [0, '#8fbfc6'],
        [1, '#f5ead2'],
      ]),
      fade('water', [
        [0, '#8dbab6'],
        [1, '#cfe3d6'],
      ]),
      fade('beach', [
        [0, '#d9bf8c'],
        [0.15, '#e9d5a6'],
        [1, '#c79f68'],
      ]),
      blur('soft', 12),
    ],
    [
      box(0, 0, width, 380, 'fill="url(#sky)"'),
      disc(1240, 150, 70, 'fill="#fff8e4" opacity="0.9"'),
      box(0, 360, width, 150, 'fill="url(#water)"'),
      ...ripples(chance, 366, 480, 70, '#ffffff'),
      ...times(4, (index) => shape(`M${180 + index * 310} 372q30 12 74 0l-6 10h-62z`, '#2d4b55')),
      shape('M0 486Q260 462 520 488T1040 484T1600 476V1067H0Z', '#f8f3e4'),
      shape('M0 498Q260 476 520 502T1040 498T1600 490V1067H0Z', 'url(#beach)'),
      ...times(420, () =>
        box(
          between(chance, 0, width),
          between(chance, 520, height),
          between(chance, 2, 9),
          2,
          'fill="#a9824e" opacity="0.35"',
        ),
      ),
      ...times(5, (index) => pirogue(chance, index)),
      ...gulls(chance),
    ],
  );
}

function pirogue(chance: Chance, index: number): string {
  const scale = 0.56 + index * 0.135;
  const [x, y] = [
    [830, 545],
    [150, 580],
    [760, 660],
    [30, 745],
    [620, 850],
  ][index] ?? [0, 0];
  const [hull, first, second, third] = schemes[index % schemes.length] ?? schemes[0];
  const outline =
    'M-40 -74C60 0 120 26 300 32H700C880 26 960 -6 1050 -110C1010 40 930 128 800 140H220C90 132 -10 40 -40 -74Z';
  const band = (top: number, thick: number, colour: string): string =>
    stroke(
      curve([
        [-60, top - 84],
        [100, top - 6],
        [300, top + 18],
        [700, top + 18],
        [900, top - 6],
        [1070, top - 118],
      ]),
      colour,
      thick,
    );
  return group(`transform="translate(${x} ${y}) scale(${scale * 0.86} ${scale})"`, [
    shape(
      'M40 150C300 118 760 120 990 144C1010 176 820 178 520 178S10 184 40 150Z',
      '#6b4e2c',
      'opacity="0.45" filter="url(#soft)"',
    ),
    `<clipPath id="hull${index}"><path d="${outline}"/></clipPath>`,
    shape(
      'M-40 -74C60 -2 120 20 300 22H700C880 18 960 -14 1050 -110C960 -6 880 38 700 46H300C120 42 40 10 -40 -74Z',
      '#4a3420',
    ),
    shape(outline, hull),
    group(`clip-path="url(#hull${index})"`, [
      band(40, 20, first),
      band(62, 11, second),
      band(92, 26, third),
      ...times(11, (mark) => diamond(190 + mark * 62, 84, mark % 2 === 0 ? second : first)),
      shape('M-60 120H1080V170H-60Z', '#2a2118', 'opacity="0.35"'),
    ]),
    eye(chance, second),
    ...[210, 400, 590, 760].map((bench) => box(bench, 18, 26, 15, 'fill="#6b4a2c"')),
    stroke('M470 20V-170', '#5a4028', 9),
    stroke('M470 -166L520 -140L470 -120', rustOr(third), 5),
  ]);
}

function diamond(x: number, y: number, colour: string): string {
  return shape(`M${x} ${y}l14 -13l14 13l-14 13z`, colour);
}

function eye(chance: Chance, colour: string): string {
  const x = 905 + between(chance, -8, 8);
  return `${disc(x, 40, 17, `fill="${colour}"`)}${disc(x, 40, 8, 'fill="#12263a"')}`;
}

function rustOr(colour: string): string {
  return colour === '#f3ecdd' ? '#b2472d' : colour;
}

function gulls(chance: Chance): string[] {
  return times(8, () => {
    const [x, y, s] = [between(chance, 200, 1400), between(chance, 70, 300), between(chance, 9, 20)];
    return stroke(
      `M${x - s} ${y - s / 3}Q${x - s / 2} ${y - s * 0.7} ${x} ${y}Q${x + s / 2} ${y - s * 0.7} ${x + s} ${y - s / 3}`,
      '#2d4b55',
      3,
    );
  });
}
