-- Settings that are refused, a pinned schema, recursion, and what must stay an error: interrupts
-- and denials.
--@ include worlds/lawful.sql
INSERT INTO soft_optin_settings VALUES ('policy', 'UK');
SELECT severity, relation, finding, what_to_do FROM soft_optin_check;
--> error | soft_optin_settings | refused_setting | Correct the setting, which every question refuses: soft_optin_settings: the value of policy is not one it takes: write GB, the code of the United Kingdom. This check goes on without it.
UPDATE soft_optin_settings SET name = 'window';
SELECT severity, relation, finding, substr(what_to_do, 1, 91) FROM soft_optin_check;
--> error | soft_optin_settings | refused_setting | Correct the setting, which every question refuses: soft_optin_settings has a row whose name
-- All that are refused, in their order; the others hold.
INSERT INTO soft_optin_settings VALUES
  ('similarity_depth', 3), ('window_months', 'a year'), ('window_months', 12),
  ('schema', 'archive');
SELECT finding, substr(what_to_do, 52) FROM soft_optin_check WHERE severity = 'error';
--> refused_setting | soft_optin_settings has a row whose name 'window' is no setting: write one of policy, window_months, window_boundary, similarity_depth, time_zone, opt_out_follows, require_assessment, register_valid_days, schema. This check goes on without it.
--> refused_setting | soft_optin_settings: the value of window_months is not one it takes: write a whole number from 0 to 1200. This check goes on without it.
--> refused_setting | soft_optin_settings has several rows for window_months: keep one of them. This check goes on without it.
--> refused_setting | soft_optin_settings: the value of schema is not one it takes: write main, temp or the name of an attached database. This check goes on without it.
SELECT finding FROM soft_optin_check WHERE severity <> 'error';
--> shallow_category
DELETE FROM soft_optin_settings WHERE name <> 'window';
-- A view of settings that fails is a relation that fails.
ALTER TABLE soft_optin_settings RENAME TO house;
CREATE VIEW soft_optin_settings AS SELECT name, abs(-9223372036854775808) AS value FROM house;
SELECT relation, finding, what_to_do FROM soft_optin_check;
--> soft_optin_settings | failing_relation | Mend soft_optin_settings, which is not checked further: soft_optin_settings cannot be read: integer overflow.
DROP VIEW soft_optin_settings;
ALTER TABLE house RENAME TO soft_optin_settings;

-- The schema that is set is the one that is checked.
ATTACH ':memory:' AS archive;
CREATE TABLE archive.soft_optin_contacts(contact_id, email);
INSERT INTO archive.soft_optin_contacts VALUES (1, 'n/a'), (2, 'bob@example.org'),
  (2, 'eve@example.org');
UPDATE soft_optin_settings SET name = 'schema', value = 'archive';
SELECT severity, relation, finding, rows FROM soft_optin_check;
--> error | soft_optin_contacts | duplicate_contact_id | 2
--> error | soft_optin_sales | missing_relation | NULL
--> error | soft_optin_products | missing_relation | NULL
--> error | soft_optin_preferences | missing_relation | NULL
--> error | soft_optin_assessments | missing_relation | NULL
--> warning | soft_optin_contacts | no_email_address | 1
SELECT what_to_do FROM soft_optin_check WHERE relation = 'soft_optin_sales';
--> Create a table or view "archive".soft_optin_sales with contact_id, product_id, occurred_at and opt_out_offered, or take the setting schema out: without it every question is an error.
DELETE FROM soft_optin_settings;
DETACH archive;

-- A view that calls us is a finding, not the end of the stack.
ALTER TABLE soft_optin_preferences RENAME TO said;
CREATE VIEW soft_optin_preferences AS SELECT * FROM said WHERE (SELECT count(*)
FROM soft_optin_check) >= 0;
SELECT relation, finding, what_to_do FROM soft_optin_check;
--> soft_optin_preferences | failing_relation | Mend soft_optin_preferences, which is not checked further: soft_optin_preferences cannot be read: a view that softoptin reads calls a softoptin function itself: leave the call out of the view.
DROP VIEW soft_optin_preferences;
ALTER TABLE said RENAME TO soft_optin_preferences;

--@ deny reading soft_optin_contacts.email
SELECT * FROM soft_optin_check;
--! [SQLITE_AUTH] soft_optin_contacts cannot be read: access to soft_optin_contacts.email is prohibited
--@ allow everything
WITH RECURSIVE n(i) AS (VALUES (5) UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
INSERT INTO soft_optin_contacts(contact_id, email) SELECT i, 'c' || i || '@example.org' FROM n;
--@ interrupt after 20000 operations
SELECT * FROM soft_optin_check;
--! [SQLITE_INTERRUPT] interrupted
--@ interrupt after 200000 operations
SELECT * FROM soft_optin_check;
--! [SQLITE_INTERRUPT] interrupted
--@ only with ENABLE_COLUMN_METADATA
SELECT relation, finding, substr(what_to_do, 1, 83) FROM soft_optin_check;
--> soft_optin_contacts | no_index | Write CREATE INDEX soft_optin_contacts_by_email ON soft_optin_contacts (lower(trim(
--> soft_optin_contacts | no_index | Write CREATE INDEX soft_optin_contacts_by_phone ON soft_optin_contacts (replace(sub
--@ only without ENABLE_COLUMN_METADATA
SELECT relation, finding, substr(what_to_do, 1, 82) FROM soft_optin_check;
--> soft_optin_contacts | no_index | Index what soft_optin_contacts looks email up by, and pass the column of the table
--> soft_optin_contacts | no_index | Index what soft_optin_contacts looks phone up by, and pass the column of the table

-- As a table: columns, filters, joins, order, LIMIT.
SELECT finding, count(*), typeof(rows),
  typeof(example) FROM soft_optin_check WHERE severity = 'note' GROUP BY finding;
--> no_index | 2 | integer | null
SELECT c.contact_id, f.finding FROM soft_optin_contacts AS c LEFT JOIN soft_optin_check AS f ON
  f.example = c.contact_id
WHERE c.contact_id < 3;
--> 1 | NULL
--> 2 | NULL
SELECT finding FROM soft_optin_check ORDER BY finding LIMIT 1;
--> no_index
SELECT * FROM soft_optin_check(1);
--! too many arguments on soft_optin_check() - max 0
