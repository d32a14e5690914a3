import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'

export const ClientLink = ({ id, name }: { readonly id: string; readonly name: string }): ReactNode => {
  const go = useNavigate()
  return (
    <button
      type="button"
      className="s"
      title={name}
      onClick={() => void go(`/clients/${encodeURIComponent(id)}/suitability`)}
    >
      {name}
    </button>
  )
}
