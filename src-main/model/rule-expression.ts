/** A rule as data: what a number or a name is computed from. SQL and the interpreter read the same tree. */
export type RuleExpression =
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'null' }
  | {
      readonly kind: 'arithmetic'
      readonly operator: '+' | '-' | '*' | '/'
      readonly left: RuleExpression
      readonly right: RuleExpression
    }
  | { readonly kind: 'case'; readonly branches: readonly RuleBranch[]; readonly otherwise: RuleExpression }

export interface RuleBranch {
  readonly when: RuleCondition
  readonly gives: RuleExpression
}

/** Comparisons with null are not true, as in SQL. */
export type RuleCondition =
  | {
      readonly kind: 'compare'
      readonly operator: '<' | '<=' | '>' | '>=' | '='
      readonly left: RuleExpression
      readonly right: RuleExpression
    }
  | { readonly kind: 'isNull'; readonly value: RuleExpression }
  | { readonly kind: 'and' | 'or'; readonly all: readonly RuleCondition[] }

export interface RuleColumn {
  readonly name: string
  readonly type: 'number' | 'text'
  readonly value: RuleExpression
}

/** Columns computed stage after stage: a stage sees the inputs and all stages before it. */
export interface RuleProgram {
  /** Facts expected of the source, with their type. */
  readonly inputs: readonly { readonly name: string; readonly type: 'number' | 'text' }[]
  readonly stages: readonly (readonly RuleColumn[])[]
  /** Names of the columns that answer the question. */
  readonly outputs: readonly string[]
  /** Version of the pack it was made from. */
  readonly pack: string
}

export const column = (name: string): RuleExpression => ({ kind: 'column', name })
export const number = (value: number): RuleExpression => ({ kind: 'number', value })
export const text = (value: string): RuleExpression => ({ kind: 'text', value })
export const nothing: RuleExpression = { kind: 'null' }

export const arithmetic = (
  left: RuleExpression,
  operator: '+' | '-' | '*' | '/',
  right: RuleExpression,
): RuleExpression => ({ kind: 'arithmetic', operator, left, right })

export const compare = (
  left: RuleExpression,
  operator: '<' | '<=' | '>' | '>=' | '=',
  right: RuleExpression,
): RuleCondition => ({ kind: 'compare', operator, left, right })

export const isNull = (value: RuleExpression): RuleCondition => ({ kind: 'isNull', value })
export const every = (...all: readonly RuleCondition[]): RuleCondition => ({ kind: 'and', all })
export const some = (...all: readonly RuleCondition[]): RuleCondition => ({ kind: 'or', all })

export const choose = (branches: readonly RuleBranch[], otherwise: RuleExpression): RuleExpression =>
  branches.length === 0 ? otherwise : { kind: 'case', branches, otherwise }
