-- The arguments of soft_optin_conditions are hidden columns: in brackets, or in WHERE.
--@ include worlds/lawful.sql
SELECT name, type, hidden FROM pragma_table_xinfo('soft_optin_conditions');
--> code | TEXT | 0
--> met | INTEGER | 0
--> requirement | TEXT | 0
--> evidence | TEXT | 0
--> citation | TEXT | 0
--> contact_id |  | 1
--> product_id |  | 1
--> channel | TEXT | 1
--> as_of |  | 1
SELECT count(*) FROM soft_optin_conditions WHERE contact_id = 1 AND product_id = 'shoes' AND met;
--> 22
SELECT code FROM soft_optin_conditions
WHERE contact_id = 1 AND product_id = 'shoes' AND channel = 'sms' AND as_of = '2027-03-16'
  AND NOT met;
--> lapsed
SELECT code FROM soft_optin_conditions(1, 'shoes') WHERE as_of = '2027-03-16' AND NOT met;
--> lapsed

-- They show what was asked, also where it was left out.
SELECT DISTINCT contact_id, product_id, channel, as_of
FROM soft_optin_conditions(1, 'shoes', 'sms', '2026-06-01');
--> 1 | shoes | sms | 2026-06-01

-- A required argument that is missing is an error, never an empty list.
SELECT * FROM soft_optin_conditions;
--! soft_optin_conditions needs its arguments: write soft_optin_conditions(contact_id, product_id [, channel [, as_of]])
SELECT * FROM soft_optin_conditions(1);
--! soft_optin_conditions needs its arguments: write soft_optin_conditions(contact_id, product_id [, channel [, as_of]])
SELECT * FROM soft_optin_conditions WHERE product_id = 'shoes';
--! soft_optin_conditions needs its arguments: write soft_optin_conditions(contact_id, product_id [, channel [, as_of]])
-- Only `=` gives an argument.
SELECT * FROM soft_optin_conditions WHERE contact_id > 0 AND product_id = 'shoes';
--! soft_optin_conditions needs its arguments: write soft_optin_conditions(contact_id, product_id [, channel [, as_of]])
SELECT * FROM soft_optin_conditions WHERE contact_id <> 1 AND product_id = 'shoes';
--! soft_optin_conditions needs its arguments: write soft_optin_conditions(contact_id, product_id [, channel [, as_of]])
SELECT * FROM soft_optin_conditions LIMIT 1;
--! soft_optin_conditions needs its arguments: write soft_optin_conditions(contact_id, product_id [, channel [, as_of]])

-- It is no table: nothing can be written to it, and it cannot be made by hand.
INSERT INTO soft_optin_conditions(code) VALUES ('x');
--! table soft_optin_conditions may not be modified
DELETE FROM soft_optin_conditions;
--! table soft_optin_conditions may not be modified
CREATE VIRTUAL TABLE mine USING soft_optin_conditions;
--! no such module: soft_optin_conditions
