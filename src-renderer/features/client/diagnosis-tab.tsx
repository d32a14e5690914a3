import { lazy, Suspense } from 'react'
import type { ReactNode } from 'react'
import type { ClientView } from '../../../src-main/contract/clients.ts'
import { useAsk } from '../../state/queries.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Slow } from '../../ui/slow.tsx'

/** Charts are loaded with the first diagnosis, not with the client page. */
const AccountDiagnosis = lazy(async () => ({
  default: (await import('../diagnosis/account-diagnosis.tsx')).AccountDiagnosis,
}))

export const DiagnosisTab = ({ client }: { readonly client: ClientView }): ReactNode => {
  const { data, error, refetch } = useAsk(['client', client.id, 'diagnosis'], api =>
    api.clients.diagnosis({ id: client.id }),
  )
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  const wait = <Slow under />
  if (data?.who.clientId !== client.id) return wait
  return (
    <Suspense fallback={wait}>
      <AccountDiagnosis report={data} />
    </Suspense>
  )
}
