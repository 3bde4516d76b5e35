import { waitGraph } from '../../../src/rehearsal/scenario/wait-graph';

const waitsOf = (block: object): readonly string[] => [
  ...waitGraph({ resource: { google_storage_bucket: { Data: { ...block } } } }).get(
    'google_storage_bucket.Data',
  )!,
];

test.each<[string, object]>([
  ['in an expression', { project: '${google_project.Lab.project_id}' }],
  ['in a text around an expression', { name: 'lab-${google_project.Lab.number}-data' }],
  ['deep inside of blocks', { rule: [{ action: [{ to: ['a', '${google_project.Lab.id}'] }] }] }],
  ['behind braces of an expression', { labels: '${merge({ a = 1 }, google_project.Lab.labels)}' }],
  ['with an index', { name: '${google_project.Lab.labels["a"]}' }],
  ['in depends_on', { depends_on: ['google_project.Lab'] }],
  ['in what replaces it', { lifecycle: { replace_triggered_by: ['google_project.Lab'] } }],
])('A resource waits for what it refers to %s', (_, block) => {
  expect(waitsOf(block)).toEqual(['google_project.Lab']);
});

test('A text that only looks like an address is none', () => {
  expect(waitsOf({ description: 'see google_project.Lab', project: 'google_project.Lab' })).toEqual([]);
});

test('Data sources wait and are waited for', () => {
  const graph = waitGraph({
    resource: { google_project: { Lab: { folder_id: '${data.google_folder.Courses.id}' } } },
    data: { google_folder: { Courses: { depends_on: ['terraform_data.Checked'] } } },
  });
  expect(Object.fromEntries([...graph].map(([address, waits]) => [address, [...waits]]))).toEqual({
    'google_project.Lab': ['data.google_folder.Courses'],
    'data.google_folder.Courses': ['terraform_data.Checked'],
  });
});

test('A stack without resources has no graph', () => expect(waitGraph({}).size).toBe(0));
