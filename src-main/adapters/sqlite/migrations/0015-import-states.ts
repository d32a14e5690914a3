import type { Migration } from './migration.ts'

/** An import is written in many transactions: one that did not come to its end is taken back when the book opens. */
export const importStates: Migration = {
  version: 15,
  name: 'import-states',
  sql: `
ALTER TABLE imports ADD COLUMN state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('writing', 'undoing', 'done'));
`,
}
