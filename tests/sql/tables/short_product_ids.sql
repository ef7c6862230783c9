-- Ids of products that differ in one letter, wherever it stands, are different products: each one's
-- list has its own buyer alone. Texts of eight bytes or fewer are told apart by their hashes.
--@ include worlds/smallest.sql
DELETE FROM soft_optin_contacts;
DELETE FROM soft_optin_sales;
DELETE FROM soft_optin_products;
CREATE TABLE short(number INTEGER PRIMARY KEY, id TEXT);
WITH RECURSIVE
  length(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM length WHERE n < 19),
  place(n, at) AS (
    SELECT n, 0 FROM length UNION ALL SELECT n, at + 1 FROM place WHERE at < n)
INSERT INTO short(id)
SELECT substr('aaaaaaaaaaaaaaaaaaaa', 1, at - 1) || CASE WHEN at > 0 THEN 'b' ELSE 'a' END
    || substr('aaaaaaaaaaaaaaaaaaaa', 1, n - max(at, 1)) FROM place;
SELECT count(*), count(DISTINCT id), max(length(id)) FROM short;
--> 209 | 209 | 19
INSERT INTO soft_optin_contacts SELECT number, 'c' || number || '@example.org' FROM short;
INSERT INTO soft_optin_products SELECT id, 'category ' || number FROM short;
INSERT INTO soft_optin_sales SELECT number, id, '2026-03-15', 1 FROM short;
SELECT id, contact_id FROM short JOIN soft_optin_audience(id, 'email', '2026-06-15')
WHERE contact_id <> number;
--> (nothing)
SELECT count(*) FROM short JOIN soft_optin_audience(id, 'email', '2026-06-15');
--> 209
-- One product alone.
SELECT contact_id = (SELECT number FROM short WHERE id = 'abaa')
FROM soft_optin_audience('abaa', 'email', '2026-06-15');
--> 1
