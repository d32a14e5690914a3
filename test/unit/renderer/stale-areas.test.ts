import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { StaleAreas } from '../../../src-renderer/state/stale-areas.ts'

/** Questions that stay open until they are answered, and a clock that stands still until it is told. */
const desk = () => {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } })
  const asked: string[] = []
  const open = new Map<string, () => void>()
  const planned: { readonly run: () => void; readonly ms: number }[] = []
  const stale = new StaleAreas(queries, (run, ms) => planned.push({ run, ms }))
  const show = (...queryKey: readonly string[]): void => {
    const name = queryKey.join('.')
    const queryFn = (): Promise<number> => {
      asked.push(name)
      return new Promise(resolve => open.set(name, () => resolve(asked.length)))
    }
    new QueryObserver(queries, { queryKey, queryFn }).subscribe(() => undefined)
  }
  return {
    stale,
    show,
    answer: async (name: string): Promise<void> => {
      open.get(name)?.()
      await Promise.resolve()
      await new Promise(resolve => setImmediate(resolve))
    },
    /** What the next plan asks, and after how long. */
    next: (): { readonly ms: number; readonly asked: readonly string[] } | null => {
      const plan = planned.shift()
      if (plan === undefined) return null
      asked.length = 0
      plan.run()
      return { ms: plan.ms, asked: [...asked] }
    },
  }
}

it('asks once for the screens that show what changed, however many events say so', async () => {
  const { stale, show, answer, next } = desk()
  show('matrix', 'view')
  show('funds', 'list')
  await answer('matrix.view')
  await answer('funds.list')
  stale.add(['matrix', 'today'])
  stale.add(['matrix'])
  expect(next()).toEqual({ ms: 150, asked: ['matrix.view'] })
  expect(next()).toBeNull()
})

it('lets a question that is being answered finish, and asks it again afterwards, without the others once more', async () => {
  const { stale, show, answer, next } = desk()
  show('matrix', 'view')
  await answer('matrix.view')
  show('matrix', 'cell')
  stale.add(['matrix'])
  expect(next()).toEqual({ ms: 150, asked: ['matrix.view'] })
  await answer('matrix.view')
  // still not answered: it is looked at again later
  expect(next()).toEqual({ ms: 1500, asked: [] })
  await answer('matrix.cell')
  expect(next()).toEqual({ ms: 1500, asked: ['matrix.cell'] })
  await answer('matrix.cell')
  expect(next()).toBeNull()
})
