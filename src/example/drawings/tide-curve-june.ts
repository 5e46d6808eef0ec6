import {
  box,
  disc,
  fade,
  group,
  height,
  ink,
  type Point,
  paper,
  polyline,
  rust,
  sea,
  sheet,
  stroke,
  times,
  width,
} from './brush.ts';

const left = 110;
const right = width - 110;
const middle = 610;
const days = 30;

/** Speeds in degrees an hour and amplitudes in metres of the four largest constituents. */
const constituents = [
  { speed: 28.9841, amplitude: 1.62, phase: 20 },
  { speed: 30, amplitude: 0.71, phase: 88 },
  { speed: 15.0411, amplitude: 0.22, phase: 140 },
  { speed: 13.943, amplitude: 0.16, phase: 310 },
];

/** Thirty days of tide as one curve, with the moon that made it. */
export function tideCurveJune(): string {
  const curve = times(
    days * 24 * 3 + 1,
    (step): Point => [left + ((right - left) * step) / (days * 72), middle - level(step / 3) * 116],
  );
  const line = polyline(curve);
  return sheet(
    [
      fade(
        'body',
        [
          [0, sea],
          [1, '#cfe0d8'],
        ],
        [0.95, 0.35],
      ),
      `<clipPath id="above">${box(0, 0, width, middle, '')}</clipPath>`,
      `<clipPath id="below">${box(0, middle, width, height, '')}</clipPath>`,
    ],
    [
      box(0, 0, width, height, `fill="${paper}"`),
      ...grid(),
      group('clip-path="url(#above)"', [
        `<path d="${line}L${right} ${middle}L${left} ${middle}Z" fill="${sea}" opacity="0.5"/>`,
      ]),
      group('clip-path="url(#below)"', [
        `<path d="${line}L${right} ${middle}L${left} ${middle}Z" fill="#1d4e63" opacity="0.5"/>`,
      ]),
      stroke(line, ink, 2.6),
      stroke(`M${left} ${middle}H${right}`, rust, 3),
      ...envelope(),
      ...times(days, (day) => moon(left + ((right - left) * (day + 0.5)) / days, 190, day)),
    ],
  );
}

function level(hour: number): number {
  return constituents.reduce(
    (sum, { speed, amplitude, phase }) => sum + amplitude * Math.cos(((speed * hour - phase) * Math.PI) / 180),
    0,
  );
}

function grid(): string[] {
  return [
    ...times(days + 1, (day) =>
      stroke(`M${left + ((right - left) * day) / days} 250V970`, ink, day % 7 === 0 ? 1.8 : 0.8, 'opacity="0.28"'),
    ),
    ...times(7, (row) => stroke(`M${left} ${262 + row * 116}H${right}`, ink, 0.8, 'opacity="0.28"')),
    box(left, 250, right - left, 720, `fill="none" stroke="${ink}" stroke-width="2.4"`),
  ];
}

/** Mean range from springs to neaps: the beat of the two largest constituents. */
function envelope(): string[] {
  const beat = (hour: number): number =>
    Math.hypot(
      1.62 + 0.71 * Math.cos(((1.0159 * hour - 68) * Math.PI) / 180),
      0.71 * Math.sin(((1.0159 * hour - 68) * Math.PI) / 180),
    );
  const side = (sign: number): string =>
    polyline(
      times(
        days + 1,
        (day): Point => [left + ((right - left) * day) / days, middle - sign * 116 * (beat(day * 24) + 0.3)],
      ),
    );
  return [side(1), side(-1)].map((data) => stroke(data, rust, 2.2, 'stroke-dasharray="3 11" opacity="0.85"'));
}

/** Full and new moon come a day and a half before the highest tides. */
function moon(x: number, y: number, day: number): string {
  const age = (((day - 2.8 + 1.5) / 29.53) * 2 * Math.PI + 2 * Math.PI) % (2 * Math.PI);
  const radius = 17;
  const bulge = Math.abs(Math.cos(age)) * radius;
  const waxing = age < Math.PI;
  const crescent = Math.cos(age) > 0;
  const lit = `M${x} ${y - radius}A${radius} ${radius} 0 0 ${waxing ? 1 : 0} ${x} ${y + radius}A${bulge} ${radius} 0 0 ${crescent === waxing ? 0 : 1} ${x} ${y - radius}Z`;
  return `${disc(x, y, radius, `fill="${ink}"`)}<path d="${lit}" fill="#f0d79a"/>${disc(x, y, radius, `fill="none" stroke="${ink}" stroke-width="1.6"`)}`;
}
