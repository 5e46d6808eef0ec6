import {
  between,
  box,
  type Chance,
  curve,
  disc,
  fade,
  group,
  haze,
  height,
  type Point,
  polyline,
  shape,
  sheet,
  stroke,
  times,
  width,
} from './brush.ts';

const shore = 560;

/** A gauge in a frozen lake, one ger, and the larch that did the work before the gauge. */
export function lakeGaugeIce(chance: Chance): string {
  return sheet(
    [
      fade('sky', [
        [0, '#4f83a6'],
        [0.6, '#a9c8d3'],
        [1, '#f1e4d0'],
      ]),
      fade('ice', [
        [0, '#dfeaea'],
        [0.3, '#8fbcc7'],
        [1, '#2c6a86'],
      ]),
      haze('soft', 7),
    ],
    [
      box(0, 0, width, shore, 'fill="url(#sky)"'),
      disc(300, 190, 46, 'fill="#fff7e2"'),
      ridge(chance, 430, 150, '#9db9c6', true),
      ridge(chance, 490, 90, '#7896a8', true),
      ridge(chance, 545, 34, '#56707c', false),
      shape(`M0 ${shore - 26}Q400 ${shore - 46} 800 ${shore - 22}T1600 ${shore - 34}V${shore + 8}H0Z`, '#eef0ea'),
      box(0, shore, width, height - shore, 'fill="url(#ice)"'),
      ...cracks(chance),
      ...drifts(chance),
      ...ger(),
      ...larch(chance),
      ...gauge(),
    ],
  );
}

function ridge(chance: Chance, base: number, lift: number, colour: string, snow: boolean): string {
  const peaks = times(
    24,
    (index): Point => [
      index * 72 - 30,
      base - (index % 2) * between(chance, lift * 0.3, lift) - between(chance, 0, lift * 0.4),
    ],
  );
  const caps = snow
    ? times(11, (index) =>
        cap(peaks[index * 2] ?? [0, 0], peaks[index * 2 + 1] ?? [0, 0], peaks[index * 2 + 2] ?? [0, 0]),
      )
    : [];
  return `${shape(`${polyline(peaks)}L${width} ${shore}L0 ${shore}Z`, colour)}${caps.join('')}`;
}

/** Snow from the peak a third of the way down both of its slopes. */
function cap([leftX, leftY]: Point, [x, y]: Point, [rightX, rightY]: Point): string {
  const down = (toX: number, toY: number, part: number): Point => [x + (toX - x) * part, y + (toY - y) * part];
  const [left, right] = [down(leftX, leftY, 0.42), down(rightX, rightY, 0.36)];
  const hem: Point[] = [
    [x + 10, y + (right[1] - y) * 0.72],
    [x - 1, y + (left[1] - y) * 1.1],
    [x - 12, y + (left[1] - y) * 0.7],
  ];
  return shape(`${polyline([[x, y], right, ...hem, left])}Z`, '#f6f4ee');
}

function cracks(chance: Chance): string[] {
  const lines = times(34, () => {
    let [x, y] = [between(chance, -50, width), between(chance, shore + 30, height)];
    const depth = (y - shore) / (height - shore);
    let course = between(chance, -0.5, 0.5) + (chance() < 0.5 ? Math.PI : 0);
    const points = times(Math.round(between(chance, 5, 12)), (): Point => {
      course += between(chance, -0.45, 0.45);
      x += Math.cos(course) * (40 + depth * 70);
      y = Math.max(shore + 12, y + Math.sin(course) * (8 + depth * 34));
      return [x, y];
    });
    return { data: polyline(points), depth };
  });
  return [
    group(
      'filter="url(#soft)" opacity="0.22"',
      lines.map(({ data, depth }) => stroke(data, '#ffffff', 2 + depth * 9)),
    ),
    ...lines.map(({ data, depth }) => stroke(data, '#f4fbfb', 0.8 + depth * 2.4, 'opacity="0.85"')),
  ];
}

function drifts(chance: Chance): string[] {
  return times(20, () => {
    const depth = chance();
    const [x, y] = [between(chance, -100, width), shore + 14 + depth * 470];
    const long = 120 + depth * 380;
    return shape(
      `M${x} ${y}q${long / 2} ${-10 - depth * 16} ${long} 0q${-long / 2} ${6 + depth * 10} ${-long} 0Z`,
      '#f3f6f3',
      'opacity="0.55"',
    );
  });
}

function ger(): string[] {
  return [
    group('transform="translate(210 448)"', [
      shape('M0 88V46Q74 28 148 46V88Z', '#f3ecdb'),
      shape('M-5 48Q40 4 64 0H84Q108 4 153 48Q74 30 -5 48Z', '#e2d6bc'),
      stroke('M0 60Q74 44 148 60M0 76Q74 62 148 76', '#b98a4c', 2.4),
      box(62, 50, 26, 38, 'fill="#b2472d"'),
      box(90, -30, 7, 34, 'fill="#3a4146"'),
    ]),
    stroke(
      curve([
        [303, 414],
        [312, 380],
        [300, 340],
        [326, 300],
        [318, 250],
      ]),
      '#fbf8f0',
      15,
      'opacity="0.5" filter="url(#soft)"',
    ),
  ];
}

function larch(chance: Chance): string[] {
  const boughs = times(17, (index) => {
    const y = 236 + index * 17;
    const reach = 14 + index * 5.2 + between(chance, -8, 8);
    return stroke(
      curve([
        [1352 - reach, y + 20],
        [1352, y],
        [1352 + reach * 0.9, y + 22],
      ]),
      '#6d5a3a',
      5.5,
    );
  });
  return [
    shape('M1346 200L1338 560H1368L1358 200Z', '#4a3a2a'),
    ...boughs,
    ...times(9, (index) => stroke(`M1341 ${430 + index * 12}h9`, '#f0dfb8', 3)),
  ];
}

function gauge(): string[] {
  const marks = times(18, (index) =>
    box(index % 2 === 0 ? 836 : 862, 366 + index * 24, 26, 12, `fill="${index % 5 === 0 ? '#b2472d' : '#12263a'}"`),
  );
  return [
    shape('M820 808q42 -20 86 0q38 18 330 60q-330 -22 -400 -36z', '#1d4e63', 'opacity="0.28" filter="url(#soft)"'),
    box(830, 350, 64, 462, 'fill="#f8f2e2" stroke="#2b3a44" stroke-width="5"'),
    ...marks,
    box(816, 300, 92, 56, 'rx="6" fill="#3b5a64"'),
    shape('M800 304L900 268L930 286L828 322Z', '#12263a'),
    stroke('M862 290V210', '#2b3a44', 5),
    stroke('M836 222H888M846 236H878', '#2b3a44', 4),
    shape('M796 822q66 -34 132 0q-66 26 -132 0z', '#f3f7f5'),
  ];
}
