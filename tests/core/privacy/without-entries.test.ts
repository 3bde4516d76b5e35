import { email } from '../../../src/core/domain/ids';
import { withoutEntries } from '../../../src/core/privacy/without-entries';

const ADA = { student: email('ada@example.edu') };

const YAML = `# The cohort of autumn.
id: mlops-fall27 # for good
places:
  # A thesis.
  - { student: Ada@example.edu, tier: project }
  # Their sponsor pays.
  - { team: Kestrel, budget: 90 USD }

accommodations:
  - student: bo@example.edu # asked by the office
    lab: lab1
    extraDays: 2
  - student: ada@example.edu
    extraDays: 1
# The end.
`;

test('The entries of one person go, with the comment right above; every other comment stays', () => {
  const { text, entries } = withoutEntries(YAML, ADA);
  expect(entries).toBe(2);
  expect(text).toBe(`# The cohort of autumn.
id: mlops-fall27 # for good
places:
  # Their sponsor pays.
  - { team: Kestrel, budget: 90 USD }

accommodations:
  - student: bo@example.edu # asked by the office
    lab: lab1
    extraDays: 2

# The end.
`);
});

test('A list that is empty then goes with its key', () => {
  const { text } = withoutEntries(
    'id: a\nplaces: [{ student: ada@example.edu, tier: project }]\ntier: namespace\n',
    ADA,
  );
  expect(text).toBe('id: a\ntier: namespace\n');
});

test('A team is found in any letter case', () => {
  expect(withoutEntries(YAML, { team: 'KESTREL' }).text).not.toMatch(/Kestrel|sponsor/);
});

test('A file without the person stays byte for byte', () => {
  const odd = YAML.replaceAll('\n', '\r\n').replace('id: m', 'id:    m');
  expect(withoutEntries(odd, { student: email('cy@example.edu') })).toEqual({ text: odd, entries: 0 });
});

test('Windows line ends stay', () => {
  const { text } = withoutEntries(YAML.replaceAll('\n', '\r\n'), ADA);
  expect(text.replaceAll('\r\n', '')).not.toContain('\n');
});
