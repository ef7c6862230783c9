-- A NULL contact or product gives NULL, and no row of conditions.
--@ include worlds/lawful.sql
SELECT soft_optin_eligible(NULL, 'shoes'), soft_optin_eligible(1, NULL),
       soft_optin_eligible(NULL, NULL);
--> NULL | NULL | NULL
SELECT soft_optin_reason(NULL, 'shoes'), soft_optin_reason(1, NULL);
--> NULL | NULL
SELECT soft_optin_expires(NULL, 'shoes'), soft_optin_expires(1, NULL);
--> NULL | NULL
SELECT soft_optin_explain(NULL, 'shoes'), soft_optin_explain(1, NULL);
--> NULL | NULL
SELECT marketing_basis(NULL, 'shoes'), marketing_basis(1, NULL);
--> NULL | NULL
SELECT count(*) FROM soft_optin_conditions(NULL, 'shoes');
--> 0
SELECT count(*) FROM soft_optin_conditions(1, NULL);
--> 0

-- A NULL channel or day is an error: it would answer a question that nobody asked.
SELECT soft_optin_eligible(1, 'shoes', NULL);
--! the channel is NULL: write email, sms, mms, voicemail or in_app
SELECT soft_optin_eligible(1, 'shoes', 'email', NULL);
--! as_of is NULL: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT * FROM soft_optin_conditions(1, 'shoes', NULL);
--! the channel is NULL: write email, sms, mms, voicemail or in_app
SELECT * FROM soft_optin_conditions(1, 'shoes', 'email', NULL);
--! as_of is NULL: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
