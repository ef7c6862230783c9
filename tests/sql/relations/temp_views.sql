-- TEMP views make a read-only database usable, and come before relations of the same name in main.
CREATE TABLE customers(id INTEGER PRIMARY KEY, mail TEXT);
INSERT INTO customers VALUES (1, 'ada@example.org');
CREATE TABLE soft_optin_sales(
  contact_id INTEGER, product_id TEXT, occurred_at TEXT, opt_out_offered INTEGER);
INSERT INTO soft_optin_sales VALUES (1, 'shoes', '2026-03-15', 1);
--@ reopen read-only
CREATE TABLE another(id);
--! [SQLITE_READONLY] attempt to write a readonly database
CREATE TEMP VIEW soft_optin_contacts AS SELECT id AS contact_id, mail AS email FROM customers;
CREATE TEMP TABLE soft_optin_products(product_id TEXT, category TEXT);
INSERT INTO soft_optin_products VALUES ('shoes', 'footwear');
CREATE TEMP TABLE soft_optin_preferences(contact_id INTEGER, state TEXT, changed_at TEXT);
CREATE TEMP VIEW soft_optin_assessments AS
  SELECT '2026-01-10' AS approved_at, 'approved' AS outcome, NULL AS review_due_at;
SELECT mail FROM customers WHERE soft_optin_eligible(id, 'shoes');
--> ada@example.org

-- A TEMP view shadows the table in main; without it the table is found again.
CREATE TEMP VIEW soft_optin_sales AS
  SELECT contact_id, product_id, '2020-01-01' AS occurred_at, opt_out_offered
  FROM main.soft_optin_sales;
SELECT soft_optin_reason(1, 'shoes');
--> lapsed
DROP VIEW temp.soft_optin_sales;
SELECT soft_optin_reason(1, 'shoes');
--> eligible

-- TEMP views go with the connection.
--@ reopen
SELECT soft_optin_reason(1, 'shoes');
--! there is no table or view soft_optin_contacts: create one with contact_id, and email or phone or both, or a TEMP VIEW of that name over your own tables
