import { tryReadImages } from '../../../src/core/archive/image-list';

const DIGEST = `sha256:${'ab'.repeat(32)}`;

test('Images are listed by name and digest, with tags however gcloud writes them', () => {
  const images = [
    { package: 'r/web', version: DIGEST, tags: 'v2, latest', createTime: '2027-03-01T10:00:00.000000Z' },
    { package: 'r/api', version: DIGEST, tags: ['v1'], metadata: { imageSizeBytes: '4711' } },
    { package: 'r/old', version: DIGEST, tags: '' },
  ];
  expect(tryReadImages(JSON.stringify(images))).toEqual([
    { image: 'r/api', digest: DIGEST, tags: ['v1'], bytes: 4711 },
    { image: 'r/old', digest: DIGEST, tags: [] },
    { image: 'r/web', digest: DIGEST, tags: ['latest', 'v2'], uploaded: '2027-03-01T10:00:00.000000Z' },
  ]);
});

test.each(['', '{}', '[{"package":"r/api"}]', '[{"package":"r/api","version":"v1"}]'])(
  'What is no list of images is refused: %s',
  (text) => expect(tryReadImages(text)).toBeUndefined(),
); // prettier-ignore
