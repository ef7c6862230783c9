-- soft_optin_audit gives its rows in the order of soft_optin_messages, also where that is a view
-- that sorts, or that merges two logs in order.
--@ include worlds/lawful.sql
ALTER TABLE soft_optin_messages RENAME TO log;
INSERT INTO log VALUES
  ('m2', 2, 'email', '2026-04-05', 'laces', 1, 'sent', 'Trail Ltd'),
  ('m3', 1, 'email', '2026-04-03', 'laces', 0, 'sent', 'Trail Ltd'),
  ('m4', 1, 'post',  '2026-04-06', 'laces', 1, 'sent', 'Trail Ltd'),
  ('m5', 3, 'email', '2026-04-04', 'laces', 1, 'sent', 'Trail Ltd'),
  ('m6', 1, 'email', '2026-04-02', 'laces', 1, 'sent', 'Trail Ltd');
CREATE VIEW soft_optin_messages AS SELECT * FROM log ORDER BY sent_at DESC;
SELECT message_id, sent_at, reason FROM soft_optin_audit;
--> m2 | 2026-04-05 | eligible
--> m5 | 2026-04-04 | eligible
--> m3 | 2026-04-03 | no_opt_out_in_message
--> m6 | 2026-04-02 | eligible
--> m1 | 2026-04-01 | eligible
SELECT message_id FROM soft_optin_audit('2026-04-02', '2026-04-04') LIMIT 2;
--> m5
--> m3
SELECT message_id FROM soft_optin_audit WHERE contact_id = 1;
--> m3
--> m6
--> m1

DROP VIEW soft_optin_messages;
CREATE VIEW soft_optin_messages AS
  SELECT * FROM log WHERE contact_id = 1 UNION ALL SELECT * FROM log WHERE contact_id <> 1
  ORDER BY sent_at;
SELECT message_id FROM soft_optin_audit;
--> m1
--> m6
--> m3
--> m5
--> m2
