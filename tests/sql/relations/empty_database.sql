-- An empty database: the extension is loaded, and says what is missing only when it is asked.
SELECT count(*) FROM sqlite_master;
--> 0
SELECT soft_optin_version() IS NOT NULL;
--> 1
SELECT soft_optin_eligible(1, 'shoes');
--! there is no table or view soft_optin_contacts: create one with contact_id, and email or phone or both, or a TEMP VIEW of that name over your own tables
SELECT * FROM soft_optin_conditions(1, 'shoes');
--! there is no table or view soft_optin_contacts: create one with contact_id, and email or phone or both, or a TEMP VIEW of that name over your own tables
-- A question that is not asked is not answered.
SELECT soft_optin_eligible(NULL, 'shoes');
--> NULL

-- Empty tables: nobody is known, nothing has been sold.
--@ include worlds/smallest.sql
DELETE FROM soft_optin_contacts;
DELETE FROM soft_optin_sales;
SELECT soft_optin_reason(1, 'shoes');
--> unknown_contact
DELETE FROM soft_optin_products;
INSERT INTO soft_optin_contacts VALUES (1, 'ada@example.org');
SELECT soft_optin_reason(1, 'shoes');
--> unknown_product
