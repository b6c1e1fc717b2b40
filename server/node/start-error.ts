/** Something that the person who starts Counterbell can mend; its message is the one line that they see. */
export class StartError extends Error {}
