-- soft_optin_policies shows what the house has chosen, in the columns and beside them.
SELECT count(*), count(choices) FROM soft_optin_policies;
--> 45 | 0
--@ include worlds/lawful.sql
CREATE TABLE soft_optin_policy_choices(
  jurisdiction TEXT, parameter TEXT, value, reason TEXT, decided_by TEXT, decided_at);
SELECT count(*), count(choices) FROM soft_optin_policies;
--> 45 | 0

INSERT INTO soft_optin_policy_choices VALUES
  ('ie', ' Free_Trial ', 'No', 'the guidance' || char(10) || 'is silent ', ' J. Doe', '2026-05-01'),
  ('IE', 'window_months_from_sale', 6, 'a year is long', 'J. Doe', '2026-04-01'),
  ('GB charity', 'sms', 'no', 'by email alone', 'J. Doe', '2026-05-02'),
  ('EE', 'valid_from', '2006-03-16', 'read in Riigi Teataja', 'J. Doe', '2026-05-03');
SELECT policy, choices FROM soft_optin_policies WHERE choices IS NOT NULL;
--> EE | valid_from = 2006-03-16 on 2026-05-03 (read in Riigi Teataja; J. Doe), was NULL
--> GB charity | sms = no on 2026-05-02 (by email alone; J. Doe), was yes
--> IE | free_trial = No on 2026-05-01 (the guidance is silent; J. Doe), was disputed\nwindow_months_from_sale = 6 on 2026-04-01 (a year is long; J. Doe), was 12
SELECT policy, valid_from, sms, free_trial, window_months_from_sale,
  typeof(window_months_from_sale), substr(version || '.', 20) FROM soft_optin_policies
WHERE jurisdiction IN ('EE', 'GB', 'IE');
--> EE | 2006-03-16 | yes | unknown | NULL | null |  with choices up to 2026-05-03.
--> GB | 2003-12-11 | yes | yes | NULL | null | .
--> GB charity | 2026-02-05 | no | no | NULL | null |  with choices up to 2026-05-02.
--> IE | 2011-07-01 | yes | no | 6 | integer |  with choices up to 2026-05-01.

-- As the explanation of an answer has it: version, parameters and values.
INSERT INTO soft_optin_settings VALUES ('policy', 'national');
SELECT version = json_extract(soft_optin_explain(1, 'shoes'), '$.policy.version')
FROM soft_optin_policies WHERE policy = 'IE';
--> 1
SELECT json_extract(value, '$.parameter'), json_extract(value, '$.value'),
  json_extract(value, '$.decided_on')
FROM json_each(soft_optin_explain(1, 'shoes'), '$.policy.choices');
-->  Free_Trial  | No | 2026-05-01
--> window_months_from_sale | 6 | 2026-04-01
DELETE FROM soft_optin_settings;

-- A choice counts from its day on, which is a day of the row's zone: noon of UTC is past midnight
-- in Auckland. The latest decides, and of one day the strictest.
DELETE FROM soft_optin_policy_choices;
INSERT INTO soft_optin_policy_choices VALUES
  ('IE', 'sms', 'no', 'from tomorrow', 'J. Doe', '2026-06-16'),
  ('NZ', 'sms', 'no', 'from tomorrow', 'J. Doe', '2026-06-16'),
  ('IE', 'mms', 'yes', 'as before', 'J. Doe', '2026-06-01'),
  ('IE', 'mms', 'no', 'the stricter', 'A. Roe', '2026-06-01'),
  ('IE', 'email', 'no', 'until we know', 'J. Doe', '2026-06-01'),
  ('IE', 'email', 'yes', 'now we know', 'A. Roe', '2026-06-02');
SELECT policy, choices, email, sms, mms FROM soft_optin_policies WHERE choices IS NOT NULL;
--> IE | mms = no on 2026-06-01 (the stricter; A. Roe), was yes\nemail = yes on 2026-06-02 (now we know; A. Roe), was yes | yes | yes | no
--> NZ | sms = no on 2026-06-16 (from tomorrow; J. Doe), was yes | yes | no | yes

