import { z } from 'zod';
import type { ListingQuery } from '../../core/recover/listings';
import { listingWords } from '../../core/recover/listings';
import { askGcloud } from '../gcloud';
import type { Listed, ResourceListing } from './resource-listing';

const ENTRIES = z.array(
  z.object({
    name: z.string(),
    displayName: z.string().optional(),
    type: z.string().optional(),
    labels: z.record(z.string(), z.string()).optional(),
  }),
);

/** Listings by `gcloud`, as whom it is logged in. Each is asked for once: several stacks share a billing account. */
export class GcloudListing implements ResourceListing {
  private readonly asked = new Map<string, Promise<Listed>>();

  constructor(
    private readonly program: string,
    private readonly environment: NodeJS.ProcessEnv = process.env,
  ) {}

  list(query: ListingQuery): Promise<Listed> {
    const words = listingWords(query);
    const key = words.join(' ');
    const listed = this.asked.get(key) ?? this.run([...words, '--format=json']);
    this.asked.set(key, listed);
    return listed;
  }

  private async run(args: readonly string[]): Promise<Listed> {
    const { program, environment } = this;
    const answer = await askGcloud(program, args, environment);
    if (!answer.ok) return { ok: false, problem: answer.problem };
    return readEntries(answer.text) ?? { ok: false, problem: `what ${program} says is no list` };
  }
}

function readEntries(json: string): Listed | undefined {
  try {
    return { ok: true, entries: ENTRIES.parse(JSON.parse(json)) };
  } catch {
    return undefined;
  }
}
