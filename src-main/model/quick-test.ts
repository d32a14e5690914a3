import type { z } from 'zod'

export type QuickTest = (value: unknown) => boolean

/** The parts of a schema's definition that we read. */
interface Definition {
  readonly type?: string
  readonly check?: string
  readonly format?: string
  readonly pattern?: RegExp
  readonly checks?: readonly Described[]
  readonly shape?: Readonly<Record<string, Described>>
  readonly innerType?: Described
  readonly element?: Described
  readonly valueType?: Described
  readonly keyType?: Described
  readonly entries?: Readonly<Record<string, unknown>>
  readonly values?: readonly unknown[]
  readonly minimum?: number
  readonly maximum?: number
  readonly value?: number
  readonly inclusive?: boolean
  readonly fn?: (value: unknown) => unknown
}
interface Described {
  readonly _zod: { readonly def: Definition }
}

const checkOf = ({ _zod: { def } }: Described): QuickTest | null => {
  const { check, minimum = 0, maximum = 0, value = 0, inclusive = false, fn } = def
  switch (check) {
    case 'min_length':
      return v => (v as string).length >= minimum
    case 'max_length':
      return v => (v as string).length <= maximum
    case 'greater_than':
      return inclusive ? v => (v as number) >= value : v => (v as number) > value
    case 'less_than':
      return inclusive ? v => (v as number) <= value : v => (v as number) < value
    case 'custom':
      return fn === undefined ? null : v => fn(v) === true
    case undefined:
    default:
      return null
  }
}

const stringOf = ({ check, pattern }: Definition): QuickTest | null => {
  if (check === undefined) return v => typeof v === 'string'
  if (check !== 'string_format' || pattern === undefined || pattern.global || pattern.sticky) return null
  return v => typeof v === 'string' && pattern.test(v)
}

const numberOf = ({ check, format }: Definition): QuickTest | null => {
  if (check === undefined) return v => typeof v === 'number' && Number.isFinite(v)
  return check === 'number_format' && format === 'safeint' ? v => Number.isSafeInteger(v) : null
}

const isOptional = ({ _zod: { def } }: Described): boolean => def.type === 'optional'

const objectOf = (shape: Readonly<Record<string, Described>>): QuickTest | null => {
  const keys = Object.keys(shape)
  const tests: QuickTest[] = []
  const optional: boolean[] = []
  for (const key of keys) {
    const field = shape[key]
    const test = field === undefined ? null : compile(field)
    if (field === undefined || test === null) return null
    tests.push(test)
    optional.push(isOptional(field))
  }
  return value => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
    const record = value as Readonly<Record<string, unknown>>
    let expected = keys.length
    for (let i = 0; i < keys.length; i++) {
      const field = record[keys[i] ?? '']
      if (field === undefined && optional[i] === true) expected--
      else if (field === undefined || tests[i]?.(field) !== true) return false
    }
    let count = 0
    for (const _ in record) count++
    return count === expected
  }
}

const arrayOf = (element: Described): QuickTest | null => {
  const test = compile(element)
  if (test === null) return null
  return value => {
    if (!Array.isArray(value)) return false
    for (let i = 0; i < value.length; i++) if (!test(value[i])) return false
    return true
  }
}

const recordOf = (key: Described, value: Described): QuickTest | null => {
  const [keyTest, valueTest] = [compile(key), compile(value)]
  if (keyTest === null || valueTest === null) return null
  return v =>
    typeof v === 'object' &&
    v !== null &&
    !Array.isArray(v) &&
    Object.entries(v).every(([name, field]) => name !== '__proto__' && keyTest(name) && valueTest(field))
}

const baseOf = (def: Definition): QuickTest | null => {
  switch (def.type) {
    case 'string':
      return stringOf(def)
    case 'number':
      return numberOf(def)
    case 'boolean':
      return v => typeof v === 'boolean'
    case 'unknown':
      return () => true
    case 'enum':
    case 'literal': {
      const allowed = new Set<unknown>(def.type === 'enum' ? Object.values(def.entries ?? {}) : def.values)
      return v => allowed.has(v)
    }
    case 'nullable': {
      const inner = def.innerType === undefined ? null : compile(def.innerType)
      return inner === null ? null : v => v === null || inner(v)
    }
    // a value that is there passes; for one that is not the schema is asked, which fills it in
    case 'default':
    case 'optional':
    case 'readonly':
      return def.innerType === undefined ? null : compile(def.innerType)
    case 'array':
      return def.element === undefined ? null : arrayOf(def.element)
    case 'object':
      return def.shape === undefined ? null : objectOf(def.shape)
    case 'record':
      return def.keyType === undefined || def.valueType === undefined ? null : recordOf(def.keyType, def.valueType)
    case undefined:
    default:
      return null
  }
}

/** The commonest field, a text with bounds, in one call instead of three. */
const boundedText = ({ type, check, checks = [] }: Definition): QuickTest | null => {
  if (type !== 'string' || check !== undefined || checks.length === 0) return null
  const defs = checks.map(({ _zod: { def } }) => def)
  if (!defs.every(def => def.check === 'min_length' || def.check === 'max_length')) return null
  const least = Math.max(0, ...defs.filter(d => d.check === 'min_length').map(d => d.minimum ?? Infinity))
  const most = Math.min(Infinity, ...defs.filter(d => d.check === 'max_length').map(d => d.maximum ?? 0))
  return v => typeof v === 'string' && v.length >= least && v.length <= most
}

const compile = ({ _zod: { def } }: Described): QuickTest | null => {
  const text = boundedText(def)
  if (text !== null) return text
  const base = baseOf(def)
  if (base === null) return null
  const checks = (def.checks ?? []).map(checkOf)
  if (checks.some(check => check === null)) return null
  const [first, second, ...rest] = checks.filter(check => check !== null)
  if (first === undefined) return base
  if (second === undefined) return v => base(v) && first(v)
  return v => base(v) && first(v) && second(v) && rest.every(check => check(v))
}

/**
 * A test that says yes only to JSON values which the schema takes without changing them; a no means "ask the schema".
 * It exists for speed: a year of NAVs in 3 µs instead of 94. Null for schemas with parts it does not know.
 */
export const quickTest = (schema: z.ZodType): QuickTest | null => compile(schema as unknown as Described)
