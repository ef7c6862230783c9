-- A view that fails is an error that names the relation, with SQLite's own words.
--@ include worlds/smallest.sql
ALTER TABLE soft_optin_sales RENAME TO orders;
CREATE VIEW soft_optin_sales AS SELECT * FROM order_archive;
SELECT soft_optin_eligible(1, 'shoes');
--! soft_optin_sales cannot be read: no such table: main.order_archive
SELECT * FROM soft_optin_conditions(1, 'shoes');
--! soft_optin_sales cannot be read: no such table: main.order_archive
DROP VIEW soft_optin_sales;

CREATE VIEW soft_optin_sales AS SELECT *, no_such_function(occurred_at) AS kind FROM orders;
SELECT soft_optin_eligible(1, 'shoes');
--! soft_optin_sales cannot be read: no such function: no_such_function
DROP VIEW soft_optin_sales;

-- One that fails only while it runs.
CREATE VIEW soft_optin_sales AS
  SELECT contact_id, product_id, occurred_at,
         abs(-9223372036854775807 - opt_out_offered) AS opt_out_offered
  FROM orders;
SELECT soft_optin_eligible(1, 'shoes');
--! soft_optin_sales cannot be read: integer overflow
DROP VIEW soft_optin_sales;
CREATE VIEW soft_optin_sales AS SELECT * FROM orders;
SELECT soft_optin_eligible(1, 'shoes');
--> 1
