import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cloudRun } from '../../../src/core/catalogue/cloud-run/toolkit';
import { temporaryFolder } from '../../app/temporary-folder';
import { placeOf } from '../../core/catalogue/a-place';
import { exampleText } from './example-text';
import { withParts } from './parts';
import { Started, ran } from './started';

const PORT = '18473';
const URL = `http://127.0.0.1:${PORT}`;
const PLACE = { ...placeOf(cloudRun, 'small'), servicesProject: 'w255-spring27-c1-run' };

/** Stands in for a program that would ask Google: notes what it is asked, and answers what the script reads. */
function standIn(folder: string, program: string, answers: string): void {
  const path = join(folder, program);
  writeFileSync(path, `#!/bin/sh\necho "${program} $*" >> "$NOTES"\ncase "$*" in\n${answers}\nesac\n`);
  chmodSync(path, 0o755);
}

withParts({ onPath: ['python3', 'curl'] }, () => {
  let service: Started;
  const folder = temporaryFolder();

  beforeAll(async () => {
    writeFileSync(join(folder, 'service.py'), exampleText(cloudRun.examples(PLACE), 'service.py'));
    service = await Started.start('python3', ['service.py'], {
      cwd: folder,
      env: { PATH: process.env['PATH'], PORT },
      isReady: async () => (await fetch(`${URL}/health`)).ok,
    });
  });
  afterAll(() => service.stop());

  test('The example answers where Cloud Run would ask it, and says what is wrong with a question', async () => {
    const answers = await Promise.all(
      ['/predict?x=2', '/predict?x=two', '/predict'].map(async (path) => {
        const response = await fetch(`${URL}${path}`);
        return [response.status, await response.json()];
      }),
    );
    expect(answers).toEqual([
      [200, { y: 0.94 }],
      [400, { error: 'ask with a number: /predict?x=2' }],
      [400, { error: 'ask with a number: /predict?x=2' }],
    ]);
  });

  test('The script deploys to the one service, as its account, and asks it', async () => {
    const programs = join(folder, 'bin');
    mkdirSync(programs);
    standIn(programs, 'docker', '*) ;;');
    standIn(programs, 'gcloud', `*describe*) echo ${URL} ;;\n*token*) echo token ;;`);
    writeFileSync(join(folder, 'deploy.sh'), exampleText(cloudRun.examples(PLACE), 'deploy.sh'));
    const notes = join(folder, 'notes');
    const { code, said } = await ran('sh', ['deploy.sh'], {
      cwd: folder,
      env: { PATH: `${programs}:${process.env['PATH']}`, NOTES: notes },
    });
    expect([code, said]).toEqual([0, expect.stringContaining('{"y": 0.94}')]);
    const image = /us-west1-docker\.pkg\.dev\/w255-spring27-c1\/b3kq7\/service:\d{8}-\d{6}/g;
    expect(readFileSync(notes, 'utf8').replace(image, 'IMAGE').trim().split('\n')).toEqual([
      'gcloud auth configure-docker us-west1-docker.pkg.dev --quiet',
      'docker build --platform linux/amd64 --tag IMAGE .',
      'docker push IMAGE',
      'gcloud run deploy b3kq7 --project w255-spring27-c1-run --region us-west1 --image IMAGE --service-account serverless-b3kq7@w255-spring27-c1-run.iam.gserviceaccount.com --max-instances 2 --quiet',
      'gcloud run services describe b3kq7 --project w255-spring27-c1-run --region us-west1 --format value(status.url)',
      'gcloud auth print-identity-token',
    ]);
  });
});
