-- The mapping of Chinook, a media shop, as its owner would write it: TEMP views, since the file is
-- read-only. Chinook knows neither opt-outs nor assessments; those below are the test's own.
CREATE TEMP VIEW soft_optin_contacts AS
  SELECT CustomerId AS contact_id, Email AS email, Phone AS phone,
         CASE WHEN Company IS NULL THEN 'individual' ELSE 'corporate' END AS subscriber
  FROM Customer;

CREATE TEMP VIEW soft_optin_sales AS
  SELECT Invoice.CustomerId AS contact_id, InvoiceLine.TrackId AS product_id,
         Invoice.InvoiceDate AS occurred_at, 1 AS opt_out_offered,
         InvoiceLine.InvoiceLineId AS sale_id
  FROM Invoice JOIN InvoiceLine ON InvoiceLine.InvoiceId = Invoice.InvoiceId;

-- Some genres are paths by their own names: Hip Hop/Rap lies below Hip Hop.
CREATE TEMP VIEW soft_optin_products AS
  SELECT Track.TrackId AS product_id, 'music/' || Genre.Name AS category
  FROM Track JOIN Genre ON Genre.GenreId = Track.GenreId;

CREATE TEMP TABLE said(
  contact_id INTEGER, address TEXT, state TEXT, changed_at TEXT, channel TEXT, category TEXT);
INSERT INTO said VALUES
  -- By contact: since a day, since ever, not yet.
  ( 1, NULL, 'opt_out', '2025-06-01', NULL, NULL),
  (40, NULL, 'opt_out', NULL, NULL, NULL),
  (43, NULL, 'opt_out', '2026-01-15', NULL, NULL),
  -- By address, as people write it.
  (NULL, ' HHoly@GMail.com', 'opt_out', '2025-02-11T08:00:00Z', NULL, NULL),
  (NULL, 'Stanisław.Wójcik@WP.PL ', 'opt_out', '2025-02-11', NULL, NULL),
  (NULL, '0034 914-454-454', 'opt_out', '2025-02-11', NULL, NULL),
  (NULL, 'nobody@gmail.com', 'opt_out', '2025-02-11', NULL, NULL),
  -- And back in, by address; and out again, by contact.
  (20, NULL, 'opt_out', '2025-03-01', NULL, NULL),
  (NULL, 'DMiller@comcast.com', 'opt_in', '2025-09-01', NULL, NULL),
  (NULL, 'kachase@hotmail.com', 'opt_in', '2025-01-01', NULL, NULL),
  (21, NULL, 'opt_out', '2025-05-05', NULL, NULL),
  -- One day, one instant: the opt-out wins.
  (42, NULL, 'opt_in', '2025-05-05T10:00:00Z', NULL, NULL),
  (42, NULL, 'opt_out', '2025-05-05T12:00:00+02:00', NULL, NULL),
  (45, NULL, 'opt_in', '2025-05-05T18:00:00Z', NULL, NULL),
  (45, NULL, 'opt_out', '2025-05-05', NULL, NULL),
  -- In 2025 where it was said, in 2026 by UTC.
  (44, NULL, 'opt_out', '2025-12-31T23:30:00-02:00', NULL, NULL),
  -- Of one category, of all below one, of another channel.
  (30, NULL, 'opt_out', '2025-02-01', NULL, 'music/Rock'),
  (31, NULL, 'opt_out', '2025-02-01', NULL, 'music/R&B'),
  (32, NULL, 'opt_out', '2025-02-01', NULL, 'music'),
  (34, NULL, 'opt_out', '2025-02-01', NULL, 'music/Roc'),
  (33, NULL, 'opt_out', '2025-02-01', 'sms', NULL),
  -- Out of everything, later in again for Latin alone.
  (41, NULL, 'opt_out', '2025-02-01', NULL, NULL),
  (41, NULL, 'opt_in', '2025-04-01', 'email', 'music/Latin');
CREATE TEMP VIEW soft_optin_preferences AS SELECT * FROM said;

CREATE TEMP TABLE decided(approved_at TEXT, outcome TEXT, review_due_at TEXT, category TEXT);
INSERT INTO decided VALUES
  ('2021-02-01', 'approved', NULL, NULL),
  ('2022-01-20', 'approved', '2023-12-31', NULL),
  ('2024-02-01', 'approved', '2027-01-31', NULL),
  ('2025-03-01', 'rejected', NULL, 'music/Comedy');
CREATE TEMP VIEW soft_optin_assessments AS SELECT * FROM decided;
