-- A missing relation is an error that names it and says what to create. One after the other:
--@ include worlds/smallest.sql
ALTER TABLE soft_optin_contacts RENAME TO kept;
SELECT soft_optin_eligible(1, 'shoes');
--! there is no table or view soft_optin_contacts: create one with contact_id, and email or phone or both, or a TEMP VIEW of that name over your own tables
SELECT * FROM soft_optin_conditions(1, 'shoes');
--! there is no table or view soft_optin_contacts: create one with contact_id, and email or phone or both, or a TEMP VIEW of that name over your own tables
ALTER TABLE kept RENAME TO soft_optin_contacts;

ALTER TABLE soft_optin_sales RENAME TO kept;
SELECT soft_optin_reason(1, 'shoes');
--! there is no table or view soft_optin_sales: create one with contact_id, product_id, occurred_at and opt_out_offered, or a TEMP VIEW of that name over your own tables
-- Also where the answer would not depend on it.
SELECT soft_optin_reason(99, 'shoes');
--! there is no table or view soft_optin_sales: create one with contact_id, product_id, occurred_at and opt_out_offered, or a TEMP VIEW of that name over your own tables
ALTER TABLE kept RENAME TO soft_optin_sales;

ALTER TABLE soft_optin_products RENAME TO kept;
SELECT soft_optin_expires(1, 'shoes');
--! there is no table or view soft_optin_products: create one with product_id and category, or a TEMP VIEW of that name over your own tables
ALTER TABLE kept RENAME TO soft_optin_products;

ALTER TABLE soft_optin_preferences RENAME TO kept;
SELECT marketing_basis(1, 'shoes');
--! there is no table or view soft_optin_preferences: create one with state, changed_at, and contact_id or address or both, or a TEMP VIEW of that name over your own tables
ALTER TABLE kept RENAME TO soft_optin_preferences;

ALTER TABLE soft_optin_assessments RENAME TO kept;
SELECT soft_optin_explain(1, 'shoes');
--! there is no table or view soft_optin_assessments: create one with approved_at, outcome and review_due_at (or write the setting require_assessment = 0), or a TEMP VIEW of that name over your own tables
CREATE TABLE soft_optin_settings(name, value);
INSERT INTO soft_optin_settings VALUES ('require_assessment', 0);
SELECT soft_optin_reason(1, 'shoes');
--> eligible
