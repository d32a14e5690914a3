/** Lines of Today that the screen and the count beside its name ask for. */
export const TODAY_ROWS = 120
