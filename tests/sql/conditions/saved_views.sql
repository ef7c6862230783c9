-- A question can be saved as a view, with its arguments in it or left to who asks.
--@ include worlds/lawful.sql
CREATE VIEW why_not AS
  SELECT c.contact_id, t.code, t.evidence
  FROM soft_optin_contacts AS c, soft_optin_conditions(c.contact_id, 'shoes') AS t
  WHERE t.met IS NOT 1;
SELECT contact_id, min(code) FROM why_not GROUP BY contact_id;
--> 2 | opted_out
--> 3 | lapsed
--> 4 | lapsed
CREATE VIEW by_mail AS
  SELECT contact_id, product_id, code, met FROM soft_optin_conditions WHERE channel = 'email';
SELECT code FROM by_mail WHERE contact_id = 3 AND product_id = 'shoes' AND NOT met;
--> lapsed
SELECT code FROM by_mail WHERE contact_id = 3;
--! soft_optin_conditions needs its arguments: write soft_optin_conditions(contact_id, product_id [, channel [, as_of]])

-- The view is there after the file is opened again.
--@ reopen
SELECT count(*) FROM why_not WHERE contact_id = 1;
--> 0
