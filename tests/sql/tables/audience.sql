-- soft_optin_audience: the send list, with addresses.
--@ include worlds/lawful.sql
SELECT * FROM soft_optin_audience('laces');
--> 1 | ada@example.org | soft_opt_in | 2027-03-15 | baseline | s1 | 2026-03-15
SELECT contact_id, address FROM soft_optin_audience('laces', 'sms');
--> 1 | +353 1 555 0101
SELECT contact_id, address FROM soft_optin_audience('laces', 'in_app');
--> 1 | NULL
SELECT count(*) FROM soft_optin_audience('laces', 'email', '2027-03-16');
--> 0
SELECT address FROM soft_optin_audience('laces') WHERE contact_id = 1;
--> ada@example.org
SELECT address FROM soft_optin_audience('laces') WHERE contact_id = 2;
--> (nothing)

-- The table and the function give one list.
SELECT contact_id FROM soft_optin_contacts
WHERE soft_optin_eligible(contact_id, 'laces')
  <> (contact_id IN (SELECT contact_id FROM soft_optin_audience('laces')));
--> (nothing)

-- In a saved view, in UNION, for several products.
CREATE VIEW lists AS
  SELECT product_id, contact_id FROM soft_optin_audience('laces')
  UNION ALL SELECT product_id, contact_id FROM soft_optin_audience('shoes');
SELECT * FROM lists;
--> laces | 1
--> shoes | 1

-- Materialised while it is read.
CREATE TABLE send_list AS SELECT contact_id, address FROM soft_optin_audience('laces');
SELECT * FROM send_list;
--> 1 | ada@example.org

-- An empty list would not say that the product is misspelt.
SELECT * FROM soft_optin_audience('lace');
--! soft_optin_products has no such product_id: write one that it has
SELECT * FROM soft_optin_audience;
--! soft_optin_audience needs its arguments: write soft_optin_audience(product_id [, channel [, as_of]])
SELECT * FROM soft_optin_audience WHERE product_id > 'l';
--! soft_optin_audience needs its arguments: write soft_optin_audience(product_id [, channel [, as_of]])
SELECT * FROM soft_optin_audience('laces', NULL);
--! the channel is NULL: write email, sms, mms, voicemail or in_app
