-- Asked for one product, soft_optin_audience leaves out sales that are too old while it reads. It
-- has whom soft_optin_eligible has, in whatever form their days are written.
--@ include worlds/smallest.sql
DELETE FROM soft_optin_contacts;
DELETE FROM soft_optin_sales;
CREATE TEMP TABLE written(date);
-- As late as can be for 2026-06-15, and later; then a day or more too early; then no date at all.
INSERT INTO written VALUES
  ('2025-06-15'), (' 2025-06-15'), ('  2025-06-15T10:00Z'), ('2025-06-15 00:00'),
  ('2025-06-14T23:30:00-01:00'), ('2025-06-14T12:00-14:00'), (1749945600), (1749945600000),
  (2460841.5), ('2026-06-15'), ('2026-01-01T00:00:00Z'),
  ('2025-06-14'), ('2025-06-15T00:30+01:00'), ('2025-06-01'), ('2025-01-31'), ('1999-12-31'),
  (1749945599), (2460841.4), (0), (-1),
  (''), ('soon'), ('/2026-01-01'), ('9'), (20260101), (x'323032362d30332d3135'), (NULL);
INSERT INTO soft_optin_contacts SELECT rowid, 'w' || rowid || '@example.org' FROM written;
ALTER TABLE soft_optin_sales RENAME TO unused;
CREATE TABLE sold(contact_id INTEGER, occurred_at);
INSERT INTO sold SELECT rowid, date FROM written;
CREATE TABLE sold_as_text(contact_id INTEGER, occurred_at TEXT COLLATE NOCASE);
INSERT INTO sold_as_text SELECT rowid, date FROM written;
CREATE TABLE sold_as_number(contact_id INTEGER, occurred_at NUMERIC);
INSERT INTO sold_as_number SELECT rowid, date FROM written;
CREATE INDEX by_day ON sold_as_text(occurred_at);

CREATE TEMP VIEW soft_optin_sales AS
  SELECT *, 'shoes' AS product_id, 1 AS opt_out_offered FROM sold;
SELECT group_concat(contact_id) FROM soft_optin_audience('shoes', 'email', '2026-06-15');
--> 1,2,3,4,5,6,7,8,9,10,11
SELECT contact_id FROM soft_optin_contacts
WHERE soft_optin_eligible(contact_id, 'shoes', 'email', '2026-06-15')
   <> (contact_id IN (SELECT contact_id FROM soft_optin_audience('shoes', 'email', '2026-06-15')));
--> (nothing)
CREATE TEMP TABLE day(value);
INSERT INTO day VALUES
  ('2025-06-14'), ('2026-06-14'), ('2026-06-15T23:00-02:00'), ('2026-06-16'), ('2026-02-28'),
  ('2000-01-01'), ('2026-12-31'), ('2027-06-15');
CREATE TEMP VIEW differ AS
  SELECT a.contact_id, day.value FROM soft_optin_contacts AS a, day
  WHERE soft_optin_reason(a.contact_id, 'shoes', 'email', day.value) = 'eligible'
     <> (a.contact_id IN
         (SELECT contact_id FROM soft_optin_audience('shoes', 'email', day.value)));
SELECT * FROM differ;
--> (nothing)
DROP VIEW temp.soft_optin_sales;
CREATE TEMP VIEW soft_optin_sales AS
  SELECT *, 'shoes' AS product_id, 1 AS opt_out_offered FROM sold_as_text;
SELECT group_concat(contact_id) FROM soft_optin_audience('shoes', 'email', '2026-06-15');
--> 1,2,3,4,5,6,10,11
SELECT * FROM differ;
--> (nothing)
DROP VIEW temp.soft_optin_sales;
CREATE TEMP VIEW soft_optin_sales AS
  SELECT *, 'shoes' AS product_id, 1 AS opt_out_offered FROM sold_as_number;
SELECT group_concat(contact_id) FROM soft_optin_audience('shoes', 'email', '2026-06-15');
--> 1,2,3,4,5,6,7,8,9,10,11
SELECT * FROM differ;
--> (nothing)

-- Another window, and none.
CREATE TEMP VIEW soft_optin_settings AS SELECT 'window_months' AS name, 24 AS value;
SELECT group_concat(contact_id) FROM soft_optin_audience('shoes', 'email', '2026-06-15');
--> 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,17,18
SELECT * FROM differ;
--> (nothing)
DROP VIEW temp.soft_optin_settings;
CREATE TEMP VIEW soft_optin_settings AS SELECT 'window_months' AS name, 0 AS value;
SELECT group_concat(contact_id) FROM soft_optin_audience('shoes', 'email', '2026-06-15');
--> 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,24
SELECT * FROM differ;
--> (nothing)
DROP VIEW temp.soft_optin_settings;
DROP VIEW temp.soft_optin_sales;
