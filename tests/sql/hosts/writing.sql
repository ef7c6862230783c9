-- The functions in statements that write, and across transactions.
--@ include worlds/lawful.sql
CREATE TABLE campaign AS
  SELECT contact_id, soft_optin_reason(contact_id, 'shoes') AS reason FROM soft_optin_contacts;
SELECT * FROM campaign;
--> 1 | eligible
--> 2 | opted_out
--> 3 | lapsed
--> 4 | no_sale
UPDATE campaign SET reason = 'send' WHERE soft_optin_eligible(contact_id, 'shoes');
SELECT changes(), (SELECT reason FROM campaign WHERE contact_id = 1);
--> 1 | send
DELETE FROM campaign WHERE NOT soft_optin_eligible(contact_id, 'shoes');
SELECT contact_id FROM campaign;
--> 1
INSERT INTO campaign SELECT contact_id, 'consent' FROM soft_optin_contacts
WHERE marketing_basis(contact_id, 'shoes') IS 'consent';
SELECT changes();
--> 0

-- What is written within a transaction counts at once, and is gone after a ROLLBACK.
BEGIN;
INSERT INTO soft_optin_preferences(contact_id, state, changed_at)
VALUES (1, 'opt_out', '2026-06-15');
SELECT soft_optin_reason(1, 'shoes');
--> opted_out
ROLLBACK;
SELECT soft_optin_reason(1, 'shoes');
--> eligible

-- An error within a transaction leaves it open and whole.
BEGIN;
INSERT INTO soft_optin_preferences(contact_id, state, changed_at)
VALUES (1, 'opt_out', '2026-06-15');
SELECT soft_optin_eligible(1, 'shoes', 'fax');
--! unknown channel 'fax': write email, sms, mms, voicemail or in_app
COMMIT;
SELECT soft_optin_reason(1, 'shoes');
--> opted_out
