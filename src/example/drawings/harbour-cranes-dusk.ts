import {
  between,
  blur,
  box,
  type Chance,
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

const waterline = 770;
const dark = '#182234';

/** Four cranes, one ship, the sun just gone. */
export function harbourCranesDusk(chance: Chance): string {
  const quayside = [
    ...hills(),
    ...ship(chance),
    ...[150, 470, 850, 1190].map((x, index) => crane(x, 1 - (index % 2) * 0.1, index === 1)),
  ];
  return sheet(
    [
      fade('sky', [
        [0, '#22375a'],
        [0.42, '#7c6a86'],
        [0.72, '#d98b68'],
        [1, '#f4c889'],
      ]),
      fade('water', [
        [0, '#d99b74'],
        [0.3, '#7c6478'],
        [1, '#1a2742'],
      ]),
      blur('glow', 60),
      blur('soft', 4),
      blur('lamp', 9),
      `<clipPath id="wet">${box(0, waterline, width, height, '')}</clipPath>`,
    ],
    [
      box(0, 0, width, waterline, 'fill="url(#sky)"'),
      disc(1030, waterline - 30, 200, 'fill="#ffe3a8" opacity="0.7" filter="url(#glow)"'),
      disc(1030, waterline - 22, 74, 'fill="#fff0c9"'),
      ...times(12, () =>
        box(
          between(chance, -80, width),
          between(chance, 330, 640),
          between(chance, 150, 520),
          between(chance, 3, 11),
          'rx="5" fill="#f7c79b" opacity="0.28"',
        ),
      ),
      box(0, waterline, width, height - waterline, 'fill="url(#water)"'),
      group('clip-path="url(#wet)"', [
        group(`opacity="0.62" filter="url(#soft)" transform="translate(0 ${waterline * 2}) scale(1 -1)"`, quayside),
        ...times(26, (index) =>
          box(
            1030 - 80 + between(chance, -30, 30) + index * 1.5,
            waterline + 8 + index * 11,
            between(chance, 60, 150),
            4,
            'rx="2" fill="#ffe2ac" opacity="0.6"',
          ),
        ),
      ]),
      ...quayside,
      ...ripples(chance, waterline + 20, height, 120, '#f3bf8d'),
      ...ripples(chance, waterline + 30, height, 90, '#1b2740'),
    ],
  );
}

function hills(): string[] {
  return [
    shape(`M0 ${waterline}V706Q220 660 420 700T820 690T1210 706T1600 676V${waterline}Z`, '#7d6274', 'opacity="0.75"'),
  ];
}

function ship(chance: Chance): string[] {
  const colours = ['#37465e', '#5c4350', '#8c4a3f', '#3f5a66', '#6d5560', '#a8684a'];
  const stack = times(15, (column) => {
    const high = Math.round(between(chance, 3, 6));
    return times(high, (row) =>
      box(416 + column * 47, 668 - row * 25, 45, 23, `fill="${colours[Math.floor(chance() * colours.length)]}"`),
    ).join('');
  });
  return [
    ...stack,
    box(1130, 520, 96, 176, `fill="#222c40"`),
    ...times(5, (row) => box(1140, 534 + row * 30, 76, 7, `fill="#ffd996" opacity="${row === 3 ? 0.35 : 0.9}"`)),
    box(1160, 468, 30, 60, 'fill="#8c4a3f"'),
    shape(`M366 692H1264L1246 ${waterline}H408Z`, dark),
    shape(`M398 742H1253L1246 ${waterline}H408Z`, '#6d3230'),
  ];
}

function crane(x: number, scale: number, raised: boolean): string {
  const lattice = times(9, (index) =>
    stroke(`M${index * 46} 0L${index * 46 + 23} 22L${index * 46 + 46} 0`, dark, 3),
  ).join('');
  const boom = `<g transform="rotate(${raised ? -62 : 0} 120 0)">${box(110, -5, 420, 8, `fill="${dark}"`)}${box(110, 20, 420, 6, `fill="${dark}"`)}<g transform="translate(112 0)">${lattice}</g></g>`;
  const legs = [
    stroke('M0 330V-10L56 -150L120 -10V330', dark, 13),
    stroke('M-30 330H150M0 170H120M0 0L120 170M120 0L0 170', dark, 6),
    box(-150, -5, 290, 10, `fill="${dark}"`),
    box(-160, -24, 74, 50, `fill="${dark}"`),
    raised ? stroke('M56 -150L-140 0', dark, 4) : stroke('M56 -150L-140 0M56 -150L330 0M56 -150L520 0', dark, 4),
    raised
      ? ''
      : `${box(286, 24, 44, 30, `fill="${dark}"`)}${stroke('M300 52V150M316 52V150', dark, 2)}${box(272, 150, 76, 30, 'fill="#a8523a"')}`,
    box(-18, 322, 34, 18, `fill="${dark}"`),
    box(104, 322, 34, 18, `fill="${dark}"`),
  ];
  const lamp = `${disc(56, -156, 16, 'fill="#ff5a3c" opacity="0.8" filter="url(#lamp)"')}${disc(56, -156, 6, 'fill="#ff8a66"')}`;
  return `<g transform="translate(${x} ${waterline - 338 * scale}) scale(${scale})">${boom}${legs.join('')}${lamp}</g>`;
}
