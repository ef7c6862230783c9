-- The world of the benchmarks: a shop of `size.contacts` customers with three sales, two messages
-- and a tenth of a preference each. Every value follows from the row's number, so that each run has
-- the same. The numbers called scattered are squares, modulo the prime 2147483647, of multiples of
-- the row's number: they lie anywhere below it, and one column of them says nothing of another.
CREATE TABLE customers(id INTEGER PRIMARY KEY, email TEXT, phone TEXT, country TEXT);
CREATE TABLE products(id TEXT PRIMARY KEY, category TEXT);
CREATE TABLE sales(
  id INTEGER PRIMARY KEY, customer_id INTEGER, product_id TEXT, sold_on TEXT, kind TEXT,
  opt_out_offered INTEGER);
CREATE TABLE preferences(
  customer_id INTEGER, address TEXT, state TEXT, changed_at TEXT, channel TEXT, category TEXT);
CREATE TABLE messages(
  id INTEGER PRIMARY KEY, customer_id INTEGER, channel TEXT, sent_at TEXT, product_id TEXT,
  opt_out_included INTEGER);
CREATE TABLE assessments(approved_at TEXT, outcome TEXT, review_due_at TEXT);

-- The order of addresses is not that of customers. One address in fifty is shared with the customer
-- before and written in another way, one in a hundred is missing, one in two hundred blank. Their
-- countries are, in equal shares, those that have a policy, and none.
WITH RECURSIVE row(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM row, size WHERE n < size.contacts)
INSERT INTO customers
SELECT n,
       CASE WHEN n % 100 = 7 THEN NULL
            WHEN n % 200 = 31 THEN '  '
            WHEN n % 50 = 0
            THEN ' Customer' || ((n - 1) * 1640531527 % 2147483647) || '@Example.org'
            ELSE 'customer' || (n * 1640531527 % 2147483647) || '@example.org' END,
       '+353 1 ' || (1000000 + n),
       nullif(substr(
         'ATAUBEBGCACHCYCZDEDKEEESFIFOFRGBGRHRHUIEILISITJPLILTLULVMTNLNONZPLPTROSESGSISKUSZA',
         1 + 2 * (n * 1640531527 % 2147483647 % 42), 2), '')
FROM row;

WITH RECURSIVE row(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM row WHERE n < 200)
INSERT INTO products SELECT 'p' || n, 'shop/' || (n % 5) || '/' || (n % 20) FROM row;

WITH RECURSIVE
  row(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM row, size WHERE n < 3 * size.contacts),
  spread(n, a, b, c, d) AS (
    SELECT n, n * 1640531527 % 2147483647, (n + 11) * 1246822519 % 2147483647,
           (n + 23) * 1266489917 % 2147483647, (n + 37) * 668265263 % 2147483647 FROM row),
  scattered(n, who, what, day, how) AS (
    SELECT n, a * a % 2147483647, b * b % 2147483647, c * c % 2147483647, d * d % 2147483647
    FROM spread)
INSERT INTO sales
SELECT n, 1 + who % (SELECT contacts FROM size), 'p' || (1 + what % 200),
       CASE WHEN day % 500 <> 0 THEN date('2023-07-01', (day % 1080) || ' days') END,
       CASE WHEN how % 20 = 0 THEN 'cancelled' ELSE 'sale' END,
       CASE how % 19 WHEN 0 THEN 0 WHEN 1 THEN NULL ELSE 1 END
FROM scattered;

-- Opt-outs and, one in five, opt-ins; half by customer, half by address; one in four of one
-- category. Of four entries three are of one person, who has changed their mind or said it twice.
WITH RECURSIVE
  row(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM row, size WHERE n < size.contacts / 10),
  person(n, whose) AS (
    SELECT n, CASE n % 4 WHEN 3 THEN n - 1 WHEN 0 THEN n - 2 ELSE n END FROM row),
  spread(n, a, b, c) AS (
    SELECT n, (whose + 41) * 1640531527 % 2147483647, (n + 53) * 1266489917 % 2147483647,
           (n + 67) * 668265263 % 2147483647 FROM person),
  scattered(n, who, day, how) AS (
    SELECT n, 1 + a * a % 2147483647 % (SELECT contacts FROM size), b * b % 2147483647,
           c * c % 2147483647 FROM spread)
