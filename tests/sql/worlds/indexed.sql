-- A shop with tables and names of its own, mapped by views, with the indexes that one contact's
-- answer is to be read through (sql/relations/ tells which).
CREATE TABLE customers(id INTEGER PRIMARY KEY, mail TEXT, mobile TEXT);
CREATE TABLE orders(number INTEGER PRIMARY KEY, customer INTEGER, placed TEXT);
CREATE TABLE order_lines(order_number INTEGER, sku TEXT);
CREATE TABLE items(sku TEXT PRIMARY KEY, department TEXT);
CREATE TABLE wishes(customer INTEGER, address TEXT, wish TEXT, at TEXT);
CREATE TABLE assessments(approved_at TEXT, outcome TEXT, review_due_at TEXT);
CREATE TABLE settings(name TEXT, value TEXT);
CREATE TABLE similarities(a TEXT, b TEXT);

CREATE INDEX orders_by_customer ON orders(customer);
CREATE INDEX order_lines_by_order ON order_lines(order_number);
CREATE INDEX wishes_by_customer ON wishes(customer);
CREATE INDEX wishes_by_email ON wishes(lower(trim(address)));
CREATE INDEX customers_by_email ON customers(lower(trim(mail)));
CREATE INDEX customers_by_phone ON customers(
  replace(substr(replace(replace(replace(replace(replace(replace(replace(
    mobile,' ',''),'.',''),'-',''),'(',''),')',''),'[',''),']',''),1,2),'00','+') ||
  substr(replace(replace(replace(replace(replace(replace(replace(
    mobile,' ',''),'.',''),'-',''),'(',''),')',''),'[',''),']',''),3));
CREATE INDEX wishes_by_phone ON wishes(
  replace(substr(replace(replace(replace(replace(replace(replace(replace(
    address,' ',''),'.',''),'-',''),'(',''),')',''),'[',''),']',''),1,2),'00','+') ||
  substr(replace(replace(replace(replace(replace(replace(replace(
    address,' ',''),'.',''),'-',''),'(',''),')',''),'[',''),']',''),3));

CREATE VIEW soft_optin_contacts AS
  SELECT id AS contact_id, mail AS email, mobile AS phone FROM customers;
CREATE VIEW soft_optin_sales AS
  SELECT orders.customer AS contact_id, order_lines.sku AS product_id, orders.placed AS occurred_at,
         1 AS opt_out_offered, orders.number AS sale_id
  FROM orders JOIN order_lines ON order_lines.order_number = orders.number;
CREATE VIEW soft_optin_products AS SELECT sku AS product_id, department AS category FROM items;
CREATE VIEW soft_optin_preferences AS
  SELECT customer AS contact_id, address, wish AS state, at AS changed_at FROM wishes;
CREATE VIEW soft_optin_assessments AS SELECT * FROM assessments;
CREATE VIEW soft_optin_settings AS SELECT * FROM settings;
CREATE VIEW soft_optin_similar_categories AS
  SELECT a AS category, b AS similar_to FROM similarities;

INSERT INTO customers VALUES (1, 'ada@example.org', '+353 1 555 0101');
INSERT INTO orders VALUES (1, 1, '2026-03-15');
INSERT INTO order_lines VALUES (1, 'shoes');
INSERT INTO items VALUES ('shoes', 'footwear');
INSERT INTO assessments VALUES ('2026-01-10', 'approved', NULL);
