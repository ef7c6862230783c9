-- A date that cannot be read is a no with its reason, and never a date of SQLite's making.
--@ include worlds/smallest.sql
CREATE TEMP TABLE written(date);
INSERT INTO written VALUES
  ('2026-02-30'), ('0000-00-00'), ('2026-13-01'), ('31/12/2025'), ('2026-3-15'), ('20260315'),
  (20260315), (46096), ('soon'), (''), (NULL), (x'323032362d30332d3135'), ('2026-03-15T24:00'),
  ('2026-03-15T12:60'), ('2026-03-15 12:00 CET');
ALTER TABLE soft_optin_sales RENAME TO kept;
CREATE TEMP VIEW soft_optin_sales AS
  SELECT 1000 + w.rowid AS contact_id, 'shoes' AS product_id, w.date AS occurred_at,
         1 AS opt_out_offered
  FROM written AS w;
CREATE TEMP VIEW soft_optin_contacts AS
  SELECT 1000 + rowid AS contact_id, 'w' || rowid || '@example.org' AS email FROM written;
SELECT date, soft_optin_reason(1000 + rowid, 'shoes') FROM written
WHERE soft_optin_reason(1000 + rowid, 'shoes') <> 'unreadable_date';
--> (nothing)
SELECT count(*) FROM written;
--> 15

-- The forms that are read.
DELETE FROM written;
INSERT INTO written VALUES
  ('2026-03-15'), (' 2026-03-15 '), ('2026-03-15T10:00:00Z'), ('2026-03-15 10:00'),
  ('2026-03-15T10:00:00.123456+01:00'), ('2026-03-15T10:00+01'), ('2026-03-15T10:00-0100'),
  (1773568800), (1773568800000), (2461114.75);
SELECT date, soft_optin_expires(1000 + rowid, 'shoes'), soft_optin_reason(1000 + rowid, 'shoes')
FROM written WHERE soft_optin_reason(1000 + rowid, 'shoes') <> 'eligible';
--> (nothing)
SELECT count(*) FROM written;
--> 10

-- The day is the UTC day.
UPDATE soft_optin_assessments SET review_due_at = '2030-01-01';
DELETE FROM written;
INSERT INTO written VALUES
  ('2026-03-15T23:30:00-01:00'), ('2026-03-15T00:30:00+01:00'), ('2026-03-15T23:30');
SELECT date, soft_optin_expires(1000 + rowid, 'shoes') FROM written;
--> 2026-03-15T23:30:00-01:00 | 2027-03-16
--> 2026-03-15T00:30:00+01:00 | 2027-03-14
--> 2026-03-15T23:30 | 2027-03-15

-- An opt-out without a readable date is in force since ever; an opt-in without one is no entry.
DROP VIEW temp.soft_optin_contacts;
DROP VIEW temp.soft_optin_sales;
ALTER TABLE kept RENAME TO soft_optin_sales;
INSERT INTO soft_optin_preferences VALUES (1, 'opt_out', '31/12/2025');
SELECT soft_optin_reason(1, 'shoes'), soft_optin_reason(1, 'shoes', 'email', '2026-03-15');
--> opted_out | opted_out
INSERT INTO soft_optin_preferences VALUES (1, 'opt_in', 'last week');
SELECT soft_optin_reason(1, 'shoes');
--> opted_out
INSERT INTO soft_optin_preferences VALUES (1, 'opt_in', '2026-05-01');
SELECT soft_optin_reason(1, 'shoes');
--> eligible

-- An assessment whose decision has no readable date does not count; an unreadable review is
-- overdue.
UPDATE soft_optin_assessments SET review_due_at = '2026-06-31';
SELECT soft_optin_reason(1, 'shoes');
--> assessment_overdue
UPDATE soft_optin_assessments SET review_due_at = NULL, approved_at = '10 January 2026';
SELECT soft_optin_reason(1, 'shoes');
--> no_assessment
