import type { BatchWish } from '../contract/batches.ts'
import type { Style, Tier } from '../model/levels.ts'
import { putFile } from '../adapters/files/private-file.ts'
import { UsageError } from './clear-error.ts'
import type { Io } from './io.ts'
import type { Api } from './with-engine.ts'
import type { Engine } from '../engine.ts'

export interface Cell {
  readonly tier: Tier
  readonly style: Style
}

export const cellOf = (segment: string | undefined): Cell => {
  const [, tier, style] = /^([1-5])-(trading|wealth|allocation)$/.exec(segment ?? '') ?? []
  if (tier === undefined || style === undefined)
    throw new UsageError('--segment is tier and style, for example 5-allocation')
  return { tier: Number(tier) as Tier, style: style as Style }
}

interface Made {
  readonly made: readonly { readonly client: string; readonly path: string }[]
  readonly failed: readonly { readonly client: string; readonly reason: string }[]
}

/** Every client of a cell through the same queue as the window; one that fails is told, the others go on. */
export const makeBatch = async (
  api: Api,
  engine: Engine,
  io: Io,
  wish: Cell & Pick<BatchWish, 'edition' | 'locale'>,
  out: string,
): Promise<Made> => {
  const { tier, style, edition, locale } = wish
  const source = { by: 'cell', tier, style } as const
  const { id } = await api.batches.start({ source, edition, locale, onlyStale: false })
  for await (const row of await api.batches.follow({ id })) {
    io.stderr.write(`report: ${row.made + row.failed} of ${row.total}\n`)
    if (row.stopped !== null) io.stderr.write(`report: stopped: ${row.stopped.message}. ${row.stopped.hint}\n`)
  }
  const { store } = engine.session.opened().workspace
  const made: { readonly client: string; readonly path: string }[] = []
  const failed: { readonly client: string; readonly reason: string }[] = []
  for (const { subject, reportId, fault, state } of await api.batches.items({ id })) {
    const pdf = reportId === null ? null : store.read(tx => tx.reports.pdf(reportId))
    if (pdf !== null) made.push({ client: subject, path: await putFile(out, `${subject}.pdf`, pdf) })
    else failed.push({ client: subject, reason: fault?.message ?? (state === 'waiting' ? 'not made' : 'unknown') })
  }
  return { made, failed }
}
