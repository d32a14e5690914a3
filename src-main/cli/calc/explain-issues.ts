import type { z } from 'zod'

type Issue = z.core.$ZodIssue

/** One line for the first faults of an input: the field, what is wrong with it, what is wanted. */
export function explainIssues(issues: readonly Issue[]): string {
  const [first, ...others] = issues
  if (first === undefined) return 'invalid input'
  const more = others.length === 0 ? '' : ` (and ${others.length} more: ${others.slice(0, 3).map(fieldOf).join(', ')})`
  return `${fieldOf(first)}: ${messageOf(first)}${more}`
}

function fieldOf(issue: Issue): string {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path
  return (
    path.reduce<string>(
      (text, part) =>
        typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
      '',
    ) || 'input'
  )
}

function messageOf(issue: Issue): string {
  if (issue.code === 'unrecognized_keys') return 'unknown field; remove it or correct its name'
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined'))
    return `missing; give a value of type ${issue.expected}`
  return issue.message
}
