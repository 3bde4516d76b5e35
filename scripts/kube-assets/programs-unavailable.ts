/** A reason, in words that lead to a remedy, why the programs cannot be had; no fault of the code. */
export class ProgramsUnavailable extends Error {
  override readonly name = 'ProgramsUnavailable';
}
