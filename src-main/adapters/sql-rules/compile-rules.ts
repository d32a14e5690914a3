import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type RawBuilder,
} from 'kysely'
import type { RuleProgram } from '../../model/rule-expression.ts'
import { expressionSql, type SqlDialect } from './expression-sql.ts'

type Tables = Record<string, Record<string, unknown>>

const compilers = {
  sqlite: new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: db => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  }),
  postgres: new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: db => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  }),
} satisfies Record<SqlDialect, Kysely<Tables>>

const list = (parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql.join([...parts], sql`, `)

const castInput = (name: string, type: 'number' | 'text', dialect: SqlDialect): RawBuilder<unknown> => {
  const to = type === 'text' ? sql`text` : dialect === 'postgres' ? sql`double precision` : sql`real`
  return sql`cast(${sql.ref(name)} as ${to}) as ${sql.ref(name)}`
}

/**
 * One SELECT without parameters that answers the program's outputs for every row of `source` (a table or view that
 * has the program's inputs as columns), with the columns `keep` passed through. Numbers are IEEE doubles on both
 * engines, so that comparisons agree with the pure function. Each stage is fenced from the next, otherwise the planner
 * would copy its expressions into every use.
 */
export const compileRules = (
  program: RuleProgram,
  dialect: SqlDialect,
  source: string,
  keep: readonly string[],
): string => {
  const kept = keep.map(name => sql.ref(name))
  const fence = dialect === 'postgres' ? sql` offset 0` : sql` limit -1 offset 0`
  let from: RawBuilder<unknown> = sql`select ${list([
    ...kept,
    ...program.inputs.map(i => castInput(i.name, i.type, dialect)),
  ])} from ${sql.table(source)}`
  for (const [i, stage] of program.stages.entries()) {
    const computed = stage.map(c => sql`${expressionSql(c.value, dialect)} as ${sql.ref(c.name)}`)
    from = sql`select *, ${list(computed)} from (${from}) as ${sql.id(`stage${i}`)}${fence}`
  }
  const outputs = program.outputs.map(name => {
    const type = program.stages.flat().find(c => c.name === name)?.type
    return type === 'number' ? sql`cast(${sql.ref(name)} as integer) as ${sql.ref(name)}` : sql.ref(name)
  })
  return sql`select ${list([...kept, ...outputs])} from (${from}) as answers`.compile(compilers[dialect]).sql
}
