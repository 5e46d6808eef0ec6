import {
  between,
  blur,
  box,
  type Chance,
  curve,
  disc,
  fade,
  group,
  haze,
  height,
  type Point,
  shape,
  sheet,
  stroke,
  times,
  width,
} from './brush.ts';

/** Each band is where the sea stood for a year. The jetty did not follow. */
export function caspianStrandlines(chance: Chance): string {
  const bends = times(9, () => between(chance, -1, 1));
  const strand = (year: number): Point[] =>
    times(
      9,
      (index): Point => [
        -100 + index * 230,
        880 - year * 62 - index * 34 + (bends[index] ?? 0) * (26 + year * 5) + 18 * Math.sin(index * 1.7 + year * 0.6),
      ],
    );
  const beds = [
    '#b99b68',
    '#c4a873',
    '#ceb480',
    '#d6bf8e',
    '#dec99b',
    '#e5d3aa',
    '#ebdcb8',
    '#efe3c5',
    '#f2e9d0',
    '#f4eed9',
  ];
  return sheet(
    [
      fade('steppe', [
        [0, '#a98b58'],
        [1, '#8f7647'],
      ]),
      fade('sea', [
        [0, '#14506b'],
        [0.6, '#2f8793'],
        [1, '#8cc4b8'],
      ]),
      haze('soft', 14),
      blur('shade', 6),
    ],
    [
      box(0, 0, width, height, 'fill="url(#steppe)"'),
      ...scrub(chance),
      ...beds.map(
        (colour, year) =>
          `${shape(seaward(strand(year)), colour)}${stroke(curve(strand(year)), '#fdf8e8', 3, 'opacity="0.7"')}${stroke(curve(strand(year)), '#8f7340', 1.4, 'opacity="0.6" transform="translate(0 5)"')}`,
      ),
      ...salt(chance),
      group('filter="url(#soft)"', [shape(seaward(strand(9.6)), '#cfe3cf', 'opacity="0.9"')]),
      shape(seaward(strand(10)), 'url(#sea)'),
      stroke(curve(strand(10)), '#f5faf0', 6, 'opacity="0.9"'),
      ...times(5, (index) =>
        stroke(curve(strand(10.5 + index * 0.6)), '#e9f5ea', 2, `opacity="${0.4 - index * 0.06}"`),
      ),
      ...jetty(),
      ...boats(),
    ],
  );
}

function seaward(points: Point[]): string {
  return `${curve(points)}L1800 -60L-120 -60Z`;
}

function scrub(chance: Chance): string[] {
  return times(500, () =>
    disc(
      between(chance, 0, width),
      between(chance, 500, height),
      between(chance, 1.5, 5),
      `fill="${chance() < 0.5 ? '#6d6238' : '#7f7a4a'}" opacity="0.6"`,
    ),
  );
}

function salt(chance: Chance): string[] {
  return times(260, () => {
    const x = between(chance, 0, width);
    return disc(
      x,
      830 - x * 0.148 - between(chance, 0, 560),
      between(chance, 0.8, 2.6),
      'fill="#8a6f3f" opacity="0.4"',
    );
  });
}

function jetty(): string[] {
  const piles = times(14, (index) => box(-6, -index * 27 + 4, 60, 5, 'fill="#4a3a28"'));
  const deck = [
    box(0, -380, 48, 470, 'fill="#6b4f33"'),
    ...times(46, (index) => box(2, -378 + index * 10, 44, 1.6, 'fill="#3c2c1c" opacity="0.7"')),
    ...piles,
    box(-64, -420, 176, 44, 'fill="#6b4f33"'),
    box(84, -410, 16, 16, 'fill="#b2472d"'),
  ];
  return [
    group('transform="translate(636 880) rotate(9) translate(26 20)" opacity="0.35" filter="url(#shade)"', [
      box(0, -380, 48, 470, 'fill="#3a2c14"'),
      box(-64, -420, 176, 44, 'fill="#3a2c14"'),
    ]),
    group('transform="translate(636 880) rotate(9)"', deck),
  ];
}

function boats(): string[] {
  const hull = (x: number, y: number, turn: number, colour: string, scale: number): string =>
    group(`transform="translate(${x} ${y}) rotate(${turn}) scale(${scale})"`, [
      shape('M8 -40C34 -12 34 30 24 60H4C-6 30 -6 -12 20 -40Z', '#2a2416', 'opacity="0.3"'),
      shape('M0 -52C26 -24 26 18 16 48H-16C-26 18 -26 -24 0 -52Z', colour),
      shape('M0 -38C16 -18 16 14 10 36H-10C-16 14 -16 -18 0 -38Z', '#efe4c8'),
      box(-9, 0, 18, 20, `fill="${colour}"`),
    ]);
  return [
    hull(520, 560, 118, '#b2472d', 0.8),
    hull(860, 610, 64, '#1d4e63', 0.75),
    hull(960, 420, -24, '#6d6238', 0.7),
    hull(1180, 76, 60, '#f3ecdd', 0.9),
    stroke('M1180 86Q1120 120 1040 120', '#e9f5ea', 3, 'opacity="0.5"'),
    stroke('M1174 66Q1110 74 1036 60', '#e9f5ea', 3, 'opacity="0.5"'),
  ];
}
