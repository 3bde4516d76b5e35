import { sha256Of } from '../charts/chart-archive';
import { addressOf, answered, FetchProblem } from '../fetched';

/** What a tag may lead to: one image, or a list of those of several platforms. */
const MANIFEST_TYPES = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

/** Where registries answer whose name in an image is that of a site. @see https://distribution.github.io/reference */
const ANSWERS_AT: Readonly<Record<string, string>> = { 'docker.io': 'registry-1.docker.io' };

/**
 * The digest that the tag of an image leads to, as its registry tells it today: counted from what came, and held to
 * what the registry says that it is.
 * @throws FetchProblem
 */
export async function fetchDigest(image: string): Promise<string> {
  const address = manifestAddress(image);
  const { bytes, headers } = await answered(address, {
    accept: MANIFEST_TYPES,
    authorised: {},
    what: 'image',
  });
  const digest = `sha256:${sha256Of(bytes)}`;
  const said = headers.get('docker-content-digest');
  if (said !== null && said !== digest)
    throw new FetchProblem(address, 'what came is not what the registry says it is', digest, said);
  if (!isManifest(bytes)) throw new FetchProblem(address, 'the tag leads to something that is no image');
  return digest;
}

/** @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests */
function manifestAddress(image: string): string {
  const [, host = '', path = '', tag = ''] = /^([^/]+)\/(.+):([^:/]+)$/.exec(image) ?? [];
  return `${addressOf(ANSWERS_AT[host] ?? host)}/v2/${path}/manifests/${tag}`;
}

/** The older form of Docker's is none: its digest is not of what comes. */
function isManifest(bytes: Uint8Array): boolean {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    if (typeof value !== 'object' || value === null) return false;
    const { schemaVersion, layers, manifests } = value as Readonly<Record<string, unknown>>;
    return schemaVersion === 2 && (Array.isArray(layers) || Array.isArray(manifests));
  } catch {
    return false;
  }
}
