const DOWNLOADING = /^go: downloading /;
/** A line of `go build -v`: the import path of a package that is being compiled. */
const PACKAGE = /^[\w.~-]+(?:\/[\w.~-]+)*$/;

/** How far a build of Go programs is, by what `go build -v` has printed. */
export class BuildProgress {
  private modules = 0;
  private packages = 0;
  private latest: string | undefined;

  /** Notes a line that go printed. */
  take(line: string): void {
    if (DOWNLOADING.test(line)) this.modules += 1;
    if (!PACKAGE.test(line)) return;
    this.packages += 1;
    this.latest = line;
  }

  /** Where the build is after so many milliseconds. */
  after(milliseconds: number): string {
    const seconds = Math.round(milliseconds / 1000);
    const elapsed = seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
    const parts = [
      `Building: ${elapsed}`,
      `${this.modules} modules downloaded`,
      `${this.packages} packages compiled`,
      ...(this.latest === undefined ? [] : [`now ${this.latest}`]),
    ];
    return parts.join(', ');
  }
}
