import { tryReadImages } from '../../../core/archive/image-list';
import type { ListedObject } from '../../../core/archive/object-list';
import { tryReadObjects } from '../../../core/archive/object-list';
import { askGcloud } from '../../gcloud';
import { atMost } from '../../grade/at-most';
import { Undone } from '../undone';
import type { ArchivedContent } from './archive-folder';

/** Each gcloud is a process of its own that takes a core while it starts. */
const CALLS_AT_ONCE = 4;

/** What gcloud says where a wildcard names nothing. */
const NOTHING = /matched no objects/;

/** What an archive asks of Google Cloud. @throws Undone where gcloud fails, Stopped where somebody stops it */
export class CloudQuestions {
  private readonly gate = atMost(CALLS_AT_ONCE);

  constructor(private readonly program: string) {}

  /** The current objects under a URL such as `gs://bucket`. */
  async objects(url: string): Promise<readonly ListedObject[]> {
    const answer = await this.run(['storage', 'objects', 'list', `${url}/**`, '--format=json']);
    if (!answer.ok && NOTHING.test(answer.output)) return [];
    const objects = answer.ok ? tryReadObjects(answer.text) : undefined;
    if (objects !== undefined) return objects;
    throw new Undone(answer.ok ? `what ${this.program} says of ${url} is no list` : answer.problem);
  }

  async objectList(bucket: string): Promise<ArchivedContent> {
    return content(await this.objects(`gs://${bucket}`));
  }

  /** The images of a registry: `us-west1-docker.pkg.dev/project/repository`. */
  async imageList(registry: string): Promise<ArchivedContent> {
    const text = await this.ask(
      'artifacts',
      'docker',
      'images',
      'list',
      registry,
      '--include-tags',
      '--format=json',
    );
    const images = tryReadImages(text);
    if (images === undefined) throw new Undone(`what ${this.program} says of ${registry} is no list`);
    return content(images);
  }

  /** What an object holds. */
  read(url: string): Promise<string> {
    return this.ask('storage', 'cat', url);
  }

  /** Copies the files of a folder that are not there, or are otherwise there; deletes nothing. */
  async copy(folder: string, url: string): Promise<void> {
    await this.ask('storage', 'rsync', folder, url, '--recursive', '--checksums-only');
  }

  private async ask(...args: readonly string[]): Promise<string> {
    const answer = await this.run(args);
    if (!answer.ok) throw new Undone(answer.problem);
    return answer.text;
  }

  private run(args: readonly string[]) {
    return this.gate(() => askGcloud(this.program, args));
  }
}

const content = (list: readonly object[]): ArchivedContent => ({
  text: `${JSON.stringify(list, undefined, 2)}\n`,
  entries: list.length,
});
