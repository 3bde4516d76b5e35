import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { INDEX_FILE, sumsText } from '../../../core/archive/archive-index';
import { crc32c } from '../../../core/archive/crc32c';
import type { ArchiveChoice } from '../../../core/config/archive.schema';
import type { TenantPlan } from '../../../core/plan/cohort-plan';
import type { RunKubectl } from '../../grade/kubectl';
import { counted } from '../../table';
import { Undone } from '../undone';
import { ArchiveFolder, sha256 } from './archive-folder';
import type { CloudQuestions } from './cloud-questions';
import { ClusterQuestions, kindsOf } from './cluster-questions';

/** Which parts of a place stand, by the states: what does not stand cannot be kept. */
export interface StandingPlace {
  readonly bucket: boolean;
  readonly registry: boolean;
  readonly release: boolean;
}

/** What a teardown asks of an archive. @throws Undone where something cannot be kept */
export interface Archive {
  /** Takes nothing for kept any more of what an earlier teardown kept of places. */
  forget(handles: readonly string[]): void;
  /** Keeps what the course says of a place; what that was. */
  place(tenant: TenantPlan, stands: StandingPlace): Promise<string>;
  /** Keeps what grading wrote; what that was. */
  grades(): Promise<string>;
  /** Reads all again, writes the list of sums, and copies it to where it shall be. */
  finish(): Promise<string>;
}

export interface KeptArchiveProps {
  /** Folder on this machine. */
  readonly folder: string;
  /** `gs://bucket/prefix` that takes a copy. @default - the folder is where the archive stays */
  readonly url?: string;
  readonly choice: ArchiveChoice;
  /** Folder that grading wrote. */
  readonly gradesFolder: string;
  readonly cloud: CloudQuestions;
  kubectlOf(tenant: TenantPlan): RunKubectl;
}

/** File with the SHA-256 of all others, as `sha256sum --check` reads it. */
export const SUMS_FILE = 'archive.sha256';
const PLACES = 'places';
const GRADES = 'grades';

/** The archive of a cohort: a folder for each place, one for grades, and a list of sums. */
export class KeptArchive implements Archive {
  private readonly kinds = new Map<RunKubectl, Promise<readonly string[]>>();

  constructor(private readonly props: KeptArchiveProps) {}

  forget(handles: readonly string[]): void {
    for (const path of [GRADES, ...handles.map((handle) => `${PLACES}/${handle}`)])
      rmSync(join(this.props.folder, path, INDEX_FILE), { force: true });
  }

  async place(tenant: TenantPlan, stands: StandingPlace): Promise<string> {
    const { choice, cloud, folder } = this.props;
    this.open();
    const kept = new ArchiveFolder(join(folder, PLACES, tenant.handle));
    const said: string[] = [];
    const keep = async (
      wanted: boolean,
      name: string,
      noun: string,
      collect: Parameters<ArchiveFolder['keep']>[1],
    ) => {
      if (wanted) said.push(counted((await kept.keep(name, collect)).entries, noun));
    };
    await keep(choice.bucketLists && stands.bucket, 'bucket.json', 'file', () =>
      cloud.objectList(tenant.bucket.name),
    );
    await keep(choice.images && stands.registry, 'images.json', 'image', () =>
      cloud.imageList(tenant.registry.path),
    );
    if (stands.release && (choice.dashboards || choice.manifests)) {
      const run = this.props.kubectlOf(tenant);
      const questions = new ClusterQuestions(run, tenant.namespace);
      const kinds = (): Promise<readonly string[]> => this.kindsBehind(run);
      // Nothing starts in a place that is closed, and so no Grafana that could be asked.
      const isClosed = tenant.closed === true;
      const own = choice.dashboards && tenant.grafana !== undefined && !isClosed;
      await keep(own, 'dashboards.json', 'dashboard', () => questions.dashboards());
      if (choice.dashboards && isClosed) said.push('no dashboards, since the place is closed');
      await keep(choice.manifests, 'manifests.yaml', 'object', async () =>
        questions.manifests(await kinds()),
      );
    }
    return said.length === 0 ? 'nothing of it stands' : `kept ${said.join(', ')}`;
  }

