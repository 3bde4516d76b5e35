import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyOfExample, filesIn } from '../app/temporary-folder';
import { faultsOf } from './expect-told';
import { run } from './in-process';

const HEADER = 'email,name,team\n';
const ALL =
  'amara.okafor@example.edu,Amara Okafor,\nbjork.g@example.edu,Björk,\nchidi.o@example.edu,Chidi,\n';

/** What somebody types or hands in, and words that the answer must hold. */
interface Case {
  readonly name: string;
  readonly args: readonly string[];
  readonly file?: string | Uint8Array;
  /** Makes something odd in the folder of the cohort. */
  readonly odd?: (folder: string) => void;
  readonly told: string;
}

const apply = (...args: readonly string[]): readonly string[] => ['roster', 'apply', 'FILE', ...args];
const at = (args: readonly string[]): readonly string[] => [...args, '--at', '2027-02-01T12:00'];

// One line per case.
// prettier-ignore
const CASES: readonly Case[] = [
  { name: 'a file that is not there', args: ['roster', 'apply', 'none.csv'], told: 'there is no such file' },
  { name: 'an empty file', args: apply(), file: '', told: 'the file is empty' },
  { name: 'a header alone: everybody would leave', args: apply(), file: HEADER, told: 'student' },
  { name: 'bytes that are no text', args: apply(), file: Buffer.from([0, 1, 2, 255, 0]), told: 'not UTF-8 text' },
  { name: 'half of the class', args: apply(), file: HEADER + ALL.split('\n')[0], told: '--expect-drops 2' },
  { name: 'a number of drops that is wrong', args: apply('--expect-drops', '7'), file: HEADER + ALL, told: '7 were expected to leave' },
  { name: 'a number of drops that is none', args: apply('--expect-drops', '-1'), file: HEADER + ALL, told: 'whole number' },
  { name: 'a number of drops in words', args: apply('--expect-drops', '1e9'), file: HEADER + ALL, told: 'whole number' },
  { name: 'one person with one address', args: apply('--same-person', 'amara.okafor@example.edu'), file: HEADER + ALL, told: 'this cannot be read' },
  { name: 'one person with three addresses', args: apply('--same-person', 'a@example.edu=b@example.edu=c@example.edu'), file: HEADER + ALL, told: 'this cannot be read' },
  { name: 'one person who is nobody', args: apply('--same-person', 'zoe@example.edu=zo@example.edu'), file: HEADER + ALL, told: 'nobody was known by the old address' },
  { name: 'another person who is no address', args: apply('--another-person', '__proto__'), file: HEADER + ALL, told: 'this cannot be read' },
  { name: 'a team without its new name', args: apply('--team', 'Kestrel='), file: HEADER + ALL, told: 'this cannot be read' },
  { name: 'a team that has no place', args: apply('--team', 'Kestrel=Heron'), file: HEADER + ALL, told: 'no team of this name has a place' },
  { name: 'a new place for nobody', args: apply('--enroll-again', '   '), file: HEADER + ALL, told: 'this cannot be read' },
  { name: 'a new place for whom nothing was destroyed', args: apply('--enroll-again', 'bjork.g@example.edu'), file: HEADER + ALL, told: 'no place of theirs was destroyed' },
  { name: 'an instant that is none', args: [...apply('--at', 'yesterday')], file: HEADER + ALL, told: 'this is no instant' },
  { name: 'somebody who teaches among the students', args: apply(), file: `${HEADER}${ALL}ines.duarte@example.edu,Inês,\n`, told: 'also a student' },
  { name: 'a roster that is a folder', args: apply(), file: HEADER + ALL, odd: (folder) => { rmSync(join(folder, 'roster.csv')); mkdirSync(join(folder, 'roster.csv')); }, told: 'this is a folder, not a file' },
  { name: 'a roster that leads to itself', args: apply(), file: HEADER + ALL, odd: (folder) => { rmSync(join(folder, 'roster.csv')); symlinkSync('roster.csv', join(folder, 'roster.csv')); }, told: 'leads back to itself' },
  { name: 'a broken ledger', args: apply(), file: HEADER + ALL, odd: (folder) => writeFileSync(join(folder, 'cohort.lock.yaml'), 'version: 1\n'), told: 'bring the file back from version control' },
  { name: 'a ledger that another run holds', args: apply(), file: HEADER + ALL, odd: (folder) => writeFileSync(join(folder, 'cohort.lock.yaml.lock'), 'process 1 on another-machine'), told: 'is held by' },
  { name: 'nobody to hold', args: at(['hold', '']), told: 'nobody has this e-mail' },
  { name: 'an escape sequence to hold', args: at(['hold', '\u001b[2J']), told: 'nobody has this e-mail' },
  { name: 'a key of every object', args: at(['hold', '__proto__', 'constructor']), told: 'nobody has this e-mail' },
  { name: 'a very long name', args: at(['hold', 'x'.repeat(100_000)]), told: 'nobody has this e-mail' },
  { name: 'someone and nobody', args: at(['hold', 'bjork-g', 'nobody']), told: 'nobody has this e-mail' },
  { name: 'a return of who was never away', args: at(['return', 'bjork-g']), told: 'the place is not held' },
  { name: 'a destruction of who works there', args: at(['destroy', 'bjork-g', '--now']), told: 'somebody works there' },
  { name: 'a destruction of a path', args: at(['destroy', '../../etc/passwd']), told: 'nobody has this e-mail' },
  { name: 'a history of nobody', args: at(['ledger', 'team nobody']), told: 'nobody has this e-mail' },
];

test('More than fifteen inputs are tried', () => expect(CASES.length).toBeGreaterThan(15));

test.each(CASES)('$name: is refused with what to do, and nothing is written', async ({ args, file, odd, told }) => {
  const folder = copyOfExample('tier-namespace', { ledger: true });
  if (file !== undefined) writeFileSync(join(folder, 'export.csv'), file);
  odd?.(folder);
  const before = odd === undefined ? filesIn(folder) : undefined;
  const given = args.map((arg) => (arg === 'FILE' ? join(folder, 'export.csv') : arg));
  const { code, err } = await run(...given, '--cohort', folder).catch((error: Error) => ({ code: 2, err: error.message }));
  expect(code).toBe(2);
  expect(err.replaceAll(/\s+/g, ' ')).toContain(told);
  expect(faultsOf(err)).toEqual([]);
  expect(err.length).toBeLessThan(6000);
  if (before !== undefined) expect(filesIn(folder)).toEqual(before);
}); // prettier-ignore
