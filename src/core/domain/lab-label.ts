import { LABEL_DOMAIN } from './names';

/** Label of an object that belongs to a lab; its value is the lab's id. */
export const LAB_LABEL = `${LABEL_DOMAIN}/lab`;
