-- The smallest world that the contract allows: required relations and columns only, one lawful
-- contact.
CREATE TABLE soft_optin_contacts(contact_id INTEGER PRIMARY KEY, email TEXT);
INSERT INTO soft_optin_contacts VALUES (1, 'ada@example.org');
CREATE TABLE soft_optin_products(product_id TEXT PRIMARY KEY, category TEXT);
INSERT INTO soft_optin_products VALUES ('shoes', 'footwear'), ('tent', 'camping');
CREATE TABLE soft_optin_sales(
  contact_id INTEGER, product_id TEXT, occurred_at TEXT, opt_out_offered INTEGER);
INSERT INTO soft_optin_sales VALUES (1, 'shoes', '2026-03-15', 1);
CREATE TABLE soft_optin_preferences(contact_id INTEGER, state TEXT, changed_at TEXT);
CREATE TABLE soft_optin_assessments(approved_at TEXT, outcome TEXT, review_due_at TEXT);
INSERT INTO soft_optin_assessments VALUES ('2026-01-10', 'approved', NULL);
