-- Settings that are refused, a pinned schema, recursion, and what must stay an error: interrupts
-- and denials.
--@ include worlds/lawful.sql
INSERT INTO soft_optin_settings VALUES ('policy', 'IE');
SELECT severity, relation, finding, what_to_do FROM soft_optin_check;
--> error | soft_optin_settings | refused_setting | Correct the setting, of which every question says: soft_optin_settings: the value of policy is not one it takes: write baseline; national policies are not part of this version. This check goes on with the defaults.
UPDATE soft_optin_settings SET name = 'window';
SELECT severity, relation, finding, substr(what_to_do, 1, 91) FROM soft_optin_check;
--> error | soft_optin_settings | refused_setting | Correct the setting, of which every question says: soft_optin_settings has a row whose name

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
