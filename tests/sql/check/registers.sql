-- Opt-out registers that policies in use ask for. The still clock says 2026-06-15.
--@ include worlds/lawful.sql
CREATE TEMP VIEW findings
AS SELECT severity, substr(relation, 12) AS relation, finding, rows, example, what_to_do
  FROM soft_optin_check;
UPDATE soft_optin_contacts SET country = CASE contact_id WHEN 1 THEN 'AT' WHEN 2 THEN 'AT'
  WHEN 3 THEN 'PT' ELSE 'IE' END;
-- The baseline asks for none.
SELECT * FROM findings;
--> (nothing)
INSERT INTO soft_optin_settings VALUES ('policy', 'national');
SELECT * FROM findings;
--> warning | register_checks | register_not_checked | 2 | 1 | Screen ECG-Liste, as policy AT asks, and write the day into soft_optin_register_checks under that name: that was never done, and until it is none of these contacts is eligible.
SELECT soft_optin_reason(1, 'shoes');
--> register_not_checked
-- One of legal persons alone is asked for where there are such.
UPDATE soft_optin_contacts SET subscriber = 'corporate' WHERE contact_id = 3;
SELECT rows, example, substr(what_to_do, 1, 43) FROM findings;
--> 2 | 1 | Screen ECG-Liste, as policy AT asks, and wr
--> 1 | 3 | Screen Lista art 13-B, as policy PT asks, a

-- The last day on which a check counts, and the day after; an earlier one beside it.
CREATE TABLE soft_optin_register_checks(register TEXT, checked_at);
INSERT INTO soft_optin_register_checks VALUES (' ecg-liste ', '2026-05-16'),
  ('ECG-Liste', '2026-04-01'), ('Lista art 13-B', '2026-06-15');
SELECT * FROM findings;
--> (nothing)
UPDATE soft_optin_register_checks SET checked_at = '2026-05-15' WHERE checked_at = '2026-05-16';
SELECT severity, finding, rows, example, what_to_do FROM findings;
--> warning | register_not_checked | 2 | 1 | Screen ECG-Liste, as policy AT asks, and write the day into soft_optin_register_checks under that name: the last time was on 2026-05-15, which counted until 2026-06-14, and until it is none of these contacts is eligible.
INSERT INTO soft_optin_settings VALUES ('register_valid_days', 31);
SELECT * FROM findings;
--> (nothing)

-- Names that no policy has, dates that cannot be read or are yet to come.
UPDATE soft_optin_register_checks SET register = 'ECG Listen' WHERE checked_at = '2026-05-15';
UPDATE soft_optin_register_checks SET checked_at = '15.6.2026' WHERE register = 'Lista art 13-B';
INSERT INTO soft_optin_register_checks VALUES (NULL, '2026-06-15'), ('MPS', '2026-06-15'),
  ('Lista Robinson', '2026-06-17');
SELECT severity, finding, rows, example, what_to_do FROM findings;
--> warning | day_month_year_date | 1 | Lista art 13-B | Write checked_at as 2025-12-31, not as 31/12/2025, 31.12.2025 or 12/31/2025: take year, month and day apart with substr(checked_at, ...) and put them together in that order. Until then the register counts as not screened.
--> warning | future_date | 1 | Lista Robinson | Correct checked_at, which is later than now: the row counts from that day on and not before. Text without an offset is read as a time of the contact's country.
--> warning | unknown_register | 1 | ECG Listen | Write ECG-Liste in place of 'ECG Listen' in register: no policy names such a register, so that the check counts for none.
--> warning | unknown_register | 1 | MPS | Write the name of a register as soft_optin_policies has it in place of 'MPS' in register: no policy names such a register, so that the check counts for none.
--> warning | unknown_register | 1 | NULL | Write the name of a register as soft_optin_policies has it in place of a blank in register: no policy names such a register, so that the check counts for none.
--> warning | register_not_checked | 2 | 1 | Screen ECG-Liste, as policy AT asks, and write the day into soft_optin_register_checks under that name: the last time was on 2026-04-01, which counted until 2026-05-02, and until it is none of these contacts is eligible.
--> warning | register_not_checked | 1 | 3 | Screen Lista art 13-B, as policy PT asks, and write the day into soft_optin_register_checks under that name: that was never done, and until it is none of these contacts is eligible.

-- One country's policy for everyone; and where the house has done without the soft opt-in, nothing
-- has to be screened.
DROP TABLE soft_optin_register_checks;
UPDATE soft_optin_settings SET value = 'ES' WHERE name = 'policy';
SELECT rows, example, substr(what_to_do, 1, 35) FROM findings;
--> 4 | 1 | Screen Lista Robinson, as policy ES
CREATE TABLE soft_optin_policy_choices(
  jurisdiction TEXT, parameter TEXT, value, reason TEXT, decided_by TEXT, decided_at);
INSERT INTO soft_optin_policy_choices VALUES
  ('ES', 'soft_optin', 'no', 'consent alone', 'J. Doe', '2026-05-03');
SELECT * FROM findings;
--> (nothing)
