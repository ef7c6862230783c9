-- A send list of one product leaves out the sales of other products; from the second product of a
-- statement on everything is read. The lists are the same, whatever the ids are made of.
CREATE TABLE people(id, mail TEXT);
INSERT INTO people VALUES
  (1, 'a@example.org'), (2, 'b@example.org'), (3, 'c@example.org'), (4, 'd@example.org'),
  (5, 'e@example.org'), (6, 'f@example.org'), (7, 'g@example.org'), (8, 'h@example.org');
CREATE TABLE sold(person, product, day TEXT, way_out INTEGER, number);
INSERT INTO sold VALUES
  (1, 17,      '2026-03-15', 1, 'as a number'),
  (2, '17',    '2026-03-15', 1, 'as a text'),
  (3, '017',   '2026-03-15', 1, 'another text'),
  (4, 'Lamp',  '2026-03-15', 1, 'in another case'),
  (5, 'ghost', '2026-03-15', 1, 'of no product'),
  (6, 99,      '2026-03-15', 1, 'without a category'),
  (7, 18,      '2026-03-15', 1, 'a' || char(0) || 'b'),
  (7, 'ghost', '2026-03-15', 1, 'of no product'),
  (7, NULL,    '2026-03-15', 1, 'of nothing'),
  (8, 18.0,    '2026-03-15', 1, x'00ff');
CREATE TABLE numbered(id INTEGER, category TEXT);
INSERT INTO numbered VALUES (17, 'light'), (18, 'light'), (99, NULL), (55, NULL);
CREATE TABLE lettered(id TEXT COLLATE NOCASE, category TEXT);
INSERT INTO lettered VALUES ('17', 'light'), ('18', 'light'), ('lamp', 'light'), ('99', NULL);
CREATE VIEW soft_optin_contacts AS SELECT id AS contact_id, mail AS email FROM people;
CREATE VIEW soft_optin_sales AS
  SELECT person AS contact_id, product AS product_id, day AS occurred_at,
    way_out AS opt_out_offered, number AS sale_id FROM sold;
CREATE TABLE soft_optin_preferences(contact_id, state TEXT, changed_at TEXT);
CREATE TABLE soft_optin_assessments(approved_at TEXT, outcome TEXT, review_due_at TEXT);
INSERT INTO soft_optin_assessments VALUES ('2026-01-10', 'approved', '2027-06-30');

-- Products are numbers: a text that is one is converted, also one with a leading zero.
CREATE VIEW soft_optin_products AS SELECT id AS product_id, category FROM numbered;
-- A sale_id comes back whole, also behind a NUL.
SELECT contact_id, typeof(sale_id), length(CAST(sale_id AS BLOB)), sale_id = number
FROM soft_optin_audience(17, 'email', '2026-06-15') JOIN sold ON person = contact_id
WHERE product <> 'ghost' ORDER BY contact_id;
--> 1 | text | 11 | 1
--> 2 | text | 9 | 1
--> 3 | text | 12 | 1
--> 7 | text | 3 | 1
--> 8 | blob | 2 | 1
SELECT count(*) FROM soft_optin_audience(99, 'email', '2026-06-15');
--> 1
SELECT count(*) FROM soft_optin_audience(55, 'email', '2026-06-15');
--> 0
-- Each product alone, and as the second of a statement: no list differs.
SELECT p.id, group_concat(alone.contact_id) FROM numbered AS p
JOIN soft_optin_audience(p.id, 'email', '2026-06-15') AS alone GROUP BY p.id;
--> 17 | 1,2,3,7,8
--> 18 | 1,2,3,7,8
--> 99 | 6
SELECT 'differs' FROM people WHERE soft_optin_eligible(id, 18, 'email', '2026-06-15')
  <> (id IN (SELECT contact_id FROM soft_optin_audience(18, 'email', '2026-06-15')));
--> (nothing)
-- The evidence is the same where every contact is shown.
SELECT 'differs' FROM soft_optin_eligibility(17, 'email', '2026-06-15') AS every
LEFT JOIN soft_optin_audience(17, 'email', '2026-06-15') AS listed USING (contact_id)
WHERE every.eligible <> (listed.contact_id IS NOT NULL)
  OR every.eligible AND every.sale_id IS NOT listed.sale_id;
--> (nothing)

-- Products are texts without regard to case: '017' is another one, 'Lamp' is 'lamp'.
DROP VIEW soft_optin_products;
CREATE VIEW soft_optin_products AS SELECT id AS product_id, category FROM lettered;
SELECT contact_id FROM soft_optin_audience('LAMP', 'email', '2026-06-15');
--> 1
--> 2
--> 4
--> 7
SELECT p.id, group_concat(alone.contact_id) FROM lettered AS p
JOIN soft_optin_audience(p.id, 'email', '2026-06-15') AS alone GROUP BY p.id;
--> 17 | 1,2,4,7
--> 18 | 1,2,4,7
--> 99 | 6
--> lamp | 1,2,4,7
-- First for every contact, then for one product after another, in one statement.
SELECT (SELECT count(*) FROM soft_optin_eligibility('17', 'email', '2026-06-15') WHERE eligible),
  (SELECT count(*) FROM soft_optin_audience('17', 'email', '2026-06-15')),
  (SELECT count(*) FROM soft_optin_audience('99', 'email', '2026-06-15'));
--> 4 | 4 | 1

-- A view of several tables, in an order of its own.
DROP VIEW soft_optin_sales;
CREATE VIEW soft_optin_sales AS
  SELECT person AS contact_id, product AS product_id, day AS occurred_at,
    way_out AS opt_out_offered FROM sold JOIN people ON people.id = sold.person
  WHERE people.id <> 2
  UNION ALL SELECT 2, 'lamp', '2026-04-01', 1 ORDER BY 1 DESC;
SELECT contact_id, sale_on FROM soft_optin_audience('lamp', 'email', '2026-06-15');
--> 1 | 2026-03-15
--> 2 | 2026-04-01
--> 4 | 2026-03-15
--> 7 | 2026-03-15

-- The functions that take the rows are for softoptin alone.
SELECT soft_optin_pass_wants(NULL, 17);
--! softoptin alone calls this function
SELECT soft_optin_pass_takes();
--! softoptin alone calls this function
SELECT soft_optin_pass_wants();
--! softoptin alone calls this function
SELECT soft_optin_pass_takes(x'00', id) FROM people;
--! softoptin alone calls this function
