-- Dates that cannot be read, by the form that was met, and what turns it into one that can.
--@ include worlds/smallest.sql
UPDATE soft_optin_products SET category = category || '/all';
DELETE FROM soft_optin_sales;
CREATE TABLE written(form TEXT, date);
INSERT INTO written VALUES
  ('excel', 45291), ('excel', '45291'), ('excel', '45291.75'), ('excel', 45291.75),
  ('slashes', '31/12/2025'), ('slashes', '12/1/2010 8:26'), ('slashes', '31.12.2025'),
  ('slashes', ' 1-2-99'),
  ('compact', 20240131), ('compact', '20240131'), ('compact', '20240131T101500'),
  ('compact', '20240131101500'),
  ('zero', '0000-00-00'), ('zero', '0000-00-00 00:00:00'),
  ('impossible', '2026-02-30'), ('impossible', '2026-13-01T10:00'),
  ('impossible', '2026-03-15T24:00'),
  ('impossible', '2026-03-15 12:60:00'), ('impossible', '2026-03-15 12:00:60'),
  ('epoch', '1773568800'), ('epoch', '1773568800000'), ('epoch', '1773568800.5'),
  ('other', '2026-3-15'), ('other', 'soon'), ('other', ''), ('other', x'323032362d30332d3135'),
  ('other', '2026-03-15 12:00 CET'), ('other', '2026/03/15'), ('other', '-'), ('other', 9e18),
  ('other', '12');
DROP TABLE soft_optin_sales;
CREATE VIEW soft_optin_sales
AS SELECT 1 AS contact_id, 'shoes' AS product_id, date AS occurred_at, 1 AS opt_out_offered, form
  AS sale_id FROM written;
SELECT example, finding, rows FROM soft_optin_check;
--> other | unreadable_date | 9
--> impossible | impossible_date | 5
--> compact | compact_date | 4
--> slashes | day_month_year_date | 4
--> excel | excel_serial_date | 4
--> epoch | epoch_text_date | 3
--> zero | zero_date | 2
SELECT finding, severity, what_to_do FROM soft_optin_check;
--> unreadable_date | warning | Write occurred_at as an ISO 8601 date such as 2025-12-31 or 2025-12-31T09:30:00Z: the form that stands there is none that is read. Until then these sales allow nothing.
--> impossible_date | warning | Correct occurred_at at its source: it names a day or a time that does not exist, such as 2025-02-30 or 24:00. Until then these sales allow nothing.
--> compact_date | warning | Write occurred_at as 2024-01-31, not as 20240131: substr(occurred_at, 1, 4) || '-' || substr(occurred_at, 5, 2) || '-' || substr(occurred_at, 7, 2) does so. Until then these sales allow nothing.
--> day_month_year_date | warning | Write occurred_at as 2025-12-31, not as 31/12/2025, 31.12.2025 or 12/31/2025: take year, month and day apart with substr(occurred_at, ...) and put them together in that order. Until then these sales allow nothing.
--> excel_serial_date | warning | Write occurred_at as an ISO 8601 date: these are Excel serials, which date((occurred_at - 25569) * 86400, 'unixepoch') turns into dates. Until then these sales allow nothing.
--> epoch_text_date | warning | Write CAST(occurred_at AS INTEGER) in place of occurred_at: it is a unix time that is kept as text. Until then these sales allow nothing.
--> zero_date | warning | Write NULL in place of 0000-00-00 in occurred_at: CASE WHEN occurred_at NOT LIKE '0000-%' THEN occurred_at END does so. Until then these sales allow nothing.

-- What the sentences say is true: nothing is left over but what has to be corrected by hand.
DELETE FROM written WHERE form IN ('slashes', 'impossible', 'other') OR length(date) = 14;
UPDATE written SET date = CASE form
  WHEN 'excel' THEN date((date - 25569) * 86400, 'unixepoch')
  WHEN 'compact' THEN substr(date, 1, 4) || '-' || substr(date, 5, 2) || '-' || substr(date, 7, 2)
  WHEN 'zero' THEN CASE WHEN date NOT LIKE '0000-%' THEN date END
  WHEN 'epoch' THEN CAST(date AS INTEGER) END;
SELECT finding, rows, example, what_to_do FROM soft_optin_check;
--> no_date | 2 | zero | Write a date in occurred_at, where it is NULL. Until then these sales allow nothing.
DELETE FROM written WHERE form = 'zero';
SELECT form, date FROM written;
--> excel | 2023-12-31
--> excel | 2023-12-31
--> excel | 2023-12-31
--> excel | 2023-12-31
--> compact | 2024-01-31
--> compact | 2024-01-31
--> compact | 2024-01-31
--> epoch | 1773568800
--> epoch | 1773568800000
--> epoch | 1773568800
DELETE FROM written;
SELECT * FROM soft_optin_check;
--> (nothing)

-- Each date column, with what it means there. A NULL that has a meaning is in order.
INSERT INTO written VALUES ('good', '2026-06-15');
INSERT INTO soft_optin_preferences VALUES (1, 'opt_out', '31/12/2025'), (1, 'opt_out', NULL);
INSERT INTO soft_optin_assessments VALUES ('31/12/2025', 'rejected', NULL),
  ('2025-03-15', 'rejected', 'soon');
CREATE TABLE soft_optin_messages(contact_id, channel, sent_at, product_id, opt_out_included);
INSERT INTO soft_optin_messages VALUES (1, 'email', 20260101, 'shoes', 1),
  (1, 'email', NULL, 'shoes', 1);
CREATE TABLE soft_optin_register_checks(register, checked_at);
INSERT INTO soft_optin_register_checks VALUES ('Robinson', '1/6/2026');
SELECT severity, relation, finding, example, substr(what_to_do, instr(what_to_do, 'Until'))
FROM soft_optin_check;
--> error | soft_optin_preferences | day_month_year_date | 1 | Until then an opt-out counts as older than every other entry, so that any dated opt-in overtakes it, and an opt-in counts for nothing.
--> warning | soft_optin_messages | compact_date | 1 | Until then nobody can say when these were sent.
--> warning | soft_optin_messages | no_date | 1 | Until then nobody can say when these were sent.
--> warning | soft_optin_assessments | day_month_year_date | NULL | Until then the assessment does not count.
--> warning | soft_optin_assessments | unreadable_date | NULL | Until then the review counts as overdue.
--> warning | soft_optin_register_checks | day_month_year_date | Robinson | Until then the register counts as not screened.
DROP TABLE soft_optin_messages;
DROP TABLE soft_optin_register_checks;
DELETE FROM soft_optin_assessments WHERE outcome = 'rejected';
DELETE FROM soft_optin_preferences;

-- Later than now, which is noon of 2026-06-15. Sales count by the day, preferences by the instant.
DELETE FROM written;
INSERT INTO written VALUES ('today', '2026-06-15'), ('tomorrow', '2026-06-16');
INSERT INTO soft_optin_preferences VALUES
  (1, 'opt_out', '2026-06-15'), (1, 'opt_out', '2026-06-15T11:59:00Z'),
  (1, 'opt_out', '2026-06-15T14:01:00+02:00');
SELECT severity, relation, finding, rows, example, what_to_do FROM soft_optin_check;
--> error | soft_optin_preferences | future_date | 1 | 1 | Correct changed_at, which is later than now: the row counts from that day on and not before. Text without an offset is read as UTC.
--> warning | soft_optin_sales | future_date | 1 | tomorrow | Correct occurred_at, which is later than now: the row counts from that day on and not before. Text without an offset is read as UTC.
