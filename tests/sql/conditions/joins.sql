-- soft_optin_conditions in joins: arguments from other tables, LEFT JOIN, IN, OR, EXISTS.
--@ include worlds/lawful.sql
SELECT c.contact_id, t.code
FROM soft_optin_contacts AS c, soft_optin_conditions(c.contact_id, 'shoes') AS t
WHERE t.met = 0 ORDER BY c.contact_id;
--> 2 | opted_out
--> 3 | lapsed
--> 4 | no_sale
-- In either order.
SELECT c.contact_id, t.code
FROM soft_optin_conditions AS t JOIN soft_optin_contacts AS c ON t.contact_id = c.contact_id
WHERE t.product_id = 'shoes' AND t.met = 0 ORDER BY c.contact_id;
--> 2 | opted_out
--> 3 | lapsed
--> 4 | no_sale
SELECT p.product_id, t.code
FROM soft_optin_products AS p JOIN soft_optin_conditions(1, p.product_id) AS t ON t.met = 0
ORDER BY p.product_id;
--> donation | non_commercial
--> tent | not_similar
--> watch | third_party_product

-- Also an argument that may be left out, where asking first and comparing afterwards looks cheaper.
CREATE TABLE ways(way TEXT);
INSERT INTO ways VALUES ('email'), ('sms');
WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 500)
INSERT INTO ways SELECT 'in_app' FROM n;
ANALYZE;
SELECT t.channel, count(*) FROM ways JOIN soft_optin_conditions(1, 'shoes') AS t
  ON t.channel = ways.way GROUP BY t.channel ORDER BY t.channel;
--> email | 22
--> in_app | 11000
--> sms | 22
-- CROSS JOIN has the tables read as written. SQLite does not tell the first one of a condition with
-- the second: the argument is left out, and SQLite compares what it is then.
SELECT t.channel, count(*) FROM soft_optin_conditions(1, 'shoes') AS t CROSS JOIN ways
  ON t.channel = ways.way GROUP BY t.channel ORDER BY t.channel;
--> email | 22

-- LEFT JOIN keeps who has no row.
SELECT c.contact_id, t.code
FROM soft_optin_contacts AS c LEFT JOIN soft_optin_conditions(c.contact_id, 'shoes') AS t
  ON t.met = 0
ORDER BY c.contact_id;
--> 1 | NULL
--> 2 | opted_out
--> 3 | lapsed
--> 4 | no_sale
SELECT w.who, count(t.code)
FROM (SELECT 1 AS who UNION ALL SELECT NULL UNION ALL SELECT 99) AS w
LEFT JOIN soft_optin_conditions(w.who, 'shoes') AS t GROUP BY w.who ORDER BY w.who;
--> NULL | 0
--> 1 | 22
--> 99 | 22

-- IN and OR on an argument are several questions.
SELECT contact_id, code FROM soft_optin_conditions
WHERE contact_id IN (1, 2, 3) AND product_id = 'shoes' AND met = 0 ORDER BY contact_id;
--> 2 | opted_out
--> 3 | lapsed
SELECT contact_id, code FROM soft_optin_conditions
WHERE contact_id IN (SELECT contact_id FROM soft_optin_contacts) AND product_id IN ('shoes', 'tent')
  AND met = 0 ORDER BY contact_id, product_id, code;
--> 1 | not_similar
--> 2 | opted_out
--> 2 | not_similar
--> 2 | opted_out
--> 3 | lapsed
--> 3 | lapsed
--> 3 | not_similar
--> 4 | no_sale
--> 4 | no_sale
SELECT contact_id, code FROM soft_optin_conditions
WHERE (contact_id = 2 OR contact_id = 3) AND product_id = 'shoes' AND met = 0 ORDER BY contact_id;
--> 2 | opted_out
--> 3 | lapsed
SELECT contact_id, code FROM soft_optin_conditions
WHERE (contact_id = 2 AND product_id = 'shoes' OR contact_id = 1 AND product_id = 'tent')
  AND met = 0
ORDER BY contact_id;
--> 1 | not_similar
--> 2 | opted_out

-- Correlated, in an expression.
SELECT c.contact_id, (SELECT count(*) FROM soft_optin_conditions(c.contact_id, 'shoes') WHERE met)
FROM soft_optin_contacts AS c ORDER BY 1;
--> 1 | 22
--> 2 | 21
--> 3 | 21
--> 4 | 12
SELECT contact_id FROM soft_optin_contacts AS c WHERE NOT EXISTS
  (SELECT 1 FROM soft_optin_conditions(c.contact_id, 'shoes') WHERE met IS NOT 1);
--> 1
-- Two of them, and a UNION.
SELECT a.code FROM soft_optin_conditions(2, 'tent') AS a, soft_optin_conditions(2, 'shoes') AS b
WHERE a.code = b.code AND a.met IS NOT b.met;
--> not_similar
SELECT code FROM soft_optin_conditions(2, 'shoes') WHERE met = 0
UNION SELECT code FROM soft_optin_conditions(3, 'shoes') WHERE met = 0 ORDER BY code;
--> lapsed
--> opted_out
