import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vm } from '../../../src/core/catalogue/vm/toolkit';
import { temporaryFolder } from '../../app/temporary-folder';
import { placeOf } from '../../core/catalogue/a-place';
import { exampleText } from './example-text';
import { withParts } from './parts';
import { Started, ran } from './started';

const PORT = '18474';
const URL = `http://127.0.0.1:${PORT}`;
const PLACE = { ...placeOf(vm, 'small'), machinesProject: 'w255-spring27-c1-vm' };
const WHERE = '--project w255-spring27-c1-vm --zone us-west1-b';

withParts({ onPath: ['python3'] }, () => {
  let app: Started;
  const folder = temporaryFolder();
  const start = (): Promise<Started> =>
    Started.start('python3', ['app.py'], {
      cwd: folder,
      env: { PATH: process.env['PATH'], PORT, STATE_DIRECTORY: folder },
      isReady: async () => (await fetch(URL)).ok,
    });

  beforeAll(async () => {
    writeFileSync(join(folder, 'app.py'), exampleText(vm.examples(PLACE), 'app.py'));
    app = await start();
  });
  afterAll(() => app.stop());

  const asked = async (path: string): Promise<unknown> => {
    const response = await fetch(`${URL}${path}`);
    return [response.status, await response.json()];
  };

  test('The application answers, says what is wrong with a question, and knows what it was asked when it wakes again', async () => {
    expect(await asked('/predict?x=2')).toEqual([200, { y: 0.94 }]);
    expect(await asked('/predict?x=two')).toEqual([400, { error: 'ask with a number: /predict?x=2' }]);
    await app.stop();
    app = await start();
    expect(await asked('/')).toEqual([200, { asked: 1 }]);
  });

  test('The script wakes a machine that sleeps, waits until it answers, and puts the application there', async () => {
    const programs = join(folder, 'bin');
    mkdirSync(programs);
    const gcloud = join(programs, 'gcloud');
    const once = `[ -e "$NOTES.tried" ] || { touch "$NOTES.tried"; exit 255; }`;
    writeFileSync(
      gcloud,
      `#!/bin/sh\necho "gcloud $*" >> "$NOTES"\ncase "$*" in\n*describe*) echo TERMINATED ;;\n*"--command true") ${once} ;;\nesac\n`,
    );
    writeFileSync(join(programs, 'sleep'), '#!/bin/sh\n');
    for (const each of [gcloud, join(programs, 'sleep')]) chmodSync(each, 0o755);
    writeFileSync(join(folder, 'deploy.sh'), exampleText(vm.examples(PLACE), 'deploy.sh'));
    const notes = join(folder, 'notes');
    const { code } = await ran('sh', ['deploy.sh'], {
      cwd: folder,
      env: { PATH: `${programs}:${process.env['PATH']}`, NOTES: notes },
    });
    expect(code).toBe(0);
    const said = readFileSync(notes, 'utf8').trim().split('\n');
    expect(said.slice(0, 6)).toEqual([
      `gcloud compute instances describe b3kq7 ${WHERE} --format value(status)`,
      `gcloud compute instances start b3kq7 ${WHERE}`,
      `gcloud compute ssh b3kq7 ${WHERE} --tunnel-through-iap --quiet --command true`,
      `gcloud compute ssh b3kq7 ${WHERE} --tunnel-through-iap --quiet --command true`,
      `gcloud compute scp app.py app.service b3kq7: ${WHERE} --tunnel-through-iap --quiet`,
      `gcloud compute ssh b3kq7 ${WHERE} --tunnel-through-iap --quiet --command sudo install -D -m 644 app.py /opt/app/app.py &&`,
    ]);
  });
});
