-- Cancellations that are rows of their own, beside the sale, which then still counts; and ids that
-- differ in case alone.
--@ include worlds/lawful.sql
CREATE TEMP VIEW findings
AS SELECT severity, substr(relation, 12) AS relation, finding, rows, example, what_to_do
  FROM soft_optin_check;
INSERT INTO soft_optin_sales(sale_id, contact_id, product_id, occurred_at, kind, opt_out_offered)
VALUES ('c1', 1, 'shoes', '2026-03-20', ' Refund ', 1),
  ('c2', 2, 'shoes', '2026-03-20', 'cancelled', 1);
SELECT * FROM findings;
--> warning | sales | cancellation_beside_sale | 2 | c1 | Write cancelled in kind of the sale that was cancelled, not of a row beside it: most cancellations are rows of their own, beside a sale of the same product to the same contact, and that sale still counts.
SELECT soft_optin_reason(1, 'shoes');
--> eligible
-- A cancelled order of what was bought another time is in order, while it is not most of them.
INSERT INTO soft_optin_sales(sale_id, contact_id, product_id, occurred_at, kind, opt_out_offered)
VALUES ('c3', 4, 'shoes', '2026-03-20', 'cancelled', 1),
  ('c4', 3, 'tent', '2026-03-20', 'return', 1);
SELECT * FROM findings;
--> (nothing)
-- What never was a sale is none that was cancelled, and nobody's rows count for neither side.
DELETE FROM soft_optin_sales WHERE sale_id IN ('c2', 'c3', 'c4');
UPDATE soft_optin_sales SET kind = 'donation' WHERE sale_id = 'c1';
SELECT * FROM findings;
--> (nothing)
-- In the sale itself: then it does not count.
DELETE FROM soft_optin_sales WHERE sale_id = 'c1';
UPDATE soft_optin_sales SET kind = 'cancelled' WHERE sale_id = 's1';
SELECT * FROM findings;
--> (nothing)
SELECT soft_optin_reason(1, 'shoes');
--> no_sale

-- Ids that differ in case or blanks alone.
INSERT INTO soft_optin_products
VALUES ('Shoes', 'footwear/running', 1, 1, 'Trail Ltd'),
  (' shoes', 'footwear/running', 1, 1, 'Trail Ltd');
SELECT * FROM findings;
--> note | products | ids_differ_by_case | 3 |  shoes | Write product_id alike everywhere, perhaps as lower(trim(...)): these ids differ in upper and lower case or blanks alone, and count as different products.
DELETE FROM soft_optin_products WHERE product_id IN ('Shoes', ' shoes');
DROP TABLE soft_optin_contacts;
CREATE TABLE soft_optin_contacts(contact_id, email);
INSERT INTO soft_optin_contacts VALUES ('a1', 'a@example.org'), ('A1', 'b@example.org'),
  ('a2', 'c@example.org'), (1, 'd@example.org'), (2, 'e@example.org'), (3, 'f@example.org');
SELECT * FROM findings WHERE finding = 'ids_differ_by_case';
--> note | contacts | ids_differ_by_case | 2 | A1 | Write contact_id alike everywhere, perhaps as lower(trim(...)): these ids differ in upper and lower case or blanks alone, and count as different contacts, so that what the one has said is not heard for the other.
-- Not where the column itself takes them for one.
DROP TABLE soft_optin_contacts;
CREATE TABLE soft_optin_contacts(contact_id TEXT COLLATE NOCASE, email);
INSERT INTO soft_optin_contacts VALUES ('a1', 'a@example.org'), ('A1', 'b@example.org');
SELECT finding, rows FROM findings WHERE relation = 'contacts';
--> duplicate_contact_id | 2
