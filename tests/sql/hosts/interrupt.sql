-- An interrupt within a call ends the statement, with its code, and the next one starts afresh.
--@ include worlds/smallest.sql
ALTER TABLE soft_optin_sales RENAME TO orders;
CREATE VIEW soft_optin_sales AS
  WITH RECURSIVE n(i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < 1000000)
  SELECT contact_id, product_id, occurred_at, opt_out_offered FROM orders
  WHERE (SELECT count(*) FROM n) > 0;
--@ interrupt after 10000 operations
SELECT soft_optin_eligible(1, 'shoes');
--! [SQLITE_INTERRUPT] interrupted
--@ interrupt after 10000 operations
SELECT * FROM soft_optin_conditions(1, 'shoes');
--! [SQLITE_INTERRUPT] interrupted
SELECT soft_optin_reason(1, 'shoes');
--> eligible
