/** Guards whose loss nothing notices, each with the reason why something else holds in their place. */
export interface Redundant {
  /** Part of the mutant's title. */
  readonly title: RegExp;
  readonly because: string;
}

export const REDUNDANT: readonly Redundant[] = [
  {
    title: /with the validation "this namespace has no (host|registry)/,
    because:
      'No namespace is without: the prover refuses an output in which one is, and students cannot write theirs.',
  },
  {
    title: /practicum-images: with the variable names without part \d+: i\.split\('\/'\)\.size\(\) == 2/,
    because: 'Without it more is refused: names of Docker Hub would be completed twice.',
  },
  {
    title: /practicum-pods: with the variable containers without part \d+/,
    because: 'Without it more is refused: a pod that asks for a GPU would not count as one that does.',
  },
  {
    title: /practicum-secret-use: with the variable containers without part \d+: .*ephemeralContainers/,
    because: 'RBAC: whoever may not read Secrets may not add containers to a pod that runs either.',
  },
];

export const reasonFor = (title: string): string | undefined =>
  REDUNDANT.find((each) => each.title.test(title))?.because;
