-- Vera has opted out. Two strangers have looked for an address of their own that a hash does not
-- tell from hers (with the standard library's it took seconds, with another one too), and opt in
-- under it. Their word counts for nobody but themselves, however the question is read.
CREATE TABLE soft_optin_contacts(contact_id INTEGER PRIMARY KEY, email TEXT, phone TEXT);
INSERT INTO soft_optin_contacts VALUES
  (1, 'vera@example.org', 'vera@example.org'),
  (2, 'ep4ndjw@jvv54.gx', 'ep4ndjw@jvv54.gx'),
  (3, 'lr69uhq@qhyn9.nx', 'lr69uhq@qhyn9.nx');
CREATE TABLE soft_optin_sales(contact_id, product_id, occurred_at TEXT, opt_out_offered INTEGER);
INSERT INTO soft_optin_sales SELECT contact_id, 'lamp', '2026-03-15', 1 FROM soft_optin_contacts;
CREATE TABLE soft_optin_products(product_id TEXT, category TEXT);
INSERT INTO soft_optin_products VALUES ('lamp', 'light');
CREATE TABLE soft_optin_assessments(approved_at TEXT, outcome TEXT, review_due_at TEXT);
INSERT INTO soft_optin_assessments VALUES ('2026-01-10', 'approved', NULL);
CREATE TABLE soft_optin_preferences(address TEXT, state TEXT, changed_at TEXT);
INSERT INTO soft_optin_preferences VALUES
  ('vera@example.org', 'opt_out', '2026-02-01'),
  ('ep4ndjw@jvv54.gx', 'opt_in', '2026-03-01'),
  ('lr69uhq@qhyn9.nx', 'opt_in', '2026-03-01');
SELECT contact_id, basis FROM soft_optin_audience('lamp') ORDER BY 1;
--> 2 | consent
--> 3 | consent
SELECT contact_id, basis FROM soft_optin_audience('lamp', 'sms') ORDER BY 1;
--> 2 | consent
--> 3 | consent
SELECT contact_id, reason FROM soft_optin_eligibility('lamp') ORDER BY 1;
--> 1 | opted_out
--> 2 | eligible
--> 3 | eligible
SELECT contact_id, soft_optin_reason(contact_id, 'lamp') FROM soft_optin_contacts ORDER BY 1;
--> 1 | opted_out
--> 2 | eligible
--> 3 | eligible
