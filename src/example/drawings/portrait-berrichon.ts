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
  round,
  shape,
  sheet,
  stroke,
  times,
  width,
} from './brush.ts';

/** The Director-General against the light, which she prefers. */
export function portraitBerrichon(chance: Chance): string {
  return sheet(
    [
      fade('wall', [
        [0, '#2a3b42'],
        [1, '#141f27'],
      ]),
      fade('sky', [
        [0, '#a9c4c6'],
        [0.7, '#e8e3cf'],
        [1, '#f5e8c8'],
      ]),
      fade('water', [
        [0, '#c9d6c6'],
        [1, '#6e999c'],
      ]),
      fade('coat', [
        [0, '#16242e'],
        [1, '#0d161d'],
      ]),
      blur('light', 50),
      blur('edge', 2),
      `<clipPath id="panes">${box(560, 70, 700, 860, '')}</clipPath>`,
    ],
    [
      box(0, 0, width, height, 'fill="url(#wall)"'),
      ...times(6, (index) => box(index * 92 - 20, 0, 3, height, 'fill="#0e171d" opacity="0.5"')),
      box(520, 40, 780, 900, 'fill="#f3ead0" opacity="0.35" filter="url(#light)"'),
      group('clip-path="url(#panes)"', view(chance)),
      ...frame(),
      ...instruments(),
      ...figure(),
    ],
  );
}

function view(chance: Chance): string[] {
  return [
    box(560, 70, 700, 560, 'fill="url(#sky)"'),
    ...times(8, () =>
      box(
        between(chance, 540, 1200),
        between(chance, 120, 480),
        between(chance, 90, 300),
        6,
        'rx="3" fill="#fffaf0" opacity="0.55"',
      ),
    ),
    box(560, 590, 700, 360, 'fill="url(#water)"'),
    ...ripples(chance, 610, 940, 120, '#f4efdc'),
    shape('M540 588L752 604L772 622L540 644Z', '#4b5f63'),
    box(722, 516, 22, 92, 'fill="#f1ead8"'),
    box(722, 540, 22, 20, 'fill="#b2472d"'),
    box(716, 508, 34, 10, 'fill="#39494e"'),
    disc(733, 502, 9, 'fill="#f2c46a"'),
    shape('M1110 640q34 16 92 0l-10 22h-70z', '#3d5358'),
    stroke('M1154 640V566l32 64', '#3d5358', 4),
  ];
}

function frame(): string[] {
  const bars = ['M793 70V930', 'M1026 70V930', 'M560 285H1260', 'M560 500H1260', 'M560 715H1260'];
  return [
    ...bars.map((bar) => stroke(bar, '#d7ccb2', 13)),
    box(560, 70, 700, 860, 'fill="none" stroke="#e6dcc3" stroke-width="26"'),
    box(520, 930, 780, 34, 'fill="#e6dcc3"'),
    box(520, 958, 780, 10, 'fill="#a89e88"'),
  ];
}

/** A drum recorder on its shelf: the pen has drawn since 1866. */
function instruments(): string[] {
  const trace = times(
    60,
    (index) =>
      `${index === 0 ? 'M' : 'L'}${150 + index * 4} ${round(640 + 26 * Math.sin(index / 4.6) * (0.6 + 0.4 * Math.sin(index / 19)))}`,
  ).join('');
  return [
    box(90, 740, 380, 22, 'fill="#6b5339"'),
    box(120, 762, 18, 110, 'fill="#4d3b29"'),
    box(422, 762, 18, 110, 'fill="#4d3b29"'),
    box(140, 590, 252, 104, 'rx="10" fill="#efe6cd"'),
    stroke(trace, '#1d4e63', 3),
    box(126, 580, 18, 126, 'rx="6" fill="#b08a4a"'),
    box(388, 580, 18, 126, 'rx="6" fill="#b08a4a"'),
    box(110, 704, 320, 36, 'rx="5" fill="#8a6a3c"'),
    stroke('M262 560V622', '#b08a4a', 5),
    disc(262, 552, 11, 'fill="#d2ab63"'),
  ];
}

function figure(): string[] {
  const body =
    'M640 1080C650 900 690 812 790 778C842 760 868 742 872 700L960 700C964 744 994 762 1040 780C1140 818 1176 900 1188 1080Z';
  const head =
    'M846 566C838 470 888 412 954 414C1016 416 1052 462 1050 530C1050 546 1056 558 1068 578C1076 592 1070 600 1056 602C1058 614 1056 620 1050 626C1054 636 1052 644 1044 650C1046 676 1034 690 1004 688C988 687 976 690 966 712L872 716C876 680 852 640 846 566Z';
  const hair =
    'M838 560C826 452 886 396 956 400C1018 404 1056 446 1052 500C1014 480 984 486 958 520C944 540 946 566 934 590C918 620 884 636 866 628C848 612 842 590 838 560Z';
  return [
    shape(body, 'url(#coat)'),
    shape(head, '#1b2932'),
    shape(hair, '#0e171e'),
    disc(836, 520, 50, 'fill="#0e171e"'),
    stroke(
      'M1050 470C1052 510 1050 546 1068 578C1076 592 1070 600 1056 602',
      '#f3dfb6',
      4,
      'opacity="0.75" filter="url(#edge)"',
    ),
    stroke('M1040 782C1140 820 1174 900 1186 1066', '#f3dfb6', 5, 'opacity="0.6" filter="url(#edge)"'),
    stroke('M872 706C900 742 934 742 962 706', '#c9a45c', 6),
    disc(930, 604, 7, 'fill="#d9b35b"'),
  ];
}
