-- The same questions in plain SQL, written from the rule and not from the extension. `asked` holds
-- the one that is being asked, by email; `expected` gives each customer's answer.
CREATE TEMP TABLE asked(track INTEGER, category TEXT, day TEXT);
INSERT INTO asked VALUES (NULL, NULL, NULL);

-- "The person has not opted out": an opt-out that covers the category and the channel, up to the
-- end of the day, with no opt-in later than it.
CREATE TEMP VIEW words AS
  SELECT c.CustomerId, s.state,
         CASE WHEN s.changed_at IS NULL THEN 0
              WHEN length(s.changed_at) = 10 AND s.state = 'opt_out'
                THEN julianday(s.changed_at, '+1 day', '-1 second')
              ELSE julianday(s.changed_at) END AS at
  FROM asked AS a, Customer AS c, said AS s
  WHERE (s.contact_id = c.CustomerId OR lower(trim(s.address)) = lower(trim(c.Email)) OR
         (s.address LIKE '00%' AND replace(replace('+' || substr(s.address, 3), ' ', ''), '-', '')
                                   = replace(c.Phone, ' ', '')))
    AND (s.channel IS NULL OR s.channel = 'email')
    AND (s.category IS NULL OR s.category = a.category OR
         substr(a.category, 1, length(s.category) + 1) = s.category || '/')
    AND (s.changed_at IS NULL OR julianday(s.changed_at) < julianday(a.day, '+1 day'));
CREATE TEMP VIEW opted_out AS
  SELECT o.CustomerId FROM words AS o WHERE o.state = 'opt_out' AND NOT EXISTS
    (SELECT 1 FROM words AS i
     WHERE i.CustomerId = o.CustomerId AND i.state = 'opt_in' AND i.at > o.at);

-- "Within 12 months of the sale": date(x, '+12 months') runs over the end of February, so the last
-- day is that or the end of its month, whichever comes first.
CREATE TEMP VIEW bought AS
  SELECT i.CustomerId, g.category = a.category AS similar,
         min(date(i.InvoiceDate, '+12 months'),
             date(i.InvoiceDate, 'start of month', '+13 months', '-1 day')) AS last_day
  FROM asked AS a, Invoice AS i JOIN InvoiceLine AS l ON l.InvoiceId = i.InvoiceId
  JOIN (SELECT TrackId, 'music/' || Genre.Name AS category
        FROM Track JOIN Genre USING (GenreId)) AS g
    ON g.TrackId = l.TrackId
  WHERE date(i.InvoiceDate) <= a.day;

-- "An assessment was made and approved, and there is a regular review": the latest one decides.
CREATE TEMP VIEW assessed AS
  SELECT d.outcome = 'approved' AS approved,
         coalesce(d.review_due_at, date(d.approved_at, '+12 months')) AS due
  FROM asked AS a, decided AS d
  WHERE d.approved_at <= a.day AND (d.category IS NULL OR d.category = a.category)
  ORDER BY d.approved_at DESC LIMIT 1;

CREATE TEMP VIEW expected AS
  SELECT c.CustomerId,
         CASE WHEN c.CustomerId IN (SELECT CustomerId FROM opted_out) THEN 'opted_out'
              WHEN b.sales IS NULL THEN 'no_sale'
              WHEN b.similar = 0 THEN 'not_similar'
              WHEN b.last_day < a.day THEN 'lapsed'
              WHEN NOT coalesce((SELECT approved FROM assessed), 0) THEN 'no_assessment'
              WHEN (SELECT due FROM assessed) < a.day THEN 'assessment_overdue'
              ELSE 'eligible' END AS reason,
         min(b.last_day, (SELECT due FROM assessed)) AS last_day
  FROM asked AS a, Customer AS c
  LEFT JOIN (SELECT CustomerId, count(*) AS sales, max(similar) AS similar,
                    max(CASE WHEN similar THEN last_day END) AS last_day
             FROM bought GROUP BY CustomerId) AS b ON b.CustomerId = c.CustomerId;
