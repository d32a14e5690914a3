import { StyledEngineProvider, ThemeProvider } from '@mui/material/styles'
import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { RouterProvider } from 'react-router'
import type { Client } from './api.ts'
import { router } from './routes.tsx'
import { useLook } from './shell/use-look.ts'
import { ApiProvider, queryClient, useEvents } from './state/queries.tsx'
import { useActivity } from './shell/use-activity.ts'
import { useNetworkBack } from './shell/use-network-back.ts'
import { useDispatchKeys } from './shell/use-dispatch-keys.ts'

const Themed = (): ReactNode => {
  const theme = useLook()
  useEvents()
  // the first screen stands now
  useEffect(() => window.desk?.wantEngine(), [])
  useNetworkBack()
  useActivity()
  useDispatchKeys()
  return (
    <StyledEngineProvider injectFirst>
      <ThemeProvider theme={theme}>
        <RouterProvider router={router} useTransitions={false} />
      </ThemeProvider>
    </StyledEngineProvider>
  )
}

export const App = ({ client }: { readonly client: Client }): ReactNode => (
  <QueryClientProvider client={queryClient}>
    <ApiProvider value={client}>
      <Themed />
    </ApiProvider>
  </QueryClientProvider>
)
