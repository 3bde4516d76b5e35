/** Options of `init` that describe the cohort. */
export type InitOption =
  | 'id' | 'course' | 'starts' | 'ends' | 'timeZone' | 'folder' | 'billingAccount' | 'region' | 'adminProject'
  | 'stateBucket' | 'domain' | 'budget' | 'instructor' | 'instructorName'; // prettier-ignore

export interface InitQuestion {
  readonly option: InitOption;
  readonly flag: string;
  readonly question: string;
  readonly example: string;
  /** Taken where nobody can be asked. */
  readonly fallback?: string;
}

/** What `init` has to know, in the order it asks. */
export const INIT_QUESTIONS: readonly InitQuestion[] = [
  { option: 'id', flag: '--id', question: 'Id of the cohort (permanent, starts the project ids):', example: 'w255-spring27' },
  { option: 'course', flag: '--course', question: 'Course, a preset or the path of a file:', example: 'w255', fallback: 'w255' },
  { option: 'starts', flag: '--starts', question: 'First day of the term:', example: '2027-01-11' },
  { option: 'ends', flag: '--ends', question: 'Last day of the term:', example: '2027-04-16' },
  { option: 'timeZone', flag: '--time-zone', question: 'Time zone of the course:', example: 'America/Los_Angeles' },
  { option: 'folder', flag: '--folder', question: 'Number of the Google Cloud folder for the projects:', example: '123456789012' },
  { option: 'billingAccount', flag: '--billing-account', question: 'Billing account:', example: '0A1B2C-3D4E5F-6A7B8C' },
  { option: 'region', flag: '--region', question: 'Region:', example: 'us-west1', fallback: 'us-west1' },
  { option: 'adminProject', flag: '--admin-project', question: 'A project you have already, for state and API calls:', example: 'example-labs-admin' },
  { option: 'stateBucket', flag: '--state-bucket', question: 'Bucket to make for Terraform state (or "local"):', example: 'example-labs-state' },
  { option: 'domain', flag: '--domain', question: 'Domain for the students\' hosts:', example: 'w255.example.edu' },
  { option: 'budget', flag: '--budget', question: 'Budget per tenant for the term:', example: '60 USD', fallback: '60 USD' },
  { option: 'instructor', flag: '--instructor', question: 'E-mail of the instructor:', example: 'ines.duarte@example.edu' },
  { option: 'instructorName', flag: '--instructor-name', question: 'Name of the instructor:', example: 'Ines Duarte', fallback: 'Instructor' },
]; // prettier-ignore
