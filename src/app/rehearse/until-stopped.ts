const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Waits for somebody to stop this process. */
export interface StopWatch {
  /** Ctrl-C, a kill, or a window that closes; a second one ends the process at once, as ever. */
  readonly stopped: Promise<'stopped'>;
  /** Lets signals end the process again. */
  forget(): void;
}

/** Waits from now on. */
export function untilStopped(): StopWatch {
  let forget = (): void => undefined;
  const stopped = new Promise<'stopped'>((done) => {
    const stop = (): void => {
      forget();
      done('stopped');
    };
    forget = () => {
      for (const signal of SIGNALS) process.off(signal, stop);
    };
    for (const signal of SIGNALS) process.on(signal, stop);
  });
  return { stopped, forget: () => forget() };
}