-- Two periods of one jurisdiction: what is chosen after the end of the first changes nothing there,
-- and what would loosen one of them is passed over in that one.
DELETE FROM soft_optin_policy_choices;
INSERT INTO soft_optin_policy_choices VALUES
  ('NL', 'sms', 'no', 'by email alone', 'J. Doe', '2021-07-01'),
  ('NL', 'mms', 'no', 'by email alone', 'J. Doe', '2021-06-30'),
  ('LU', 'valid_from', '2006-01-01', 'a year of grace', 'J. Doe', '2006-05-01');
SELECT policy, valid_from, sms, mms, choices FROM soft_optin_policies WHERE choices IS NOT NULL;
--> LU until 2011-08-09 | 2006-01-01 | unknown | unknown | valid_from = 2006-01-01 on 2006-05-01 (a year of grace; J. Doe), was 2005-06-11
--> LU | 2011-08-10 | unknown | unknown | valid_from = 2006-01-01 on 2006-05-01 (a year of grace; J. Doe), stays 2011-08-10
--> NL until 2021-06-30 | 2009-10-01 | yes | no | mms = no on 2021-06-30 (by email alone; J. Doe), was yes
--> NL | 2021-07-01 | no | no | sms = no on 2021-07-01 (by email alone; J. Doe), was yes\nmms = no on 2021-06-30 (by email alone; J. Doe), was yes

-- It joins: the rows are read once.
SELECT count(*), count(p.choices) FROM soft_optin_contacts AS c
CROSS JOIN soft_optin_policies AS p ON p.jurisdiction = 'NL';
--> 8 | 8

-- They are read by SQLite's name resolution, and where the setting says.
CREATE TEMP TABLE soft_optin_policy_choices AS SELECT * FROM main.soft_optin_policy_choices;
UPDATE temp.soft_optin_policy_choices SET jurisdiction = 'FR', parameter = 'sms', value = 'no';
SELECT policy FROM soft_optin_policies WHERE choices IS NOT NULL;
--> FR
INSERT INTO soft_optin_settings VALUES ('schema', 'main');
SELECT policy FROM soft_optin_policies WHERE choices IS NOT NULL;
--> LU until 2011-08-09
--> LU
--> NL until 2021-06-30
--> NL
DROP TABLE temp.soft_optin_policy_choices;
DELETE FROM soft_optin_settings;

-- What is refused is an error, whatever the policy in use.
INSERT INTO soft_optin_policy_choices VALUES
  ('IE', 'enquiry', 'yes', 'we like it', 'J. Doe', '2026-06-01');
SELECT policy FROM soft_optin_policies;
--! soft_optin_policy_choices: the choice for IE, enquiry is looser than the policy says, and a house may only settle what is open there or be stricter: write yes or no, or delete the row
DELETE FROM soft_optin_policy_choices;
INSERT INTO soft_optin_settings VALUES ('policy', 'UK');
SELECT policy FROM soft_optin_policies;
--! soft_optin_settings: the value of policy is not one it takes: write GB, the code of the United Kingdom
DELETE FROM soft_optin_settings;
ALTER TABLE soft_optin_policy_choices RENAME COLUMN reason TO why;
SELECT policy FROM soft_optin_policies;
--! soft_optin_policy_choices has no column reason: add it, with why
DROP TABLE soft_optin_policy_choices;

-- A view that asks back is refused, the other way about too.
CREATE VIEW soft_optin_policy_choices AS
  SELECT jurisdiction, 'sms' AS parameter, 'no' AS value, 'x' AS reason, 'J. Doe' AS decided_by,
         '2026-06-01' AS decided_at
  FROM soft_optin_policies WHERE confidence = 'medium';
SELECT policy FROM soft_optin_policies;
--! soft_optin_policy_choices cannot be read: a view that softoptin reads calls a softoptin function itself: leave the call out of the view
DROP VIEW soft_optin_policy_choices;
ALTER TABLE soft_optin_contacts RENAME TO people;
CREATE VIEW soft_optin_contacts AS
  SELECT * FROM people WHERE country IN (SELECT jurisdiction FROM soft_optin_policies);
SELECT soft_optin_eligible(1, 'shoes');
--! soft_optin_contacts cannot be read: a view that softoptin reads calls a softoptin function itself: leave the call out of the view
SELECT count(*) FROM soft_optin_policies;
--> 45

--@ deny reading soft_optin_settings.value
SELECT policy FROM soft_optin_policies;
--! [SQLITE_AUTH] soft_optin_settings cannot be read: access to soft_optin_settings.value is prohibited
