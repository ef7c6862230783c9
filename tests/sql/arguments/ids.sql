-- Ids are compared as SQLite compares them: with the affinity of the column where it has one.
--@ include worlds/lawful.sql
-- An INTEGER column turns text that looks like a number into one.
SELECT soft_optin_reason(1, 'shoes'), soft_optin_reason('1', 'shoes'),
       soft_optin_reason(1.0, 'shoes'),
       soft_optin_reason(' 1', 'shoes'), soft_optin_reason('01', 'shoes');
--> eligible | eligible | eligible | eligible | eligible
SELECT '1' IN (SELECT contact_id FROM soft_optin_contacts),
       ' 1' IN (SELECT contact_id FROM soft_optin_contacts),
       '01' IN (SELECT contact_id FROM soft_optin_contacts);
--> 1 | 1 | 1
-- A BLOB equals no number and no text, and neither does a fraction.
SELECT soft_optin_reason(x'31', 'shoes'), soft_optin_reason(1.5, 'shoes'),
       soft_optin_reason('', 'shoes'),
       soft_optin_reason('one', 'shoes');
--> unknown_contact | unknown_contact | unknown_contact | unknown_contact
SELECT soft_optin_reason(1, x'73686f6573'), soft_optin_reason(1, 7), soft_optin_reason(1, 'SHOES');
--> unknown_product | unknown_product | unknown_product
-- The largest and the smallest number.
INSERT INTO soft_optin_contacts(contact_id, email) VALUES
  (9223372036854775807, 'max@example.org'), (-9223372036854775808, 'min@example.org');
SELECT soft_optin_reason(9223372036854775807, 'shoes'),
       soft_optin_reason(-9223372036854775808, 'shoes'),
       soft_optin_reason(9223372036854775806, 'shoes');
--> no_sale | no_sale | unknown_contact
