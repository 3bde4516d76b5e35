import { Cpu } from '../../../src/core/domain/quantity';
import { estimateOf } from '../../../src/core/grading/estimate';
import { nextTurns, roundsOf } from '../../../src/core/grading/schedule';
import { loadLab } from './a-load-lab';

const place = (cores: number) => ({ cpuLimit: Cpu.millis(cores * 1000) });
const cores = (count: number) => ({ cpu: Cpu.millis(count * 1000) });
const sizes = (places: readonly { cpuLimit: Cpu }[]): readonly string[] =>
  places.map(({ cpuLimit }) => cpuLimit.toString());

test('As many have their turn as fit together, what runs counted', () => {
  const waiting = [place(2), place(2), place(2)];
  expect(nextTurns(waiting, [], cores(4))).toHaveLength(2);
  expect(nextTurns(waiting, [place(2)], cores(4))).toHaveLength(1);
  expect(nextTurns(waiting, [place(2), place(2)], cores(4))).toHaveLength(0);
});

test('Nobody overtakes: a large place waits for room and is not passed by small ones', () => {
  expect(sizes(nextTurns([place(3), place(1)], [place(2)], cores(4)))).toEqual([]);
  expect(sizes(nextTurns([place(1), place(3), place(1)], [place(2)], cores(4)))).toEqual(['1']);
});

test('A place that is more than all of the capacity has its turn alone', () => {
  expect(nextTurns([place(8), place(1)], [], cores(4))).toHaveLength(1);
  expect(nextTurns([place(8)], [place(1)], cores(4))).toHaveLength(0);
});

test('A number of places counts places, whatever their size', () => {
  expect(nextTurns([place(9), place(9), place(9)], [], { places: 2 })).toHaveLength(2);
  expect(nextTurns([place(9)], [place(1), place(1)], { places: 2 })).toHaveLength(0);
});

test('Rounds take all, each once and in order', () => {
  const all = [1, 2, 3, 4, 5].map(place);
  const rounds = roundsOf(all, cores(6));
  expect(rounds.map(sizes)).toEqual([['1', '2', '3'], ['4'], ['5']]);
  expect(roundsOf([], cores(1))).toEqual([]);
});

test('Sixty places of ten minutes, twelve at once, take 53 minutes; one after another ten hours', () => {
  const turns = Array.from({ length: 60 }, () => place(3));
  expect(estimateOf([{ turns, capacity: { places: 12 } }], loadLab().load)).toEqual({
    places: 60,
    atOnce: 12,
    seconds: 52.5 * 60,
    serialSeconds: 10 * 3600,
  });
});

test('Clusters are graded side by side: the longest decides', () => {
  const queue = (count: number, places: number) => ({
    turns: Array.from({ length: count }, () => place(1)),
    capacity: { places },
  });
  expect(estimateOf([queue(4, 2), queue(9, 3)], loadLab().load)).toMatchObject({
    places: 13,
    atOnce: 5,
    seconds: 3 * 630,
  });
});
