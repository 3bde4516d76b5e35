import { BuildProgress } from '../../../scripts/kube-assets/build-progress';

test('Modules and packages are counted apart, and the latest package is named', () => {
  const progress = new BuildProgress();
  expect(progress.after(400)).toBe('Building: 0 s, 0 modules downloaded, 0 packages compiled');
  for (const line of ['go: downloading k8s.io/api v0.33.13', 'errors', 'k8s.io/api/core/v1'])
    progress.take(line);
  expect(progress.after(75_000)).toBe(
    'Building: 1 min 15 s, 1 modules downloaded, 2 packages compiled, now k8s.io/api/core/v1',
  );
});

test('Complaints are no packages', () => {
  const progress = new BuildProgress();
  for (const line of ['# k8s.io/api', 'a.go:1:1: syntax error', 'go: warning: nothing to do'])
    progress.take(line);
  expect(progress.after(0)).toContain('0 packages');
});
