/** Funds side by side on the screen. */
export const MOST_ON_SCREEN = 6
