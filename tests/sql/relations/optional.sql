-- What is optional may be absent. A default applies where the column is absent; a NULL in a column
-- that is there is unknown, which never counts in favour of sending.
--@ include worlds/smallest.sql
SELECT soft_optin_reason(1, 'shoes'), soft_optin_reason(1, 'tent'),
       soft_optin_reason(1, 'shoes', 'in_app');
--> eligible | not_similar | eligible
-- Without a column phone nobody can be reached by it.
SELECT soft_optin_reason(1, 'shoes', 'sms');
--> no_address

ALTER TABLE soft_optin_sales ADD COLUMN preticked INTEGER;
SELECT soft_optin_reason(1, 'shoes');
--> preticked_box
UPDATE soft_optin_sales SET preticked = 0;
ALTER TABLE soft_optin_sales ADD COLUMN refused INTEGER;
SELECT soft_optin_reason(1, 'shoes');
--> refused_at_collection
UPDATE soft_optin_sales SET refused = 0;
ALTER TABLE soft_optin_sales ADD COLUMN collected_directly INTEGER;
SELECT soft_optin_reason(1, 'shoes');
--> not_collected_directly
UPDATE soft_optin_sales SET collected_directly = 1;
ALTER TABLE soft_optin_sales ADD COLUMN kind TEXT;
SELECT soft_optin_reason(1, 'shoes');
--> no_sale
UPDATE soft_optin_sales SET kind = 'Sale ';
SELECT soft_optin_reason(1, 'shoes');
--> eligible
ALTER TABLE soft_optin_products ADD COLUMN own INTEGER;
SELECT soft_optin_reason(1, 'shoes');
--> third_party_product
UPDATE soft_optin_products SET own = 1;
ALTER TABLE soft_optin_products ADD COLUMN commercial INTEGER;
SELECT soft_optin_reason(1, 'shoes');
--> non_commercial
UPDATE soft_optin_products SET commercial = 1;
-- An organisation on one side only is unknown.
ALTER TABLE soft_optin_products ADD COLUMN organisation TEXT;
SELECT soft_optin_reason(1, 'shoes');
--> eligible
UPDATE soft_optin_products SET organisation = 'Trail Ltd';
SELECT soft_optin_reason(1, 'shoes');
--> other_organisation
ALTER TABLE soft_optin_sales ADD COLUMN organisation TEXT;
UPDATE soft_optin_sales SET organisation = 'Trail Ltd';
SELECT soft_optin_reason(1, 'shoes');
--> eligible

-- NULL subscriber reads as individual, NULL channel and scopes of a preference as all.
ALTER TABLE soft_optin_contacts ADD COLUMN subscriber TEXT;
SELECT soft_optin_reason(1, 'shoes');
--> eligible
ALTER TABLE soft_optin_sales ADD COLUMN channel TEXT;
SELECT soft_optin_reason(1, 'shoes');
--> eligible
UPDATE soft_optin_sales SET channel = 'sms';
SELECT soft_optin_reason(1, 'shoes');
--> no_sale
