import type { Migration } from './migration.ts'

/**
 * Handing over, consents, and what reports say. Two deliveries of one report by one way to one place cannot both be
 * open, and the file itself refuses to let an internal edition out or to change the edition of a report.
 */
export const deliveries: Migration = {
  version: 9,
  name: 'deliveries',
  sql: `
CREATE TABLE deliveries (
  id TEXT NOT NULL PRIMARY KEY,
  reportId TEXT NOT NULL,
  clientId TEXT NOT NULL,
  channel TEXT NOT NULL,
  state TEXT NOT NULL,
  madeAt TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX deliveriesByReport ON deliveries (reportId, madeAt);
CREATE INDEX deliveriesByClient ON deliveries (clientId, madeAt);
CREATE INDEX deliveriesOpen ON deliveries (madeAt) WHERE state IN ('queued', 'sending');
CREATE UNIQUE INDEX deliveriesOnce ON deliveries (reportId, clientId, channel) WHERE state IN ('queued', 'sending', 'unknown');
CREATE TRIGGER deliveriesOfClientEdition BEFORE INSERT ON deliveries
WHEN (SELECT edition FROM reports WHERE id = new.reportId) IS NOT 'client'
BEGIN SELECT RAISE(ABORT, 'only a client edition is handed over'); END;
CREATE TRIGGER reportsKeepTheirEdition BEFORE UPDATE OF edition ON reports
WHEN new.edition IS NOT old.edition
BEGIN SELECT RAISE(ABORT, 'the edition of a report does not change'); END;
CREATE TABLE consents (
  id TEXT NOT NULL PRIMARY KEY,
  clientId TEXT NOT NULL,
  at TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX consentsByClient ON consents (clientId, at);
CREATE TABLE reportContents (
  id TEXT NOT NULL PRIMARY KEY,
  body TEXT NOT NULL
) STRICT;
CREATE TRIGGER reportsTakeTheirFiles AFTER DELETE ON reports
BEGIN
  DELETE FROM reportFiles WHERE id = old.id;
  DELETE FROM reportContents WHERE id = old.id;
  DELETE FROM deliveries WHERE reportId = old.id;
END;
DELETE FROM reportFiles WHERE id NOT IN (SELECT id FROM reports);
`,
}
