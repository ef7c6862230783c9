-- soft_optin_audit: every message sent, judged at the instant it was sent.
--@ include worlds/lawful.sql
INSERT INTO soft_optin_messages VALUES
  ('m2', 2, 'email', '2026-05-01T09:29:59Z', 'laces', 1, 'sent', 'Trail Ltd'), -- Before.
  ('m3', 2, 'email', '2026-05-01T09:30:00Z', 'laces', 1, 'sent', 'Trail Ltd'),    -- Opted out now.
  ('m4', 1, 'email', '2026-03-14', 'laces', 1, 'sent', 'Trail Ltd'),             -- Before the sale.
  ('m5', 1, 'email', '2026-04-02', 'laces', 0, 'sent', 'Trail Ltd'),
  ('m6', 1, 'email', '2026-04-02', 'laces', NULL, 'sent', 'Trail Ltd'),
  ('m7', 1, 'email', '2026-04-02', 'laces', 1, 'bounced', 'Trail Ltd'),           -- Not marketing.
  ('m8', 1, 'post', '2026-04-02', 'laces', 1, 'sent', 'Trail Ltd'),               -- A letter.
  ('m9', 1, 'telex', '2026-04-02', 'laces', 1, 'sent', 'Trail Ltd'),
  ('n1', 1, 'email', '02/04/2026', 'laces', 1, 'sent', 'Trail Ltd'),
  ('n2', 1, 'email', '2026-04-02', 'laces', 1, NULL, 'Trail Ltd'),                -- May be sent.
  ('n3', 1, 'email', '2026-04-02', 'laces', 1, 'sent', 'Sister Ltd'),
  ('n4', NULL, 'email', '2026-04-02', 'laces', 1, 'sent', 'Trail Ltd'),
  ('n5', 1, 'email', '2026-04-02', NULL, 1, 'sent', 'Trail Ltd'),
  ('n6', 3, 'email', '2026-06-14', 'laces', 1, 'sent', 'Trail Ltd'),              -- The last day.
  ('n7', 3, 'email', '2026-06-15', 'laces', 1, 'sent', 'Trail Ltd');
SELECT message_id, lawful, reason, basis FROM soft_optin_audit;
--> m1 | 1 | eligible | soft_opt_in
--> m2 | 1 | eligible | soft_opt_in
--> m3 | 0 | opted_out | NULL
--> m4 | 0 | no_sale | NULL
--> m5 | 0 | no_opt_out_in_message | soft_opt_in
--> m6 | 0 | no_opt_out_in_message | soft_opt_in
--> m9 | 0 | channel_not_covered | NULL
--> n1 | 0 | unreadable_date | NULL
--> n2 | 1 | eligible | soft_opt_in
--> n3 | 0 | other_organisation | soft_opt_in
--> n4 | 0 | unknown_contact | NULL
--> n5 | 0 | unknown_product | NULL
--> n6 | 1 | eligible | soft_opt_in
--> n7 | 0 | lapsed | NULL

-- Both ends are included; what cannot be dated is always shown.
SELECT message_id FROM soft_optin_audit('2026-06-14');
--> n1
--> n6
--> n7
SELECT message_id FROM soft_optin_audit('2026-05-01T09:30:00Z', '2026-06-14');
--> m3
--> n1
--> n6
SELECT message_id, lawful FROM soft_optin_audit WHERE contact_id = 3;
--> n6 | 1
--> n7 | 0

-- With consent a message needs no sale, but still its opt-out.
INSERT INTO soft_optin_preferences VALUES
  (4, NULL, 'opt_in', '2026-04-01', NULL, NULL, NULL, 0, NULL);
INSERT INTO soft_optin_messages VALUES
  ('o1', 4, 'email', '2026-04-02', 'laces', 1, 'sent', 'Trail Ltd'),
  ('o2', 4, 'email', '2026-04-02', 'laces', 0, 'sent', 'Trail Ltd');
SELECT message_id, lawful, reason, basis FROM soft_optin_audit WHERE contact_id = 4;
--> o1 | 1 | eligible | consent
--> o2 | 0 | no_opt_out_in_message | consent

SELECT * FROM soft_optin_audit(NULL);
--! from is NULL: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT * FROM soft_optin_audit('2026-01-01', 'tomorrow');
--! until is no date that can be read: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
DROP TABLE soft_optin_messages;
SELECT * FROM soft_optin_audit;
--! there is no table or view soft_optin_messages: create one with contact_id, channel, sent_at, product_id and opt_out_included, or a TEMP VIEW of that name over your own tables
