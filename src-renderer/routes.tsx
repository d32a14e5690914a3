import { createHashRouter, Navigate } from 'react-router'
import type { ComponentType } from 'react'
import { StartPage } from './shell/start-page.tsx'
import { Gate } from './shell/gate.tsx'
import { Crash } from './shell/crash.tsx'
import { MatrixPage } from './features/matrix/matrix-page.tsx'
import { ahead } from './state/later.tsx'

ahead(() => import('./ui/rare-fonts.css'))

/** Screens beyond the first are loaded when they are opened, or ahead when nothing else is to be done. */
const page = <M extends Record<string, ComponentType>>(load: () => Promise<M>, name: keyof M) => {
  ahead(load)
  return {
    lazy: async () => {
      const Component = (await load())[name]
      return Component ? { Component } : {}
    },
    HydrateFallback: () => null,
    ErrorBoundary: Crash,
  }
}

const gallery = import.meta.env.DEV
  ? [{ path: '/gallery', ...page(() => import('./features/gallery/gallery-page.tsx'), 'GalleryPage') }]
  : []

export const router = createHashRouter([
  {
    Component: Gate,
    ErrorBoundary: Crash,
    HydrateFallback: () => null,
    children: [
      { path: '/', element: <StartPage /> },
      { path: '/matrix', Component: MatrixPage, ErrorBoundary: Crash },
      { path: '/today', ...page(() => import('./features/today/today-page.tsx'), 'TodayPage') },
      { path: '/clients', ...page(() => import('./features/clients/clients-page.tsx'), 'ClientsPage') },
      { path: '/clients/:id', ...page(() => import('./features/client/client-page.tsx'), 'ClientPage') },
      {
        path: '/clients/:id/assessment',
        ...page(() => import('./features/assessments/assessment-page.tsx'), 'AssessmentPage'),
      },
      { path: '/clients/:id/:tab', ...page(() => import('./features/client/client-page.tsx'), 'ClientPage') },
      { path: '/funds', ...page(() => import('./features/funds/funds-page.tsx'), 'FundsPage') },
      { path: '/funds/compare', ...page(() => import('./features/compare/compare-page.tsx'), 'ComparePage') },
      { path: '/funds/:code', ...page(() => import('./features/fund/fund-page.tsx'), 'FundPage') },
      { path: '/funds/:code/:tab', ...page(() => import('./features/fund/fund-page.tsx'), 'FundPage') },
      { path: '/products', ...page(() => import('./features/products/products-page.tsx'), 'ProductsPage') },
      {
        path: '/reports/compare/:a/:b',
        ...page(() => import('./features/reports/compare-page.tsx'), 'ReportComparePage'),
      },
      { path: '/reports', ...page(() => import('./features/reports/reports-page.tsx'), 'ReportsPage') },
      { path: '/reports/batches', ...page(() => import('./features/batches/batches-page.tsx'), 'BatchesPage') },
      { path: '/import', ...page(() => import('./features/import/import-page.tsx'), 'ImportPage') },
      { path: '/sync', ...page(() => import('./features/sync/sync-page.tsx'), 'SyncPage') },
      { path: '/help', ...page(() => import('./features/help/help-page.tsx'), 'HelpPage') },
      { path: '/help/:topic', ...page(() => import('./features/help/help-page.tsx'), 'HelpPage') },
      { path: '/suitability', ...page(() => import('./features/suitability/suitability-page.tsx'), 'SuitabilityPage') },
      {
        path: '/suitability/:tab',
        ...page(() => import('./features/suitability/suitability-page.tsx'), 'SuitabilityPage'),
      },
      { path: '/welcome', ...page(() => import('./features/welcome/welcome-page.tsx'), 'WelcomePage') },
      { path: '/settings', ...page(() => import('./features/settings/settings-page.tsx'), 'SettingsPage') },
      { path: '/settings/:tab', ...page(() => import('./features/settings/settings-page.tsx'), 'SettingsPage') },
      ...gallery,
      { path: '*', element: <Navigate to="/matrix" replace /> },
    ],
  },
])
