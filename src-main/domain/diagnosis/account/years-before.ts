/** The same day `years` earlier; 29 February becomes 28 February. */
export function yearsBefore(iso: string, years: number): string {
  const year = String(Number(iso.slice(0, 4)) - years).padStart(4, '0')
  return iso.slice(5) === '02-29' ? `${year}-02-28` : `${year}${iso.slice(4)}`
}
