import { describe, expect, test } from 'vitest';
import { readPath } from '../../../extractors/ofd/path-data.ts';

describe('the data of a path', () => {
  const shape = (data: string): unknown =>
    readPath(data).map(({ points, closed }) => [
      points.map(({ x, y, straight }) => (straight ? `${x},${y}` : `~${x},${y}`)).join(' '),
      closed,
    ]);

  test('is a run from each start, closed or open', () => {
    expect(shape('M 0 0 L 5 0 L 5 5 C M 1 1 L 2 2')).toEqual([
      ['0,0 5,0 5,5', true],
      ['1,1 2,2', false],
    ]);
    expect(shape('S 0.5 -0.5 L 1.e1 .5')).toEqual([['0.5,-0.5 10,0.5', false]]);
  });

  test('takes a curve for its end', () => {
    expect(shape('M 0 0 Q 1 1 2 2 B 3 3 4 4 5 5 A 1 1 0 1 0 6 6 L 7 7')).toEqual([
      ['0,0 ~2,2 ~5,5 ~6,6 7,7', false],
    ]);
  });

  test('goes on without its letter, and after closing from the start', () => {
    expect(shape('M0,0 5,0 5,5')).toEqual([['0,0 5,0 5,5', false]]);
    expect(shape('M 1 1 L 2 1 C L 1 9')).toEqual([
      ['1,1 2,1', true],
      ['1,1 1,9', false],
    ]);
  });

  test('may be cut off or be no path at all', () => {
    expect(shape('M 0 0 L 5')).toEqual([['0,0', false]]);
    expect(shape('hello 1 2 L')).toEqual([]);
    expect(shape('')).toEqual([]);
  });
});
