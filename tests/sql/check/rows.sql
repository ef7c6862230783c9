-- Rows that do not match: duplicates, nobody's, sales of what is not known.
--@ include worlds/lawful.sql
CREATE TEMP VIEW findings
AS SELECT severity, substr(relation, 12) AS relation, finding, rows, example, what_to_do
  FROM soft_optin_check;
ALTER TABLE soft_optin_contacts RENAME TO people;
CREATE TABLE soft_optin_contacts(contact_id INTEGER, email TEXT, phone TEXT);
INSERT INTO soft_optin_contacts SELECT contact_id, email, phone FROM people;
INSERT INTO soft_optin_contacts VALUES
  (2, 'bob@example.net', NULL), (2, NULL, '1'), (3, 'eve@example.net', NULL),
  (NULL, 'nobody@example.org', NULL),
  (8, NULL, NULL), (9, ' ', ' - ');
SELECT * FROM findings;
--> error | contacts | duplicate_contact_id | 5 | 2 | Make contact_id unique in soft_optin_contacts, one row for each: a question about one of these contacts is an error, and a send list always.
--> warning | contacts | null_contact_id | 1 | NULL | Leave rows without a contact_id out of soft_optin_contacts: nobody can be asked about them.
--> note | contacts | no_address | 2 | 8 | Add an address where you have one: these contacts have neither email nor phone, and can be reached by in_app alone.
-- A collation that the user chose decides what is double.
DROP TABLE soft_optin_contacts;
CREATE TABLE soft_optin_contacts(contact_id TEXT COLLATE NOCASE, email TEXT);
INSERT INTO soft_optin_contacts SELECT contact_id, email FROM people;
INSERT INTO soft_optin_contacts VALUES ('A', 'a@example.org'), ('a', 'a@example.org'),
  ('b', 'b@example.org');
SELECT relation, finding, rows FROM findings WHERE severity <> 'note';
--> contacts | duplicate_contact_id | 2
DROP TABLE soft_optin_contacts;
ALTER TABLE people RENAME TO soft_optin_contacts;

INSERT INTO soft_optin_sales(sale_id, contact_id, product_id, occurred_at, opt_out_offered) VALUES
  ('s4', 77, 'shoes', '2026-03-15', 1), ('s5', NULL, 'shoes', '2026-03-15', 1),
  ('s6', 1, 'boots', '2026-03-15', 1),
  ('s7', 1, NULL, '2026-03-15', 1), ('s8', 1, ' ', '2026-03-15', 1);
INSERT INTO soft_optin_messages(message_id, contact_id, channel, sent_at, product_id) VALUES
  ('m2', 77, 'email', '2026-04-01', 'boots'), ('m3', NULL, 'email', '2026-04-01', NULL);
SELECT * FROM findings;
--> warning | sales | null_contact_id | 1 | s5 | Find out whose these sales are, or leave them out of soft_optin_sales: without a contact_id they are nobody's.
--> warning | sales | blank_id | 1 | s8 | Write nullif(trim(product_id), '') in place of product_id: a blank is an id like any other, so that all rows with one belong together.
--> warning | sales | unknown_contact | 1 | 77 | Write contact_id in soft_optin_sales as in soft_optin_contacts, or leave these sales out: they are of contacts that are not there.
--> warning | sales | unknown_product | 2 |   | Add what was sold to soft_optin_products, with its category, also where it is sold no more: until then these sales are similar to nothing.
--> warning | messages | null_contact_id | 1 | m3 | Find out to whom these messages went: without a contact_id they are nobody's.
--> note | sales | null_product_id | 1 | s7 | Write what was sold in product_id: until then the sale is similar to nothing.
--> note | messages | unknown_contact | 1 | 77 | Write contact_id in soft_optin_messages as in soft_optin_contacts: these messages went to contacts that are not there, so that none of them is found lawful.
--> note | messages | unknown_product | 1 | boots | Add what was advertised to soft_optin_products, also where it is sold no more: these messages are about products that are not there, so that none of them is found lawful.
DELETE FROM soft_optin_sales WHERE sale_id > 's3';
DELETE FROM soft_optin_messages WHERE message_id > 'm1';

