-- Which messages extend Ireland's window, where no column says who sent them: those about a product
-- that is known to be of the same organisation. By key, and by the pass.
--@ include worlds/smallest.sql
CREATE TABLE soft_optin_settings(name, value);
INSERT INTO soft_optin_settings VALUES ('policy', 'IE'), ('require_assessment', 0);
CREATE TABLE soft_optin_messages(contact_id, channel, sent_at, product_id, opt_out_included);
INSERT INTO soft_optin_messages VALUES (1, 'email', '2026-05-01', 'tent', 1);
SELECT soft_optin_expires(1, 'shoes');
--> 2027-05-01
SELECT expires_on FROM soft_optin_audience('shoes');
--> 2027-05-01

-- Of a product that nobody recorded nobody knows whose it is, also where no organisation is named.
UPDATE soft_optin_messages SET product_id = 'tents';
SELECT soft_optin_expires(1, 'shoes');
--> 2027-03-15
SELECT expires_on FROM soft_optin_audience('shoes');
--> 2027-03-15
UPDATE soft_optin_messages SET product_id = NULL;
SELECT soft_optin_expires(1, 'shoes');
--> 2027-03-15
SELECT expires_on FROM soft_optin_audience('shoes');
--> 2027-03-15

-- Nor of one that has several.
ALTER TABLE soft_optin_products ADD COLUMN organisation;
CREATE TEMP VIEW soft_optin_products AS SELECT * FROM main.soft_optin_products
  UNION ALL VALUES ('tent', 'camping', 'Hillwalk Group plc');
UPDATE soft_optin_messages SET product_id = 'tent';
SELECT soft_optin_expires(1, 'shoes');
--> 2027-03-15
SELECT expires_on FROM soft_optin_audience('shoes');
--> 2027-03-15

-- Where a column says who sent them, it says so whatever they were about.
ALTER TABLE soft_optin_messages ADD COLUMN organisation;
SELECT soft_optin_expires(1, 'shoes');
--> 2027-05-01
SELECT expires_on FROM soft_optin_audience('shoes');
--> 2027-05-01
