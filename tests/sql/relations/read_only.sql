-- A read-only file is read like any other.
--@ include worlds/lawful.sql
--@ reopen read-only
SELECT contact_id, soft_optin_reason(contact_id, 'shoes') FROM soft_optin_contacts;
--> 1 | eligible
--> 2 | opted_out
--> 3 | lapsed
--> 4 | no_sale
SELECT count(*) FROM soft_optin_conditions(1, 'shoes') WHERE met;
--> 22
