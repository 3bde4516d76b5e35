import { gradesWithoutPlace } from '../../../src/core/privacy/without-place';

test('A table loses the row of the place', () => {
  const csv = 'handle,name,result\nada,Ada,passed\nbo,"Bo, of\nBern",failed\n';
  expect(gradesWithoutPlace('results.csv', csv, 'bo')).toBe('handle,name,result\nada,Ada,passed\n');
  expect(gradesWithoutPlace('other.csv', 'a,b\nada,1\n', 'ada')).toBe('a,b\nada,1\n');
});

test('Data loses what is about the place, however deep, and keeps its form', () => {
  const rows = {
    lab: 'lab5',
    rows: [{ handle: 'ada', report: {} }, { handle: 'bo' }],
    missing: ['ada', 'bo'],
  };
  const text = `${JSON.stringify(rows, undefined, 2)}\n`;
  const kept = { lab: 'lab5', rows: [{ handle: 'bo' }], missing: ['bo'] };
  expect(gradesWithoutPlace('results.json', text, 'ada')).toBe(`${JSON.stringify(kept, undefined, 2)}\n`);
  expect(gradesWithoutPlace('results.json', text, 'cy')).toBe(text);
  expect(gradesWithoutPlace('results.json', '{ half', 'ada')).toBe('{ half');
});

test('A journal loses the lines of the place and its name among others', () => {
  const lines = [
    '{"record":"again","handles":["ada","bo"]}',
    '{"record":"started","handle":"ada"}',
    '{"record":"started","handle":"bo"}',
    '',
  ].join('\n');
  expect(gradesWithoutPlace('results.jsonl', lines, 'ada')).toBe(
    '{"record":"again","handles":["bo"]}\n{"record":"started","handle":"bo"}\n',
  );
});

test('A page loses the row of the place', () => {
  const page =
    '<tbody>\n<tr><th scope="row">Ada</th><td>ada</td></tr>\n<tr><th scope="row">Ada B</th><td>ada-b</td></tr>\n';
  expect(gradesWithoutPlace('results.html', page, 'ada')).toBe(
    '<tbody>\n<tr><th scope="row">Ada B</th><td>ada-b</td></tr>\n',
  );
});

test('A file of another kind stays', () => {
  expect(gradesWithoutPlace('notes.txt', 'ada\n', 'ada')).toBe('ada\n');
});
