import type { ChartFolder } from '../../../src/rehearsal/helm/chart';
import { contentHashOf, readChart } from '../../../src/rehearsal/helm/chart';
import { chartFiles, lab } from './sample-release';

const folder = (files: ChartFolder['files']): ChartFolder => ({ path: './charts/lab', files });
const FILES = chartFiles(lab());

test('A chart is read with what it emits', () => {
  expect(readChart(folder(FILES))).toEqual({
    path: './charts/lab',
    name: 'practicum',
    version: '0.0.0',
    appVersion: '',
    manifest: FILES['files/manifest.yaml'],
    contentHash: contentHashOf(FILES),
  });
});

test.each([
  [{ ...FILES, 'templates/web.yaml': 'kind: {{ .Values.kind }}' }, 'templates/web.yaml'],
  [{ ...FILES, 'templates/NOTES.txt': 'Thanks.' }, 'templates/NOTES.txt'],
  [{ ...FILES, 'crds/grade.yaml': 'kind: CustomResourceDefinition' }, 'crds/grade.yaml'],
  [{ ...FILES, 'charts/redis/Chart.yaml': 'name: redis' }, 'charts/redis/Chart.yaml'],
])('A chart that must be rendered is refused', (files, file) => {
  expect(readChart(folder(files))).toEqual({
    problem:
      `Unable to render chart ./charts/lab: the rehearsal does not render ${file}; ` +
      'it reads charts whose only template is {{ .Files.Get "<file>" }}',
  });
});

test.each([
  [{ 'templates/a.yaml': '' }, 'Unable to load chart ./charts/lab: Chart.yaml file is missing'],
  [
    { 'Chart.yaml': 'version: 1.0.0' },
    'Unable to load chart ./charts/lab: validation: chart.metadata.name is required',
  ],
  [
    { 'Chart.yaml': 'name: a' },
    'Unable to load chart ./charts/lab: validation: chart.metadata.version is required',
  ],
])('What is no chart is refused', (files, problem) => {
  expect(readChart(folder(files as ChartFolder['files']))).toEqual({ problem });
});

test('A template whose file is not there emits nothing, as in Helm', () => {
  const entries = Object.entries(FILES).filter(([file]) => !file.startsWith('files/'));
  expect(readChart(folder(Object.fromEntries(entries)))).toMatchObject({ manifest: '' });
});

test('The hash depends on every file and on its path', () => {
  const { 'files/manifest.yaml': manifest, ...rest } = FILES;
  const hashes = [FILES, { ...FILES, 'files/manifest.yaml': '' }, { ...rest, 'files/other.yaml': manifest! }];
  expect(new Set(hashes.map(contentHashOf)).size).toBe(3);
});
