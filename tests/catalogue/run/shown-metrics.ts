/** Samples that an exporter shows, and the names of their metrics. */
export interface ShownMetrics {
  readonly names: ReadonlySet<string>;
  readonly samples: number;
}

/** What an exporter shows at an address. */
export async function shownMetrics(url: string): Promise<ShownMetrics> {
  const text = await (await fetch(url)).text();
  const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return {
    names: new Set(samples.map((line) => /^[a-zA-Z_:][\w:]*/.exec(line)![0])),
    samples: samples.length,
  };
}