  async grades(): Promise<string> {
    const { gradesFolder, folder } = this.props;
    if (!existsSync(gradesFolder)) return 'nothing was graded';
    this.open();
    const kept = new ArchiveFolder(join(folder, GRADES));
    const files = readdirSync(gradesFolder, { recursive: true, withFileTypes: true })
      // Grading leaves the addresses of clusters there, which are gone soon.
      .filter((entry) => entry.isFile() && !entry.name.startsWith('kubeconfig-'))
      .map((entry) => relative(gradesFolder, join(entry.parentPath, entry.name)))
      .sort();
    for (const file of files)
      await kept.keep(file, async () => ({ text: readFileSync(join(gradesFolder, file)), entries: 1 }));
    return `kept ${counted(files.length, 'file')}`;
  }

  async finish(): Promise<string> {
    const { folder, url } = this.props;
    const sums = new Map<string, string>();
    for (const path of indexedFolders(folder)) {
      const kept = new ArchiveFolder(join(folder, path));
      for (const [name, file] of Object.entries(kept.index)) {
        const damage = kept.damage(name);
        if (damage !== undefined) throw new Undone(damage);
        sums.set(`${path}/${name}`, file.sha256);
      }
      sums.set(`${path}/${INDEX_FILE}`, sha256(readFileSync(join(folder, path, INDEX_FILE))));
    }
    if (sums.size === 0) return 'there was nothing to keep';
    writeFileAtomic.sync(join(folder, SUMS_FILE), sumsText(sums));
    const files = [...sums.keys(), SUMS_FILE];
    if (url === undefined) return `${counted(files.length, 'file')} in ${folder}, their sums in ${SUMS_FILE}`;
    await this.copied(files, url);
    return `${counted(files.length, 'file')} in ${url}, as long and with the same CRC32C as here`;
  }

  /** Copies files to a bucket and compares what is there then. */
  private async copied(files: readonly string[], url: string): Promise<void> {
    const { cloud, folder } = this.props;
    await cloud.copy(folder, url);
    const prefix = url.replace(/^gs:\/\/[^/]+\/?/, '').replace(/\/$/, '');
    const there = new Map(
      (await cloud.objects(url.replace(/\/$/, ''))).map((object) => [object.name, object]),
    );
    const wrong = files.filter((file) => {
      const bytes = readFileSync(join(folder, file));
      const copy = there.get(prefix === '' ? file : `${prefix}/${file}`);
      return copy?.size !== bytes.length || copy.crc32c !== crc32c(bytes);
    });
    if (wrong.length > 0)
      throw new Undone(
        `${counted(wrong.length, 'file')} did not arrive in ${url} as written, ${wrong[0]!} first`,
      );
  }

  /** Makes the folder, which version control leaves out: manifests name people. */
  private open(): void {
    const { folder } = this.props;
    const ignored = join(folder, '.gitignore');
    if (existsSync(ignored)) return;
    mkdirSync(folder, { recursive: true });
    writeFileAtomic.sync(ignored, '*\n');
  }

  private kindsBehind(run: RunKubectl): Promise<readonly string[]> {
    const known = this.kinds.get(run) ?? kindsOf(run);
    this.kinds.set(run, known);
    return known;
  }
}

/** Folders of an archive that have an index, from its top. */
function indexedFolders(folder: string): readonly string[] {
  const places = join(folder, PLACES);
  const handles = existsSync(places) ? readdirSync(places).sort() : [];
  return [GRADES, ...handles.map((handle) => `${PLACES}/${handle}`)].filter((path) =>
    existsSync(join(folder, path, INDEX_FILE)),
  );
}
