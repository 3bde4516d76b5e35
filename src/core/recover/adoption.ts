/** Something that stands in the cloud and is to enter the state. */
export interface Adoption {
  /** Address in the stack, such as `google_project.Project_C78D97AD`. */
  readonly address: string;
  /** Id that `terraform import` takes. */
  readonly id: string;
}

/** Something that stands, or may stand, and does not enter the state. */
export interface NotAdopted extends Adoption {
  readonly why: string;
  /** Commands after which another recovery can adopt it. */
  readonly mend?: readonly string[];
}
