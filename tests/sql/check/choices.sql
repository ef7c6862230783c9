-- The house's choices about policies: each that is refused, and those that are about nobody.
--@ include worlds/lawful.sql
CREATE TABLE soft_optin_policy_choices(
  jurisdiction TEXT, parameter TEXT, value, reason TEXT, decided_by TEXT, decided_at);
INSERT INTO soft_optin_policy_choices VALUES
  ('ie', 'sms', 'no', 'by email alone', 'J. Doe', '2026-05-03'),
  ('UK', 'sms', 'no', 'by email alone', 'J. Doe', '2026-05-03'),
  ('IE', 'sms', 'no', ' ', 'J. Doe', '2026-05-03'),
  ('IE', 'email', 'no', 'none at all', 'J. Doe', 'soon');
CREATE TEMP VIEW findings
AS SELECT severity, substr(relation, 12) AS relation, finding, rows, example, what_to_do
  FROM soft_optin_check;
-- Under any policy, as soft_optin_policies does not take them either.
SELECT * FROM findings;
--> error | policy_choices | refused_choice | 1 | UK | Correct the choice, which soft_optin_policies and every answer under a national policy refuse: UK is no code of a country: write GB.
--> error | policy_choices | refused_choice | 1 | IE | Correct the choice, which soft_optin_policies and every answer under a national policy refuse: a row has no reason: write why the house has chosen so.
--> error | policy_choices | refused_choice | 1 | IE | Correct the choice, which soft_optin_policies and every answer under a national policy refuse: decided_at of the choice for IE, email is no date that can be read: write the day, as YYYY-MM-DD.
INSERT INTO soft_optin_settings VALUES ('policy', 'national');
SELECT severity, finding, rows FROM findings;
--> error | refused_choice | 1
--> error | refused_choice | 1
--> error | refused_choice | 1
-- The assessments are not asked about then, and all else is.
DELETE FROM soft_optin_assessments;
UPDATE soft_optin_contacts SET country = NULL WHERE contact_id = 4;
SELECT finding FROM findings WHERE severity <> 'error';
--> no_country
DELETE FROM soft_optin_policy_choices WHERE rowid > 1;
SELECT finding FROM findings;
--> no_country
--> no_assessment
INSERT INTO soft_optin_assessments VALUES ('2026-01-10', 'approved', '2027-06-30', NULL, NULL);
UPDATE soft_optin_contacts SET country = 'IE';

-- Of a country that no contact has; under the baseline it does not matter.
INSERT INTO soft_optin_policy_choices VALUES
  (' Gb ', 'mms', 'no', 'by email alone', 'J. Doe', '2026-05-03'),
  ('GB charity', 'sms', 'no', 'by email alone', 'J. Doe', '2026-05-03');
SELECT * FROM findings;
--> note | policy_choices | choice_without_contacts | 2 |  Gb  | Correct jurisdiction if another one is meant: no contact is judged by a policy of that one, so that these choices decide nothing.
UPDATE soft_optin_settings SET value = 'GB';
SELECT finding, rows, example FROM findings;
--> choice_without_contacts | 1 | ie
UPDATE soft_optin_settings SET value = 'baseline';
SELECT * FROM findings;
--> (nothing)

-- A view that fails, and a column that is missing.
ALTER TABLE soft_optin_policy_choices RENAME TO decisions;
CREATE VIEW soft_optin_policy_choices AS
  SELECT *, abs(-9223372036854775808) AS sum FROM decisions
  WHERE abs(-9223372036854775808) > 0;
SELECT finding, what_to_do FROM findings;
--> failing_relation | Mend soft_optin_policy_choices, which is not checked further: soft_optin_policy_choices cannot be read: integer overflow.
DROP VIEW soft_optin_policy_choices;
CREATE VIEW soft_optin_policy_choices AS
  SELECT jurisdiction, parameter, value, reason AS reeson, decided_by, decided_at FROM decisions;
SELECT finding, what_to_do FROM findings;
--> missing_column | Add a column reason to soft_optin_policy_choices, with why, or rename reeson, if that is meant to be it: without it whatever reads soft_optin_policy_choices is an error.
