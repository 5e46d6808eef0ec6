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
  round,
  shape,
  sheet,
  stroke,
  times,
  width,
} from './brush.ts';

const horizon = 330;

/** A nursery at low water: every row planted by the same knotted cord. */
export function mangroveRows(chance: Chance): string {
  return sheet(
    [
      fade('sky', [
        [0, '#7fb0b8'],
        [1, '#f2e6cb'],
      ]),
      fade('mud', [
        [0, '#c9c3a8'],
        [0.35, '#8d8468'],
        [1, '#463d30'],
      ]),
      blur('soft', 8),
      haze('far', 3),
    ],
    [
      box(0, 0, width, horizon, 'fill="url(#sky)"'),
      disc(430, 170, 58, 'fill="#fff6dc"'),
      ...times(8, () =>
        box(
          between(chance, 0, width),
          between(chance, 60, 240),
          between(chance, 120, 420),
          between(chance, 4, 9),
          'rx="4" fill="#fffaf0" opacity="0.55"',
        ),
      ),
      shape(
        `M0 ${horizon}V300${times(41, (index) => `L${index * 40} ${round(296 - between(chance, 0, 26))}`).join('')}V${horizon}Z`,
        '#4d6a56',
        'filter="url(#far)"',
      ),
      box(0, horizon, width, height - horizon, 'fill="url(#mud)"'),
      ...pools(chance),
      ...creek(),
      ...rows(chance),
    ],
  );
}

function pools(chance: Chance): string[] {
  return times(150, () => {
    const depth = chance() ** 1.3;
    const y = horizon + 6 + depth * 730;
    const long = 30 + depth * between(chance, 120, 420);
    const x = between(chance, -200, width);
    return shape(
      `M${round(x)} ${round(y)}q${round(long / 2)} ${round(-4 - depth * 9)} ${round(long)} 0q${round(-long / 2)} ${round(5 + depth * 12)} ${round(-long)} 0Z`,
      chance() < 0.7 ? '#dbe3d2' : '#a9c3bd',
      `opacity="${round(0.2 + chance() * 0.4)}"`,
    );
  });
}

function creek(): string[] {
  const bank: Point[] = [
    [1010, horizon],
    [1130, 400],
    [1040, 480],
    [1260, 590],
    [1180, 740],
    [1480, 900],
    [1500, 1100],
  ];
  const far: Point[] = [
    [1680, 1100],
    [1640, 880],
    [1340, 730],
    [1390, 590],
    [1120, 480],
    [1176, 400],
    [1030, horizon],
  ];
  const water = `${curve(bank)}L1680 1100${curve(far).replace(/^M[^C]*/, '')}Z`;
  return [
    stroke(curve(bank), '#4b4233', 10, 'opacity="0.5"'),
    shape(water, '#bfd6cd', 'opacity="0.92"'),
    stroke(curve(bank.map(([x, y]) => [x + 14, y + 5] as const)), '#f6f6e8', 3, 'opacity="0.6"'),
  ];
}

function rows(chance: Chance): string[] {
  const vanishing: Point = [470, horizon - 30];
  const plants = times(24, (row) => {
    const y = horizon + 22 + 720 * (row / 23) ** 1.9;
    const scale = (y - vanishing[1]) / 760;
    return times(17, (column) => {
      const x = vanishing[0] + (column - 8) * 150 * scale + between(chance, -3, 3);
      const tooWet = x > bankAt(y) - 20;
      return tooWet ? '' : seedling(chance, x, y, scale);
    }).join('');
  });
  return plants;
}

/** Where the creek's near bank lies at this height of the sheet. */
function bankAt(y: number): number {
  const marks: Point[] = [
    [horizon, 1010],
    [400, 1120],
    [480, 1040],
    [590, 1255],
    [740, 1180],
    [900, 1480],
    [1100, 1500],
  ];
  const next = marks.findIndex(([top]) => top >= y);
  const [top, right] = marks[next] ?? [1100, 1500];
  const [above, left] = marks[Math.max(next - 1, 0)] ?? [top, right];
  return top === above ? right : left + ((right - left) * (y - above)) / (top - above);
}

function seedling(chance: Chance, x: number, y: number, scale: number): string {
  const tall = 120 * scale * between(chance, 0.8, 1.15);
  const lean = between(chance, -8, 8) * scale;
  const leaf = (side: number, up: number, long: number, tone: string): string => {
    const [fx, fy] = [x + lean * up, y - tall * up];
    const tip = [fx + side * long * scale, fy - long * 0.62 * scale];
    return shape(
      `M${round(fx)} ${round(fy)}Q${round(fx + side * long * 0.35 * scale)} ${round(fy - long * 0.75 * scale)} ${round(tip[0] ?? 0)} ${round(tip[1] ?? 0)}Q${round(fx + side * long * 0.75 * scale)} ${round(fy - long * 0.08 * scale)} ${round(fx)} ${round(fy)}Z`,
      tone,
    );
  };
  const tones = ['#5f8a4c', '#7ea25a', '#4a7345', '#92b066'];
  const tone = (index: number): string => tones[(index + Math.floor(chance() * 2)) % 4] ?? '#5f8a4c';
  return group('', [
    shape(
      `M${round(x - 5 * scale)} ${round(y)}L${round(x + lean * 0.6)} ${round(y + tall * 0.75)}L${round(x + 5 * scale)} ${round(y)}Z`,
      '#2e3a2a',
      'opacity="0.35"',
    ),
    box(x - 30 * scale, y - 3 * scale, 60 * scale, 6 * scale, `rx="${round(3 * scale)}" fill="#e8ecd9" opacity="0.35"`),
    box(x - 7 * scale, y - tall * 0.34, 14 * scale, tall * 0.36, `rx="${round(3 * scale)}" fill="#c2a262"`),
    stroke(`M${round(x)} ${round(y)}L${round(x + lean)} ${round(y - tall)}`, '#5b4a33', Math.max(4 * scale, 0.8)),
    leaf(-1, 0.55, 42, tone(0)),
    leaf(1, 0.62, 44, tone(1)),
    leaf(-1, 0.82, 40, tone(2)),
    leaf(1, 0.88, 38, tone(3)),
    leaf(-0.4, 1, 44, tone(1)),
    leaf(0.45, 1, 42, tone(3)),
  ]);
}
