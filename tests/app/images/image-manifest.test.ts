import { FetchProblem } from '../../../src/app/fetched';
import { fetchDigest } from '../../../src/app/images/image-manifest';
import { LoopbackRegistry } from '../charts/loopback-registry';
import { digestOf, imageOf, inPlaceOfTheWorld } from './loopback-images';

const TOOL = imageOf('tool');

let registry: LoopbackRegistry;
let image: string;

beforeEach(async () => {
  registry = await LoopbackRegistry.start();
  registry.images.set('tools/tool:1.0.0', TOOL);
  image = `${registry.host}/tools/tool:1.0.0`;
});
afterEach(async () => {
  jest.restoreAllMocks();
  await registry.stop();
});

/** Why no digest came. */
const refusal = async (): Promise<string> => {
  const error: unknown = await fetchDigest(image).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(FetchProblem);
  const { message, got, allowed } = error as FetchProblem;
  return [message, got, allowed].filter((part) => part !== undefined).join('; ');
};

test('The digest is counted from what came', async () => {
  expect(await fetchDigest(image)).toBe(digestOf(TOOL));
  registry.says = '';
  expect(await fetchDigest(image)).toBe(digestOf(TOOL));
  expect(registry.asked).toEqual(['/v2/tools/tool/manifests/1.0.0', '/v2/tools/tool/manifests/1.0.0']);
});

test('An image for one platform has a digest as well', async () => {
  const single = Buffer.from('{"schemaVersion":2,"config":{},"layers":[]}');
  registry.images.set('tools/tool:1.0.0', single);
  expect(await fetchDigest(image)).toBe(digestOf(single));
});

test('All forms of manifests are asked for, those of several platforms first', async () => {
  const asked = inPlaceOfTheWorld(registry);
  await fetchDigest(image);
  const [, { headers }] = asked.mock.calls[0] as [string, { headers: { accept: string } }];
  expect(headers.accept.split(', ')).toEqual([
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
  ]);
});

test("Docker's registry is asked where it answers", async () => {
  const asked = inPlaceOfTheWorld(registry);
  registry.images.set('library/redis:7.4', TOOL);
  expect(await fetchDigest('docker.io/library/redis:7.4')).toBe(digestOf(TOOL));
  expect(asked.mock.calls.map(([address]) => address as string)).toEqual([
    'https://registry-1.docker.io/v2/library/redis/manifests/7.4',
  ]);
});

test('What is not what the registry says it is, is refused', async () => {
  registry.says = digestOf(imageOf('thief'));
  expect(await refusal()).toBe(
    `what came is not what the registry says it is; ${digestOf(TOOL)}; ${registry.says}`,
  );
});

test.each(['<html>', 'null', '[]', '{"schemaVersion":1,"fsLayers":[]}', '{"schemaVersion":2}'])(
  'What is no manifest of an image is refused: %s',
  async (text) => {
    registry.images.set('tools/tool:1.0.0', Buffer.from(text));
    expect(await refusal()).toBe('the tag leads to something that is no image');
  },
);

test('A registry that gives a token to everybody is asked for one', async () => {
  registry.token = 't0ken';
  expect(await fetchDigest(image)).toBe(digestOf(TOOL));
  expect(registry.asked[1]).toBe('/token?service=loopback&scope=repository%3Acharts%3Apull');
});

test('A tag that is not there is told, and a connection that breaks off', async () => {
  registry.cutsOff = true;
  expect(await refusal()).toMatch(/^the connection broke off in the middle/);
  registry.images.clear();
  expect(await refusal()).toBe('there is no such image or version here');
});

test('A registry that wants a login after all is told so', async () => {
  registry.token = 't0ken';
  registry.realm = `http://${registry.host}/realm`;
  registry.files.set(
    '/realm?service=loopback&scope=repository%3Acharts%3Apull',
    Buffer.from('{"token":"no"}'),
  );
  expect(await refusal()).toBe('the registry wants a login, and images are asked for without one');
});

test('Whoever gives no token is told of in words of images too', async () => {
  registry.token = 't0ken';
  registry.realm = `http://${registry.host}/nowhere`;
  expect(await refusal()).toBe('the registry wants a login, and images are asked for without one');
});
