/** A place has no grade, for the reason that is its message: it goes into the place's row. */
export class NotGraded extends Error {}
