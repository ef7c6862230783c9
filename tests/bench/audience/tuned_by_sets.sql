-- The same list, tuned in a third way: the latest entry of every customer and of every address, and
-- from them the set of all blocked addresses.
WITH
  asked AS MATERIALIZED (
    SELECT category, category || '/' AS path FROM products
    WHERE id = ?1
      AND (SELECT outcome = 'approved' AND review_due_at >= ?2 FROM assessments
           WHERE approved_at <= ?2 ORDER BY approved_at DESC LIMIT 1)),
  buyer AS MATERIALIZED (
    SELECT customer_id FROM sales NOT INDEXED
    WHERE sold_on >= date(?2, '-12 months')
      AND product_id IN (SELECT id FROM products WHERE category = (SELECT category FROM asked))
      AND opt_out_offered = 1 AND kind = 'sale' AND sold_on <= ?2
    GROUP BY +customer_id),
  covering AS MATERIALIZED (
    SELECT customer_id, lower(trim(address)) AS address, changed_at || (state = 'opt_out') AS said
    FROM preferences NOT INDEXED
    WHERE changed_at < date(?2, '+1 day')
      AND (channel IS NULL OR channel = 'email')
      AND (category IS NULL OR (SELECT path FROM asked) LIKE category || '/%')),
  by_customer AS MATERIALIZED (
    SELECT customer_id, max(said) AS said FROM covering WHERE customer_id IS NOT NULL
    GROUP BY customer_id),
  of_customer AS MATERIALIZED (
    SELECT lower(trim(c.email)) AS address, said
    FROM by_customer CROSS JOIN customers AS c ON c.id = customer_id),
  by_address AS MATERIALIZED (
    SELECT address, max(said) AS said FROM covering WHERE address IS NOT NULL GROUP BY address),
  -- An opt-out for the address holds unless every customer who has it has opted in since.
  blocked(address) AS MATERIALIZED (
    SELECT own.address
    FROM of_customer AS own LEFT JOIN by_address AS a ON a.address = own.address
    WHERE max(own.said, coalesce(a.said, '')) LIKE '%1'
    UNION ALL
    SELECT address FROM by_address AS a
    WHERE said LIKE '%1'
      AND (SELECT count(*) FROM of_customer AS own
           WHERE own.address = a.address AND own.said > a.said)
        < (SELECT count(*) FROM customers AS c WHERE lower(trim(c.email)) = a.address))
SELECT c.id, c.email FROM buyer CROSS JOIN customers AS c ON c.id = customer_id
WHERE trim(c.email) <> ''
  AND lower(trim(c.email)) NOT IN (SELECT address FROM blocked WHERE address IS NOT NULL)