-- Preferences: by id or by address, either will do.
INSERT INTO soft_optin_preferences(contact_id, address, state, changed_at) VALUES
  (77, NULL, 'opt_out', NULL), (78, ' ADA@example.org ', 'opt_out', NULL),
  (79, '00353 (1) 555-0101', 'opt_out', NULL),
  (80, 'old@example.org', 'opt_out', NULL), (1, 'old@example.org', 'opt_out', NULL),
  (NULL, 'Bob@Example.org', 'opt_out', NULL), (NULL, 'old@example.org', 'opt_out', NULL),
  (NULL, '+1', 'opt_out', NULL),
  (NULL, NULL, 'opt_out', NULL), (NULL, ' ', 'opt_out', NULL);
SELECT * FROM findings;
--> error | preferences | nobody_said_it | 2 | NULL | Write in contact_id or address who said it: without both the row counts for nobody.
--> warning | preferences | unknown_contact | 2 | 77 | Write contact_id in soft_optin_preferences as in soft_optin_contacts: what these people have said is heard for no contact.
--> note | preferences | unknown_address | 2 | NULL | Leave these preferences where they are if the addresses are of people who are no contacts (yet), and correct address where it is misspelt: no contact has it.
-- With one of the two columns only, and contacts without phones.
DROP TABLE soft_optin_preferences;
CREATE TABLE soft_optin_preferences(contact_id, state, changed_at);
INSERT INTO soft_optin_preferences VALUES (77, 'opt_out', NULL), (NULL, 'opt_out', NULL);
SELECT relation, finding, rows, example FROM findings;
--> preferences | nobody_said_it | 1 | NULL
--> preferences | unknown_contact | 1 | 77
DROP TABLE soft_optin_preferences;
CREATE TABLE soft_optin_preferences(address, state, changed_at);
INSERT INTO soft_optin_preferences VALUES ('old@example.org', 'opt_out', NULL),
  ('+353 1 555 0101', 'opt_out', NULL);
SELECT relation, finding, rows, example FROM findings;
--> preferences | unknown_address | 1 | NULL
DELETE FROM soft_optin_preferences;

-- Ids of other types.
ALTER TABLE soft_optin_sales RENAME TO orders;
CREATE TABLE soft_optin_sales(contact_id, product_id, occurred_at, opt_out_offered);
INSERT INTO soft_optin_sales VALUES (1, 'shoes', '2026-03-15', 1), ('2', 'shoes', '2026-03-15', 1),
  (3, 'shoes', '2026-03-15', 1), (1.5, 'shoes', '2026-03-15', 1),
  (1, x'73686f6573', '2026-03-15', 1);
SELECT * FROM findings;
--> warning | sales | id_of_other_type | 1 | 1.5 | Write contact_id as INTEGER or TEXT, the same in every relation: a REAL or BLOB matches only its like.
--> warning | sales | id_of_other_type | 1 | 1 | Write product_id as INTEGER or TEXT, the same in every relation: a REAL or BLOB matches only its like.
--> warning | sales | unknown_contact | 1 | 1.5 | Write contact_id in soft_optin_sales as in soft_optin_contacts, or leave these sales out: they are of contacts that are not there.
--> warning | sales | unknown_product | 1 | x'73686f6573' | Add what was sold to soft_optin_products, with its category, also where it is sold no more: until then these sales are similar to nothing.
--> note | sales | mixed_id_types | 1 | 2 | Write all ids in contact_id as INTEGER or all as TEXT, the same in every relation: with both, every question is read by key, which is slower.
UPDATE soft_optin_sales SET contact_id = '1', product_id = 'shoes';
SELECT * FROM findings;
--> note | sales | id_types_differ | 5 | 1 | Write contact_id as INTEGER, as soft_optin_contacts does: until then every question is read by key, which is slower, and SQLite decides which are equal.
