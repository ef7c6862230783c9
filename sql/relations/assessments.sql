-- soft_optin_assessments: legitimate-interest assessments and their reviews. Required, unless the
-- setting require_assessment is 0 (settings.sql). One row for each decision; a review that confirms
-- an assessment is a new row. Of those decided not after the day asked about that cover the
-- product, the latest counts, approved or not. Written over interest_assessments of
-- example_tables.sql: put your own names in their place.
--
-- If the assessment is a document and no table, write its dates down here:
--     SELECT '2026-01-15' AS approved_at, 'approved' AS outcome, '2027-01-15' AS review_due_at
--
-- In a database that you may only read, write CREATE TEMP VIEW.

DROP VIEW IF EXISTS soft_optin_assessments;
CREATE VIEW soft_optin_assessments AS
SELECT
  -- approved_at: when it was decided, whatever the outcome; required. Forms of date as in
  -- sales.sql. NULL or unreadable: not known to be decided, does not count.
  -- Condition: no_assessment.
  decided_at AS approved_at,

  -- outcome: TEXT, required: 'approved'. Any other word, and NULL, is not.
  -- Condition: no_assessment.
  decision AS outcome,

  -- review_due_at: the last day before the review is overdue; required. NULL: 12 months after
  -- approved_at. Unreadable: overdue.
  -- Condition: assessment_overdue; soft_optin_expires never goes beyond this day.
  next_review AS review_due_at,

  -- category: TEXT, optional: covers this category and everything below it, as in
  -- soft_optin_products. Left out or NULL: all products.
  category AS category,

  -- organisation: TEXT, optional: written as in soft_optin_products. Left out or NULL: all.
  legal_entity AS organisation
FROM interest_assessments;

-- No index: there are few rows, and all are read.
