import type { Migration } from './migration.ts'

/** Why a result waits for head office, and what was decided there; results of before have their reasons in the evidence. */
export const heldResults: Migration = {
  version: 19,
  name: 'held-results',
  sql: `
CREATE TABLE questionnairesHeld (
  "id" TEXT NOT NULL,
  "clientId" TEXT NOT NULL,
  "date" TEXT NOT NULL,
  "version" TEXT NOT NULL,
  "score" REAL NOT NULL,
  "riskCapacity" TEXT NOT NULL,
  "validUntil" TEXT NOT NULL,
  "term" INTEGER,
  "variety" INTEGER,
  "answers" TEXT NOT NULL,
  "answeredBy" TEXT NOT NULL,
  "held" TEXT NOT NULL,
  "review" TEXT NOT NULL,
  seq INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (clientId, date, id)
) STRICT, WITHOUT ROWID;
INSERT INTO questionnairesHeld
SELECT id, clientId, date, version, score, riskCapacity, validUntil, term, variety, answers, answeredBy, coalesce((
  SELECT json_extract(e.body, '$.held') FROM evidence e
  WHERE e.kind = 'assessment' AND e.clientId = q.clientId AND json_extract(e.body, '$.questionnaireId') = q.id
), '[]'), 'null', seq
FROM questionnaires q;
DROP TABLE questionnaires;
ALTER TABLE questionnairesHeld RENAME TO questionnaires;
CREATE UNIQUE INDEX questionnairesByKey ON questionnaires (id);
CREATE INDEX heldQuestionnaires ON questionnaires (clientId) WHERE held <> '[]' AND review = 'null';
`,
}
