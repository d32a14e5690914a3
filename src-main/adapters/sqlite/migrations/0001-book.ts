import type { Migration } from './migration.ts'

/** The client book. Details lie clustered by client, so that one client's rows are read from neighbouring pages. */
export const book: Migration = {
  version: 1,
  name: 'book',
  sql: `
CREATE TABLE clients (
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
CREATE TABLE accounts (
  "id" TEXT NOT NULL,
  "clientId" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "openedOn" TEXT,
  "status" TEXT NOT NULL,
  "cash" INTEGER NOT NULL,
  "marginDebt" INTEGER NOT NULL,
  seq INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX accountsByClient ON accounts (clientId);
CREATE TABLE holdings (
  "clientId" TEXT NOT NULL,
  "accountId" TEXT NOT NULL,
  "code" TEXT NOT NULL,
  "units" INTEGER NOT NULL,
  "cost" INTEGER,
  "price" INTEGER,
  "priceDate" TEXT,
  "value" INTEGER NOT NULL,
  "maturesOn" TEXT,
  seq INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (clientId, accountId, code)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX holdingsByKey ON holdings (accountId, code);
CREATE INDEX holdingsByProduct ON holdings (code);
CREATE TABLE trades (
  "id" TEXT NOT NULL,
  "clientId" TEXT NOT NULL,
  "accountId" TEXT NOT NULL,
  "date" TEXT NOT NULL,
  "side" TEXT NOT NULL,
  "code" TEXT,
  "units" INTEGER NOT NULL,
  "price" INTEGER,
  "amount" INTEGER NOT NULL,
  "fee" INTEGER NOT NULL,
  "status" TEXT NOT NULL,
  seq INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (clientId, date, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX tradesByKey ON trades (id);
CREATE TABLE questionnaires (
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
  seq INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (clientId, date, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX questionnairesByKey ON questionnaires (id);
CREATE TABLE contacts (
  "id" TEXT NOT NULL,
  "clientId" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  "channel" TEXT NOT NULL,
  "minutes" INTEGER NOT NULL,
  "subject" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  seq INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (clientId, at, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX contactsByKey ON contacts (id);
CREATE TABLE tags (
  "clientId" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "value" TEXT NOT NULL,
  "changedAt" TEXT NOT NULL,
  seq INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (clientId, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE tasks (
  "id" TEXT NOT NULL,
  "clientId" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "dueOn" TEXT,
  "state" TEXT NOT NULL,
  "changedAt" TEXT NOT NULL,
  seq INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX tasksByClient ON tasks (clientId);
CREATE INDEX tasksOpen ON tasks (dueOn) WHERE state = 'open';
CREATE TABLE engagements (
  "id" TEXT NOT NULL,
  "clientId" TEXT NOT NULL,
  "reportId" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "pages" INTEGER,
  "answers" TEXT,
  "source" TEXT NOT NULL,
  seq INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX engagementsByClient ON engagements (clientId, at);
`,
}
