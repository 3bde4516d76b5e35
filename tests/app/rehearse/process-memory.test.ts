import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { MemoryWatch, familyOf } from '../../../src/app/rehearse/process-memory';

/** Starts a process that starts one more, and waits until both are there. */
async function family(): Promise<{ readonly pid: number; readonly child: number; end(): Promise<void> }> {
  const script =
    'const { pid } = require("node:child_process").spawn("sleep", ["60"]); console.log(pid); setInterval(() => undefined, 1000)';
  const parent = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  const child = Number(line.toString());
  return {
    pid: parent.pid!,
    child,
    end: async () => {
      process.kill(child, 'SIGKILL');
      parent.kill('SIGKILL');
      await once(parent, 'close');
    },
  };
}

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('The memory of a process and of what it started is told by program, until it is taken', async () => {
  const started = await family();
  const watch = new MemoryWatch(60_000);
  try {
    watch.follow(started.pid);
    const peaks = watch.take();
    expect(peaks.map(({ name }) => name)).toEqual(['node', 'rehearsal', 'sleep']);
    expect(peaks.find(({ name }) => name === 'rehearsal')!.peakMiB).toBeGreaterThan(10);
    expect(peaks.find(({ name }) => name === 'node')!.peakMiB).toBeLessThan(1000);
    expect(watch.take().map(({ name }) => name)).toEqual(['rehearsal']);
  } finally {
    watch.stop();
    await started.end();
  }
});

onLinux('A process is known with all that it started, and one that has ended with nothing', async () => {
  const started = await family();
  expect(familyOf(started.pid)).toEqual([started.pid, started.child]);
  await started.end();
  expect(familyOf(started.pid)).toEqual([started.pid]);
  const watch = new MemoryWatch(60_000);
  watch.follow(started.pid);
  expect(watch.take().map(({ name }) => name)).toEqual(['rehearsal']);
  watch.stop();
});
