-- On good data there is nothing to say: neither on the fullest mapping, nor on the smallest, nor on
-- tables
-- of another name behind views, nor on empty tables.
--@ include worlds/lawful.sql
SELECT * FROM soft_optin_check;
--> (nothing)
-- Every form of word, date and boolean that is read.
INSERT INTO soft_optin_contacts VALUES
  (5, ' Five@Example.org ', '0044 7700 (900) 100', 'gb', 'corporate'), (6, NULL, '+44', NULL, NULL);
INSERT INTO soft_optin_sales VALUES
  ('s4', 5, 'shoes', '2026-03-15T10:00:00+01:00', ' Negotiation ', 1, 1, 1, 0, 0, 'SMS',
  'Trail Ltd'),
  ('s5', 5, 'shoes', '2026-03-15 10:00', 'cancelled', '1', '0', 1.0, NULL, ' 0 ', 'in_app', NULL),
  ('s6', 5, 'shoes', '2026-03-15T10:00:00.5Z', 'refund', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  ('s7', 5, 'shoes', ' 2026-03-15 ', 'donation', NULL, 1, 0, 0, 0, NULL, 'Trail Ltd');
INSERT INTO soft_optin_preferences VALUES
  (5, NULL, 'opt_in', NULL, 'voicemail', 'footwear', 'Trail Ltd', 1, 'form 8'),
  (NULL, '00 44.7700-900100', 'opt_out', '2026-06-15T11:59:59Z', 'mms', '/camping/', NULL, 0, NULL);
INSERT INTO soft_optin_assessments VALUES ('2025-01-10', 'rejected', NULL, 'camping', NULL);
INSERT INTO soft_optin_similar_categories VALUES ('footwear/running', 'camping');
INSERT INTO soft_optin_settings VALUES ('window_months', 6), ('schema', 'main');
INSERT INTO soft_optin_messages VALUES
  ('m2', 5, 'sms', '2026-04-01', 'laces', 0, 'bounced', NULL),
  ('m3', 5, 'sms', '2026-04-01', 'tent', NULL, NULL, NULL);
SELECT * FROM soft_optin_check;
--> (nothing)

-- Numbers, in a column without a type.
DROP TABLE soft_optin_sales;
CREATE TABLE soft_optin_sales(contact_id, product_id, occurred_at, opt_out_offered);
INSERT INTO soft_optin_sales VALUES
  (5, 'shoes', 1773568800, 1), (5, 'shoes', 1773568800000, 1), (5, 'shoes', 2461114.75, 1);
SELECT * FROM soft_optin_check;
--> (nothing)

-- Columns of the user's own are the user's own.
ALTER TABLE soft_optin_sales ADD COLUMN discount;
ALTER TABLE soft_optin_preferences ADD COLUMN preference_id;
SELECT * FROM soft_optin_check;
--> (nothing)

-- Empty tables.
DELETE FROM soft_optin_contacts;
DELETE FROM soft_optin_sales;
DELETE FROM soft_optin_products;
DELETE FROM soft_optin_preferences;
DELETE FROM soft_optin_messages;
DELETE FROM soft_optin_assessments;
DELETE FROM soft_optin_similar_categories;
SELECT * FROM soft_optin_check;
--> (nothing)
