-- Which products have no assessment in force, or one that is due. The still clock says 2026-06-15.
--@ include worlds/lawful.sql
CREATE TEMP VIEW findings AS SELECT severity, finding, rows, example, what_to_do
FROM soft_optin_check;
-- Within 30 days, the thirtieth included; not the day after.
UPDATE soft_optin_assessments SET review_due_at = '2026-07-16';
SELECT * FROM findings;
--> (nothing)
UPDATE soft_optin_assessments SET review_due_at = '2026-07-15';
SELECT * FROM findings;
--> note | assessment_due | 3 | tent | Review the assessment that covers these products and record the result as a row of soft_optin_assessments: it is due on 2026-07-15, and nobody is eligible for them after that day.
-- The day itself is not overdue; the next one is.
UPDATE soft_optin_assessments SET review_due_at = '2026-06-15';
SELECT finding FROM findings;
--> assessment_due
UPDATE soft_optin_assessments SET review_due_at = '2026-06-14';
SELECT * FROM findings;
--> warning | assessment_overdue | 3 | tent | Review the assessment that covers these products and record the result as a row of soft_optin_assessments: the review was due on 2026-06-14, and nobody is eligible for them.
-- A review that was held is what counts now; third parties' and non-commercial products need none.
INSERT INTO soft_optin_assessments VALUES ('2026-06-01', 'approved', NULL, 'footwear', NULL);
SELECT * FROM findings;
--> warning | assessment_overdue | 1 | tent | Review the assessment that covers these products and record the result as a row of soft_optin_assessments: the review was due on 2026-06-14, and nobody is eligible for them.
-- None approved, or not yet, or for another organisation.
DELETE FROM soft_optin_assessments;
SELECT * FROM findings;
--> warning | no_assessment | 3 | tent | Record in soft_optin_assessments, once it is made, an approved assessment that covers these products: none is in force, so that nobody is eligible for them.
INSERT INTO soft_optin_assessments VALUES
  ('2026-01-01', 'rejected', NULL, NULL, NULL), ('2026-06-16', 'approved', NULL, NULL, NULL),
  ('2026-01-02', 'approved', NULL, NULL, 'Tent Ltd');
SELECT finding, rows FROM findings;
--> no_assessment | 3
INSERT INTO soft_optin_settings VALUES ('require_assessment', 0);
SELECT * FROM findings;
--> (nothing)
DROP TABLE soft_optin_assessments;
SELECT * FROM findings;
--> (nothing)
