-- Negotiations of contacts whose policy accepts some kinds of them and not others: CA accepts an
-- enquiry and a quote, and says nothing of a free trial; GB accepts all, DE none.
--@ include worlds/lawful.sql
CREATE TEMP VIEW findings
AS SELECT severity, substr(relation, 12) AS relation, finding, rows, example, what_to_do
  FROM soft_optin_check;
INSERT INTO soft_optin_settings VALUES ('policy', 'national');
UPDATE soft_optin_contacts SET country = CASE contact_id WHEN 1 THEN 'ca ' WHEN 2 THEN 'GB'
  WHEN 3 THEN 'DE' ELSE 'IL' END;
SELECT * FROM findings;
--> (nothing)
UPDATE soft_optin_sales SET kind = ' Negotiation ', express_communication = 1;
SELECT * FROM findings;
--> warning | sales | no_trigger | 1 | s1 | Add a column trigger to soft_optin_sales, with enquiry, quote or free_trial for each negotiation. The policy of these contacts accepts some kinds of negotiation and not others: until then these allow nothing.
SELECT soft_optin_reason(1, 'shoes');
--> no_sale
ALTER TABLE soft_optin_sales ADD COLUMN trigger TEXT;
SELECT what_to_do FROM findings;
--> Write enquiry, quote or free_trial in trigger of negotiations, where it is NULL or blank. The policy of these contacts accepts some kinds of negotiation and not others: until then these allow nothing.
-- Words that are read, words that are not, and a word where it does not matter.
UPDATE soft_optin_sales SET trigger = CASE sale_id WHEN 's1' THEN ' Quote ' ELSE 'demo' END;
SELECT * FROM findings;
--> (nothing)
SELECT soft_optin_reason(1, 'shoes');
--> eligible
INSERT INTO soft_optin_sales(sale_id, contact_id, product_id, occurred_at, kind,
  express_communication, opt_out_offered, trigger) VALUES
  ('s4', 4, 'shoes', '2026-03-15', 'negotiation', 1, 1, 'demo'),
  ('s5', 1, 'shoes', '2026-03-15', 'negotiation', 1, 1, 'demo '),
  ('s6', 1, 'shoes', '2026-03-15', 'negotiation', 1, 1, ' '),
  ('s7', 1, 'shoes', '2026-03-15', 'negotiation', 1, 1, NULL),
  ('s8', 1, 'shoes', '2026-03-15', 'sale', 1, 1, 'demo'),
  ('s9', 4, 'shoes', '2026-03-15', 'negotiation', 1, 1, 'trial');
SELECT * FROM findings;
--> warning | sales | no_trigger | 2 | s7 | Write enquiry, quote or free_trial in trigger of negotiations, where it is NULL or blank. The policy of these contacts accepts some kinds of negotiation and not others: until then these allow nothing.
--> warning | sales | unknown_trigger | 2 | s4 | Write enquiry, quote or free_trial in place of 'demo' in trigger, if it was one. The policy of these contacts accepts some kinds of negotiation and not others: until then these allow nothing.
-- A choice may settle it.
CREATE TABLE soft_optin_policy_choices(
  jurisdiction TEXT, parameter TEXT, value, reason TEXT, decided_by TEXT, decided_at);
INSERT INTO soft_optin_policy_choices VALUES
  ('CA', 'free_trial', 'yes', 'as a quote', 'J. Doe', '2026-05-03');
SELECT finding, rows FROM findings;
--> unknown_trigger | 1
DROP TABLE soft_optin_policy_choices;
-- One country's policy for everyone.
UPDATE soft_optin_settings SET value = 'CA';
SELECT finding, rows FROM findings;
--> unknown_trigger | 4
--> no_trigger | 2
UPDATE soft_optin_settings SET value = 'GB';
SELECT * FROM findings;
--> (nothing)
UPDATE soft_optin_settings SET value = 'baseline';
SELECT * FROM findings;
--> (nothing)
