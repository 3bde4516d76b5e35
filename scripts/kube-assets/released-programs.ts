import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { KUBE_PROGRAMS } from './kube-programs';
import { ProgramsUnavailable } from './programs-unavailable';
import { downloadText, downloadVerified, publishedSum } from './verified-download';

/** An operating system and a processor in Node's words: `linux`, `x64`. */
export interface Platform {
  readonly system: string;
  readonly processor: string;
}

/** Where the projects publish what they release. */
export interface Publishers {
  /** @see https://kubernetes.io/releases/download/ */
  readonly kubernetes: string;
  /** @see https://github.com/etcd-io/etcd/releases */
  readonly etcd: string;
}

export const PUBLISHERS: Publishers = {
  kubernetes: 'https://dl.k8s.io',
  etcd: 'https://github.com/etcd-io/etcd/releases/download',
};

/** A file that holds one program. */
export interface Release {
  readonly program: string;
  readonly file: string;
  readonly url: string;
  /** Address of the list with its checksum. */
  readonly sums: string;
  /** Path of the program inside, if the file is an archive. */
  readonly member?: string;
}

/** Go's names of processors for which all three programs are published. */
const ARCHITECTURES: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };

/** The published files for a platform; none where one of the programs is not published. */
export function releasesFor(platform: Platform, publishers: Publishers): readonly Release[] {
  const architecture = ARCHITECTURES[platform.processor];
  // For other systems Kubernetes publishes clients only.
  if (platform.system !== 'linux' || architecture === undefined) return [];
  return KUBE_PROGRAMS.map(({ name, version }) => {
    if (name !== 'etcd') {
      const url = `${publishers.kubernetes}/v${version}/bin/linux/${architecture}/${name}`;
      return { program: name, file: name, url, sums: `${url}.sha256` };
    }
    const folder = `etcd-v${version}-linux-${architecture}`;
    const file = `${folder}.tar.gz`;
    const from = `${publishers.etcd}/v${version}`;
    return {
      program: name,
      file,
      url: `${from}/${file}`,
      sums: `${from}/SHA256SUMS`,
      member: `${folder}/etcd`,
    };
  });
}

/** Puts the released programs into `folder`, each checked by its published checksum. */
export async function downloadPrograms(
  folder: string,
  platform: Platform,
  publishers: Publishers,
  tell: (line: string) => void,
  stop: AbortSignal,
): Promise<void> {
  const releases = releasesFor(platform, publishers);
  if (releases.length === 0) {
    throw new ProgramsUnavailable(
      `Kubernetes publishes no kube-apiserver for ${platform.system} on ${platform.processor}`,
    );
  }
  for (const { program, file, url, sums, member } of releases) {
    const sum = publishedSum(await downloadText(sums, stop), file);
    if (sum === undefined) throw new ProgramsUnavailable(`${sums} has no SHA-256 of ${file}`);
    tell(`Downloading ${url}`);
    const path = join(folder, file);
    await downloadVerified(url, path, sum, stop);
    if (member !== undefined) unpack(path, member, folder);
    tell(`${program} has the published checksum`);
  }
}

function unpack(archive: string, member: string, folder: string): void {
  try {
    const args = ['-xzf', archive, '-C', folder, '--strip-components=1', '--no-same-owner', member];
    execFileSync('tar', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    throw new ProgramsUnavailable(`${archive} cannot be unpacked: ${(error as Error).message}`);
  }
  rmSync(archive);
}
