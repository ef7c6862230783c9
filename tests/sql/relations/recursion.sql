-- A mapping view that calls one of our functions would recurse without end: it is refused.
--@ include worlds/smallest.sql
ALTER TABLE soft_optin_contacts RENAME TO people;
CREATE VIEW soft_optin_contacts AS
  SELECT * FROM people WHERE soft_optin_eligible(contact_id, 'shoes');
SELECT soft_optin_eligible(1, 'shoes');
--! soft_optin_contacts cannot be read: a view that softoptin reads calls a softoptin function itself: leave the call out of the view
SELECT * FROM soft_optin_conditions(1, 'shoes');
--! soft_optin_contacts cannot be read: a view that softoptin reads calls a softoptin function itself: leave the call out of the view
SELECT * FROM soft_optin_contacts;
--! soft_optin_contacts cannot be read: a view that softoptin reads calls a softoptin function itself: leave the call out of the view
DROP VIEW soft_optin_contacts;

-- Also by way of the table, and in any relation.
CREATE VIEW soft_optin_contacts AS SELECT * FROM people;
ALTER TABLE soft_optin_sales RENAME TO orders;
CREATE VIEW soft_optin_sales AS
  SELECT * FROM orders AS o WHERE NOT EXISTS
    (SELECT 1 FROM soft_optin_conditions(o.contact_id, o.product_id) WHERE NOT met);
SELECT soft_optin_eligible(1, 'shoes');
--! soft_optin_sales cannot be read: a view that softoptin reads calls a softoptin function itself: leave the call out of the view
DROP VIEW soft_optin_sales;

-- Functions that read nothing may stand in a view, and after an error all is as before.
CREATE VIEW soft_optin_sales AS SELECT *, soft_optin_version() AS version FROM orders;
SELECT soft_optin_eligible(1, 'shoes');
--> 1
