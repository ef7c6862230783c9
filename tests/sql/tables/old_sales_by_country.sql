-- Which sales are too old depends on the contact's country: in Ireland messages roll the window, in
-- Great Britain the first collection decides, in Canada the window is of two years and any product
-- will do. soft_optin_audience reads what it needs for each.
--@ include worlds/smallest.sql
DELETE FROM soft_optin_contacts;
DELETE FROM soft_optin_sales;
ALTER TABLE soft_optin_contacts ADD COLUMN country TEXT;
CREATE TEMP VIEW soft_optin_settings AS SELECT 'policy' AS name, 'national' AS value;
-- Many, so that the few of Ireland are worth looking up.
WITH RECURSIVE row(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM row WHERE n < 600)
INSERT INTO soft_optin_contacts SELECT n, 'c' || n || '@example.org', 'FR' FROM row;
UPDATE soft_optin_contacts SET country = 'IE' WHERE contact_id IN (1, 2, 3);
UPDATE soft_optin_contacts SET country = 'GB' WHERE contact_id IN (4, 5);
UPDATE soft_optin_contacts SET country = 'CA' WHERE contact_id IN (6, 7);
UPDATE soft_optin_contacts SET country = 'US' WHERE contact_id = 8;
INSERT INTO soft_optin_sales VALUES
  (1, 'shoes', '2024-09-01', 1), (2, 'shoes', '2024-09-01', 1), (3, 'shoes', '2026-03-15', 1),
  (4, 'shoes', '2026-03-15', 1), (4, 'tent', '2019-01-01', 0), (5, 'shoes', '2026-03-15', 1),
  (6, 'tent', '2024-09-01', 1), (7, 'tent', '2024-01-01', 1), (8, 'shoes', '2026-03-15', 1),
  (9, 'shoes', '2026-03-15', 1), (10, 'shoes', '2024-09-01', 1), (11, 'tent', '2026-03-15', 1);
CREATE TABLE soft_optin_messages(
  contact_id INTEGER, channel TEXT, sent_at TEXT, product_id TEXT, opt_out_included INTEGER);
INSERT INTO soft_optin_messages VALUES
  (1, 'email', '2025-08-01', 'shoes', 1), (2, 'email', '2025-08-01', 'shoes', 0),
  (10, 'email', '2025-08-01', 'shoes', 1);
CREATE TEMP VIEW differ AS
  SELECT contact_id FROM soft_optin_contacts WHERE contact_id < 20
    AND (soft_optin_reason(contact_id, 'shoes', 'email', '2026-06-15') = 'eligible')
     <> (contact_id IN
         (SELECT contact_id FROM soft_optin_audience('shoes', 'email', '2026-06-15')));
SELECT contact_id, expires_on FROM soft_optin_audience('shoes', 'email', '2026-06-15');
--> 1 | 2026-08-01
--> 3 | 2027-01-10
--> 5 | 2027-01-10
--> 6 | 2026-09-01
--> 9 | 2027-01-10
SELECT * FROM differ;
--> (nothing)
-- Whoever is on the list has an address there, whatever the country of those before.
SELECT contact_id FROM soft_optin_audience('shoes', 'email', '2026-06-15')
WHERE address IS NOT 'c' || contact_id || '@example.org';
--> (nothing)

-- The same where an index finds the messages, ...
CREATE INDEX by_contact ON soft_optin_messages(contact_id);
SELECT group_concat(contact_id) FROM soft_optin_audience('shoes', 'email', '2026-06-15');
--> 1,3,5,6,9
SELECT * FROM differ;
--> (nothing)
-- ... and where their ids are written in another way: SQLite compares them.
CREATE TABLE mailed(contact_id TEXT, channel, sent_at, product_id, opt_out_included);
INSERT INTO mailed SELECT * FROM soft_optin_messages;
ALTER TABLE soft_optin_messages RENAME TO unused;
CREATE INDEX by_text ON mailed(contact_id);
CREATE TEMP VIEW soft_optin_messages AS SELECT * FROM mailed;
SELECT group_concat(contact_id) FROM soft_optin_audience('shoes', 'email', '2026-06-15');
--> 1,3,5,6,9
SELECT * FROM differ;
--> (nothing)

-- Ids of sales that SQLite alone can compare: the first collection of contact 4 is one.
ALTER TABLE soft_optin_sales RENAME TO sold;
CREATE TABLE sold_as_text(contact_id TEXT, product_id, occurred_at, opt_out_offered);
INSERT INTO sold_as_text SELECT * FROM sold WHERE occurred_at < '2020';
CREATE TEMP VIEW soft_optin_sales AS
  SELECT * FROM sold WHERE occurred_at >= '2020' UNION ALL SELECT * FROM sold_as_text;
SELECT * FROM differ;
--> (nothing)
