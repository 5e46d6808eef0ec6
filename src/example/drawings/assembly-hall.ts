import {
  box,
  type Chance,
  disc,
  fade,
  group,
  haze,
  height,
  round,
  shape,
  sheet,
  stroke,
  times,
  width,
} from './brush.ts';

/** The trading floor of the old Salt Exchange, with seats. */
export function assemblyHall(chance: Chance): string {
  return sheet(
    [
      fade('wall', [
        [0, '#c9b58a'],
        [1, '#a38a5d'],
      ]),
      fade('ceiling', [
        [0, '#6d5636'],
        [1, '#a88a58'],
      ]),
      fade('glass', [
        [0, '#cfe2e2'],
        [1, '#f6edd2'],
      ]),
      fade('floor', [
        [0, '#5a4630'],
        [1, '#241b12'],
      ]),
      `<linearGradient id="shaft" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fff4d2" stop-opacity="0.55"/><stop offset="1" stop-color="#fff4d2" stop-opacity="0"/></linearGradient>`,
      haze('soft', 22),
    ],
    [
      box(0, 0, width, height, 'fill="url(#wall)"'),
      ...ceiling(),
      ...wall(),
      ...roundWindow(),
      box(0, 560, width, 520, 'fill="url(#floor)"'),
      ...rostrum(),
      ...times(9, (row) => seats(chance, row)),
      shape('M700 330L900 330L1240 1067H360Z', 'url(#shaft)', 'filter="url(#soft)"'),
    ],
  );
}

function ceiling(): string[] {
  const rows = times(6, (row) => {
    const [top, bottom] = [(row / 6) ** 1.3 * 190, ((row + 1) / 6) ** 1.3 * 190];
    const spread = (y: number): number => 1.75 - (y / 190) * 0.75;
    return times(14, (column) => {
      const at = (edge: number, y: number): number => 800 + (edge - 7) * 116 * spread(y);
      const corner = (dx: number, y: number): string => `${round(at(column + dx, y))} ${round(y)}`;
      return shape(
        `M${corner(0.1, top + 3)}L${corner(0.9, top + 3)}L${corner(0.9, bottom - 3)}L${corner(0.1, bottom - 3)}Z`,
        (row + column) % 2 ? '#4d3c25' : '#5b482d',
      );
    }).join('');
  });
  return [
    box(0, 0, width, 190, 'fill="url(#ceiling)"'),
    ...rows,
    box(0, 188, width, 20, 'fill="#e2d3ab"'),
    box(0, 206, width, 6, 'fill="#7d6742"'),
  ];
}

function wall(): string[] {
  return times(9, (index) => {
    const x = index * 200 - 40;
    const niche =
      index === 4
        ? ''
        : `${shape(`M${x + 50} 540V330Q${x + 100} 262 ${x + 150} 330V540Z`, '#8b744b')}${shape(`M${x + 60} 540V334Q${x + 100} 280 ${x + 140} 334V540Z`, '#b7cac6', 'opacity="0.8"')}${stroke(`M${x + 100} 296V540M${x + 60} 400H${x + 140}M${x + 60} 470H${x + 140}`, '#8b744b', 5)}`;
    return `${box(x - 14, 212, 28, 348, 'fill="#d8c699"')}${box(x - 22, 212, 44, 22, 'fill="#e9dab2"')}${box(x + 8, 234, 6, 326, 'fill="#8b744b" opacity="0.5"')}${niche}`;
  });
}

function roundWindow(): string[] {
  const spokes = times(12, (index) => {
    const angle = (index / 12) * 2 * Math.PI;
    return stroke(
      `M${round(800 + 26 * Math.cos(angle))} ${round(360 + 26 * Math.sin(angle))}L${round(800 + 116 * Math.cos(angle))} ${round(360 + 116 * Math.sin(angle))}`,
      '#6d5636',
      5,
    );
  });
  return [
    disc(800, 360, 180, 'fill="#fff6d8" opacity="0.5" filter="url(#soft)"'),
    disc(800, 360, 138, 'fill="#e2d3ab"'),
    disc(800, 360, 122, 'fill="#6d5636"'),
    disc(800, 360, 116, 'fill="url(#glass)"'),
    shape('M690 396Q745 372 800 396T910 396Q880 470 800 476Q720 470 690 396Z', '#5f9aa0', 'opacity="0.75"'),
    ...spokes,
    disc(800, 360, 26, 'fill="#d79a41" stroke="#6d5636" stroke-width="5"'),
  ];
}

function rostrum(): string[] {
  return [
    box(560, 520, 480, 70, 'fill="#6b4a2a"'),
    box(540, 508, 520, 18, 'fill="#8d6638"'),
    ...times(11, (index) => box(574 + index * 42, 532, 32, 50, 'fill="#593c21"')),
    box(748, 470, 104, 52, 'fill="#8d6638"'),
    box(740, 462, 120, 12, 'fill="#b08448"'),
    shape('M676 508l6 -30h26l6 30z', '#8aa0a4'),
    stroke('M680 480Q695 456 710 480', '#5a6c70', 3),
  ];
}

/** One row, curved about the rostrum; nearer rows are larger and lower on the sheet. */
function seats(chance: Chance, row: number): string {
  const size = 24 + row * row * 0.95 + row * 5;
  const reach = 300 + row * 70 + row * row * 9;
  const count = 15;
  return times(count, (index) => {
    const angle = ((index - (count - 1) / 2) / (count - 1)) * 1.9;
    const [x, y] = [
      800 + Math.sin(angle) * reach * 1.7,
      560 + row * 40 + row * row * 4.2 - (1 - Math.cos(angle)) * reach * 0.16,
    ];
    const aisle = index === 4 || index === 10;
    if (aisle) return '';
    const tone = chance() < 0.12 ? '#4d8068' : ['#2f5d4c', '#356754', '#2a5445'][Math.floor(chance() * 3)];
    return group(
      `transform="translate(${round(x)} ${round(y)}) rotate(${round(angle * -7)}) scale(${round(size * 10) / 240})"`,
      [
        box(-26, 12, 52, 26, 'fill="#1a130c" opacity="0.6"'),
        shape('M-22 16V-14Q-22 -30 0 -30Q22 -30 22 -14V16Z', tone ?? '#2f5d4c'),
        stroke('M-17 -12Q-16 -25 0 -25Q16 -25 17 -12', '#8fbb9e', 2.4, 'opacity="0.6"'),
        box(-29, -2, 8, 26, 'rx="3" fill="#7a5830"'),
        box(21, -2, 8, 26, 'rx="3" fill="#7a5830"'),
      ],
    );
  }).join('');
}
