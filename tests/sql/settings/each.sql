-- Every setting, and what it changes.
--@ include worlds/lawful.sql
SAVEPOINT defaults;
INSERT INTO soft_optin_settings VALUES
  ('policy', 'baseline'), ('window_months', 12), ('window_boundary', 'inclusive'),
  ('similarity_depth', 0),
  ('time_zone', 'UTC'), ('opt_out_follows', 'address'), ('require_assessment', 1),
  ('register_valid_days', 30), ('schema', 'main');
SELECT contact_id, soft_optin_reason(contact_id, 'shoes') FROM soft_optin_contacts;
--> 1 | eligible
--> 2 | opted_out
--> 3 | lapsed
--> 4 | no_sale
-- Text and numbers, any case, blanks around.
UPDATE soft_optin_settings SET name = upper(name), value = ' ' || value || ' ';
SELECT soft_optin_reason(1, 'shoes');
--> eligible
ROLLBACK TO defaults;

INSERT INTO soft_optin_settings VALUES ('window_months', 24);
SELECT soft_optin_reason(3, 'shoes'), soft_optin_expires(3, 'shoes');
--> eligible | 2027-06-14
UPDATE soft_optin_settings SET value = '1';
SELECT soft_optin_reason(1, 'shoes'), soft_optin_reason(1, 'shoes', 'email', '2026-04-15');
--> lapsed | eligible
UPDATE soft_optin_settings SET value = 0;
SELECT soft_optin_reason(3, 'shoes', 'email', '2027-06-30');
--> eligible
ROLLBACK TO defaults;

INSERT INTO soft_optin_settings VALUES ('window_boundary', 'exclusive');
SELECT soft_optin_expires(1, 'shoes'), soft_optin_reason(1, 'shoes', 'email', '2027-03-15');
--> 2027-03-14 | lapsed
ROLLBACK TO defaults;

UPDATE soft_optin_products SET category = 'footwear/hiking' WHERE product_id = 'laces';
SELECT soft_optin_reason(1, 'laces');
--> not_similar
INSERT INTO soft_optin_settings VALUES ('similarity_depth', 1);
SELECT soft_optin_reason(1, 'laces'), soft_optin_reason(1, 'tent');
--> eligible | not_similar
ROLLBACK TO defaults;
INSERT INTO soft_optin_similar_categories VALUES ('camping', 'footwear/running');
SELECT soft_optin_reason(1, 'tent');
--> eligible
ROLLBACK TO defaults;

UPDATE soft_optin_contacts SET email = ' BOB@example.org' WHERE contact_id = 1;
SELECT soft_optin_reason(1, 'shoes'), soft_optin_reason(1, 'shoes', 'sms');
--> opted_out | eligible
INSERT INTO soft_optin_settings VALUES ('opt_out_follows', 'contact');
SELECT soft_optin_reason(1, 'shoes'), soft_optin_reason(2, 'shoes');
--> eligible | opted_out
ROLLBACK TO defaults;

DELETE FROM soft_optin_assessments;
SELECT soft_optin_reason(1, 'shoes');
--> no_assessment
INSERT INTO soft_optin_settings VALUES ('require_assessment', '0');
SELECT soft_optin_reason(1, 'shoes');
--> eligible
