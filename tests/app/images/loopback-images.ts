import { sha256 } from '../charts/packed-chart';
import type { LoopbackRegistry } from '../charts/loopback-registry';

/** What the tag of an image leads to: a list of one image, which says what it is of. */
export const imageOf = (what: string): Buffer =>
  Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.index.v1+json',
      manifests: [{ digest: `sha256:${sha256(Buffer.from(what))}`, platform: { os: 'linux' } }],
    }),
  );

export const digestOf = (manifest: Buffer): string => `sha256:${sha256(manifest)}`;

/** Hosts of registries that the world has, and where they are asked. */
const REGISTRIES = ['https://ghcr.io/', 'https://quay.io/', 'https://registry-1.docker.io/'];

/** Has the world's registries answered by one on this machine for as long as the test runs; who else is asked is told. */
export function inPlaceOfTheWorld(registry: LoopbackRegistry): jest.SpyInstance {
  const real = globalThis.fetch;
  return jest.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const address = input as string;
    const world = REGISTRIES.find((each) => address.startsWith(each));
    if (world === undefined && !address.startsWith('http://127.0.0.1:'))
      throw new Error(`${address} is not of this machine`);
    return real(world === undefined ? address : address.replace(world, `http://${registry.host}/`), init);
  });
}
