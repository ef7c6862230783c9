-- Every customer with the reason of soft_optin_eligibility for product ?1 by email on the day ?2,
-- in SQL by hand. Only compared with, never measured.
SELECT c.id,
  CASE
    WHEN coalesce(trim(c.email), '') = '' THEN 'no_address'
    WHEN EXISTS (
      SELECT 1 FROM customers AS o
      WHERE lower(trim(o.email)) = lower(trim(c.email))
        AND (SELECT max(changed_at || (state = 'opt_out'))
             FROM (SELECT changed_at, state, channel, category
                   FROM preferences AS p WHERE p.customer_id = o.id
                   UNION ALL
                   SELECT changed_at, state, channel, category
                   FROM preferences AS p WHERE lower(trim(p.address)) = lower(trim(o.email)))
             WHERE changed_at < date(?2, '+1 day')
               AND (channel IS NULL OR channel = 'email')
               AND (category IS NULL OR (SELECT category || '/' FROM products WHERE id = ?1)
                 LIKE category || '/%')) LIKE '%1') THEN 'opted_out'
    -- How far the sale got that got furthest.
    ELSE CASE coalesce((
        SELECT max(CASE
          WHEN kind <> 'sale' THEN 10
          WHEN sold_on IS NULL THEN 11
          WHEN coalesce(opt_out_offered, 0) <> 1 THEN 16
          WHEN sold.category <> (SELECT category FROM products WHERE id = ?1) THEN 18
          WHEN min(date(sold_on, '+12 months'),
                   date(sold_on, 'start of month', '+13 months', '-1 day')) < ?2 THEN 19
          ELSE 20 END)
        FROM sales AS s JOIN products AS sold ON sold.id = s.product_id
        WHERE s.customer_id = c.id AND (sold_on IS NULL OR sold_on <= ?2)), 10)
      WHEN 10 THEN 'no_sale'
      WHEN 11 THEN 'unreadable_date'
      WHEN 16 THEN 'no_opt_out_offered'
      WHEN 18 THEN 'not_similar'
      WHEN 19 THEN 'lapsed'
      ELSE coalesce((
        SELECT CASE WHEN outcome <> 'approved' THEN 'no_assessment'
          WHEN review_due_at < ?2 THEN 'assessment_overdue' ELSE 'eligible' END
        FROM assessments WHERE approved_at <= ?2 ORDER BY approved_at DESC LIMIT 1),
        'no_assessment') END
  END
FROM customers AS c
