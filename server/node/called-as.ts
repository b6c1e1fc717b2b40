/** How the command line is called from a checkout, as messages print it. */
export const CALLED_AS = 'npm run counterbell --'
