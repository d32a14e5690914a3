import { createRouterClient } from '@orpc/server'
import { callName } from '../contract/call-name.ts'
import { TODAY_ROWS } from '../contract/today-rows.ts'
import type { FirstAnswers } from '../contract/first-answers.ts'
import { Style, Tier } from '../model/levels.ts'
import type { FirstScreen } from '../services/windows/first-screen.ts'
import type { AppRouter } from './router.ts'

type Call = { [Area in keyof AppRouter]: readonly [Area, keyof AppRouter[Area], object] }[keyof AppRouter]

const shell: readonly Call[] = [
  ['session', 'state', {}],
  ['assessments', 'open', {}],
  ['settings', 'get', {}],
  ['sync', 'status', {}],
  ['reports', 'list', {}],
  ['matrix', 'view', {}],
]

const ofScreen: Readonly<Record<FirstScreen['screens'][number], readonly Call[]>> = {
  // every cell: the selection walks before the engine is up
  '/matrix': [
    ['segmentRules', 'cuts', {}],
    ...[...Tier.values].flatMap(tier => Style.options.map(style => ['matrix', 'cell', { tier, style }] as const)),
  ],
  '/today': [
    ['today', 'view', { limit: TODAY_ROWS }],
    ['sync', 'outbox', {}],
  ],
}

/** Asks what the windows of the next start will ask, in the very words of their calls. */
export const firstAnswers = async (
  router: AppRouter,
  { windows, screens, demo, until }: FirstScreen,
): Promise<FirstAnswers> => {
  const client = createRouterClient(router) as unknown as Record<
    string,
    Record<string, (input: object) => Promise<unknown>>
  >
  const calls: readonly Call[] = [
    ...shell,
    ...windows.map(name => ['windows', 'route', { name }] as const),
    ...screens.flatMap(screen => ofScreen[screen]),
  ]
  const answers: Record<string, string> = {}
  for (const [area, name, input] of calls)
    answers[callName([area, name], input)] = JSON.stringify(await client[area]?.[name]?.(input))
  return { answers, until, demo }
}
