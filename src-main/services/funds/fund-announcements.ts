import type { Announcement } from '../../model/announcement.ts'
import { AppError } from '../../model/app-error.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** What the fund of a share class announced, the newest first; companies date some a day ahead. */
export const fundAnnouncements = (workspace: Workspace, code: string): readonly Announcement[] =>
  workspace.store.read(tx => {
    const fund = tx.funds.byKey(code)
    if (fund === null)
      throw new AppError('notFound', 'there is no such fund, or it has no NAV yet', {
        where: code,
        hint: 'check the code, or sync first',
      })
    return tx.announcements.ofFund(fund.fundId)
  })
