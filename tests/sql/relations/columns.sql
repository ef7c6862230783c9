-- Columns are matched by name, in any order and any case, beside columns of the user's own.
CREATE TABLE soft_optin_contacts(note TEXT, "Email" TEXT, "CONTACT_ID" INTEGER, "select" TEXT);
INSERT INTO soft_optin_contacts VALUES ('a note', 'ada@example.org', 1, 'x');
CREATE TABLE soft_optin_products(category TEXT, price REAL, product_id TEXT);
INSERT INTO soft_optin_products VALUES ('footwear', 99.5, 'shoes');
CREATE TABLE soft_optin_sales(
  opt_out_offered INTEGER, total REAL, occurred_at TEXT, product_id TEXT, contact_id INTEGER);
INSERT INTO soft_optin_sales VALUES (1, 99.5, '2026-03-15', 'shoes', 1);
CREATE TABLE soft_optin_preferences(changed_at TEXT, state TEXT, address TEXT);
CREATE TABLE soft_optin_assessments(
  review_due_at TEXT, outcome TEXT, author TEXT, approved_at TEXT);
INSERT INTO soft_optin_assessments VALUES (NULL, 'Approved', 'the DPO', '2026-01-10');
SELECT soft_optin_reason(1, 'shoes'), soft_optin_expires(1, 'shoes');
--> eligible | 2027-01-10
-- An opt-out by address alone, however it is written.
INSERT INTO soft_optin_preferences VALUES ('2026-05-01', 'opt_out', '  ADA@Example.ORG ');
SELECT soft_optin_reason(1, 'shoes');
--> opted_out
