import { complaint } from '../../../src/app/recover/complaint';

test.each<[string, string, string]>([
  ['an event', '{"type":"diagnostic","diagnostic":{"severity":"error","summary":"No","detail":"Because\\nof it."}}', 'No: Because of it.'],
  ['an event without details', '{"type":"diagnostic","diagnostic":{"severity":"error","summary":"No"}}', 'No'],
  ['a frame, with where it is', '╷\n│ Error: No such bucket\n│ \n│   with google_project.p,\n│   on cdk.tf.json line 3, in resource.google_project.p:\n│    3: "google_project": {\n│ \n│ The bucket is gone.\n╵\n', 'No such bucket The bucket is gone.'],
  ['two errors', 'Doing…\nError: One\n\nError: Two\n', 'One'],
  ['other words', 'Doing…\nFailed to persist state: full\n\n', 'Failed to persist state: full'],
  ['nothing', '', 'terraform says nothing'],
])('What terraform complains of is told in a line: %s', (_, output, line) => {
  expect(complaint(output)).toBe(line);
}); // prettier-ignore
