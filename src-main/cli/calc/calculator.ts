import type { z } from 'zod'
import { ClearError } from '../clear-error.ts'
import { explainIssues } from './explain-issues.ts'

/** One pure calculator: an unknown question in, the answer out; throws ClearError naming the field at fault. */
export type Calculator = (question: unknown) => unknown

/** Checks the question against its schema, then answers it. */
export function calculator<Schema extends z.ZodType>(
  schema: Schema,
  answer: (question: z.infer<Schema>) => unknown,
): Calculator {
  return question => {
    const parsed = schema.safeParse(question)
    if (!parsed.success) throw new ClearError(explainIssues(parsed.error.issues))
    return answer(parsed.data)
  }
}
