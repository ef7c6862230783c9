-- The day asked about: SQLite's own clock unless given, in every form that the contract reads.
--@ include worlds/lawful.sql
SELECT soft_optin_reason(1, 'shoes');
--> eligible
--@ clock 2027-03-15 23:59:59
SELECT soft_optin_reason(1, 'shoes');
--> eligible
--@ clock 2027-03-16 00:00:00
SELECT soft_optin_reason(1, 'shoes');
--> lapsed
--@ clock 2026-03-14 23:59:59
SELECT soft_optin_reason(1, 'shoes');
--> no_sale
--@ clock 2026-06-15 12:00:00

-- Text with an offset is an instant, and its day the UTC day.
SELECT soft_optin_reason(1, 'shoes', 'email', '2027-03-15'),
       soft_optin_reason(1, 'shoes', 'email', '2027-03-15T23:59:59.999'),
       soft_optin_reason(1, 'shoes', 'email', '2027-03-15 23:59Z'),
       soft_optin_reason(1, 'shoes', 'email', '2027-03-15 23:30:00-01:00'),
       soft_optin_reason(1, 'shoes', 'email', '2027-03-16T00:30+0100');
--> eligible | eligible | eligible | lapsed | eligible
-- Unix seconds, milliseconds, and a Julian day: 2027-03-15, then a day later.
SELECT soft_optin_reason(1, 'shoes', 'email', 1805068800),
       soft_optin_reason(1, 'shoes', 'email', 1805068800000),
       soft_optin_reason(1, 'shoes', 'email', julianday('2027-03-15')),
       soft_optin_reason(1, 'shoes', 'email', 1805068800 + 86400),
       soft_optin_reason(1, 'shoes', 'email', julianday('2027-03-16'));
--> eligible | eligible | eligible | lapsed | lapsed

-- An opt-out of a time of day: an as_of without time is the end of its day.
SELECT soft_optin_reason(2, 'shoes', 'email', '2026-05-01'),
       soft_optin_reason(2, 'shoes', 'email', '2026-05-01T09:29:59Z'),
       soft_optin_reason(2, 'shoes', 'email', '2026-05-01T09:30:00Z'),
       soft_optin_reason(2, 'shoes', 'email', '2026-04-30');
--> opted_out | eligible | opted_out | eligible

SELECT soft_optin_eligible(1, 'shoes', 'email', '2026-02-30');
--! as_of is no date that can be read: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT soft_optin_eligible(1, 'shoes', 'email', '31/12/2026');
--! as_of is no date that can be read: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT soft_optin_eligible(1, 'shoes', 'email', '');
--! as_of is no date that can be read: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT soft_optin_eligible(1, 'shoes', 'email', 'now');
--! as_of is no date that can be read: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT soft_optin_eligible(1, 'shoes', 'email', 20261231);
--! as_of is no date that can be read: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT soft_optin_eligible(1, 'shoes', 'email', x'323032362d30362d3135');
--! as_of is no date that can be read: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT * FROM soft_optin_conditions(1, 'shoes', 'email', '2026-02-30');
--! as_of is no date that can be read: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
