import {
  between,
  box,
  type Chance,
  curve,
  disc,
  group,
  height,
  ink,
  type Point,
  polyline,
  round,
  rust,
  shape,
  sheet,
  stroke,
  times,
  width,
} from './brush.ts';

const tints = [
  '#d9e6d6',
  '#c3dad0',
  '#abccc8',
  '#93bdbf',
  '#7aadb5',
  '#629bab',
  '#4d89a0',
  '#3c7692',
  '#2e6482',
  '#235371',
  '#194460',
  '#12364f',
  '#0d2b42',
];

/** A bay in nested depths, with soundings as dots and the safe way in as a dashed line. */
export function seabedChart(chance: Chance): string {
  const wander = times(6, () => between(chance, 0, 6.28));
  return sheet(
    [`<clipPath id="chart">${box(70, 70, width - 140, height - 140, '')}</clipPath>`],
    [
      box(0, 0, width, height, 'fill="#f3ecdd"'),
      group('clip-path="url(#chart)"', [
        box(0, 0, width, height, 'fill="#dcc796"'),
        ...times(9, (index) => stroke(depth(wander, -1.1 - index * 0.55), '#b59a63', 1.4, 'opacity="0.7"')),
        shape(depth(wander, -0.5), '#ebe3c4'),
        ...tints.map(
          (tint, index) =>
            `${shape(depth(wander, index), tint)}${stroke(depth(wander, index), ink, index % 4 === 0 ? 2 : 0.9, 'opacity="0.5"')}`,
        ),
        stroke(depth(wander, -0.5), ink, 3),
        ...soundings(chance),
        ...fairway(),
        ...rose(1330, 250),
      ]),
      ...margin(),
    ],
  );
}

/** The contour of one step of depth: each lies inside the one before it, and the trench bends them. */
function depth(wander: readonly number[], step: number): string {
  const shrink = 1 - step / 14.5;
  const ring = times(72, (index): Point => {
    const angle = (index / 72) * 2 * Math.PI;
    const wave = (turns: number, which: number): number =>
      Math.sin(angle * turns + (wander[which] ?? 0) + step * 0.05 * turns);
    const reach =
      shrink *
      (1 + 0.2 * wave(2, 0) + 0.11 * wave(3, 1) + 0.07 * wave(5, 2) + 0.035 * wave(9, 3) + 0.018 * wave(17, 4));
    return [760 + step * 14 + Math.cos(angle) * reach * 780, 560 - step * 4 + Math.sin(angle) * reach * 500];
  });
  return curve(ring, true);
}

function soundings(chance: Chance): string[] {
  return times(26, (row) =>
    times(34, (column) =>
      disc(
        60 + column * 46 + between(chance, -5, 5) + (row % 2) * 23,
        90 + row * 37 + between(chance, -4, 4),
        1.9,
        `fill="${ink}" opacity="0.38"`,
      ),
    ).join(''),
  );
}

function fairway(): string[] {
  const way: Point[] = [
    [60, 930],
    [330, 830],
    [520, 690],
    [760, 600],
    [900, 520],
    [1010, 470],
  ];
  return [
    stroke(curve(way), rust, 5, 'stroke-dasharray="18 14"'),
    ...way.slice(1, 5).map(([x, y], index) => buoy(x, y + (index % 2 ? 34 : -34), index % 2 === 0)),
    disc(1010, 470, 15, `fill="#f3ecdd" stroke="${rust}" stroke-width="6"`),
    disc(1010, 470, 4, `fill="${rust}"`),
  ];
}

function buoy(x: number, y: number, red: boolean): string {
  return shape(
    red ? `M${x - 9} ${y + 9}L${x} ${y - 13}L${x + 9} ${y + 9}Z` : `M${x - 8} ${y - 9}H${x + 8}V${y + 9}H${x - 8}Z`,
    red ? rust : '#2f6b58',
    'stroke="#f3ecdd" stroke-width="2"',
  );
}

function rose(x: number, y: number): string[] {
  const points = times(16, (index) => {
    const angle = (index / 16) * 2 * Math.PI - Math.PI / 2;
    const long = index % 4 === 0 ? 122 : index % 2 === 0 ? 92 : 62;
    const tip = (turn: number, reach: number): Point => [
      x + Math.cos(angle + turn) * reach,
      y + Math.sin(angle + turn) * reach,
    ];
    return `${shape(`${polyline([[x, y], tip(0.2, 22), tip(0, long)])}Z`, index === 0 ? rust : ink)}${shape(`${polyline([[x, y], tip(-0.2, 22), tip(0, long)])}Z`, '#f3ecdd', `stroke="${ink}" stroke-width="1"`)}`;
  });
  const ticks = times(72, (index) => {
    const angle = (index / 72) * 2 * Math.PI;
    const inner = index % 6 === 0 ? 128 : 136;
    return stroke(
      `M${round(x + Math.cos(angle) * inner)} ${round(y + Math.sin(angle) * inner)}L${round(x + Math.cos(angle) * 144)} ${round(y + Math.sin(angle) * 144)}`,
      ink,
      2,
    );
  });
  return [
    disc(x, y, 152, 'fill="#f3ecdd" opacity="0.88"'),
    disc(x, y, 144, `fill="none" stroke="${ink}" stroke-width="2.4"`),
    ...ticks,
    ...points,
    disc(x, y, 7, 'fill="#d79a41"'),
  ];
}

function margin(): string[] {
  const across = times(
    28,
    (index) =>
      box(70 + index * ((width - 140) / 28), 52, (width - 140) / 28, 12, `fill="${index % 2 ? ink : '#f3ecdd'}"`) +
      box(
        70 + index * ((width - 140) / 28),
        height - 64,
        (width - 140) / 28,
        12,
        `fill="${index % 2 ? ink : '#f3ecdd'}"`,
      ),
  );
  const down = times(
    18,
    (index) =>
      box(52, 70 + index * ((height - 140) / 18), 12, (height - 140) / 18, `fill="${index % 2 ? ink : '#f3ecdd'}"`) +
      box(
        width - 64,
        70 + index * ((height - 140) / 18),
        12,
        (height - 140) / 18,
        `fill="${index % 2 ? ink : '#f3ecdd'}"`,
      ),
  );
  return [
    ...across,
    ...down,
    box(66, 66, width - 132, height - 132, `fill="none" stroke="${ink}" stroke-width="4"`),
    box(48, 48, width - 96, height - 96, `fill="none" stroke="${ink}" stroke-width="3"`),
  ];
}
