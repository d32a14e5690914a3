import { safe } from '@orpc/client'
import { expect, it } from 'vitest'
import { openedBooks } from '../helpers/opened-book.ts'

const open = openedBooks()

it('an error thrown inside a streamed call names its code and what to do', async () => {
  const { api } = await open()
  const run = async (): Promise<void> => {
    const wanted = { kind: 'comparison', subject: '990001', edition: 'client', locale: 'zh-CN' } as const
    for await (const step of await api.reports.make(wanted)) expect(step.kind).toBe('running')
  }
  const { error } = await safe(run())
  expect(error).toMatchObject({ data: { code: 'invalidInput', hint: 'choose 2 to 6 different funds' } })
})
