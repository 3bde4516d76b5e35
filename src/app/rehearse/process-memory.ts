import { existsSync, readFileSync } from 'node:fs';

/** The most memory that programs held at once each, in MiB. */
export class MemoryWatch {
  private readonly roots = new Set<number>();
  private readonly peaks = new Map<string, number>();
  private readonly timer: NodeJS.Timeout;

  constructor(everyMilliseconds = 250) {
    this.timer = setInterval(() => this.look(), everyMilliseconds);
    this.timer.unref();
  }

  /** Watches a process and what it starts. */
  follow(pid: number): void {
    this.roots.add(pid);
  }

  /** Peaks by program since the last call; none where the system does not tell, as outside Linux. */
  take(): readonly { readonly name: string; readonly peakMiB: number }[] {
    this.look();
    const taken = [...this.peaks].map(([name, kib]) => ({ name, peakMiB: Math.round(kib / 1024) }));
    this.peaks.clear();
    this.roots.clear();
    return taken.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    this.note('rehearsal', process.pid);
    for (const root of this.roots) {
      for (const pid of familyOf(root)) {
        const program = tryFindProgram(pid);
        if (program !== undefined) this.note(program, pid);
      }
    }
  }

  private note(name: string, pid: number): void {
    const kib = /^VmHWM:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`))?.[1];
    if (kib !== undefined) this.peaks.set(name, Math.max(this.peaks.get(name) ?? 0, Number(kib)));
  }
}

/** What a process runs; undefined for one that has ended. */
function tryFindProgram(pid: number): string | undefined {
  const words = read(`/proc/${pid}/cmdline`).split('\0');
  if (words.some((word) => word.includes('cdktf'))) return 'cdktf';
  return words[0]!.split('/').at(-1) || undefined;
}

/** A process and all that it started, as far as the system tells. */
export function familyOf(pid: number): readonly number[] {
  const children = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
  return [pid, ...children.flatMap(familyOf)];
}

function read(file: string): string {
  try {
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  } catch {
    // It ended while we looked.
    return '';
  }
}
