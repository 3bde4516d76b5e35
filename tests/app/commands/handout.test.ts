import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { run } from '../recorded-terminal';
import { copyOfExample, filesIn, temporaryFolder } from '../temporary-folder';

interface Kubeconfig {
  readonly clusters: readonly { readonly cluster: { readonly server: string } }[];
}

const serverOf = (out: string, handle: string): string =>
  (parse(readFileSync(join(out, 'handouts', handle, 'kubeconfig.yaml'), 'utf8')) as Kubeconfig).clusters[0]!
    .cluster.server;

test('A page tells place, address, registry, first commands and the own deadlines, the team’s too', async () => {
  const out = join(temporaryFolder(), 'dist');
  await run('handout', '--cohort', copyOfExample('w255-spring', { ledger: true }), '--out', out);
  const page = readFileSync(join(out, 'handouts/amara-okafor/README.md'), 'utf8');
  expect(page).toContain('# Amara Okafor: your place in Machine Learning Systems Engineering');
  expect(page).toContain('| namespace | `amara-okafor` |');
  expect(page).toContain('| address | <https://amara-okafor.w255.example.edu> |');
  expect(page).toContain('docker push us-west1-docker.pkg.dev/w255-spring27-c1/amara-okafor/api:v1');
  expect(page).toContain(
    'gcloud container clusters get-credentials w255-spring27-c1 --project w255-spring27-c1',
  );
  expect(page).toContain('| student | 10 % | Mon 11 Jan 2027, 08:00 | **Mon 1 Feb 2027, 23:59** | none |');
  expect(page).toContain('- **Hobby**: namespace `team-hobby`');
  expect(page).toContain(
    '- Images come from your registry, or are `docker.io/curlimages/curl`, `docker.io/grafana/grafana`,',
  );
  expect(page).toContain('| team | 50 % | Tue 16 Mar 2027, 08:00 | **Tue 13 Apr 2027, 18:30** | none |');
});

test('Kubeconfigs hold no secret, and before a deploy say that the address is not known', async () => {
  const out = join(temporaryFolder(), 'dist');
  const { out: said } = await run(
    'handout',
    '--cohort',
    copyOfExample('tier-cluster', { ledger: true }),
    '--out',
    out,
  );
  expect(said).toContain("2 kubeconfigs do not know their cluster's address yet");
  expect(serverOf(out, 'gala-ruiz')).toBe('https://known-after-deploy.invalid');
  const files = filesIn(join(out, 'handouts'));
  const kubeconfigs = [...files].filter(([name]) => name.endsWith('kubeconfig.yaml'));
  expect(kubeconfigs).toHaveLength(2);
  for (const [, text] of kubeconfigs)
    expect(text).not.toMatch(/token:|password|client-key|certificate-data|PRIVATE KEY/);
  expect([...files.values()].join('\n')).not.toMatch(/client-key-data|certificate-data|PRIVATE KEY/);
});

test('A page tells how to get into the Grafana of the place, when it is awake, and what it shows', async () => {
  const out = join(temporaryFolder(), 'dist');
  await run('handout', '--cohort', copyOfExample('w255-spring', { ledger: true }), '--out', out);
  const page = readFileSync(join(out, 'handouts', 'amara-okafor', 'README.md'), 'utf8');
  expect(page).toContain('<https://amara-okafor.w255.example.edu/grafana/>');
  expect(page).toContain('kubectl --namespace amara-okafor exec grafana-0 --container grafana');
  expect(page).toContain('awake from Tue 16 Mar 2027, 08:00 to Tue 13 Apr 2027, 18:30.');
  expect(page).toContain('Each pod may show 500 samples.');
});

test('With the outputs of a deploy each kubeconfig has the address of its own cluster', async () => {
  const out = join(temporaryFolder(), 'dist');
  const outputs = join(temporaryFolder(), 'outputs.json');
  const endpoint = (name: string): string => `gke-${name}-123.us-west1.gke.goog`;
  const content = {
    'cell-1': { cluster_endpoint: endpoint('cell') },
    'shard-1-01': { 'elif-yilmaz_cluster_endpoint': endpoint('elif') },
  };
  writeFileSync(outputs, JSON.stringify(content));
  const cohort = copyOfExample('tier-project', { ledger: true });
  const { out: said } = await run('handout', '--cohort', cohort, '--out', out, '--outputs', outputs);
  expect(said).not.toContain('do not know');
  expect(serverOf(out, 'dai-nguyen')).toBe(`https://${endpoint('cell')}`);
  expect(serverOf(out, 'elif-yilmaz')).toBe(`https://${endpoint('elif')}`);
});

test.each([
  ['no file', undefined, 'there is no such file'],
  ['no JSON', '{', 'this is not JSON'],
  ['other JSON', '[1]', 'this is not a file of outputs by stack'],
])('Outputs that are none are refused: %s', async (_, content, message) => {
  const outputs = join(temporaryFolder(), 'outputs.json');
  if (content !== undefined) writeFileSync(outputs, content);
  const cohort = copyOfExample('tier-cluster', { ledger: true });
  const { code, err } = await run(
    'handout',
    '--cohort',
    cohort,
    '--outputs',
    outputs,
    '--out',
    join(temporaryFolder(), 'dist'),
  );
  expect(code).toBe(2);
  expect(err).toContain(message);
});
