/** How bad a vulnerability is, the worst first; what nobody rated comes last. */
export const SEVERITIES = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'MINIMAL', 'UNRATED'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** How many vulnerabilities of each severity an image has. */
export type SeverityCounts = Readonly<Record<Severity, number>>;

export const NO_COUNTS: SeverityCounts = { CRITICAL: 0, HIGH: 0, MEDIUM: 0, LOW: 0, MINIMAL: 0, UNRATED: 0 };

/** A severity as Google writes it; a word that is new to us is a vulnerability that nobody rated. */
export const severityOf = (word: string | undefined): Severity =>
  SEVERITIES.find((each) => each === word) ?? 'UNRATED';
