-- The mapping of Online Retail, a wholesaler of gifts, as its owner would write it: TEMP views,
-- since the file is read-only. One table has it all: a row for each line of an invoice. It knows
-- neither addresses, categories, opt-outs nor assessments; those below are the test's own.

-- Some customers ordered from two countries: the country is that of their latest line.
CREATE TEMP VIEW soft_optin_contacts AS
  SELECT contact_id, 'customer-' || CAST(contact_id AS INTEGER) || '@example.org' AS email, country
  FROM (SELECT CustomerID AS contact_id, Country AS country, max(InvoiceDate)
        FROM online_retail WHERE CustomerID IS NOT NULL GROUP BY CustomerID);

-- A cancellation has an invoice of its own, whose number begins with C. Lines without a customer
-- are nobody's. The opt-out is offered since the first of February.
CREATE TEMP VIEW soft_optin_sales AS
  SELECT CustomerID AS contact_id, StockCode AS product_id, InvoiceDate AS occurred_at,
         CASE WHEN InvoiceNo LIKE 'C%' THEN 'cancelled' ELSE 'sale' END AS kind,
         InvoiceDate >= '2011-02-01' AS opt_out_offered, InvoiceNo AS sale_id
  FROM online_retail;

-- Articles have five digits, and perhaps letters; POST, M, BANK CHARGES and the like are none. A
-- table with a key, since every article that was sold is looked up.
CREATE TEMP TABLE article(code TEXT PRIMARY KEY) WITHOUT ROWID;
INSERT INTO article
SELECT DISTINCT StockCode FROM online_retail WHERE StockCode GLOB '[0-9][0-9][0-9][0-9][0-9]*';
CREATE TEMP VIEW soft_optin_products AS
  SELECT code AS product_id, 'gifts/' || substr(code, 1, 3) AS category FROM article;

CREATE TEMP TABLE said(
  contact_id TEXT, address TEXT, state TEXT, changed_at TEXT, channel TEXT, category TEXT);
INSERT INTO said SELECT contact_id, NULL, 'opt_out', '2011-06-01 12:00', NULL, NULL
  FROM soft_optin_contacts WHERE contact_id % 17 = 0;
INSERT INTO said SELECT contact_id, NULL, 'opt_in', '2011-10-01T09:00:00Z', 'email', NULL
  FROM soft_optin_contacts WHERE contact_id % 34 = 0;
INSERT INTO said SELECT NULL, ' ' || upper(email), 'opt_out', '2012-02-29', NULL, NULL
  FROM soft_optin_contacts WHERE contact_id % 19 = 0;
INSERT INTO said SELECT contact_id, NULL, 'opt_out', NULL, NULL, 'gifts/224'
  FROM soft_optin_contacts WHERE contact_id % 23 = 0;
INSERT INTO said SELECT contact_id, NULL, 'opt_out', NULL, 'sms', NULL
  FROM soft_optin_contacts WHERE contact_id % 29 = 0;
CREATE TEMP VIEW soft_optin_preferences AS SELECT * FROM said;

CREATE TEMP TABLE decided(approved_at TEXT, outcome TEXT, review_due_at TEXT, category TEXT);
INSERT INTO decided VALUES ('2010-11-01', 'approved', '2012-11-30', NULL),
  ('2011-11-01', 'rejected', NULL, 'gifts/850');
CREATE TEMP VIEW soft_optin_assessments AS SELECT * FROM decided;
