import { imageLockText } from '../../src/core/images/image-lock';
import { TAGGED_IMAGES } from '../../src/core/domain/pinned-images';
import { crlf, utf16le, withMark } from './encodings';
import type { Content, HostileCase, Told } from './hostile-case';

const FILE = 'images.lock.yaml';
const DIGEST = `sha256:${'a'.repeat(64)}`;
const IMAGE = TAGGED_IMAGES.labelEnforcer;
const GOOD_LOCK = imageLockText([{ image: IMAGE, digest: DIGEST }]);

const file = (name: string, content: Content, ...told: readonly Told[]): HostileCase => ({
  name,
  files: { [FILE]: content },
  told,
});

const RESTORE = { write: 'bring the file back from version control (git checkout -- images.lock.yaml)' };
const TAG = { allowed: 'an image with its registry and a tag, and without a digest', ...RESTORE };
const SUM = { allowed: '"sha256:" and 64 digits of 0-9 and a-f', ...RESTORE };
const KEYS = { allowed: 'the keys images', ...RESTORE };

/** A lock with one row, which stands on the lines 2 and 3. */
const row = (image: string, digest: string = DIGEST): string =>
  `images:\n  - image: ${image}\n    digest: ${digest}\n`;

// One line per complaint.
// prettier-ignore
export const IMAGE_LOCK: readonly HostileCase[] = [
  { ...file('none yet', 'MISSING'), asGood: true },
  { ...file('with no image yet', imageLockText([])), asGood: true },
  file('with an image', GOOD_LOCK),
  file('with lines that end as on Windows', crlf(GOOD_LOCK)),
  file('with a byte order mark', withMark(GOOD_LOCK)),
  file('in UTF-16', utf16le(GOOD_LOCK)),
  file('with an image that nothing of the cohort runs', row('docker.io/x/y:1')),

  file('a folder', 'FOLDER', { at: '1:1', message: 'this is a folder, not a file', ...RESTORE }),
  file('no text', Buffer.from([0xff]), { at: '1:1', message: 'not UTF-8 text', ...RESTORE }),
  file('empty', '', { at: '1:1', message: 'the file is empty', ...KEYS }),
  file('a list', '[]\n', { at: '1:1', message: 'must be a mapping', ...KEYS }),
  file('no YAML', 'images: [\n', { at: '1:9', message: 'was opened and never closed', ...RESTORE }),
  file('marks of a merge', `<<<<<<< HEAD\n${GOOD_LOCK}`, { at: '1:1', message: 'a merge conflict', write: 'keep one side whole' }),
  file('another key', `${GOOD_LOCK}date: 2027-01-01\n`, { at: '6:1', message: 'date', ...RESTORE }),
  file('no list', 'images: many\n', { at: '1:9', message: 'images', got: '"many"', allowed: 'a list of images', ...RESTORE }),
  file('no row', 'images: [1]\n', { at: '1:10', message: 'images[1]', got: '1', allowed: 'what practicum wrote', ...RESTORE }),
  file('a row without a digest', `images:\n  - image: ${IMAGE}\n`, { at: '2:5', message: 'images[1].digest is missing', ...SUM }),
  file('an image without a registry', row('redis:7'), { at: '2:12', message: 'images[1].image', got: '"redis:7"', ...TAG }),
  file('an image by its digest', row(`"${IMAGE}@${DIGEST}"`), { at: '2:12', message: 'images[1].image', ...TAG }),
  file('an image with what a terminal obeys', row('"docker.io/x/y:1\\e[2J"'), { at: '2:12', message: 'images[1].image', ...TAG }),
  file('an image that is longer than any', row(`docker.io/${'x'.repeat(300)}:1`), { at: '2:12', message: 'images[1].image', ...TAG }),
  file('a digest that is none', row(IMAGE, 'latest'), { at: '3:13', message: 'images[1].digest', got: '"latest"', ...SUM }),
  file('a digest of another kind', row(IMAGE, `sha512:${'a'.repeat(128)}`), { at: '3:13', message: 'images[1].digest', ...SUM }),
  file('a digest that is a number', row(IMAGE, '0x10'), { at: '3:13', message: 'images[1].digest', ...SUM }),
  file('an image twice', `${GOOD_LOCK}  - { image: "${IMAGE}", digest: "${DIGEST}" }\n`, { at: '6:14', message: 'another line holds this image already', got: 'prom-label-proxy', allowed: 'each image once', ...RESTORE }),
  file('an anchor', `images: &all\n  - image: ${IMAGE}\n    digest: ${DIGEST}\n`, { at: '2:3', message: 'anchor', ...RESTORE }),
];
