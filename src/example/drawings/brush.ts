/** What every drawing draws with: one sheet, one palette, a few strokes. */

export const width = 1600;
export const height = 1067;

export const ink = '#12263a';
export const sea = '#3b7f8c';
export const paper = '#f3ecdd';
export const rust = '#b2472d';

/** A number at least 0 and below 1. The same seed gives the same numbers on every machine. */
export type Chance = () => number;

/** A point in pixels from the sheet's top left. */
export type Point = readonly [x: number, y: number];

/**
 * Makes a chance from a picture's key, so that a picture drawn twice is the same picture.
 *
 * @see mulberry32, a 32-bit generator in the public domain
 */
export function chanceOf(seed: string): Chance {
  let state = 2166136261;
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function between(chance: Chance, low: number, high: number): number {
  return low + chance() * (high - low);
}

/** The integers from 0 up to and without `count`. */
export function times<T>(count: number, draw: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => draw(index));
}

export function round(number: number): number {
  return Math.round(number * 10) / 10;
}

/** Path data through the points by straight strokes. */
export function polyline(points: readonly Point[]): string {
  return points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
}

/** Path data through the points by one smooth stroke (Catmull–Rom turned into Béziers). */
export function curve(points: readonly Point[], closed = false): string {
  const count = points.length;
  const at = (index: number): Point =>
    points[closed ? (index + count) % count : Math.min(Math.max(index, 0), count - 1)] ?? [0, 0];
  const strokes = times(closed ? count : count - 1, (index) => {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const lean = (a: Point, b: Point, base: Point, side: number): string =>
      `${round(base[0] + (side * (b[0] - a[0])) / 6)} ${round(base[1] + (side * (b[1] - a[1])) / 6)}`;
    return `C${lean(before, to, from, 1)} ${lean(from, after, to, -1)} ${round(to[0])} ${round(to[1])}`;
  });
  return `${polyline([at(0)])}${strokes.join('')}${closed ? 'Z' : ''}`;
}

/** A gradient from top to bottom; `stops` are pairs of offset (0 to 1) and colour. */
export function fade(id: string, stops: readonly (readonly [number, string])[], opacity?: readonly number[]): string {
  const marks = stops.map(
    ([offset, colour], index) =>
      `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity?.[index] ?? 1}"/>`,
  );
  return `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${marks.join('')}</linearGradient>`;
}

/** A blur for small things, wherever a group has moved them. */
export function blur(id: string, radius: number): string {
  return `<filter id="${id}" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="${radius}"/></filter>`;
}

/** A blur for what reaches over the sheet's edge: only the sheet is reckoned, which is many times quicker. */
export function haze(id: string, radius: number): string {
  return `<filter id="${id}" filterUnits="userSpaceOnUse" x="0" y="0" width="${width}" height="${height}"><feGaussianBlur stdDeviation="${radius}"/></filter>`;
}

export function box(x: number, y: number, w: number, h: number, rest: string): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}" ${thin('fill', rest)}/>`;
}

export function disc(x: number, y: number, radius: number, rest: string): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" ${thin('fill', rest)}/>`;
}

export function stroke(data: string, colour: string, thickness: number, rest = ''): string {
  return `<path d="${data}" fill="none" stroke="${colour}" stroke-width="${round(thickness)}" stroke-linecap="round" stroke-linejoin="round" ${thin('stroke', rest)}/>`;
}

export function shape(data: string, colour: string, rest = ''): string {
  return `<path d="${data}" fill="${colour}" ${thin('fill', rest)}/>`;
}

/** One paint needs no layer of its own to be seen through, and thousands of layers take seconds. */
function thin(paint: 'fill' | 'stroke', rest: string): string {
  return rest.replace(/(?<!-)\bopacity=/, `${paint}-opacity=`);
}

export function group(rest: string, parts: readonly string[]): string {
  return `<g ${rest}>${parts.join('')}</g>`;
}

/** Short level strokes on water, longer and wider apart towards the viewer. */
export function ripples(chance: Chance, top: number, bottom: number, count: number, colour: string): string[] {
  return times(count, () => {
    const depth = chance() ** 0.7;
    const length = 20 + depth * between(chance, 40, 220);
    const x = between(chance, -60, width);
    return box(
      x,
      top + depth * (bottom - top),
      length,
      1.5 + depth * 3,
      `rx="2" fill="${colour}" opacity="${round(0.15 + chance() * 0.4)}"`,
    );
  });
}

/** The finished sheet as an SVG document. */
export function sheet(defs: readonly string[], parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs>${defs.join('')}</defs>${parts.join('')}</svg>`;
}
