-- Addresses are compared after trimming and folding ASCII case, phones after dropping their signs.
--@ include worlds/lawful.sql
DELETE FROM soft_optin_preferences;
SAVEPOINT silent;
INSERT INTO soft_optin_preferences(address, state, changed_at)
VALUES ('  ADA@Example.ORG ', 'opt_out', '2026-05-01');
-- An address reaches every contact that has it, by whatever channel.
SELECT soft_optin_reason(1, 'shoes'), soft_optin_reason(1, 'shoes', 'sms'),
       soft_optin_reason(1, 'shoes', 'in_app');
--> opted_out | opted_out | opted_out
ROLLBACK TO silent;
-- No folding of dots or plus signs, nor of letters beyond ASCII.
INSERT INTO soft_optin_preferences(address, state, changed_at) VALUES
  ('a.da@example.org', 'opt_out', '2026-05-01'), ('ada+shop@example.org', 'opt_out', '2026-05-01'),
  ('ada@example.org.', 'opt_out', '2026-05-01'), ('ada@exämple.org', 'opt_out', '2026-05-01');
SELECT soft_optin_reason(1, 'shoes');
--> eligible
ROLLBACK TO silent;
-- A blank address belongs to nobody, also where somebody has none.
INSERT INTO soft_optin_preferences(address, state, changed_at)
VALUES ('', 'opt_out', '2026-05-01'), (NULL, 'opt_out', '2026-05-01');
UPDATE soft_optin_contacts SET phone = ' ' WHERE contact_id = 1;
SELECT soft_optin_reason(1, 'shoes'), soft_optin_reason(1, 'shoes', 'sms');
--> eligible | no_address
ROLLBACK TO silent;

-- Contact n has the phone as written in row n, and contact 1's own, '+353 1 555 0101', has opted
-- out.
DELETE FROM soft_optin_contacts WHERE contact_id > 1;
INSERT INTO soft_optin_contacts(contact_id, phone) VALUES
  (11, '+35315550101'), (12, '00353 1 555 0101'), (13, '(+353) 1 555-0101'),
  (14, '+353.1.555.0101'),
  (15, '[00353] 15550101'), (16, '01 555 0101'), (17, '+353 1 555 0102'), (18, '+353/1/555/0101'),
  (19, '353 1 555 0101');
INSERT INTO soft_optin_preferences(contact_id, state, changed_at)
VALUES (1, 'opt_out', '2026-05-01');
SELECT contact_id, soft_optin_reason(contact_id, 'shoes', 'sms') FROM soft_optin_contacts;
--> 1 | opted_out
--> 11 | opted_out
--> 12 | opted_out
--> 13 | opted_out
--> 14 | opted_out
--> 15 | opted_out
--> 16 | no_sale
--> 17 | no_sale
--> 18 | no_sale
--> 19 | no_sale
