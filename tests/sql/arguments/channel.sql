-- The channel is one of five words, in any case and with blanks around; any other is an error.
--@ include worlds/lawful.sql
SELECT soft_optin_reason(1, 'shoes', 'email'), soft_optin_reason(1, 'shoes', 'sms'),
       soft_optin_reason(1, 'shoes', 'mms'), soft_optin_reason(1, 'shoes', 'voicemail'),
       soft_optin_reason(1, 'shoes', 'in_app');
--> eligible | eligible | eligible | eligible | eligible
SELECT soft_optin_eligible(1, 'shoes', ' EMail ');
--> 1

-- email needs an email, in_app nothing, the others a phone.
SELECT soft_optin_reason(4, 'shoes', 'email'), soft_optin_reason(4, 'shoes', 'sms'),
       soft_optin_reason(4, 'shoes', 'mms'), soft_optin_reason(4, 'shoes', 'voicemail'),
       soft_optin_reason(4, 'shoes', 'in_app');
--> no_sale | no_address | no_address | no_address | no_sale

SELECT soft_optin_eligible(1, 'shoes', 'fax');
--! unknown channel 'fax': write email, sms, mms, voicemail or in_app
SELECT soft_optin_eligible(1, 'shoes', '');
--! unknown channel: write email, sms, mms, voicemail or in_app
SELECT soft_optin_reason(1, 'shoes', 1);
--! unknown channel: write email, sms, mms, voicemail or in_app
-- The day in the channel's place.
SELECT soft_optin_eligible(1, 'shoes', '2026-06-15');
--! unknown channel: write email, sms, mms, voicemail or in_app
SELECT * FROM soft_optin_conditions(1, 'shoes', 'fax');
--! unknown channel 'fax': write email, sms, mms, voicemail or in_app
