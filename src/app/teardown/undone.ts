/** A piece of work that did not come to its end, with the reason as a person reads it; running again goes on there. */
export class Undone extends Error {}
