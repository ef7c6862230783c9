-- A host that does not trust the schema of a file lets no view in it call the functions, for they
-- read tables; statements of the host's own still may.
--@ include worlds/lawful.sql
CREATE VIEW send_list AS
  SELECT email FROM soft_optin_contacts WHERE soft_optin_eligible(contact_id, 'shoes');
CREATE VIEW why_not AS SELECT code FROM soft_optin_conditions(2, 'shoes') WHERE met IS NOT 1;
PRAGMA trusted_schema = OFF;
SELECT * FROM send_list;
--! unsafe use of soft_optin_eligible()
SELECT * FROM why_not;
--! unsafe use of virtual table "soft_optin_conditions"
SELECT email FROM soft_optin_contacts WHERE soft_optin_eligible(contact_id, 'shoes');
--> ada@example.org
PRAGMA trusted_schema = ON;
SELECT * FROM send_list;
--> ada@example.org
SELECT * FROM why_not;
--> opted_out
