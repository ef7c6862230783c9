-- soft_optin_register_checks: when national opt-out registers were screened. Optional. Read under
-- national policies that name a register (the column registers of soft_optin_policies); without it
-- none was screened. What is found in a register belongs into soft_optin_preferences, as opt-outs.
-- Written over register_screenings of example_tables.sql: put your own names in their place.
--
-- In a database that you may only read, write CREATE TEMP VIEW.

DROP VIEW IF EXISTS soft_optin_register_checks;
CREATE VIEW soft_optin_register_checks AS
SELECT
  -- register: TEXT, required: the name of the register, as soft_optin_policies writes it.
  -- Condition: register_not_checked.
  register_name AS register,

  -- checked_at: when your contacts were last compared with it, required; forms of date as in
  -- sales.sql. NULL or unreadable: not checked. It holds for register_valid_days (settings.sql).
  screened_at AS checked_at
FROM register_screenings;

-- No index: there are few rows, and all are read.
