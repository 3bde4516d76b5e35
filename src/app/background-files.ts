import { MessageChannel, Worker, receiveMessageOnPort } from 'node:worker_threads';

/** Where a folder is filled: files appear in any order, and all of them are there once it is finished. */
export interface OutputFiles {
  /** A file with this text, or these bytes; folders on the way are made. */
  write(path: string, text: string | Uint8Array): void;
  /** A file with these bytes, which are handed over: whoever gave them has them no more. */
  give(path: string, bytes: Uint8Array<ArrayBuffer>): void;
  /** Another name for a file that was written before, for text that stands in very many places. */
  link(existing: string, path: string): void;
}

/**
 * What the other thread runs: plain JavaScript, since nothing compiles it there. It counts what it has
 * done, also when it failed, and tells the first failure.
 */
const THREAD = `
const { copyFileSync, linkSync, mkdirSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');
const { parentPort, workerData } = require('node:worker_threads');
const done = new Int32Array(workerData.done);
const made = new Set();
let failed = false;
function make({ path, text, existing }) {
  const folder = dirname(path);
  if (!made.has(folder)) mkdirSync(folder, { recursive: true });
  made.add(folder);
  if (existing === undefined) writeFileSync(path, text);
  else link(existing, path);
}
function link(existing, path) {
  try {
    linkSync(existing, path);
  } catch {
    copyFileSync(existing, path); // Not every disk gives a file two names.
  }
}
parentPort.on('message', (jobs) => {
  for (const job of jobs)
    try {
      if (!failed) make(job);
    } catch ({ message, code, path }) {
      failed = true;
      workerData.failures.postMessage({ message, code, path });
    }
  Atomics.add(done, 0, jobs.length);
  Atomics.notify(done, 0);
});
`;

/** To wake the other thread costs as much as to write a small file; it is given some at once. */
const MOST_WAITING = 32;

/**
 * Writes files in a thread of its own: on most disks, making 20,000 files and folders takes as long as
 * thinking of what is in them.
 */
export class BackgroundFiles implements OutputFiles {
  private readonly done = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  private readonly failures = new MessageChannel();
  private readonly thread: Worker;
  private sent = 0;
  private waiting: object[] = [];
  private handedOver: ArrayBuffer[] = [];

  constructor() {
    const { port2 } = this.failures;
    const workerData = { done: this.done, failures: port2 };
    this.thread = new Worker(THREAD, { eval: true, workerData, transferList: [port2] });
    this.thread.unref();
  }

  write(path: string, text: string | Uint8Array): void {
    this.add({ path, text });
  }

  give(path: string, bytes: Uint8Array<ArrayBuffer>): void {
    this.add({ path, text: bytes }, [bytes.buffer]);
  }

  link(existing: string, path: string): void {
    this.add({ path, existing });
  }

  /** Waits until everything is written; throws the first error, as `fs` would have. */
  finish(): void {
    this.settle();
    const failure = receiveMessageOnPort(this.failures.port1) as { message: Failure } | undefined;
    this.close();
    if (failure) throw Object.assign(new Error(failure.message.message), failure.message);
  }

  /** Ends the thread, after what it was given: nobody writes into a folder that is being removed. */
  close(): void {
    this.settle();
    this.failures.port1.close();
    void this.thread.terminate();
  }

  private settle(): void {
    this.send();
    const done = new Int32Array(this.done);
    for (let count = Atomics.load(done, 0); count < this.sent; count = Atomics.load(done, 0)) {
      Atomics.wait(done, 0, count);
    }
  }

  private add(job: object, handedOver: readonly ArrayBuffer[] = []): void {
    this.waiting.push(job);
    this.handedOver.push(...handedOver);
    if (this.waiting.length >= MOST_WAITING) this.send();
  }

  private send(): void {
    const [jobs, handedOver] = [this.waiting, this.handedOver];
    [this.waiting, this.handedOver] = [[], []];
    if (jobs.length === 0) return;
    this.sent += jobs.length;
    this.thread.postMessage(jobs, handedOver);
  }
}

interface Failure {
  readonly message: string;
  readonly code?: string;
  readonly path?: string;
}
