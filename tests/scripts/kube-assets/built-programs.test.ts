import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildPrograms } from '../../../scripts/kube-assets/built-programs';
import { ROOT } from '../../layers';
import { temporaryFolder } from '../../app/temporary-folder';
import { BUILDS, pathWithGo } from './fake-programs';

async function build(script: string, folder = temporaryFolder()): Promise<readonly string[]> {
  const told: string[] = [];
  await buildPrograms(folder, { PATH: pathWithGo(script), GOFLAGS: '-mod=mod' }, (line) => told.push(line));
  return told;
}

test('One go builds the tools of the pinned module, under the programs’ names', async () => {
  const [folder, notes] = [temporaryFolder(), join(temporaryFolder(), 'notes')];
  const script = `echo "$PWD $GOFLAGS $GOWORK $CGO_ENABLED $all" > ${notes}; echo k8s.io/api/core/v1\n${BUILDS}`;
  const told = await build(script, folder);
  expect(readdirSync(folder)).toEqual(['etcd', 'kube-apiserver', 'kube-controller-manager']);
  const version = 'k8s.io/component-base/version';
  expect(readFileSync(notes, 'utf8').trim()).toBe(
    `${join(ROOT, 'scripts/kube-assets/go')} -mod=readonly off 0 build -v -trimpath -gcflags=all=-l -dwarf=false -ldflags=-s -w ` +
      `-X ${version}.gitVersion=v1.33.13 -X ${version}.gitMajor=1 -X ${version}.gitMinor=33 -o ${folder}/ tool`,
  );
  expect(told).toEqual([
    expect.stringMatching(/^Building: .*1 packages compiled, now k8s\.io\/api\/core\/v1$/),
  ]);
});

test('Without a go on the PATH, what to install or to set instead is told', async () => {
  await expect(
    buildPrograms(temporaryFolder(), { PATH: temporaryFolder() }, () => undefined),
  ).rejects.toThrow(
    /^There is no go on the PATH .* install Go 1\.24 or later, .* or set KUBEBUILDER_ASSETS to /,
  );
});

test.each([
  ['dial tcp 192.0.2.1:443: i/o timeout', 'did not reach it: set GOPROXY'],
  ['write $WORK/b001/pkg.a: no space left on device', 'The build needs some 4 GB'],
  ['go: go.mod requires go >= 1.24.0 (running go 1.22.1; GOTOOLCHAIN=local)', 'Install a newer Go'],
  ['k8s.io/api/core/v1: compile: signal: killed', 'The build needs some 2 GB of memory'],
])('A build that fails ends with what go said and what to do: %s', async (complaint, remedy) => {
  const failure = build(`echo '${complaint}' >&2; exit 1`);
  await expect(failure).rejects.toThrow(`\`go build\` failed:\n${complaint}\n`);
  await expect(failure).rejects.toThrow(remedy);
});

test('A complaint of which we know no remedy is shown as it is', async () => {
  await expect(build('echo "main.go:1:1: syntax error"; exit 1')).rejects.toThrow(
    /^`go build` failed:\nmain\.go:1:1: syntax error$/,
  );
});

test('A build that somebody stops is no failure of go', async () => {
  const stopped = build(`trap 'exit 1' INT; echo begun; for i in $(seq 1000); do sleep 0.01; done`);
  setTimeout(() => process.emit('SIGINT'), 500);
  await expect(stopped).rejects.toThrow('The build was stopped; nothing of it was kept.');
});
