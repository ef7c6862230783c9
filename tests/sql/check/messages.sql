-- Messages where a window rolls, as in Ireland: none, or without an index.
--@ include worlds/lawful.sql
CREATE TEMP VIEW findings
AS SELECT severity, substr(relation, 12) AS relation, finding, rows, example, what_to_do
  FROM soft_optin_check;
UPDATE soft_optin_contacts SET country = 'GB' WHERE contact_id = 1;
ALTER TABLE soft_optin_messages RENAME TO mailings;
SELECT * FROM findings;
--> (nothing)
INSERT INTO soft_optin_settings VALUES ('policy', 'national');
SELECT * FROM findings;
--> note | messages | no_messages | 3 | 2 | Create soft_optin_messages, with contact_id, channel, sent_at, product_id and opt_out_included, if you have a record of what you sent: by policy IE each lawful message extends the window, and without it that ends as if nothing had been sent to these contacts.
UPDATE soft_optin_settings SET value = 'GB';
SELECT * FROM findings;
--> (nothing)
UPDATE soft_optin_settings SET value = 'IE';
SELECT finding, rows FROM findings;
--> no_messages | 4
-- The house counts from the sale alone.
CREATE TABLE soft_optin_policy_choices(
  jurisdiction TEXT, parameter TEXT, value, reason TEXT, decided_by TEXT, decided_at);
INSERT INTO soft_optin_policy_choices VALUES
  ('IE', 'window_rolls', 0, 'simpler', 'J. Doe', '2026-05-03');
SELECT * FROM findings;
--> (nothing)
DROP TABLE soft_optin_policy_choices;
ALTER TABLE mailings RENAME TO soft_optin_messages;
SELECT * FROM findings;
--> (nothing)

-- An index is asked for where messages are looked up, and there are many.
WITH RECURSIVE n(i) AS (VALUES (2) UNION ALL SELECT i + 1 FROM n WHERE i < 1500)
INSERT INTO soft_optin_messages
SELECT 'm' || i, 1, 'email', '2026-04-01', 'laces', 1, 'sent', 'Trail Ltd' FROM n;
--@ only with ENABLE_COLUMN_METADATA
SELECT * FROM findings;
--> note | messages | no_index | 1499 | NULL | Write CREATE INDEX soft_optin_messages_by_contact_id ON soft_optin_messages (contact_id): without it each question about one contact reads so many rows.
--@ only without ENABLE_COLUMN_METADATA
SELECT relation, finding, rows FROM findings;
--> messages | no_index | 1499
UPDATE soft_optin_settings SET value = 'GB';
SELECT * FROM findings;
--> (nothing)
UPDATE soft_optin_settings SET value = 'IE';
CREATE INDEX soft_optin_messages_by_contact_id ON soft_optin_messages (contact_id);
SELECT * FROM findings;
--> (nothing)
