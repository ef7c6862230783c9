-- Whose rule holds: the baseline's, the contact's country's, or one country's for everyone.
--@ include worlds/lawful.sql
INSERT INTO soft_optin_settings VALUES ('policy', 'national');
SELECT contact_id, reason, policy FROM soft_optin_eligibility('shoes');
--> 1 | eligible | IE
--> 2 | opted_out | IE
--> 3 | lapsed | IE
--> 4 | no_sale | IE
UPDATE soft_optin_contacts SET country = CASE contact_id WHEN 1 THEN 'UK' WHEN 2 THEN NULL
  WHEN 3 THEN ' gb ' ELSE 'XX' END;
SELECT contact_id, reason, policy FROM soft_optin_eligibility('shoes');
--> 1 | unknown_jurisdiction | NULL
--> 2 | unknown_jurisdiction | NULL
--> 3 | lapsed | GB
--> 4 | unknown_jurisdiction | NULL
SELECT json_extract(soft_optin_explain(1, 'shoes'), '$.policy');
--> NULL
UPDATE soft_optin_settings SET value = 'hu';
SELECT contact_id, reason, policy FROM soft_optin_eligibility('shoes') WHERE contact_id = 1;
--> 1 | no_soft_optin | HU
UPDATE soft_optin_settings SET value = '';
SELECT soft_optin_reason(1, 'shoes');
--! soft_optin_settings: the value of policy is not one it takes: write baseline, national, or the code of a country of soft_optin_policies such as IE
UPDATE soft_optin_settings SET value = 'EU';
SELECT soft_optin_reason(1, 'shoes');
--! soft_optin_settings: the value of policy is not one it takes: write baseline, national, or the code of a country of soft_optin_policies such as IE
UPDATE soft_optin_settings SET value = 'UK';
SELECT soft_optin_reason(1, 'shoes');
--! soft_optin_settings: the value of policy is not one it takes: write GB, the code of the United Kingdom
UPDATE soft_optin_settings SET name = 'time_zone', value = 'Europe/Nowhere';
SELECT marketing_basis(1, 'shoes');
--! soft_optin_settings: the value of time_zone is not one it takes: write UTC, or a time_zone of soft_optin_policies, such as Europe/Dublin
UPDATE soft_optin_settings SET value = 'Europe/Dublin';
UPDATE soft_optin_sales SET occurred_at = '2026-06-30T23:30Z' WHERE contact_id = 1;
SELECT soft_optin_expires(1, 'shoes', 'email', '2026-07-01');
--> 2027-06-30
SELECT sale_on FROM soft_optin_eligibility('shoes', 'email', '2026-07-01') WHERE contact_id = 1;
--> 2026-07-01
UPDATE soft_optin_settings SET value = 'utc';
SELECT sale_on FROM soft_optin_eligibility('shoes', 'email', '2026-07-01') WHERE contact_id = 1;
--> 2026-06-30
UPDATE soft_optin_settings SET name = 'policy', value = 'Baseline';
UPDATE soft_optin_sales SET occurred_at = '2026-03-15' WHERE contact_id = 1;
SELECT soft_optin_reason(1, 'shoes');
--> eligible
