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
  type Point,
  polyline,
  ripples,
  shape,
  sheet,
  stroke,
  times,
  width,
} from './brush.ts';

const waterline = 690;

/** An eight-sided hut on a quay, and the staff that is older than the hut. */
export function tideGaugeZoutmonde(chance: Chance): string {
  const scene = [...town(chance), ...quay(chance), ...hut(), ...staff()];
  return sheet(
    [
      fade('sky', [
        [0, '#9fbdc0'],
        [0.55, '#d9dfd2'],
        [1, '#f3e6c9'],
      ]),
      fade('water', [
        [0, '#a9c3b6'],
        [0.25, '#6f9d99'],
        [1, '#234f58'],
      ]),
      blur('haze', 30),
      blur('soft', 3),
      `<clipPath id="wet">${box(0, waterline, width, height, '')}</clipPath>`,
    ],
    [
      box(0, 0, width, waterline, 'fill="url(#sky)"'),
      disc(1180, 250, 120, 'fill="#fff6df" opacity="0.75" filter="url(#haze)"'),
      ...clouds(chance),
      box(0, waterline, width, height - waterline, 'fill="url(#water)"'),
      group('clip-path="url(#wet)"', [
        group(`opacity="0.33" filter="url(#soft)" transform="translate(0 ${waterline * 2}) scale(1 -1)"`, scene),
      ]),
      ...scene,
      ...ripples(chance, waterline + 14, height, 110, '#e8efe2'),
      ...ripples(chance, waterline + 60, height, 60, '#183d47'),
    ],
  );
}

function clouds(chance: Chance): string[] {
  return times(9, () => {
    const [x, y] = [between(chance, 0, width), between(chance, 60, 330)];
    return box(x, y, between(chance, 160, 460), between(chance, 5, 13), 'rx="6" fill="#fffaf0" opacity="0.5"');
  });
}

function town(chance: Chance): string[] {
  const roofs = times(26, (index) => {
    const x = 760 + index * 34;
    const tall = between(chance, 26, 62);
    return shape(
      polyline([
        [x, waterline],
        [x, waterline - tall],
        [x + 16, waterline - tall - 20],
        [x + 32, waterline - tall],
        [x + 32, waterline],
      ]),
      index % 3 === 0 ? '#8aa3a3' : '#97aeac',
    );
  });
  const spire: Point[] = [
    [1396, waterline],
    [1396, 540],
    [1412, 450],
    [1428, 540],
    [1428, waterline],
  ];
  return [box(720, waterline - 14, 900, 14, 'fill="#7f9a9a"'), ...roofs, shape(polyline(spire), '#88a2a3')];
}

function quay(chance: Chance): string[] {
  const stones = times(9, (row) =>
    times(13, (column) => {
      const x = column * 78 - (row % 2) * 39 - 20;
      const tone = ['#6d675c', '#7a7366', '#857d6e', '#746c5f'][Math.floor(chance() * 4)] ?? '#7a7366';
      return box(x, 520 + row * 26, 75, 23, `rx="3" fill="${tone}"`);
    }).join(''),
  );
  return [
    `<clipPath id="wall"><path d="M-10 512H900V740H-10Z"/></clipPath>`,
    box(-10, 512, 910, 240, 'fill="#4e493f"'),
    group('clip-path="url(#wall)"', stones),
    box(-10, 652, 910, 40, 'fill="#3d4a3b" opacity="0.6"'),
    box(-10, 494, 926, 26, 'fill="#a59b87"'),
    box(-10, 494, 926, 7, 'fill="#c5baa2"'),
    ...[120, 760].map(
      (x) => `${box(x, 452, 34, 44, 'rx="7" fill="#20303a"')}${box(x - 8, 444, 50, 15, 'rx="7" fill="#20303a"')}`,
    ),
  ];
}

function hut(): string[] {
  const faces: [number, number, string][] = [
    [300, 62, '#7e3526'],
    [362, 92, '#a5472f'],
    [454, 92, '#bb5a3a'],
    [546, 62, '#8b3b29'],
  ];
  return [
    box(288, 470, 332, 26, 'fill="#8d8472"'),
    ...faces.map(([x, wide, tone]) => box(x, 248, wide, 222, `fill="${tone}"`)),
    ...times(14, (row) => stroke(`M300 ${264 + row * 15}H608`, '#5f2a20', 1, 'opacity="0.35"')),
    shape('M282 252L404 118L454 96L504 118L626 252Z', '#2d4650'),
    shape('M362 252L430 108L454 96L454 252Z', '#3b5a64'),
    shape('M454 96L478 108L546 252L454 252Z', '#34515b'),
    box(280, 246, 348, 12, 'fill="#e9dfc8"'),
    box(376, 300, 60, 92, 'fill="#16272f"'),
    stroke('M406 300V392M376 346H436', '#e9dfc8', 5),
    box(372, 296, 68, 100, 'fill="none" stroke="#e9dfc8" stroke-width="7"'),
    box(470, 312, 62, 158, 'fill="#284b45"'),
    box(466, 308, 70, 164, 'fill="none" stroke="#e9dfc8" stroke-width="6"'),
    disc(521, 396, 5, 'fill="#d9b35b"'),
    stroke('M454 96V26', '#20303a', 5),
    stroke('M418 52H492', '#20303a', 4),
    shape('M492 52L474 42V62Z', '#20303a'),
    disc(454, 26, 7, 'fill="#d9b35b"'),
  ];
}

function staff(): string[] {
  const marks = times(15, (index) => {
    const y = 408 + index * 20;
    const long = index % 5 === 0;
    return box(
      long ? 962 : index % 2 === 0 ? 962 : 986,
      y,
      long ? 48 : 24,
      10,
      `fill="${long ? '#b2472d' : '#1b2d38'}"`,
    );
  });
  const brace = [
    stroke(
      curve([
        [900, 520],
        [930, 522],
        [960, 520],
      ]),
      '#39454a',
      9,
    ),
    stroke('M900 630H960', '#39454a', 9),
  ];
  return [
    ...brace,
    box(952, 390, 68, 330, 'fill="#f6f0e0"'),
    ...marks,
    box(952, 390, 68, 330, 'fill="none" stroke="#39454a" stroke-width="5"'),
  ];
}
