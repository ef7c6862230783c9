-- soft_optin_settings: how your house reads the rule. Optional; without it the defaults hold. One
-- row a setting. Leave out what you do not change: the values below are the defaults. A setting or
-- a value that does not exist is an error.
--
-- In a database that you may only read, write CREATE TEMP VIEW.

DROP VIEW IF EXISTS soft_optin_settings;
CREATE VIEW soft_optin_settings (name, value) AS
VALUES
  -- policy: 'baseline': one rule for everyone. 'national': the contact's country decides. A code
  -- such as 'IE': the rule of that country for everyone.
  -- Conditions: unknown_jurisdiction, no_soft_optin, channel_not_covered, register_not_checked.
  ('policy', 'baseline'),

  -- window_months: how long after the sale marketing is allowed. 0: without end.
  -- Condition: lapsed.
  ('window_months', 12),

  -- window_boundary: 'inclusive': the same day 12 months later still counts. 'exclusive': it does
  -- not.
  -- Condition: lapsed.
  ('window_boundary', 'inclusive'),

  -- similarity_depth: 0: similar is what has the same whole category. n: both categories have at
  -- least n segments, and the first n are the same (2: footwear/running/trail and
  -- footwear/running/road).
  -- Condition: not_similar.
  ('similarity_depth', 0),

  -- time_zone: the zone in which an instant becomes a day, where the policy has none of its own:
  -- 'UTC', or a zone that soft_optin_policies names, such as 'Europe/Berlin'.
  -- Conditions: lapsed, no_sale.
  ('time_zone', 'UTC'),

  -- opt_out_follows: 'address': an opt-out of one contact also blocks others with the same address.
  -- 'contact': only the one.
  -- Condition: opted_out.
  ('opt_out_follows', 'address'),

  -- require_assessment: 1, or 0 where you rely on CJEU C-654/23 and make no legitimate-interest
  -- assessment.
  -- Conditions: no_assessment, assessment_overdue.
  ('require_assessment', 1),

  -- register_valid_days: how long a screening in soft_optin_register_checks holds.
  -- Condition: register_not_checked.
  ('register_valid_days', 30);

  -- schema: reads all relations from one schema (main, temp, or the name of an attached database)
  -- instead of SQLite's order of names. Without it: temp, then main, then attached.
  --   ('schema', 'main')
