-- Relations are found in attached databases too, after temp and main; the setting `schema` pins
-- one.
ATTACH ':memory:' AS crm;
CREATE TABLE crm.soft_optin_contacts(contact_id INTEGER PRIMARY KEY, email TEXT);
INSERT INTO crm.soft_optin_contacts VALUES (1, 'ada@example.org');
CREATE TABLE crm.soft_optin_products(product_id TEXT, category TEXT);
INSERT INTO crm.soft_optin_products VALUES ('shoes', 'footwear');
CREATE TABLE crm.soft_optin_sales(
  contact_id INTEGER, product_id TEXT, occurred_at TEXT, opt_out_offered INTEGER);
INSERT INTO crm.soft_optin_sales VALUES (1, 'shoes', '2026-03-15', 1);
CREATE TABLE crm.soft_optin_preferences(contact_id INTEGER, state TEXT, changed_at TEXT);
CREATE TABLE crm.soft_optin_assessments(approved_at TEXT, outcome TEXT, review_due_at TEXT);
INSERT INTO crm.soft_optin_assessments VALUES ('2026-01-10', 'approved', NULL);
SELECT soft_optin_reason(1, 'shoes');
--> eligible

-- main comes before an attached database.
CREATE TABLE main.soft_optin_contacts(contact_id INTEGER PRIMARY KEY, email TEXT);
SELECT soft_optin_reason(1, 'shoes');
--> unknown_contact
-- The setting names the one to read; where it is written is found in the ordinary way.
CREATE TABLE soft_optin_settings(name TEXT, value TEXT);
INSERT INTO soft_optin_settings VALUES ('schema', 'crm');
SELECT soft_optin_reason(1, 'shoes');
--> eligible
UPDATE soft_optin_settings SET value = 'CRM';
SELECT soft_optin_reason(1, 'shoes');
--> eligible
UPDATE soft_optin_settings SET value = 'main';
SELECT soft_optin_reason(1, 'shoes');
--! there is no table or view "main".soft_optin_products: create one with product_id and category, or take the setting schema out
UPDATE soft_optin_settings SET value = 'archive';
SELECT soft_optin_reason(1, 'shoes');
--! soft_optin_settings: the value of schema is not one it takes: write main, temp or the name of an attached database
DELETE FROM soft_optin_settings;
DROP TABLE main.soft_optin_contacts;

-- A name that needs quotes.
ATTACH ':memory:' AS "the ""old"" shop";
CREATE TABLE "the ""old"" shop".t(a);
SELECT soft_optin_reason(1, 'shoes');
--> eligible
DETACH crm;
SELECT soft_optin_reason(1, 'shoes');
--! there is no table or view soft_optin_contacts: create one with contact_id, and email or phone or both, or a TEMP VIEW of that name over your own tables
