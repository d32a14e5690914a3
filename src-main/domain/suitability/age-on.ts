/**
 * Completed years of age on a day, both `YYYY-MM-DD`: the birthday itself counts. Someone born on 29 February gets
 * older on 1 March in common years.
 */
export const ageOn = (birthDate: string, date: string): number => {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return date.slice(5) < birthDate.slice(5) ? years - 1 : years
}
