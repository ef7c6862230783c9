-- Views over the user's own tables are the mapping; nothing is copied and nothing of theirs is
-- written.
CREATE TABLE customers(
  id INTEGER PRIMARY KEY, mail TEXT, mobile TEXT, deleted INTEGER NOT NULL DEFAULT 0);
CREATE TABLE orders(
  number TEXT PRIMARY KEY, customer INTEGER REFERENCES customers, placed TEXT, state TEXT);
CREATE TABLE order_lines("order" TEXT REFERENCES orders, sku TEXT);
CREATE TABLE items(sku TEXT PRIMARY KEY, department TEXT, "group" TEXT);
CREATE TABLE unsubscribes(mail TEXT, at TEXT);
INSERT INTO customers(id, mail) VALUES (1, 'ada@example.org'), (2, 'bob@example.org');
INSERT INTO customers VALUES (3, 'old@example.org', NULL, 1);
INSERT INTO orders VALUES ('A-1', 1, '2026-03-15', 'paid'), ('A-2', 2, '2026-03-15', 'cancelled');
INSERT INTO order_lines VALUES ('A-1', 'shoes-42'), ('A-1', 'tent-2'), ('A-2', 'shoes-42');
INSERT INTO items VALUES ('shoes-42', 'footwear', 'running'), ('tent-2', 'camping', 'tents');

CREATE VIEW soft_optin_contacts AS
  SELECT id AS contact_id, mail AS email, mobile AS phone FROM customers WHERE NOT deleted;
CREATE VIEW soft_optin_sales AS
  SELECT o.customer AS contact_id, l.sku AS product_id, o.placed AS occurred_at,
         CASE o.state WHEN 'paid' THEN 'sale' ELSE o.state END AS kind, 1 AS opt_out_offered,
         o.number AS sale_id
  FROM orders AS o JOIN order_lines AS l ON l."order" = o.number;
CREATE VIEW soft_optin_products AS
  SELECT sku AS product_id, department || '/' || "group" AS category FROM items;
CREATE VIEW soft_optin_preferences AS
  SELECT mail AS address, 'opt_out' AS state, at AS changed_at FROM unsubscribes;
CREATE VIEW soft_optin_assessments AS
  SELECT '2026-01-10' AS approved_at, 'approved' AS outcome, NULL AS review_due_at;

SELECT id, soft_optin_reason(id, 'shoes-42') FROM customers;
--> 1 | eligible
--> 2 | no_sale
--> 3 | unknown_contact
SELECT evidence FROM soft_optin_conditions(1, 'tent-2') WHERE code = 'no_sale';
--> sale A-1 of 2026-03-15: kind is sale

-- The next statement sees what the user writes into their own tables.
INSERT INTO unsubscribes VALUES ('Ada@Example.org', '2026-06-15');
SELECT soft_optin_reason(1, 'shoes-42');
--> opted_out
DELETE FROM unsubscribes;
SELECT soft_optin_reason(1, 'shoes-42');
--> eligible
SELECT count(*) FROM sqlite_master WHERE name NOT LIKE 'soft_optin_%' AND type = 'table';
--> 5
