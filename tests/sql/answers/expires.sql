-- soft_optin_expires gives the last day on which the answer stays yes on today's facts.
--@ include worlds/lawful.sql
SELECT soft_optin_expires(1, 'shoes'), typeof(soft_optin_expires(1, 'shoes'));
--> 2027-03-15 | text
SELECT soft_optin_eligible(1, 'shoes', 'email', soft_optin_expires(1, 'shoes')),
       soft_optin_reason(1, 'shoes', 'email', date(soft_optin_expires(1, 'shoes'), '+1 day'));
--> 1 | lapsed

-- NULL where the answer is no.
SELECT soft_optin_expires(2, 'shoes'), soft_optin_expires(3, 'shoes'),
       soft_optin_expires(99, 'shoes');
--> NULL | NULL | NULL

-- The review of the assessment ends it too, when that comes first.
UPDATE soft_optin_assessments SET review_due_at = '2026-12-31';
SELECT soft_optin_expires(1, 'shoes');
--> 2026-12-31
SELECT soft_optin_reason(1, 'shoes', 'email', '2027-01-01');
--> assessment_overdue

-- Without a window and without an assessment it is without end.
INSERT INTO soft_optin_settings VALUES ('window_months', 0), ('require_assessment', 0);
SELECT soft_optin_eligible(1, 'shoes'), soft_optin_expires(1, 'shoes');
--> 1 | NULL
