import type { ReactNode } from 'react'
import { NoBook } from '../../shell/no-book.tsx'
import { useIsOpen } from '../../shell/use-session.ts'
import { DueList } from './due-list.tsx'

export const TodayPage = (): ReactNode => (useIsOpen() ? <DueList /> : <NoBook screen="today" />)
