-- Ids of another type in the user's rows meet nobody but themselves.
--@ include worlds/smallest.sql
ALTER TABLE soft_optin_contacts RENAME TO people;
CREATE TABLE soft_optin_contacts(contact_id, email TEXT);
INSERT INTO soft_optin_contacts VALUES
  (1, 'one@example.org'), (2.5, 'real@example.org'), (x'31', 'blob@example.org'),
  (NULL, 'null@example.org'),
  ('1', 'text@example.org');
ALTER TABLE soft_optin_sales RENAME TO orders;
CREATE TABLE soft_optin_sales(
  contact_id, product_id TEXT, occurred_at TEXT, opt_out_offered INTEGER);
INSERT INTO soft_optin_sales VALUES
  (x'31', 'shoes', '2026-03-15', 1), (NULL, 'shoes', '2026-03-15', 1),
  ('1', 'shoes', '2025-03-15', 1);
-- Without a declared type SQLite compares by type: 1 is not '1'.
SELECT soft_optin_reason(1, 'shoes'), soft_optin_reason('1', 'shoes'),
       soft_optin_reason(2.5, 'shoes'),
       soft_optin_reason(x'31', 'shoes'), soft_optin_reason(x'32', 'shoes');
--> no_sale | lapsed | no_sale | eligible | unknown_contact
SELECT soft_optin_reason(NULL, 'shoes');
--> NULL
