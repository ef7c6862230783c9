-- Only the baseline policy and UTC exist so far; anything else is refused rather than ignored.
--@ include worlds/lawful.sql
INSERT INTO soft_optin_settings VALUES ('policy', 'national');
SELECT soft_optin_eligible(1, 'shoes');
--! soft_optin_settings: the value of policy is not one it takes: write baseline; national policies are not part of this version
UPDATE soft_optin_settings SET value = 'IE';
SELECT soft_optin_reason(1, 'shoes');
--! soft_optin_settings: the value of policy is not one it takes: write baseline; national policies are not part of this version
UPDATE soft_optin_settings SET value = '';
SELECT soft_optin_reason(1, 'shoes');
--! soft_optin_settings: the value of policy is not one it takes: write baseline; national policies are not part of this version
UPDATE soft_optin_settings SET name = 'time_zone', value = 'Europe/Dublin';
SELECT marketing_basis(1, 'shoes');
--! soft_optin_settings: the value of time_zone is not one it takes: write UTC; other time zones come with national policies
UPDATE soft_optin_settings SET name = 'policy', value = 'Baseline';
SELECT soft_optin_reason(1, 'shoes');
--> eligible
