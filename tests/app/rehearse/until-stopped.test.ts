import { untilStopped } from '../../../src/app/rehearse/until-stopped';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const listeners = (): readonly number[] => SIGNALS.map((signal) => process.listenerCount(signal));

test.each(SIGNALS)('%s stops, and the next one ends the process as ever', async (signal) => {
  const before = listeners();
  const { stopped } = untilStopped();
  expect(listeners()).toEqual(before.map((count) => count + 1));
  process.emit(signal);
  expect(await stopped).toBe('stopped');
  expect(listeners()).toEqual(before);
});

test('Who no longer waits leaves signals as they were', () => {
  const before = listeners();
  untilStopped().forget();
  expect(listeners()).toEqual(before);
});
