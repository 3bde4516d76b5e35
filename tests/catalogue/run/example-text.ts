import type { ExampleFile } from '../../../src/core/catalogue/toolkit';

/** What is in the file of this name among what a student gets. */
export function exampleText(files: readonly ExampleFile[], name: string): string {
  const file = files.find((each) => each.name === name);
  if (file === undefined || !('text' in file)) throw new Error(`No example is a text and called ${name}`);
  return file.text;
}
