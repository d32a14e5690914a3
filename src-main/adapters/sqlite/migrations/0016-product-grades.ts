import type { Migration } from './migration.ts'

/** The grade a product had before its present one, whoever wrote the change: a raised grade is told. */
export const productGrades: Migration = {
  version: 16,
  name: 'product-grades',
  sql: `
CREATE TABLE earlierGrades (
  code TEXT NOT NULL PRIMARY KEY,
  grade TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER keepEarlierGrade AFTER UPDATE OF riskGrade ON products
WHEN old.riskGrade IS NOT NULL AND new.riskGrade IS NOT NULL AND old.riskGrade <> new.riskGrade
BEGIN
  INSERT INTO earlierGrades (code, grade) VALUES (new.code, old.riskGrade)
  ON CONFLICT (code) DO UPDATE SET grade = excluded.grade;
END;
`,
}
