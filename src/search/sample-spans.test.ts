import { expect, test } from 'vitest';
import { sampleSpans } from './sample-spans.ts';

test('a few spans of all times stand for the others, by how many texts they have', () => {
  const even = Array.from({ length: 9 }, (_, at) => ({ first: at * 100 + 1, texts: 100 }));
  expect(sampleSpans(even)).toEqual({ spans: [101, 401, 701], times: 3 });
  expect(sampleSpans([])).toEqual({ spans: [], times: 0 });
  expect(sampleSpans([{ first: 1, texts: 70 }])).toEqual({ spans: [1], times: 1 });
  const uneven = [
    { first: 1, texts: 900 },
    { first: 901, texts: 100 },
  ];
  expect(sampleSpans(uneven)).toEqual({ spans: [1], times: 1000 / 900 });
});
