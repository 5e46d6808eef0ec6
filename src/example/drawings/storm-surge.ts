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
  shape,
  sheet,
  stroke,
  times,
  width,
} from './brush.ts';

const eye: Point = [930, 500];

/** A depression seen from above: isobars winding in, wind along them, a low coast ahead. */
export function stormSurge(chance: Chance): string {
  return sheet(
    [
      fade('sea', [
        [0, '#1c5268'],
        [1, '#0a2138'],
      ]),
      haze('cloud', 22),
      haze('soft', 10),
    ],
    [
      box(0, 0, width, height, 'fill="url(#sea)"'),
      ...coast(chance),
      group(
        'filter="url(#cloud)" opacity="0.6"',
        times(7, (arm) => spiral(arm * 0.9, 130 + arm * 9, 2.4, '#e6eeec', 46 - arm * 3)),
      ),
      group(
        'filter="url(#soft)" opacity="0.5"',
        times(5, (arm) => spiral(arm * 1.26 + 0.5, 90, 2.8, '#f6f7f2', 20)),
      ),
      ...times(16, (index) => isobar(chance, 52 + index * 44 + index * index * 1.6, index)),
      ...times(620, () => wind(chance)),
      disc(eye[0], eye[1], 34, 'fill="#0a2138" opacity="0.85"'),
      disc(eye[0], eye[1], 34, 'fill="none" stroke="#f3ecdd" stroke-width="3"'),
      disc(eye[0], eye[1], 6, 'fill="#d79a41"'),
      ...track(),
    ],
  );
}

function coast(chance: Chance): string[] {
  const edge = times(
    17,
    (index): Point => [330 + 90 * Math.sin(index * 0.8) + between(chance, -40, 40) - index * 8, -40 + index * 72],
  );
  const land = (push: number): string => `${curve(edge.map(([x, y]) => [x + push, y] as const))}L-60 1120L-60 -60Z`;
  return [
    ...[90, 60, 32].map((push, index) => shape(land(push), '#5aa0a4', `opacity="${[0.14, 0.2, 0.3][index]}"`)),
    shape(land(8), '#d9c795'),
    shape(land(0), '#6d7d57'),
    ...times(5, (index) =>
      stroke(
        curve(
          times(
            6,
            (step): Point => [
              -40 + step * 52,
              110 + index * 205 + 40 * Math.sin(step + index * 2) + between(chance, -14, 14),
            ],
          ),
        ),
        '#4d8a90',
        4 + (index % 3) * 2,
        'opacity="0.8"',
      ),
    ),
    stroke(curve(edge), '#f3ecdd', 3, 'opacity="0.8"'),
  ];
}

function spiral(turn: number, start: number, tightness: number, colour: string, thickness: number): string {
  const points = times(26, (step): Point => {
    const angle = turn + step * 0.16;
    const reach = start * Math.exp((step * 0.16) / tightness);
    return [eye[0] + Math.cos(-angle) * reach * 1.15, eye[1] + Math.sin(-angle) * reach * 0.86];
  });
  return stroke(curve(points), colour, thickness);
}

function isobar(chance: Chance, radius: number, index: number): string {
  const skew = between(chance, 0, 6.28);
  const ring = times(28, (step): Point => {
    const angle = (step / 28) * 2 * Math.PI;
    const reach = radius * (1 + 0.045 * Math.sin(angle * 2 + skew) + 0.03 * Math.sin(angle * 3 + index));
    return [eye[0] + index * 5 + Math.cos(angle) * reach * 1.15, eye[1] - index * 3 + Math.sin(angle) * reach * 0.86];
  });
  return stroke(curve(ring, true), '#f3ecdd', index % 4 === 0 ? 3.4 : 1.5, `opacity="${index % 4 === 0 ? 0.85 : 0.5}"`);
}

function wind(chance: Chance): string {
  const angle = between(chance, 0, 6.28);
  const reach = 60 + chance() ** 0.8 * 820;
  const [x, y] = [eye[0] + Math.cos(angle) * reach * 1.15, eye[1] + Math.sin(angle) * reach * 0.86];
  const heading = angle - Math.PI / 2 - 0.25;
  const long = 26 - reach / 55;
  return stroke(
    `M${Math.round(x)} ${Math.round(y)}l${Math.round(Math.cos(heading) * long)} ${Math.round(Math.sin(heading) * long * 0.8)}`,
    '#bfe0dc',
    2,
    `opacity="${reach < 400 ? 0.75 : 0.4}"`,
  );
}

function track(): string[] {
  const past: Point[] = [[1660, 900], [1440, 850], [1240, 740], [1080, 610], eye];
  const ahead: Point[] = [eye, [760, 420], [560, 390], [350, 400]];
  return [
    stroke(curve(past), '#d79a41', 5),
    stroke(curve(ahead), '#d79a41', 5, 'stroke-dasharray="4 16"'),
    ...past.slice(1, 4).map(([x, y]) => disc(x, y, 10, 'fill="#0a2138" stroke="#d79a41" stroke-width="4"')),
  ];
}
