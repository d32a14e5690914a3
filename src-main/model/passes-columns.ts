import type { ColumnFilter, SetField } from './column-filter.ts'

/** What the filters read of a client. */
export interface FilteredClient {
  readonly name: string
  readonly id: string
  readonly phoneTail: string
  readonly branch: string | null
  readonly tags: readonly string[]
  readonly assets: number | null
  readonly cash: number | null
  readonly revenue365: number | null
  readonly holdings: number
  readonly mismatch: number
  readonly undetermined: number
  readonly overdueDays: number
  readonly validUntil: string | null
  readonly lastContact: string | null
  readonly dueOn: string | null
  readonly tier: number | null
  readonly style: string | null
  readonly riskCapacity: string | null
  readonly investorType: string
  readonly inactive: boolean
}

type Test = (client: FilteredClient) => boolean

const setValue = (client: FilteredClient, field: SetField): string => {
  if (field === 'activity') return client.inactive ? 'inactive' : 'active'
  if (field === 'riskCapacity' && client.investorType === 'professional') return 'professional'
  const value = client[field]
  return value === null ? 'none' : String(value)
}

const testOf = (filter: ColumnFilter): Test => {
  switch (filter.kind) {
    case 'text': {
      const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean)
      const { field } = filter
      return client => {
        const value = field === 'tags' ? client.tags.join('\n') : (client[field] ?? '')
        const text = value.toLowerCase()
        return words.every(word => text.includes(word))
      }
    }
    case 'number': {
      const { field, from, to } = filter
      return client => {
        const value = client[field]
        return value !== null && (from === null || value >= from) && (to === null || value <= to)
      }
    }
    case 'date': {
      const { field, from, to, missing } = filter
      const ranged = from !== null || to !== null
      return client => {
        const value = client[field]
        if (value === null) return missing
        return ranged && (from === null || value >= from) && (to === null || value <= to)
      }
    }
    case 'set': {
      const { field } = filter
      const values = new Set(filter.values)
      return client => values.has(setValue(client, field))
    }
  }
}

/** Whether a client passes every one of the filters; no filter lets everybody pass. */
export const passesColumns = (filters: readonly ColumnFilter[]): Test => {
  const tests = filters.map(testOf)
  return client => tests.every(test => test(client))
}
