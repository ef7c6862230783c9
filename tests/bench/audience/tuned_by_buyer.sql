-- The send list of product ?1 by email on the day ?2, tuned by hand: the buyers are found in one
-- scan of sales, in order of customer, and what was said is looked up for these alone.
--
-- A sale of 12 months before the day asked about, or later, has not lapsed: the first day whose
-- window reaches so far is date(?2, '-12 months'), also where the month's end is clamped.
WITH
  -- Nothing unless the assessment in force is approved and its review not overdue.
  asked AS MATERIALIZED (
    SELECT category, category || '/' AS path FROM products
    WHERE id = ?1
      AND (SELECT outcome = 'approved' AND review_due_at >= ?2 FROM assessments
           WHERE approved_at <= ?2 ORDER BY approved_at DESC LIMIT 1)),
  -- The cheapest test that leaves out most comes first. GROUP BY +customer_id sorts the buyers,
  -- so that their rows are read in order; DISTINCT alone would take sales_by_customer, or none.
  buyer AS MATERIALIZED (
    SELECT customer_id FROM sales NOT INDEXED
    WHERE sold_on >= date(?2, '-12 months')
      AND product_id IN (SELECT id FROM products WHERE category = (SELECT category FROM asked))
      AND opt_out_offered = 1 AND kind = 'sale' AND sold_on <= ?2
    GROUP BY +customer_id),
  candidate AS MATERIALIZED (
    SELECT c.id, c.email, lower(trim(c.email)) AS address
    FROM buyer CROSS JOIN customers AS c ON c.id = customer_id
    WHERE trim(c.email) <> '')
-- The latest entry that covers the question ends in 1 where it is an opt-out, which wins at the
-- same instant; of the customer, and of each other with the same address.
SELECT id, email FROM candidate
WHERE NOT EXISTS (
  SELECT 1 FROM customers AS c
  WHERE lower(trim(c.email)) = candidate.address
    AND (SELECT max(changed_at || (state = 'opt_out'))
         FROM (SELECT changed_at, state, channel, category
               FROM preferences AS p WHERE p.customer_id = c.id
               UNION ALL
               SELECT changed_at, state, channel, category
               FROM preferences AS p WHERE lower(trim(p.address)) = candidate.address)
         WHERE changed_at < date(?2, '+1 day')
           AND (channel IS NULL OR channel = 'email')
           AND (category IS NULL OR (SELECT path FROM asked) LIKE category || '/%')) LIKE '%1')
