import { join } from 'node:path';
import { runTerraform } from '../../src/app/terraform';
import { fakeTerraform } from './recover/fake-terraform';
import { temporaryFolder } from './temporary-folder';

const run = (script: string, lines: string[] = [], environment?: NodeJS.ProcessEnv) => {
  const folder = temporaryFolder();
  return runTerraform(
    fakeTerraform(folder, script),
    folder,
    ['plan'],
    (line) => lines.push(line),
    environment,
  );
};

test('Its result is apart from its complaints, and all of it comes line by line', async () => {
  const lines: string[] = [];
  expect(await run('echo result; sleep 0.05; echo "  complaint" >&2; exit 3', lines)).toEqual({
    code: 3,
    output: 'result\n  complaint\n',
    result: 'result\n',
    stopped: false,
  });
  expect(lines).toEqual(['result', 'complaint']);
});

test('It is asked nothing, looks for no update, and has the environment it is given', async () => {
  const { result } = await run('echo "$TF_INPUT $TF_IN_AUTOMATION $CHECKPOINT_DISABLE $PLACE"; cat', [], {
    ...process.env,
    PLACE: 'here',
  });
  expect(result).toBe('0 1 1 here\n');
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  'On %s it is interrupted once and ends in order',
  async (signal) => {
    const listening = process.listenerCount(signal);
    // The second signal comes when the first was taken: two at the same moment would be one.
    const script = `trap 'echo interrupted; n=1' INT
echo begun; for i in $(seq 1000); do sleep 0.01; [ "$n" ] && break; done
for i in 1 2 3 4 5; do sleep 0.01; done; echo ended; exit 1`;
    const folder = temporaryFolder();
    const ended = await runTerraform(fakeTerraform(folder, script), folder, [], (line) => {
      if (line !== 'ended') process.emit(signal);
    });
    expect(ended).toEqual({
      code: 1,
      output: 'begun\ninterrupted\nended\n',
      result: 'begun\ninterrupted\nended\n',
      stopped: true,
    });
    expect(process.listenerCount(signal)).toBe(listening);
  },
);

test('A program that is not there is an error, and nothing listens for signals after it', async () => {
  const listening = process.listenerCount('SIGINT');
  const folder = temporaryFolder();
  await expect(runTerraform(join(folder, 'none'), folder, [], () => undefined)).rejects.toThrow('ENOENT');
  expect(process.listenerCount('SIGINT')).toBe(listening);
});
