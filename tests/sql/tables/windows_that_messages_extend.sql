-- In Ireland a message extends the window. A list of one product reads messages only of those whom
-- they may put on it, or whose last day is shown: the list is the one that everything read gives.
--@ include worlds/smallest.sql
DELETE FROM soft_optin_contacts;
DELETE FROM soft_optin_sales;
ALTER TABLE soft_optin_contacts ADD COLUMN phone TEXT;
ALTER TABLE soft_optin_contacts ADD COLUMN country TEXT;
ALTER TABLE soft_optin_sales ADD COLUMN channel TEXT;
ALTER TABLE soft_optin_sales ADD COLUMN kind TEXT DEFAULT 'sale';
ALTER TABLE soft_optin_sales ADD COLUMN trigger TEXT;
ALTER TABLE soft_optin_sales ADD COLUMN express_communication INTEGER DEFAULT 1;
ALTER TABLE soft_optin_sales ADD COLUMN sale_id TEXT;
CREATE TABLE soft_optin_policy_choices(
  jurisdiction TEXT, parameter TEXT, value, reason TEXT, decided_by TEXT, decided_at TEXT);
INSERT INTO soft_optin_policy_choices VALUES
  ('IE', 'free_trial', 'yes', 'a trial is of the product', 'J. Doe', '2026-01-10'),
  ('IE', 'window_months_from_enquiry', 6, 'a trial is soon forgotten', 'J. Doe', '2026-01-10');
CREATE TEMP VIEW soft_optin_settings AS SELECT 'policy' AS name, 'national' AS value;
-- Many, so that the last ones are answered by a pass over everything.
WITH RECURSIVE row(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM row WHERE n < 1010)
INSERT INTO soft_optin_contacts
SELECT n, 'c' || n || '@example.org', '+353 1 ' || (1000000 + n),
  CASE WHEN n > 1000 THEN 'IE' ELSE 'FR' END
FROM row;
CREATE TABLE soft_optin_messages(
  contact_id INTEGER, channel TEXT, sent_at TEXT, product_id TEXT, opt_out_included INTEGER);
-- 1001 has lapsed; 1002 would have, but for a text message; 1003 has not, and neither has 1004, who
-- was written to; 1005 bought a pair, and later tried another; 1006 has opted out; 1007's chain
-- broke; 1008 was never offered an opt-out; 1009's newer sale is of text messages alone.
INSERT INTO soft_optin_sales(contact_id, product_id, occurred_at, opt_out_offered, channel, sale_id)
VALUES
  (1001, 'shoes', '2025-01-10', 1, NULL, 'a'), (1002, 'shoes', '2025-01-10', 1, NULL, 'b'),
  (1003, 'shoes', '2026-03-15', 1, NULL, 'c'), (1004, 'shoes', '2026-03-15', 1, NULL, 'd'),
  (1005, 'shoes', '2025-02-01', 1, NULL, 'e'), (1005, 'shoes', '2026-03-01', 1, NULL, 'f'),
  (1006, 'shoes', '2025-01-10', 1, NULL, 'g'), (1007, 'shoes', '2024-01-10', 1, NULL, 'h'),
  (1008, 'shoes', '2025-01-10', 0, NULL, 'i'),
  (1009, 'shoes', '2025-01-10', 1, NULL, 'j'), (1009, 'shoes', '2026-03-15', 1, 'sms', 'k');
UPDATE soft_optin_sales SET kind = 'negotiation', trigger = 'free_trial' WHERE sale_id = 'f';
INSERT INTO soft_optin_messages VALUES
  (1008, 'sms', '2025-12-01', 'shoes', 1), (1009, 'mms', '2025-12-01', 'shoes', 1),
  (1004, 'email', '2026-05-01', 'shoes', 1), (1002, 'sms', '2025-12-01', 'shoes', 1),
  (1005, 'email', '2025-12-01', 'shoes', 1), (1005, 'sms', '2025-12-01', 'shoes', 1),
  (1006, 'sms', '2025-12-01', 'shoes', 1), (1007, 'sms', '2025-02-01', 'shoes', 1),
  (1002, 'email', '2026-02-01', 'shoes', 1), (1004, 'sms', '2026-05-02', 'shoes', 1);
INSERT INTO soft_optin_preferences(contact_id, state, changed_at)
VALUES (1006, 'opt_out', '2025-12-24');

-- The assessment is due for review on 2027-01-10.
SELECT contact_id, expires_on, sale_on FROM soft_optin_audience('shoes', 'sms', '2026-06-15');
--> 1002 | 2026-12-01 | 2025-01-10
--> 1003 | 2027-01-10 | 2026-03-15
--> 1004 | 2027-01-10 | 2026-03-15
--> 1005 | 2026-12-01 | 2025-02-01
--> 1009 | 2027-01-10 | 2026-03-15
-- Whichever columns are asked for.
SELECT group_concat(contact_id) FROM soft_optin_audience('shoes', 'sms', '2026-06-15');
--> 1002,1003,1004,1005,1009
SELECT group_concat(expires_on) FROM soft_optin_audience('shoes', 'sms', '2026-06-15');
--> 2026-12-01,2027-01-10,2027-01-10,2026-12-01,2027-01-10
SELECT group_concat(sale_on) FROM soft_optin_audience('shoes', 'sms', '2026-06-15');
--> 2025-01-10,2026-03-15,2026-03-15,2025-02-01,2026-03-15
SELECT group_concat(sale_id) FROM soft_optin_audience('shoes', 'sms', '2026-06-15');
--> b,c,d,e,k
SELECT 'differs' FROM soft_optin_eligibility('shoes', 'sms', '2026-06-15') AS every
LEFT JOIN soft_optin_audience('shoes', 'sms', '2026-06-15') AS listed USING (contact_id)
WHERE every.eligible <> (listed.contact_id IS NOT NULL)
  OR every.eligible AND (every.expires_on IS NOT listed.expires_on
    OR every.sale_id IS NOT listed.sale_id);
--> (nothing)

-- A text message extends the window for text messages alone, not for pictures, which go to the same
-- number; also where one statement asks about both.
SELECT contact_id, soft_optin_eligible(contact_id, 'shoes', 'sms', '2026-06-15') AS sms,
  soft_optin_eligible(contact_id, 'shoes', 'mms', '2026-06-15') AS mms
FROM soft_optin_contacts WHERE sms OR mms;
--> 1002 | 1 | 0
--> 1003 | 1 | 1
--> 1004 | 1 | 1
--> 1005 | 1 | 1
--> 1009 | 1 | 1
