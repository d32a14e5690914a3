import { sql, type RawBuilder } from 'kysely'
import type { RuleCondition, RuleExpression } from '../../model/rule-expression.ts'

export type SqlDialect = 'sqlite' | 'postgres'

/** Written with a decimal point: an integer literal would divide as an integer. */
const numberSql = (value: number, dialect: SqlDialect): RawBuilder<unknown> => {
  if (!Number.isFinite(value)) throw new RangeError(`a rule needs a finite number, not ${value}`)
  const digits = Number.isInteger(value) && Math.abs(value) < 1e15 ? value.toFixed(1) : String(value)
  return dialect === 'postgres' ? sql`${sql.raw(digits)}::double precision` : sql.raw(digits)
}

const operators = {
  '+': sql`+`,
  '-': sql`-`,
  '*': sql`*`,
  '/': sql`/`,
  '<': sql`<`,
  '<=': sql`<=`,
  '>': sql`>`,
  '>=': sql`>=`,
  '=': sql`=`,
}

/** SQL of an expression; every operation is in brackets so that its order is the tree's. */
export const expressionSql = (e: RuleExpression, dialect: SqlDialect): RawBuilder<unknown> => {
  switch (e.kind) {
    case 'column':
      return sql.ref(e.name)
    case 'number':
      return numberSql(e.value, dialect)
    case 'text':
      return sql.lit(e.value)
    case 'null':
      return sql`null`
    case 'arithmetic':
      return sql`(${expressionSql(e.left, dialect)} ${operators[e.operator]} ${expressionSql(e.right, dialect)})`
    case 'case': {
      const branches = e.branches.map(
        b => sql`when ${conditionSql(b.when, dialect)} then ${expressionSql(b.gives, dialect)}`,
      )
      return sql`case ${sql.join(branches, sql` `)} else ${expressionSql(e.otherwise, dialect)} end`
    }
  }
}

/** SQL of a condition. */
export const conditionSql = (c: RuleCondition, dialect: SqlDialect): RawBuilder<unknown> => {
  switch (c.kind) {
    case 'compare':
      return sql`${expressionSql(c.left, dialect)} ${operators[c.operator]} ${expressionSql(c.right, dialect)}`
    case 'isNull':
      return sql`${expressionSql(c.value, dialect)} is null`
    case 'and':
    case 'or': {
      const between = c.kind === 'and' ? sql` and ` : sql` or `
      return sql`(${sql.join(
        c.all.map(each => conditionSql(each, dialect)),
        between,
      )})`
    }
  }
}
