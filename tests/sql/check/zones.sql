-- What is later than now, in the zone in which days are counted. The still clock says noon of
-- 2026-06-15, by UTC: 13:00 in Dublin, 21:00 in Tokyo, past midnight in Auckland.
--@ include worlds/lawful.sql
CREATE TEMP VIEW findings
AS SELECT finding, rows, example, what_to_do FROM soft_optin_check;
DELETE FROM soft_optin_sales;
INSERT INTO soft_optin_sales(sale_id, contact_id, product_id, occurred_at, opt_out_offered) VALUES
  ('as Dublin', 1, 'shoes', '2026-06-15 12:30', 1),
  ('as Tokyo', 1, 'shoes', '2026-06-15 20:30', 1),
  ('as Auckland', 1, 'shoes', '2026-06-16', 1);
SELECT * FROM findings;
--> future_date | 3 | as Dublin | Correct occurred_at, which is later than now: the row counts from that day on and not before. Text without an offset is read as UTC.
INSERT INTO soft_optin_settings VALUES ('time_zone', ' europe/dublin ');
SELECT * FROM findings;
--> future_date | 2 | as Tokyo | Correct occurred_at, which is later than now: the row counts from that day on and not before. Text without an offset is read as a time of Europe/Dublin.
-- A country's own zone stands before that of the setting.
INSERT INTO soft_optin_settings VALUES ('policy', 'JP');
SELECT rows, example, substr(what_to_do, 95) FROM findings WHERE finding = 'future_date';
--> 1 | as Auckland | Text without an offset is read as a time of Asia/Tokyo.
UPDATE soft_optin_settings SET value = 'CA' WHERE name = 'policy';
SELECT rows, example FROM findings WHERE finding = 'future_date';
--> 2 | as Tokyo
-- Where each contact has its own, what is not later everywhere is in order.
UPDATE soft_optin_settings SET value = 'national' WHERE name = 'policy';
SELECT * FROM findings;
--> (nothing)
UPDATE soft_optin_sales SET occurred_at = '2026-06-16 00:30' WHERE sale_id = 'as Auckland';
SELECT finding, rows, substr(what_to_do, 95) FROM findings;
--> future_date | 1 | Text without an offset is read as a time of the contact's country.
-- An instant is one everywhere.
UPDATE soft_optin_sales SET occurred_at = CASE sale_id WHEN 'as Auckland'
  THEN '2026-06-16T00:00:00+12:00' ELSE '2026-06-15T12:00:01Z' END;
SELECT finding, rows, example FROM findings;
--> future_date | 2 | as Dublin
-- A review is overdue from the same moment.
DELETE FROM soft_optin_sales;
UPDATE soft_optin_settings SET value = 'NZ' WHERE name = 'policy';
UPDATE soft_optin_assessments SET review_due_at = '2026-06-15';
SELECT finding FROM findings WHERE finding LIKE 'assessment%';
--> assessment_overdue
UPDATE soft_optin_settings SET value = 'IE' WHERE name = 'policy';
SELECT finding FROM findings WHERE finding LIKE 'assessment%';
--> assessment_due
