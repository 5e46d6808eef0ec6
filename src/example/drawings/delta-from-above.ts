import {
  between,
  box,
  type Chance,
  curve,
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

const apex: Point = [760, -150];

/** A river dividing again and again between fields, and its silt going out to sea. */
export function deltaFromAbove(chance: Chance): string {
  const shore = shoreline(chance);
  const channels = divide(chance, apex, Math.PI / 2 + 0.03, 62, 0);
  const land = curve(shore.map((edge) => fromApex(edge.angle, edge.reach)));
  const outline = (scale: number): string =>
    `${curve(shore.map((edge) => fromApex(edge.angle, edge.reach * scale)))}L2200 -400L-700 -400Z`;
  return sheet(
    [
      fade('sea', [
        [0, '#2f7f8d'],
        [0.6, '#1c566c'],
        [1, '#10324a'],
      ]),
      fade('land', [
        [0, '#8d9a63'],
        [0.55, '#75895a'],
        [1, '#9aa778'],
      ]),
      haze('silt', 26),
      `<clipPath id="shore"><path d="${land}L2200 -400L-700 -400Z"/></clipPath>`,
    ],
    [
      box(0, 0, width, height, 'fill="url(#sea)"'),
      group('filter="url(#silt)"', [
        shape(outline(1.2), '#2f8790', 'opacity="0.55"'),
        shape(outline(1.1), '#6fb0a3', 'opacity="0.6"'),
      ]),
      group(
        'filter="url(#silt)" opacity="0.75"',
        channels.mouths.map((mouth) => plume(chance, mouth)),
      ),
      shape(outline(1.035), '#d8cfa2', 'opacity="0.65"'),
      shape(outline(1), 'url(#land)'),
      group('clip-path="url(#shore)"', [
        ...fields(chance),
        ...channels.strokes.map(({ data, breadth }) => stroke(data, '#5d7350', breadth + 9, 'opacity="0.5"')),
        ...channels.strokes.map(({ data, breadth }) => stroke(data, '#dcc79a', breadth + 2)),
        ...channels.strokes.map(({ data, breadth }) => stroke(data, '#b58f5c', breadth * 0.72)),
      ]),
    ],
  );
}

function fromApex(angle: number, reach: number): Point {
  return [apex[0] + Math.cos(angle) * reach * 1.1, apex[1] + Math.sin(angle) * reach];
}

function shoreline(chance: Chance): { angle: number; reach: number }[] {
  return times(90, (index) => {
    const angle = -0.12 + (index / 89) * (Math.PI + 0.24);
    const lobes = 60 * Math.sin(angle * 7 + 1) + 36 * Math.sin(angle * 17 + 2) + 18 * Math.sin(angle * 41);
    return { angle, reach: 935 + lobes + between(chance, -16, 16) };
  });
}

type Channel = { data: string; breadth: number };
type Channels = { strokes: Channel[]; mouths: { at: Point; breadth: number }[] };

function divide(chance: Chance, from: Point, heading: number, breadth: number, order: number): Channels {
  const points: Point[] = [from];
  let [x, y] = from;
  let course = heading;
  const steps = order === 0 ? 5 : Math.round(between(chance, 2, 4));
  for (let step = 0; step < steps; step += 1) {
    course += order === 0 ? 0 : between(chance, -0.4, 0.4) + 0.16 * (outward(x, y) - course);
    const length = between(chance, 30, 46);
    x += Math.cos(course) * length;
    y += Math.sin(course) * length;
    points.push([x, y]);
  }
  const here: Channel = { data: curve(points), breadth };
  const gone = Math.hypot(x - apex[0], y - apex[1]) > 1060;
  if (order > 10 || gone) return { strokes: [here], mouths: [{ at: [x, y], breadth }] };
  const share = order < 3 ? between(chance, 0.42, 0.58) : between(chance, 0.3, 0.7);
  const spread = [1.5, 1.05, 0.9][order] ?? between(chance, 0.5, 0.85);
  const narrower = (part: number): number => Math.max(breadth * Math.sqrt(part) * 0.98, 2.2);
  const left = divide(chance, [x, y], course - spread * (1 - share), narrower(1 - share), order + 1);
  if (order > 3 && chance() < 0.42) return { strokes: [...left.strokes, here], mouths: left.mouths };
  const right = divide(chance, [x, y], course + spread * share, narrower(share), order + 1);
  return { strokes: [...right.strokes, ...left.strokes, here], mouths: [...left.mouths, ...right.mouths] };
}

/** The course that leads straight to sea. */
function outward(x: number, y: number): number {
  return Math.atan2(y - apex[1], x - apex[0]);
}

function plume(chance: Chance, { at: [x, y], breadth }: { at: Point; breadth: number }): string {
  const seaward = outward(x, y);
  const length = 40 + breadth * 9;
  const tip: Point = [x + Math.cos(seaward) * length, y + Math.sin(seaward) * length];
  const middle: Point = [(x + tip[0]) / 2 + between(chance, -20, 20), (y + tip[1]) / 2];
  return stroke(curve([[x, y], middle, tip]), '#cdb98a', 16 + breadth * 3, 'opacity="0.7"');
}

function fields(chance: Chance): string[] {
  const colours = ['#a9b06d', '#5f7a4e', '#c3bb7d', '#7f9460', '#4f6d4a', '#b9a96a'];
  return times(900, (index) => {
    const angle = between(chance, 0.02, Math.PI - 0.02);
    const [x, y] = fromApex(angle, between(chance, 120, 960));
    const turn = Math.round((angle * 180) / Math.PI / 9) * 9;
    const colour = colours[index % colours.length] ?? '#a9b06d';
    return box(
      x,
      y,
      between(chance, 10, 46),
      between(chance, 7, 22),
      `fill="${colour}" opacity="0.42" transform="rotate(${turn} ${Math.round(x)} ${Math.round(y)})"`,
    );
  });
}
