-- An unknown setting or value is an error that says what to write.
--@ include worlds/lawful.sql
INSERT INTO soft_optin_settings VALUES ('window', 12);
SELECT soft_optin_eligible(1, 'shoes');
--! soft_optin_settings has a row whose name 'window' is no setting: write one of policy, window_months, window_boundary, similarity_depth, time_zone, opt_out_follows, require_assessment, register_valid_days, schema
UPDATE soft_optin_settings SET name = NULL;
SELECT soft_optin_eligible(1, 'shoes');
--! soft_optin_settings has a row whose name is no setting: write one of policy, window_months, window_boundary, similarity_depth, time_zone, opt_out_follows, require_assessment, register_valid_days, schema

UPDATE soft_optin_settings SET name = 'window_months', value = 'a year';
SELECT soft_optin_eligible(1, 'shoes');
--! soft_optin_settings: the value of window_months is not one it takes: write a whole number from 0 to 1200
UPDATE soft_optin_settings SET value = NULL;
SELECT soft_optin_eligible(1, 'shoes');
--! soft_optin_settings: the value of window_months is not one it takes: write a whole number from 0 to 1200
UPDATE soft_optin_settings SET value = -1;
SELECT soft_optin_eligible(1, 'shoes');
--! soft_optin_settings: the value of window_months is not one it takes: write a whole number from 0 to 1200
UPDATE soft_optin_settings SET value = 12.5;
SELECT soft_optin_eligible(1, 'shoes');
--! soft_optin_settings: the value of window_months is not one it takes: write a whole number from 0 to 1200
UPDATE soft_optin_settings SET value = 99999999999999;
SELECT soft_optin_eligible(1, 'shoes');
--! soft_optin_settings: the value of window_months is not one it takes: write a whole number from 0 to 1200

UPDATE soft_optin_settings SET name = 'window_boundary', value = 'both';
SELECT soft_optin_eligible(1, 'shoes');
--! soft_optin_settings: the value of window_boundary is not one it takes: write inclusive or exclusive
UPDATE soft_optin_settings SET name = 'similarity_depth', value = 'all';
SELECT soft_optin_eligible(1, 'shoes');
--! soft_optin_settings: the value of similarity_depth is not one it takes: write a whole number from 0 to 100
UPDATE soft_optin_settings SET name = 'opt_out_follows', value = 'household';
SELECT soft_optin_eligible(1, 'shoes');
--! soft_optin_settings: the value of opt_out_follows is not one it takes: write address or contact
UPDATE soft_optin_settings SET name = 'require_assessment', value = 'no';
SELECT soft_optin_eligible(1, 'shoes');
--! soft_optin_settings: the value of require_assessment is not one it takes: write 1 or 0
UPDATE soft_optin_settings SET name = 'register_valid_days', value = 'never';
SELECT soft_optin_eligible(1, 'shoes');
--! soft_optin_settings: the value of register_valid_days is not one it takes: write a whole number from 0 to 36500

-- Twice is an error too: which one counts, nobody knows.
DELETE FROM soft_optin_settings;
INSERT INTO soft_optin_settings VALUES ('window_months', 12), ('window_months', 6);
SELECT soft_optin_eligible(1, 'shoes');
--! soft_optin_settings has several rows for window_months: keep one of them
SELECT * FROM soft_optin_conditions(1, 'shoes');
--! soft_optin_settings has several rows for window_months: keep one of them

-- The functions that read no relation are not concerned.
SELECT soft_optin_version() IS NOT NULL;
--> 1
