-- Under national policies the contact's country decides: one that is not known, has no policy, or
-- has one that nobody has settled, is a finding. The still clock says 2026-06-15.
--@ include worlds/lawful.sql
CREATE TEMP VIEW findings
AS SELECT severity, substr(relation, 12) AS relation, finding, rows, example, what_to_do
  FROM soft_optin_check;
INSERT INTO soft_optin_settings VALUES ('policy', 'national');
-- Good data.
SELECT * FROM findings;
--> (nothing)
UPDATE soft_optin_contacts SET country = ' gb ' WHERE contact_id = 2;
SELECT * FROM findings;
--> (nothing)

INSERT INTO soft_optin_contacts(contact_id, email, country) VALUES
  (5, 'e5@example.org', NULL), (6, 'e6@example.org', ' '), (7, 'e7@example.org', 'UK'),
  (8, 'e8@example.org', 'Eu'), (9, 'e9@example.org', 'XX'), (10, 'e10@example.org', 'Germany'),
  (11, 'e11@example.org', 'BR'), (12, 'e12@example.org', 'br '), (13, 'e13@example.org', 'a@b');
SELECT * FROM findings;
--> warning | contacts | unknown_country | 1 | 8 | Write the code of the member state in place of 'Eu' in country: until then no policy decides about these contacts, and none of them is eligible.
--> warning | contacts | unknown_country | 1 | 10 | Write DE in place of 'Germany' in country: until then no policy decides about these contacts, and none of them is eligible.
--> warning | contacts | unknown_country | 1 | 7 | Write GB in place of 'UK' in country: until then no policy decides about these contacts, and none of them is eligible.
--> warning | contacts | unknown_country | 1 | 9 | Write the code of ISO 3166-1 alpha-2 in place of 'XX' in country: until then no policy decides about these contacts, and none of them is eligible.
--> warning | contacts | unknown_country | 1 | 13 | Write the code of ISO 3166-1 alpha-2 in place of another word in country: until then no policy decides about these contacts, and none of them is eligible.
--> warning | contacts | no_country | 2 | 5 | Write the code of the contact's country in country, where it is NULL or blank: until then no policy decides about these contacts, and none of them is eligible.
--> note | contacts | country_without_policy | 2 | 11 | Send to contacts of 'BR' with their consent alone: soft_optin_policies has no row of that country, so that none of them is eligible.
-- That is true.
INSERT INTO soft_optin_sales(sale_id, contact_id, product_id, occurred_at, kind, collected_directly,
  opt_out_offered, refused, preticked, organisation)
SELECT 'n' || contact_id, contact_id, 'shoes', '2026-03-15', 'sale', 1, 1, 0, 0, 'Trail Ltd'
FROM soft_optin_contacts WHERE contact_id > 4;
SELECT DISTINCT soft_optin_reason(contact_id, 'shoes') FROM soft_optin_contacts
WHERE contact_id > 4;
--> unknown_jurisdiction
-- Under one country's policy for everyone nothing of it matters; the note is what it was.
UPDATE soft_optin_settings SET value = 'IE';
SELECT severity, finding, rows, example FROM findings;
--> note | unknown_country | 1 | 8
--> note | unknown_country | 1 | 10
--> note | unknown_country | 1 | 7
--> note | unknown_country | 1 | 9
--> note | unknown_country | 1 | 13
DELETE FROM soft_optin_sales WHERE contact_id > 4;
DELETE FROM soft_optin_contacts WHERE contact_id > 4;
UPDATE soft_optin_settings SET value = 'national';

-- A policy that is undated, or not well known, allows nothing until somebody has settled it.
UPDATE soft_optin_contacts SET country = CASE contact_id
  WHEN 1 THEN 'EE' WHEN 2 THEN 'BG' ELSE 'bg' END;
SELECT * FROM findings;
--> warning | contacts | unsettled_policy | 3 | 2 | Look at policy BG in soft_optin_policies, and settle in soft_optin_policy_choices what is open: valid_from and confidence. It allows nothing before somebody has, and none of these contacts is eligible.
--> warning | contacts | unsettled_policy | 1 | 1 | Look at policy EE in soft_optin_policies, and settle in soft_optin_policy_choices what is open: valid_from. It allows nothing before somebody has, and none of these contacts is eligible.
SELECT soft_optin_reason(1, 'shoes');
--> unknown_jurisdiction
CREATE TABLE soft_optin_policy_choices(
  jurisdiction TEXT, parameter TEXT, value, reason TEXT, decided_by TEXT, decided_at);
INSERT INTO soft_optin_policy_choices VALUES
  ('EE', 'valid_from', '2006-03-16', 'read in Riigi Teataja', 'J. Doe', '2026-05-03'),
  ('BG', 'valid_from', '2006-12-24', 'read in the gazette', 'J. Doe', '2026-05-03');
SELECT rows, substr(what_to_do, 1, 107) FROM findings;
--> 3 | Look at policy BG in soft_optin_policies, and settle in soft_optin_policy_choices what is open: confidence.
SELECT soft_optin_reason(1, 'shoes');
--> eligible
-- Nor has it to be settled where the house wants no soft opt-in there.
INSERT INTO soft_optin_policy_choices VALUES
  ('BG', 'soft_optin', 'no', 'consent alone', 'J. Doe', '2026-05-03');
SELECT * FROM findings;
--> (nothing)
-- Under one country's policy for everyone it is about all contacts.
UPDATE soft_optin_settings SET value = 'LV';
SELECT finding, rows, example, substr(what_to_do, 1, 47) FROM findings WHERE severity <> 'note';
--> unsettled_policy | 4 | 1 | Look at policy LV in soft_optin_policies, and s
UPDATE soft_optin_settings SET value = 'national';
DROP TABLE soft_optin_policy_choices;

-- Without the column nobody is eligible.
ALTER TABLE soft_optin_contacts RENAME TO people;
CREATE VIEW soft_optin_contacts AS SELECT contact_id, email, phone, subscriber FROM people;
SELECT * FROM findings;
--> warning | contacts | no_country | 4 | 1 | Add a column country to soft_optin_contacts, with the code of ISO 3166-1 alpha-2 such as IE: without it no policy decides about any contact, and nobody is eligible.
DELETE FROM soft_optin_settings;
SELECT * FROM findings;
--> (nothing)

-- Products of charities are asked about where a policy in use has a rule for them, and count as
-- marketed there.
ALTER TABLE soft_optin_products ADD COLUMN charity;
UPDATE soft_optin_products SET charity = CASE product_id WHEN 'donation' THEN 1 ELSE 'no' END
WHERE product_id IN ('donation', 'tent');
DELETE FROM soft_optin_assessments;
SELECT finding, rows FROM findings;
--> no_assessment | 3
INSERT INTO soft_optin_settings VALUES ('policy', 'GB');
SELECT severity, finding, rows, example, substr(what_to_do, 1, 47) FROM findings;
--> warning | not_a_boolean | 1 | tent | Write 1, 0 or NULL in place of 'no' in charity:
--> warning | no_assessment | 4 | tent | Record in soft_optin_assessments, once it is ma
UPDATE soft_optin_settings SET value = 'IE';
SELECT finding, rows FROM findings;
--> not_a_boolean | 1
--> no_assessment | 3
