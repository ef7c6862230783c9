-- The functions work in saved views and in triggers.
--@ include worlds/lawful.sql
CREATE VIEW send_list AS
  SELECT email FROM soft_optin_contacts WHERE soft_optin_eligible(contact_id, 'shoes');
SELECT * FROM send_list;
--> ada@example.org

CREATE TABLE queue(contact_id INTEGER, basis TEXT);
CREATE TRIGGER only_lawful BEFORE INSERT ON queue BEGIN
  SELECT RAISE(ABORT, 'no basis') WHERE marketing_basis(NEW.contact_id, 'shoes') IS NULL;
END;
INSERT INTO queue VALUES (1, 'soft_opt_in');
INSERT INTO queue VALUES (2, 'soft_opt_in');
--! [SQLITE_CONSTRAINT_TRIGGER] no basis
CREATE TRIGGER fill AFTER INSERT ON queue BEGIN
  UPDATE queue SET basis = marketing_basis(NEW.contact_id, 'shoes') WHERE rowid = NEW.rowid;
END;
INSERT INTO queue(contact_id) VALUES (1);
SELECT * FROM queue;
--> 1 | soft_opt_in
--> 1 | soft_opt_in

-- The opt-out that a trigger writes counts in the next statement.
CREATE TRIGGER unsubscribed AFTER DELETE ON queue BEGIN
  INSERT INTO soft_optin_preferences(contact_id, state, changed_at)
  VALUES (OLD.contact_id, 'opt_out', '2026-06-15');
END;
DELETE FROM queue WHERE rowid = 1;
SELECT * FROM send_list;
--> (nothing)
