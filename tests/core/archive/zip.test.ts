import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { zipOf } from '../../../src/core/archive/zip';

/** What another program reads in archives: their files with their texts, sums of them compared. */
function read(archives: readonly Uint8Array[]): readonly (readonly (readonly [string, string])[])[] {
  const folder = mkdtempSync(join(tmpdir(), 'zip-'));
  try {
    archives.forEach((archive, index) => writeFileSync(join(folder, `${index}.zip`), archive));
    const program = `
import json, sys, zipfile
def read(path):
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return [[name, archive.read(name).decode()] for name in archive.namelist()]
print(json.dumps([read(f"{sys.argv[1]}/{index}.zip") for index in range(int(sys.argv[2]))]))
`;
    const out = execFileSync('python3', ['-c', program, folder, String(archives.length)], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    return JSON.parse(out) as readonly (readonly (readonly [string, string])[])[];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const files = fc
  .uniqueArray(
    fc.tuple(
      fc
        .stringMatching(/^[a-z0-9äß]{1,12}(\/[a-zA-Z0-9._-]{1,12}){0,3}$/)
        .filter((name) => !/(^|\/)\.{1,2}(\/|$)/.test(name)),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
    ),
    { selector: ([name]) => name, maxLength: 20 },
  )
  .map((entries) => new Map(entries));

test('Another program reads out of an archive what was put into it', () => {
  const cases = [
    new Map<string, string>(),
    new Map([['toolkits/redis/client.py', '']]),
    ...fc.sample(files, 60),
  ];
  expect(read(cases.map(zipOf))).toEqual(cases.map((each) => [...each]));
});

test('The same texts give the same bytes on every machine', () => {
  const archive = zipOf(new Map([['toolkits/a.txt', 'ß\n'], ['toolkits/b/c.py', 'print(1)\n']])); // prettier-ignore
  expect(createHash('sha256').update(archive).digest('hex')).toBe(
    'fec4528a103f1b1a905fe5cff2e524cae0d25c0bf0d50a972a1ac24cee53e704',
  );
});
