-- One message in twenty with the verdict of soft_optin_audit, in SQL by hand: the question of each
-- is its own product, channel and day. Only compared with, never measured.
WITH
  asked AS (
    SELECT m.id, m.customer_id, m.channel, m.sent_at AS day, m.opt_out_included, a.category,
           c.email, c.phone,
           CASE m.channel WHEN 'email' THEN lower(trim(c.email)) ELSE c.phone END AS address
    FROM messages AS m JOIN customers AS c ON c.id = m.customer_id
      JOIN products AS a ON a.id = m.product_id
    WHERE m.id % 20 = 0),
  -- What the customer and, for an email, each other with the same address said last.
  standing AS MATERIALIZED (
    SELECT q.id, o.id AS customer_id, o.id = q.customer_id AS own,
      (SELECT max(changed_at || (state = 'opt_out'))
       FROM (SELECT changed_at, state, channel, category
             FROM preferences AS p WHERE p.customer_id = o.id
             UNION ALL
             SELECT changed_at, state, channel, category
             FROM preferences AS p WHERE lower(trim(p.address)) = lower(trim(o.email))) AS said
       WHERE changed_at < date(q.day, '+1 day')
         AND (said.channel IS NULL OR said.channel = q.channel)
         AND (said.category IS NULL OR q.category || '/' LIKE said.category || '/%')) AS latest
    FROM asked AS q JOIN customers AS o
      ON o.id = q.customer_id
        OR (q.channel = 'email' AND lower(trim(o.email)) = q.address)),
  heard AS MATERIALIZED (
    SELECT id, max(coalesce(latest LIKE '%1', 0)) AS opted_out,
           max(own AND coalesce(latest LIKE '%0', 0)) AS opted_in
    FROM standing GROUP BY id),
  furthest AS (
    SELECT q.*, heard.opted_out, heard.opted_in,
      coalesce((
        SELECT max(CASE
          WHEN kind <> 'sale' THEN 10
          WHEN sold_on IS NULL THEN 11
          WHEN coalesce(opt_out_offered, 0) <> 1 THEN 16
          WHEN sold.category <> q.category THEN 18
          WHEN min(date(sold_on, '+12 months'),
                   date(sold_on, 'start of month', '+13 months', '-1 day')) < q.day THEN 19
          ELSE 20 END)
        FROM sales AS s JOIN products AS sold ON sold.id = s.product_id
        WHERE s.customer_id = q.customer_id AND (sold_on IS NULL OR sold_on <= q.day)), 10)
        AS stage
    FROM asked AS q JOIN heard ON heard.id = q.id),
  answered AS (
    SELECT *,
      CASE
        WHEN coalesce(trim(address), '') = '' THEN 'no_address'
        WHEN opted_out THEN 'opted_out'
        WHEN stage = 10 THEN 'no_sale'
        WHEN stage = 11 THEN 'unreadable_date'
        WHEN stage = 16 THEN 'no_opt_out_offered'
        WHEN stage = 18 THEN 'not_similar'
        WHEN stage = 19 THEN 'lapsed'
        ELSE coalesce((
          SELECT CASE WHEN outcome <> 'approved' THEN 'no_assessment'
            WHEN review_due_at < day THEN 'assessment_overdue' ELSE 'eligible' END
          FROM assessments WHERE approved_at <= day ORDER BY approved_at DESC LIMIT 1),
          'no_assessment') END AS reason
    FROM furthest)
-- Who has consented needs no sale; the message must offer the opt-out in any case.
SELECT id,
  CASE
    WHEN reason <> 'eligible'
      AND NOT (opted_in AND NOT opted_out AND coalesce(trim(address), '') <> '') THEN reason
    WHEN opt_out_included IS NOT 1 THEN 'no_opt_out_in_message'
    ELSE 'eligible' END
FROM answered