INSERT INTO preferences
SELECT CASE WHEN n % 2 = 0 THEN who END,
       CASE WHEN n % 2 = 1
            THEN 'CUSTOMER' || (who * 1640531527 % 2147483647) || '@example.org ' END,
       CASE WHEN how % 5 = 0 THEN 'opt_in' ELSE 'opt_out' END,
       datetime('2024-01-01', (day % 900) || ' days', (how % 86400) || ' seconds') || 'Z',
       CASE WHEN how % 7 = 0 THEN 'sms' END,
       CASE WHEN how % 4 = 0 THEN 'shop/' || (day % 5) END
FROM scattered;

-- Messages of seventeen months up to the day of the questions; one in ten by text, one in
-- twenty-three without a way to opt out, and as many of which nobody knows.
WITH RECURSIVE
  row(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM row, size WHERE n < 2 * size.contacts),
  spread(n, a, b, c) AS (
    SELECT n, (n + 79) * 1640531527 % 2147483647, (n + 97) * 1266489917 % 2147483647,
           (n + 113) * 668265263 % 2147483647 FROM row),
  scattered(n, who, day, how) AS (
    SELECT n, 1 + a * a % 2147483647 % (SELECT contacts FROM size), b * b % 2147483647,
           c * c % 2147483647 FROM spread)
INSERT INTO messages
SELECT n, who, CASE WHEN how % 10 = 0 THEN 'sms' ELSE 'email' END,
       date('2025-01-01', (day % 530) || ' days'), 'p' || (1 + n % 200),
       CASE how % 23 WHEN 0 THEN 0 WHEN 1 THEN NULL ELSE 1 END
FROM scattered;

INSERT INTO assessments VALUES
  ('2025-02-01', 'approved', '2025-12-31'), ('2026-01-10', 'approved', '2026-12-31');

CREATE INDEX sales_by_customer ON sales(customer_id);
CREATE INDEX messages_by_customer ON messages(customer_id);
CREATE INDEX preferences_by_customer ON preferences(customer_id);
CREATE INDEX preferences_by_email ON preferences(lower(trim(address)));
CREATE INDEX customers_by_email ON customers(lower(trim(email)));
CREATE INDEX customers_by_phone ON customers(
  replace(substr(replace(replace(replace(replace(replace(replace(replace(phone,
    ' ', ''), '.', ''), '-', ''), '(', ''), ')', ''), '[', ''), ']', ''), 1, 2), '00', '+')
  || substr(replace(replace(replace(replace(replace(replace(replace(phone,
    ' ', ''), '.', ''), '-', ''), '(', ''), ')', ''), '[', ''), ']', ''), 3));
CREATE INDEX preferences_by_phone ON preferences(
  replace(substr(replace(replace(replace(replace(replace(replace(replace(address,
    ' ', ''), '.', ''), '-', ''), '(', ''), ')', ''), '[', ''), ']', ''), 1, 2), '00', '+')
  || substr(replace(replace(replace(replace(replace(replace(replace(address,
    ' ', ''), '.', ''), '-', ''), '(', ''), ')', ''), '[', ''), ']', ''), 3));

CREATE VIEW soft_optin_contacts AS SELECT id AS contact_id, email, phone, country FROM customers;
CREATE VIEW soft_optin_products AS SELECT id AS product_id, category FROM products;
CREATE VIEW soft_optin_sales AS
  SELECT customer_id AS contact_id, product_id, sold_on AS occurred_at, kind, opt_out_offered,
         id AS sale_id
  FROM sales;
CREATE VIEW soft_optin_preferences AS
  SELECT customer_id AS contact_id, address, state, changed_at, channel, category FROM preferences;
CREATE VIEW soft_optin_messages AS
  SELECT customer_id AS contact_id, channel, sent_at, product_id, opt_out_included, id AS message_id
  FROM messages;
CREATE VIEW soft_optin_assessments AS SELECT * FROM assessments;
