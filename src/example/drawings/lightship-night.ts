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

/** The Sallow Bank lightship on her last good night. */
export function lightshipNight(chance: Chance): string {
  return sheet(
    [
      fade('night', [
        [0, '#050b18'],
        [0.6, '#11243d'],
        [1, '#27455b'],
      ]),
      fade('swell', [
        [0, '#1a3a4c'],
        [1, '#040a14'],
      ]),
      `<linearGradient id="beam" x1="1" y1="0" x2="0" y2="0"><stop offset="0" stop-color="#ffe9b0" stop-opacity="0.85"/><stop offset="1" stop-color="#ffe9b0" stop-opacity="0"/></linearGradient>`,
      `<linearGradient id="back" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="#ffe9b0" stop-opacity="0.5"/><stop offset="1" stop-color="#ffe9b0" stop-opacity="0"/></linearGradient>`,
      blur('glow', 26),
      haze('soft', 6),
    ],
    [
      box(0, 0, width, height, 'fill="url(#night)"'),
      ...times(230, () =>
        disc(
          between(chance, 0, width),
          between(chance, 0, 560),
          between(chance, 0.6, 2.2),
          `fill="#e9f0f0" opacity="${Math.round(between(chance, 2, 9)) / 10}"`,
        ),
      ),
      shape('M918 296L-100 60V440Z', 'url(#beam)', 'filter="url(#soft)"'),
      shape('M934 296L1700 236V366Z', 'url(#back)', 'filter="url(#soft)"'),
      ...swell(chance, 690, 3),
      ...ship(),
      ...swell(chance, 800, 6),
    ],
  );
}

function ship(): string[] {
  return [
    group('transform="translate(0 20) rotate(-2.5 920 700)"', [
      stroke('M926 560V250M926 330L1210 590M926 330L690 586M1120 600V430M1120 440L1230 600', '#0c1420', 6),
      ...times(5, (index) =>
        stroke(
          `M${912 - index * 4} ${380 + index * 40}L${940 + index * 4} ${400 + index * 40}M${940 + index * 4} ${380 + index * 40}L${912 - index * 4} ${400 + index * 40}`,
          '#0c1420',
          4,
        ),
      ),
      stroke('M900 560L916 330M952 560L936 330', '#0c1420', 6),
      disc(926, 292, 80, 'fill="#ffdf95" opacity="0.75" filter="url(#glow)"'),
      box(900, 268, 52, 50, 'rx="6" fill="#fff3cf"'),
      box(892, 316, 68, 12, 'fill="#0c1420"'),
      shape('M892 268Q926 228 960 268Z', '#0c1420'),
      stroke('M913 268V316M926 268V316M939 268V316', '#c7902f', 3),
      box(770, 566, 150, 54, 'fill="#d9d3c2"'),
      box(960, 572, 190, 48, 'fill="#c9c2b0"'),
      ...[795, 835, 875, 985, 1030, 1075, 1118].map((x) => disc(x, 592, 9, 'fill="#ffd98a"')),
      box(1040, 520, 44, 54, 'fill="#8b2f22"'),
      shape(
        'M620 596C660 622 720 620 800 620H1150C1210 620 1260 606 1300 580C1290 660 1250 740 1210 780H720C672 740 636 670 620 596Z',
        '#a93a28',
      ),
      shape('M640 668C660 720 690 756 720 780H1210C1236 752 1262 712 1278 672C1200 700 800 706 640 668Z', '#74231a'),
      ...times(5, (index) => box(806 + index * 70, 646, 44, 34, 'fill="#f1e6cd"')),
      stroke('M620 596C660 622 720 620 800 620H1150C1210 620 1260 606 1300 580', '#f1e6cd', 5),
      stroke('M650 690L470 860', '#0c1420', 5, 'stroke-dasharray="9 7"'),
    ]),
  ];
}

function swell(chance: Chance, top: number, count: number): string[] {
  return times(count, (row) => {
    const base = top + row * 52;
    const crest = times(
      20,
      (index): Point => [
        -60 + index * 92,
        base + (14 + row * 5) * Math.sin(index * 0.9 + row * 2.3) + between(chance, -6, 6),
      ],
    );
    const glint = times(9, () =>
      box(
        between(chance, 640, 1240),
        base + between(chance, 8, 36),
        between(chance, 30, 110),
        3,
        `rx="2" fill="#f0c878" opacity="${Math.round(between(chance, 2, 6)) / 10}"`,
      ),
    );
    return `${shape(`${curve(crest)}L1700 1100L-60 1100Z`, 'url(#swell)')}${stroke(curve(crest), '#7fa3ad', 2, 'opacity="0.4"')}${glint.join('')}`;
  });
}
