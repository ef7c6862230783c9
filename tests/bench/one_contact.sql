-- The question of one contact, ?1, about p17 by email on 2026-06-15, in SQL by hand: the answer of
-- soft_optin_eligible over this world, without reason, evidence or expiry. It leaves out what this
-- world does not have (phones as addresses of an opt-out, refusals, organisations, ...).
WITH
  person AS (
    SELECT id, lower(trim(email)) AS address FROM customers WHERE id = ?1 AND trim(email) <> ''),
  sharers AS (
    SELECT c.id FROM person JOIN customers AS c ON lower(trim(c.email)) = person.address),
  said AS (
    SELECT s.id, p.state, p.changed_at, p.channel, p.category
    FROM sharers AS s JOIN preferences AS p ON p.customer_id = s.id
    UNION ALL
    SELECT s.id, p.state, p.changed_at, p.channel, p.category
    FROM person CROSS JOIN sharers AS s JOIN preferences AS p
      ON lower(trim(p.address)) = person.address),
  heard AS (
    SELECT id, state, changed_at FROM said
    WHERE (channel IS NULL OR channel = 'email')
      AND (category IS NULL OR
           (SELECT category FROM products WHERE id = 'p17') || '/' LIKE said.category || '/%')
      AND changed_at < '2026-06-16')
SELECT EXISTS (SELECT 1 FROM person)
   AND NOT EXISTS (
     SELECT 1 FROM heard AS o WHERE o.state = 'opt_out' AND NOT EXISTS (
       SELECT 1 FROM heard AS i
       WHERE i.id = o.id AND i.state = 'opt_in' AND i.changed_at > o.changed_at))
   AND EXISTS (
     SELECT 1 FROM sales AS s JOIN products AS sold ON sold.id = s.product_id
     WHERE s.customer_id = ?1 AND s.kind = 'sale' AND s.opt_out_offered = 1
       AND sold.category = (SELECT category FROM products WHERE id = 'p17')
       AND s.sold_on <= '2026-06-15'
       AND min(date(s.sold_on, '+12 months'),
               date(s.sold_on, 'start of month', '+13 months', '-1 day')) >= '2026-06-15')
   AND (SELECT outcome = 'approved' AND review_due_at >= '2026-06-15' FROM assessments
        WHERE approved_at <= '2026-06-15' ORDER BY approved_at DESC LIMIT 1)
