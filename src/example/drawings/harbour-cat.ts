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

const cat = '#0d141c';

/** The mouser of the North Quay, on the bollard she has chosen. */
export function harbourCat(chance: Chance): string {
  return sheet(
    [
      fade('sky', [
        [0, '#24405a'],
        [0.6, '#6f8f97'],
        [1, '#e6cfa0'],
      ]),
      fade('water', [
        [0, '#c7b88f'],
        [0.3, '#5e8388'],
        [1, '#1c3b4b'],
      ]),
      fade('stone', [
        [0, '#6f695d'],
        [1, '#37352f'],
      ]),
      fade('iron', [
        [0, '#4a5860'],
        [1, '#161d23'],
      ]),
      blur('glow', 40),
      blur('soft', 7),
    ],
    [
      box(0, 0, width, 560, 'fill="url(#sky)"'),
      disc(1120, 300, 190, 'fill="#ffeebd" opacity="0.55" filter="url(#glow)"'),
      disc(1120, 300, 104, 'fill="#fdf2cf"'),
      ...[
        [1084, 270, 20],
        [1150, 326, 26],
        [1120, 250, 11],
        [1094, 336, 13],
      ].map(([x, y, r]) => disc(x ?? 0, y ?? 0, r ?? 0, 'fill="#ecd9a6" opacity="0.6"')),
      shape('M0 560V500Q300 476 640 506T1240 490T1600 510V560Z', '#3f5c66', 'opacity="0.8"'),
      box(0, 556, width, 320, 'fill="url(#water)"'),
      ...times(24, (index) =>
        box(
          1060 + between(chance, -40, 40),
          564 + index * 11,
          between(chance, 50, 150),
          4,
          'rx="2" fill="#fdf0c4" opacity="0.7"',
        ),
      ),
      ...ripples(chance, 570, 840, 90, '#e9e3c8'),
      ...[
        [150, 1],
        [430, 0.8],
        [1370, 0.9],
      ].map(([x, s], index) => boat(x ?? 0, s ?? 1, index)),
      ...quay(chance),
      ...bollard(),
      ...mouser(),
    ],
  );
}

function boat(x: number, scale: number, index: number): string {
  const colour = ['#8b3b29', '#1d4e63', '#c58a3a'][index] ?? '#8b3b29';
  return group(`transform="translate(${x} 640) scale(${scale})"`, [
    shape('M-120 -6Q0 22 130 -16L104 56H-92Z', colour),
    stroke('M-120 -6Q0 22 130 -16', '#f0e6cc', 6),
    box(-54, -56, 70, 58, 'fill="#e9dfc6"'),
    box(-46, -48, 22, 20, 'fill="#ffd98a"'),
    box(-14, -48, 22, 20, 'fill="#ffd98a"'),
    stroke('M40 6V-210M40 -190L118 -18M40 -190L-110 -8', '#16232c', 5),
    shape('M-92 60H104L84 120H-70Z', colour, 'opacity="0.35" filter="url(#soft)"'),
  ]);
}

function quay(chance: Chance): string[] {
  const joints = times(9, (index) =>
    stroke(`M${index * 210 - 60} 868L${index * 260 - 330} 1067`, '#25231f', 4, 'opacity="0.7"'),
  );
  return [
    box(0, 850, width, 220, 'fill="url(#stone)"'),
    box(0, 846, width, 16, 'fill="#a69b84"'),
    ...joints,
    stroke('M0 944H1600', '#25231f', 4, 'opacity="0.6"'),
    ...times(240, () =>
      disc(
        between(chance, 0, width),
        between(chance, 866, height),
        between(chance, 0.8, 3),
        'fill="#1f1d1a" opacity="0.35"',
      ),
    ),
  ];
}

function bollard(): string[] {
  const rope = times(
    4,
    (index) =>
      `${stroke(`M612 ${884 - index * 25}Q740 ${914 - index * 25} 868 ${884 - index * 25}`, '#6d5734', 24)}${stroke(`M612 ${884 - index * 25}Q740 ${914 - index * 25} 868 ${884 - index * 25}`, '#c9a869', 19)}`,
  );
  return [
    shape('M540 990Q740 1040 1240 1010Q1000 960 900 950Z', '#15130f', 'opacity="0.5" filter="url(#soft)"'),
    stroke('M868 888C980 960 1200 1000 1660 930', '#6d5734', 24),
    stroke('M868 888C980 960 1200 1000 1660 930', '#c9a869', 19),
    shape('M590 1000Q740 1030 890 1000L872 930H608Z', '#161d23'),
    box(612, 740, 256, 220, 'fill="url(#iron)"'),
    ...rope,
    shape('M572 740Q572 694 640 690H840Q908 694 908 740Q908 776 840 778H640Q572 776 572 740Z', 'url(#iron)'),
    stroke('M600 716Q740 692 880 716', '#8698a0', 5, 'opacity="0.8"'),
  ];
}

/** She faces the moon; the light runs down her back and along one ear. */
function mouser(): string[] {
  const body =
    'M676 706C640 640 652 548 690 492C706 468 712 446 706 424C690 398 688 366 698 330L722 284L752 322C772 316 792 316 812 322L846 288L862 336C872 376 862 412 836 432C830 462 838 484 848 512C872 574 872 650 858 706Z';
  const tail = 'M684 690C620 700 588 740 582 796C578 842 596 870 622 858';
  return [
    stroke(tail, cat, 28),
    shape(body, cat),
    shape('M800 706C796 650 790 610 796 570C808 600 816 650 838 706Z', '#18242e'),
    stroke(
      'M846 288L862 336C872 376 862 412 836 432C830 462 838 484 848 512C872 574 872 650 858 702',
      '#f5e3b0',
      5,
      'opacity="0.8"',
    ),
    stroke('M722 288L706 326', '#f5e3b0', 3, 'opacity="0.4"'),
    shape('M806 362q14 -12 28 0q-14 12 -28 0z', '#e8c65a'),
    shape('M752 364q12 -12 26 0q-13 11 -26 0z', '#e8c65a'),
    disc(821, 362, 4, `fill="${cat}"`),
    disc(766, 363, 4, `fill="${cat}"`),
    stroke('M826 394L912 384M826 400L908 410M760 396L680 388M760 402L684 414', '#8d9aa0', 1.8, 'opacity="0.8"'),
    stroke('M716 446Q770 474 834 444', '#b2472d', 9),
    disc(782, 470, 9, 'fill="#d9b35b"'),
  ];
}
