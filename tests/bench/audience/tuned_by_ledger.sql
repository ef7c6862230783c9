-- The same list, tuned in another way: what was said is read in one scan, kept for the addresses
-- of the buyers, and the blocked addresses are left out of them.
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
  candidate AS MATERIALIZED (
    SELECT c.id, c.email, lower(trim(c.email)) AS address
    FROM buyer CROSS JOIN customers AS c ON c.id = customer_id
    WHERE trim(c.email) <> ''),
  covering AS MATERIALIZED (
    SELECT customer_id, lower(trim(address)) AS address, changed_at || (state = 'opt_out') AS said
    FROM preferences NOT INDEXED
    WHERE changed_at < date(?2, '+1 day')
      AND (channel IS NULL OR channel = 'email')
      AND (category IS NULL OR (SELECT path FROM asked) LIKE category || '/%')),
  addressed AS MATERIALIZED (
    SELECT customer_id, address, said FROM covering WHERE address IS NOT NULL
    UNION ALL
    SELECT customer_id, lower(trim(c.email)), said
    FROM (SELECT customer_id, said FROM covering WHERE customer_id IS NOT NULL
          ORDER BY customer_id)
      CROSS JOIN customers AS c ON c.id = customer_id),
  -- The latest for each customer, and for the address itself where customer_id is NULL.
  heard AS MATERIALIZED (
    SELECT customer_id, address, max(said) AS said FROM addressed
    WHERE address IN (SELECT address FROM candidate)
    GROUP BY address, customer_id),
  -- An opt-out for the address holds unless every customer who has it has opted in since.
  blocked(address) AS MATERIALIZED (
    SELECT own.address
    FROM heard AS own
      LEFT JOIN heard AS by_address
        ON by_address.address = own.address AND by_address.customer_id IS NULL
    WHERE own.customer_id IS NOT NULL AND max(own.said, coalesce(by_address.said, '')) LIKE '%1'
    UNION ALL
    SELECT address FROM heard
    WHERE customer_id IS NULL AND said LIKE '%1'
      AND (SELECT count(*) FROM heard AS own
           WHERE own.address = heard.address AND own.customer_id IS NOT NULL
             AND own.said > heard.said)
        < (SELECT count(*) FROM customers AS c WHERE lower(trim(c.email)) = heard.address))
SELECT id, email FROM candidate WHERE address NOT IN (SELECT address FROM blocked)
