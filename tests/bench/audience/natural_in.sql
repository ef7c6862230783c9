-- The same list as an analyst writes it, with IN, over indexes on the keys.
SELECT c.id, c.email
FROM customers AS c
WHERE trim(c.email) <> ''
  AND c.id IN (
    SELECT customer_id FROM sales
    WHERE product_id IN (
        SELECT id FROM products WHERE category = (SELECT category FROM products WHERE id = ?1))
      AND kind = 'sale' AND opt_out_offered = 1 AND sold_on <= ?2
      AND min(date(sold_on, '+12 months'),
              date(sold_on, 'start of month', '+13 months', '-1 day')) >= ?2)
  AND lower(trim(c.email)) NOT IN (
    SELECT lower(trim(o.email))
    FROM customers AS o
      JOIN preferences AS p
        ON p.customer_id = o.id OR lower(trim(p.address)) = lower(trim(o.email))
      JOIN products AS asked ON asked.id = ?1
    WHERE trim(o.email) <> ''
      AND p.state = 'opt_out' AND p.changed_at < date(?2, '+1 day')
      AND (p.channel IS NULL OR p.channel = 'email')
      AND (p.category IS NULL OR asked.category || '/' LIKE p.category || '/%')
      AND NOT EXISTS (
        SELECT 1
        FROM preferences AS later
        WHERE (later.customer_id = o.id OR lower(trim(later.address)) = lower(trim(o.email)))
          AND later.state = 'opt_in' AND later.changed_at > p.changed_at
          AND later.changed_at < date(?2, '+1 day')
          AND (later.channel IS NULL OR later.channel = 'email')
          AND (later.category IS NULL OR asked.category || '/' LIKE later.category || '/%')))
  AND (SELECT outcome = 'approved' AND review_due_at >= ?2 FROM assessments
       WHERE approved_at <= ?2 ORDER BY approved_at DESC LIMIT 1)
