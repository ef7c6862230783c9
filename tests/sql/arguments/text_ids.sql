-- TEXT ids: numbers are compared as their text, and a leading zero matters.
CREATE TABLE soft_optin_contacts(contact_id TEXT PRIMARY KEY, email TEXT);
INSERT INTO soft_optin_contacts VALUES ('7', 'ada@example.org'), ('007', 'bond@example.org'),
                                       ('c-7', 'kit@example.org');
CREATE TABLE soft_optin_products(product_id INTEGER PRIMARY KEY, category TEXT);
INSERT INTO soft_optin_products VALUES (17, 'footwear');
CREATE TABLE soft_optin_sales(
  contact_id TEXT, product_id INTEGER, occurred_at TEXT, opt_out_offered INTEGER);
INSERT INTO soft_optin_sales VALUES ('7', 17, '2026-03-15', 1), ('c-7', 17, '2026-03-15', 1);
CREATE TABLE soft_optin_preferences(contact_id TEXT, state TEXT, changed_at TEXT);
INSERT INTO soft_optin_preferences VALUES ('c-7', 'opt_out', '2026-05-01');
CREATE TABLE soft_optin_settings(name TEXT, value TEXT);
INSERT INTO soft_optin_settings VALUES ('require_assessment', '0');

SELECT contact_id, soft_optin_reason(contact_id, 17) FROM soft_optin_contacts ORDER BY contact_id;
--> 007 | no_sale
--> 7 | eligible
--> c-7 | opted_out
SELECT soft_optin_reason(7, 17), soft_optin_reason('7', '17'), soft_optin_reason('07', 17),
       soft_optin_reason('C-7', 17);
--> eligible | eligible | unknown_contact | unknown_contact

-- INTEGER ids in one relation and TEXT ids in another meet, as they do in a join.
DROP TABLE soft_optin_sales;
CREATE TABLE soft_optin_sales(
  contact_id INTEGER, product_id TEXT, occurred_at TEXT, opt_out_offered INTEGER);
INSERT INTO soft_optin_sales VALUES (7, '17', '2026-03-15', 1);
SELECT soft_optin_reason('7', 17), soft_optin_reason(7, 17), soft_optin_reason('c-7', 17);
--> eligible | eligible | opted_out

-- Text with quotes and other letters is an id like any other.
INSERT INTO soft_optin_contacts VALUES
  ('O''Neill; DROP TABLE', 'o@example.org'), ('Zoë', 'zoe@example.org');
SELECT soft_optin_reason('O''Neill; DROP TABLE', 17), soft_optin_reason('Zoë', 17);
--> no_sale | no_sale
