import type { Migration } from './migration.ts'

/** Who serves a client, where a file or head office says so. */
export const servedBy: Migration = {
  version: 20,
  name: 'served-by',
  sql: `
CREATE TABLE clientsServed (
  "id" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "gender" TEXT,
  "idType" TEXT,
  "idNumber" TEXT,
  "birthDate" TEXT,
  "phone" TEXT,
  "email" TEXT,
  "openedOn" TEXT,
  "branch" TEXT,
  "servedBy" TEXT,
  "bookTier" INTEGER NOT NULL,
  "investorType" TEXT NOT NULL,
  "professionalClass" TEXT,
  "professionalUntil" TEXT,
  "riskCapacity" TEXT,
  "assessedOn" TEXT,
  "validUntil" TEXT,
  "term" INTEGER,
  "variety" INTEGER,
  "objective" TEXT,
  "averageAssets" INTEGER,
  "latestAssets" INTEGER,
  "cash" INTEGER,
  "marginDebt" INTEGER,
  "revenue365" INTEGER,
  "advisory" INTEGER NOT NULL,
  "doNotDisturb" INTEGER NOT NULL,
  "consentEmail" INTEGER NOT NULL,
  "consentShare" INTEGER NOT NULL,
  seq INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (id)
) STRICT, WITHOUT ROWID;
INSERT INTO clientsServed
SELECT id, name, kind, gender, idType, idNumber, birthDate, phone, email, openedOn, branch,
  NULL, bookTier, investorType, professionalClass, professionalUntil, riskCapacity, assessedOn, validUntil, term, variety, objective, averageAssets, latestAssets, cash, marginDebt, revenue365, advisory, doNotDisturb, consentEmail, consentShare, seq
FROM clients;
DROP TABLE clients;
ALTER TABLE clientsServed RENAME TO clients;
`,
}
