import { z } from 'zod'

/** Finite numbers in order of time. */
export const Numbers = z.array(z.number())

export const CalendarDate = z.iso.date()

/** Reports on `field` where its length differs from the number of `of`. */
export function sameLength(
  context: z.RefinementCtx,
  field: readonly (string | number)[],
  length: number,
  of: string,
  wanted: number,
): void {
  if (length !== wanted)
    context.addIssue({ code: 'custom', path: [...field], message: `has ${length} entries, ${of} has ${wanted}` })
}
