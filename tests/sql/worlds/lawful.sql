-- A small lawful world: every relation and every column of the contract, under their own names.
-- The still clock says 2026-06-15. Contact 1 may be sent mail about shoes until 2027-03-15.
CREATE TABLE soft_optin_contacts(
  contact_id INTEGER PRIMARY KEY, email TEXT, phone TEXT, country TEXT, subscriber TEXT);
INSERT INTO soft_optin_contacts VALUES
  (1, 'ada@example.org', '+353 1 555 0101', 'IE', 'individual'),   -- May be sent mail.
  (2, 'bob@example.org', '+353 1 555 0102', 'IE', 'individual'),   -- Has opted out.
  (3, 'eve@example.org', '+353 1 555 0103', 'IE', 'individual'),   -- Bought too long ago.
  (4, 'kit@example.org', NULL,              'IE', 'individual');   -- Never bought.

CREATE TABLE soft_optin_products(
  product_id TEXT PRIMARY KEY, category TEXT, own INTEGER, commercial INTEGER, organisation TEXT);
INSERT INTO soft_optin_products VALUES
  ('shoes',    'footwear/running', 1, 1, 'Trail Ltd'),
  ('laces',    'footwear/running', 1, 1, 'Trail Ltd'),
  ('tent',     'camping/tents',    1, 1, 'Trail Ltd'),
  ('watch',    'footwear/running', 0, 1, 'Trail Ltd'),
  ('donation', 'footwear/running', 1, 0, 'Trail Ltd');

CREATE TABLE soft_optin_sales(
  sale_id TEXT PRIMARY KEY, contact_id INTEGER, product_id TEXT, occurred_at TEXT, kind TEXT,
  express_communication INTEGER, collected_directly INTEGER, opt_out_offered INTEGER,
  refused INTEGER, preticked INTEGER, channel TEXT, organisation TEXT);
INSERT INTO soft_optin_sales VALUES
  ('s1', 1, 'shoes', '2026-03-15', 'sale', NULL, 1, 1, 0, 0, NULL, 'Trail Ltd'),
  ('s2', 2, 'shoes', '2026-03-15', 'sale', NULL, 1, 1, 0, 0, NULL, 'Trail Ltd'),
  ('s3', 3, 'shoes', '2025-06-14', 'sale', NULL, 1, 1, 0, 0, NULL, 'Trail Ltd');

CREATE TABLE soft_optin_preferences(
  contact_id INTEGER, address TEXT, state TEXT, changed_at TEXT, channel TEXT, category TEXT,
  organisation TEXT, preticked INTEGER, proof TEXT);
INSERT INTO soft_optin_preferences VALUES
  (2, NULL, 'opt_out', '2026-05-01T09:30:00Z', NULL, NULL, NULL, 0, 'form 7');

CREATE TABLE soft_optin_messages(
  message_id TEXT PRIMARY KEY, contact_id INTEGER, channel TEXT, sent_at TEXT, product_id TEXT,
  opt_out_included INTEGER, status TEXT, organisation TEXT);
INSERT INTO soft_optin_messages VALUES
  ('m1', 1, 'email', '2026-04-01', 'laces', 1, 'sent', 'Trail Ltd');

CREATE TABLE soft_optin_assessments(
  approved_at TEXT, outcome TEXT, review_due_at TEXT, category TEXT, organisation TEXT);
INSERT INTO soft_optin_assessments VALUES ('2026-01-10', 'approved', '2027-06-30', NULL, NULL);

CREATE TABLE soft_optin_similar_categories(category TEXT, similar_to TEXT);
CREATE TABLE soft_optin_settings(name TEXT, value);
