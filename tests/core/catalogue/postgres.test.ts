import fc from 'fast-check';
import { TOOLKIT_SIZES } from '../../../src/core/catalogue/allowance';
import { backupSchedule } from '../../../src/core/catalogue/postgres/backup';
import { amountsFor, postgresSettings } from '../../../src/core/catalogue/postgres/settings';
import { postgres } from '../../../src/core/catalogue/postgres/toolkit';

test.each(TOOLKIT_SIZES)(
  'A database of the size %s asks for no more memory than it is guaranteed',
  (size) => {
    const { memory } = amountsFor(size).database;
    const settings = postgresSettings({ memory, disk: postgres.sizes[size].storage });
    const mebibytes = (name: string): number =>
      Number(new RegExp(`^${name} = (\\d+)MB$`, 'm').exec(settings)![1]);
    const busy = 10;
    expect(
      (mebibytes('shared_buffers') + mebibytes('maintenance_work_mem') + busy * mebibytes('work_mem')) *
        2 ** 20,
    ).toBeLessThanOrEqual(memory.bytes);
    // Twice the bound while it is written away, and room is left for data.
    expect(2 * mebibytes('max_wal_size') * 2 ** 20).toBeLessThan(postgres.sizes[size].storage.bytes);
  },
);

test('Places are backed up four times a day, each at a minute of its own that never changes', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z][a-z0-9]{4,9}$/), (namespace) => {
      const schedule = backupSchedule(namespace);
      expect(backupSchedule(namespace)).toBe(schedule);
      expect(schedule).toMatch(/^([0-9]|[1-5][0-9]) \*\/6 \* \* \*$/);
    }),
  );
  const minutes = Array.from({ length: 600 }, (_, index) => backupSchedule(`place${index}`).split(' ')[0]);
  expect(new Set(minutes).size).toBe(60);
});
