-- soft_optin_policy_choices: where your house is stricter than a national policy, or settles what
-- its sources leave open. Optional. One row a decision; a later one for the same parameter takes
-- its place. A row that would loosen the law, or that lacks a reason, a person or a day, is an
-- error.
-- Written over policy_decisions of example_tables.sql: put your own names in their place.
--
-- In a database that you may only read, write CREATE TEMP VIEW.

DROP VIEW IF EXISTS soft_optin_policy_choices;
CREATE VIEW soft_optin_policy_choices AS
SELECT
  -- jurisdiction: TEXT, required: a code such as DE, or 'GB charity' for the rule of that name.
  country AS jurisdiction,

  -- parameter: TEXT, required: the name of a column of soft_optin_policies, such as sms, free_trial
  -- or window_months_from_sale.
  question AS parameter,

  -- value: required: what holds instead: yes or no, a number of months, a day.
  answer AS value,

  -- reason, decided_by: TEXT, required, not blank. Shown in explanations and soft_optin_policies.
  reason AS reason,
  decided_by AS decided_by,

  -- decided_at: when; required; forms of date as in sales.sql. It counts from that day on.
  decided_at AS decided_at
FROM policy_decisions;

-- No index: there are few rows, and all are read.
