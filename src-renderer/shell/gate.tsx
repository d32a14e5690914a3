import type { ReactNode } from 'react'
import { Failure } from '../ui/failure.tsx'
import { Damaged } from './damaged.tsx'
import { Shell } from './shell.tsx'
import { Unlock } from './unlock.tsx'
import { useSession } from './use-session.ts'

/** What stands before the book: unlock, damage, or nothing. The first run shows in the shell's own frame. */
export const Gate = (): ReactNode => {
  const { data, error, refetch, dataUpdatedAt } = useSession()
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  if (!data) return null
  if (data.kind === 'locked') return <Unlock wait={data.waitSeconds} asked={dataUpdatedAt} passcode={data.passcode} />
  if (data.kind === 'damaged') return <Damaged state={data} />
  return <Shell />
}
