import type { ReactNode } from 'react'
import { NoBook } from '../../shell/no-book.tsx'
import { useIsOpen } from '../../shell/use-session.ts'
import { TodayScreen } from './today-screen.tsx'

export const TodayPage = (): ReactNode => (useIsOpen() ? <TodayScreen /> : <NoBook screen="today" />)
