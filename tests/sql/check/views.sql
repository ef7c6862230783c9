-- Tables of another name behind views, with the indexes that they need: one thing to say.
--@ include worlds/indexed.sql
SELECT severity, relation, finding, rows, example, what_to_do FROM soft_optin_check;
--> note | soft_optin_products | bare_root_category | 1 | shoes | Write the whole path in category, such as footwear/running/trail, where a single step stands: all products of that step are similar to each other.
UPDATE items SET department = 'footwear/running';
SELECT * FROM soft_optin_check;
--> (nothing)
-- With many rows, too.
WITH RECURSIVE n(i) AS (VALUES (2) UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
INSERT INTO customers SELECT i, 'c' || i || '@example.org', '+353 1 55' || i FROM n;
INSERT INTO orders SELECT id, id, '2026-03-15' FROM customers WHERE id > 1;
INSERT INTO order_lines SELECT number, 'shoes' FROM orders WHERE number > 1;
INSERT INTO wishes SELECT id, NULL, 'opt_out', '2026-03-15' FROM customers WHERE id > 1;
INSERT INTO wishes SELECT NULL, mail, 'opt_out', '2026-03-15' FROM customers WHERE id > 1;
INSERT INTO wishes SELECT NULL, mobile, 'opt_out', '2026-03-15' FROM customers WHERE id > 1;
SELECT * FROM soft_optin_check;
--> (nothing)
-- One index less each time.
DROP INDEX orders_by_customer;
--@ only with ENABLE_COLUMN_METADATA
SELECT relation, finding, rows > 1000, what_to_do FROM soft_optin_check;
--> soft_optin_sales | no_index | 1 | Write CREATE INDEX orders_by_customer ON orders (customer): without it each question about one contact reads so many rows.
--@ only without ENABLE_COLUMN_METADATA
SELECT relation, finding, rows > 1000, substr(what_to_do, 1, 186) FROM soft_optin_check;
--> soft_optin_sales | no_index | 1 | Index what soft_optin_sales looks contact_id up by, and pass the column of the table on as it is: without an index each question about one contact reads so many rows (SQLite's plan: SCAN
CREATE INDEX orders_by_customer ON orders (customer);
DROP INDEX wishes_by_email;
--@ only with ENABLE_COLUMN_METADATA
SELECT relation, finding, rows > 1000, what_to_do FROM soft_optin_check;
--> soft_optin_preferences | no_index | 1 | Write CREATE INDEX wishes_by_email ON wishes (lower(trim(address))): without it each question about one contact reads so many rows.
--@ only without ENABLE_COLUMN_METADATA
SELECT relation, finding, rows > 1000, substr(what_to_do, 1, 189) FROM soft_optin_check;
--> soft_optin_preferences | no_index | 1 | Index what soft_optin_preferences looks address up by, and pass the column of the table on as it is: without an index each question about one contact reads so many rows (SQLite's plan: SCAN
CREATE INDEX wishes_by_email ON wishes (lower(trim(address)));
DROP INDEX customers_by_phone;
--@ only with ENABLE_COLUMN_METADATA
SELECT relation, finding, rows > 1000, what_to_do FROM soft_optin_check;
--> soft_optin_contacts | no_index | 1 | Write CREATE INDEX customers_by_phone ON customers (replace(substr(replace(replace(replace(replace(replace(replace(replace(mobile,' ',''),'.',''),'-',''),'(',''),')',''),'[',''),']',''),1,2),'00','+') || substr(replace(replace(replace(replace(replace(replace(replace(mobile,' ',''),'.',''),'-',''),'(',''),')',''),'[',''),']',''),3)): without it each question about one contact reads so many rows.
--@ only without ENABLE_COLUMN_METADATA
SELECT relation, finding, rows > 1000, substr(what_to_do, 1, 184) FROM soft_optin_check;
--> soft_optin_contacts | no_index | 1 | Index what soft_optin_contacts looks phone up by, and pass the column of the table on as it is: without an index each question about one contact reads so many rows (SQLite's plan: SCAN
CREATE INDEX customers_by_phone ON customers(
  replace(substr(replace(replace(replace(replace(replace(replace(replace(
    mobile,' ',''),'.',''),'-',''),'(',''),')',''),'[',''),']',''),1,2),'00','+') ||
  substr(replace(replace(replace(replace(replace(replace(replace(
    mobile,' ',''),'.',''),'-',''),'(',''),')',''),'[',''),']',''),3));
SELECT * FROM soft_optin_check;
--> (nothing)
-- Where nobody asks who else has an address, no index for that is wanted.
DROP INDEX customers_by_phone;
INSERT INTO settings VALUES ('opt_out_follows', 'contact');
SELECT * FROM soft_optin_check;
--> (nothing)
DELETE FROM settings;
CREATE INDEX customers_by_phone ON customers(
  replace(substr(replace(replace(replace(replace(replace(replace(replace(
    mobile,' ',''),'.',''),'-',''),'(',''),')',''),'[',''),']',''),1,2),'00','+') ||
  substr(replace(replace(replace(replace(replace(replace(replace(
    mobile,' ',''),'.',''),'-',''),'(',''),')',''),'[',''),']',''),3));
-- A column that the view computes, and one whose index is there while the view joins without one.
DROP VIEW soft_optin_sales;
CREATE VIEW soft_optin_sales
AS SELECT CAST(orders.customer AS INTEGER) AS contact_id, order_lines.sku AS product_id,
         orders.placed AS occurred_at, 1 AS opt_out_offered
  FROM orders JOIN order_lines ON order_lines.order_number = orders.number;
SELECT relation, finding, rows > 1000, substr(what_to_do, 1, 165) FROM soft_optin_check;
--> soft_optin_sales | no_index | 1 | Index what soft_optin_sales looks contact_id up by, and pass the column of the table on as it is: without an index each question about one contact reads so many rows
-- A join for which SQLite has to build an index each time.
DROP VIEW soft_optin_sales;
CREATE VIEW soft_optin_sales AS
  SELECT orders.customer AS contact_id, order_lines.sku AS product_id,
         orders.placed AS occurred_at, 1 AS opt_out_offered
  FROM orders JOIN order_lines ON order_lines.order_number = orders.number;
DROP INDEX order_lines_by_order;
SELECT relation, finding, rows > 1000 FROM soft_optin_check;
--> soft_optin_sales | no_index | 1
