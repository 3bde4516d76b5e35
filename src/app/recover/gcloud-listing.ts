import { z } from 'zod';
import type { ListingQuery } from '../../core/recover/listings';
import { listingWords } from '../../core/recover/listings';
import { runProgram } from '../run-program';
import type { Listed, ResourceListing } from './resource-listing';
import { Stopped } from './stack-terraform';

const ENTRIES = z.array(
  z.object({
    name: z.string(),
    displayName: z.string().optional(),
    type: z.string().optional(),
    labels: z.record(z.string(), z.string()).optional(),
  }),
);

/** First sentence of what gcloud complains of: `ERROR: (gcloud.billing.budgets.list) PERMISSION_DENIED: …`. */
const COMPLAINT = /^ERROR: (?:\(gcloud[^)]*\) )?(.+?)(?:\.?$|\. )/m;

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
    try {
      const run = await runProgram({ program, args, folder: process.cwd(), environment });
      if (run.stopped) throw new Stopped();
      if (run.code !== 0) return { ok: false, problem: `${program} says: ${complaintOf(run.output)}` };
      return readEntries(run.result) ?? { ok: false, problem: `what ${program} says is no list` };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).syscall?.startsWith('spawn') !== true) throw error;
      return { ok: false, problem: `"${program}" cannot be run: say where gcloud is with --gcloud` };
    }
  }
}

const complaintOf = (output: string): string =>
  COMPLAINT.exec(output)?.[1] ?? output.trim().split('\n').at(-1) ?? '';

function readEntries(json: string): Listed | undefined {
  try {
    return { ok: true, entries: ENTRIES.parse(JSON.parse(json)) };
  } catch {
    return undefined;
  }
}
