const HOUR = 60

/** Minutes as `6:55`. */
export const hours = (minutes: number): string =>
  `${Math.floor(minutes / HOUR)}:${String(Math.round(minutes % HOUR)).padStart(2, '0')}`
