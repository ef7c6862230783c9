-- The same questions in plain SQL, over the table itself, written from the rule and not from the
-- extension. `asked` holds the questions, all by email; `expected` gives each customer's answer.
CREATE TEMP TABLE asked(product TEXT, category TEXT, day TEXT);
INSERT INTO asked
SELECT product.column1, 'gifts/' || substr(product.column1, 1, 3), day.column1
FROM (VALUES ('22423'), ('21212'), ('85099B')) AS product,
     -- The second day with an opt-out; the end of the data; the first window's last day and the
     -- day after; the last window of February and the day after, a leap day with opt-outs; the
     -- review day and the day after.
     (VALUES ('2011-02-02'), ('2011-12-09'), ('2012-02-01'), ('2012-02-02'), ('2012-02-28'),
             ('2012-02-29'), ('2012-11-30'), ('2012-12-01')) AS day;

CREATE TEMP TABLE customer AS
  SELECT CustomerID AS id, CAST(CAST(CustomerID AS REAL) AS INTEGER) AS number
  FROM online_retail WHERE CustomerID IS NOT NULL GROUP BY 1;

-- What was bought and when: no cancellation, and not without a customer. date(x, '+12 months') runs
-- over the end of February, so the last day is that or the end of its month, whichever comes first.
CREATE TEMP TABLE bought AS
  SELECT CustomerID AS id, 'gifts/' || substr(StockCode, 1, 3) AS category,
         date(InvoiceDate) AS day, date(InvoiceDate) >= '2011-02-01' AS offered,
         min(date(InvoiceDate, '+12 months'),
             date(InvoiceDate, 'start of month', '+13 months', '-1 day')) AS last_day
  FROM online_retail
  WHERE CustomerID IS NOT NULL AND substr(InvoiceNo, 1, 1) <> 'C'
  GROUP BY 1, 2, 3;

-- For each question and customer: how far the best sale got, and until when it lasts.
CREATE TEMP VIEW furthest AS
  SELECT a.product, a.day, b.id,
         max(CASE WHEN NOT offered THEN 1
                  WHEN b.category <> a.category THEN 2
                  WHEN b.last_day < a.day THEN 3
                  ELSE 4 END) AS stage,
         max(CASE WHEN offered AND b.category = a.category THEN b.last_day END) AS last_day
  FROM asked AS a JOIN bought AS b ON b.day <= a.day
  GROUP BY a.product, a.day, b.id;

-- The opt-outs as the test's own rows were meant: every 17th customer on 2011-06-01, of whom every
-- second came back on 2011-10-01; every 19th on the leap day, for good; every 23rd for one
-- category, since ever, which the later opt-in lifts.
CREATE TEMP VIEW expected AS
  WITH answer AS (
    SELECT a.product, a.day, c.id, c.number, f.last_day,
           c.number % 34 = 0 AND a.day >= '2011-10-01' AND
             NOT (c.number % 19 = 0 AND a.day >= '2012-02-29') AS consented,
           CASE WHEN c.number % 19 = 0 AND a.day >= '2012-02-29' THEN 'opted_out'
                WHEN c.number % 34 = 0 AND a.day >= '2011-10-01' THEN NULL
                WHEN c.number % 17 = 0 AND a.day >= '2011-06-01' THEN 'opted_out'
                WHEN c.number % 23 = 0 AND a.category = 'gifts/224' THEN 'opted_out'
                END AS objection,
           CASE coalesce(f.stage, 0)
             WHEN 0 THEN 'no_sale' WHEN 1 THEN 'no_opt_out_offered' WHEN 2 THEN 'not_similar'
             WHEN 3 THEN 'lapsed' END AS gap,
           CASE WHEN a.category = 'gifts/850' AND a.day >= '2011-11-01' THEN 'no_assessment'
                WHEN a.day > '2012-11-30' THEN 'assessment_overdue' END AS obstacle
    FROM asked AS a CROSS JOIN customer AS c
    LEFT JOIN furthest AS f ON f.product = a.product AND f.day = a.day AND f.id = c.id)
  SELECT product, day, id, coalesce(objection, gap, obstacle, 'eligible') AS reason,
         CASE WHEN consented THEN 'consent'
              WHEN coalesce(objection, gap, obstacle) IS NULL THEN 'soft_opt_in' END AS basis,
         CASE WHEN coalesce(objection, gap, obstacle) IS NULL
              THEN min(last_day, '2012-11-30') END AS expires_on
  FROM answer;
