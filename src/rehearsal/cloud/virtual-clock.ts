import type { AssetName } from './asset';

/** Something that Google takes time for. */
export interface Work {
  /** What it is, for the report: a type of resource. */
  readonly about: string;
  readonly seconds: number;
  /** What must stand before it can begin. */
  readonly after: readonly AssetName[];
  readonly rate?: { readonly about: string; readonly scope: string; readonly perSecond: number };
}

/** How long something was waited for, in seconds of the real cloud's time. */
export interface Waited {
  readonly about: string;
  readonly seconds: number;
}

/** How many calls one terraform has under way at once, unless told otherwise. */
const PARALLELISM = 10;

/**
 * How long a real apply would take: each call begins when its session has a hand free, what it needs stands and
 * its quota allows, and none of it takes real time. Instants are milliseconds since 1970.
 */
export class VirtualClock {
  private readonly readyAt = new Map<AssetName, number>();
  private readonly nextWrite = new Map<string, number>();
  private readonly waits = new Map<string, number>();
  private readonly work = new Map<string, number>();
  /** When the last session that has ended did so: what begins now begins after it. */
  private frontier: number;
  private latest: number;

  constructor(start: number) {
    this.frontier = start;
    this.latest = start;
  }

  /** The end of all work so far. */
  get now(): number {
    return this.latest;
  }

  /** Lets time pass without work, as between two days of a term. */
  advanceTo(instant: number): void {
    this.frontier = Math.max(this.frontier, instant, this.latest);
    this.latest = this.frontier;
  }

  /** A terraform that begins now. */
  open(): ClockSession {
    const start = this.frontier;
    const hands: number[] = Array.from({ length: PARALLELISM }, () => start);
    let end = start;
    return {
      spend: (work) => {
        const ready = Math.max(start, ...work.after.map((name) => this.readyAt.get(name) ?? start));
        const hand = handFor(hands, ready);
        const began = this.begin(work, Math.max(ready, hands[hand]!));
        const done = began + work.seconds * 1000;
        hands[hand] = done;
        end = Math.max(end, done);
        this.latest = Math.max(this.latest, done);
        add(this.work, work.about, work.seconds);
        return done;
      },
      close: () => {
        this.frontier = Math.max(this.frontier, end);
      },
    };
  }

  /** Says when an asset stands. */
  ready(name: AssetName, instant: number): void {
    this.readyAt.set(name, instant);
  }

  /** What was waited for and worked on since the last call, longest first. */
  takeWaits(): { readonly quotas: readonly Waited[]; readonly work: readonly Waited[] } {
    const taken = { quotas: listed(this.waits), work: listed(this.work) };
    this.waits.clear();
    this.work.clear();
    return taken;
  }

  private begin({ rate }: Work, ready: number): number {
    if (rate === undefined) return ready;
    const key = `${rate.about} ${rate.scope}`;
    const allowed = Math.max(ready, this.nextWrite.get(key) ?? ready);
    this.nextWrite.set(key, allowed + 1000 / rate.perSecond);
    const waited = (allowed - ready) / 1000;
    // Calls wait side by side: what the longest of them waited is what the quota costs.
    if (waited > 0) this.waits.set(rate.about, Math.max(this.waits.get(rate.about) ?? 0, waited));
    return allowed;
  }
}

/**
 * The hand that takes what can begin at `ready`: of those that are free by then the last to be so, since Terraform
 * holds no hand for what still waits; else the first to be free.
 */
function handFor(hands: readonly number[], ready: number): number {
  const free = hands.filter((instant) => instant <= ready);
  return hands.indexOf(free.length > 0 ? Math.max(...free) : Math.min(...hands));
}

/** One terraform's calls on the virtual clock. */
export interface ClockSession {
  /** When the work is done. */
  spend(work: Work): number;
  close(): void;
}

function add(sums: Map<string, number>, about: string, seconds: number): void {
  sums.set(about, (sums.get(about) ?? 0) + seconds);
}

const listed = (sums: ReadonlyMap<string, number>): readonly Waited[] =>
  [...sums]
    .map(([about, seconds]) => ({ about, seconds }))
    .sort((a, b) => b.seconds - a.seconds || (a.about < b.about ? -1 : 1));
