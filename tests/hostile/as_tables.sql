-- The relations as tables of their own; two have columns without types.
CREATE TABLE soft_optin_contacts(
  contact_id INTEGER PRIMARY KEY, email TEXT, phone TEXT, country TEXT, subscriber TEXT);
INSERT INTO soft_optin_contacts SELECT * FROM people;
CREATE TABLE soft_optin_products(
  product_id TEXT PRIMARY KEY, category TEXT, own INTEGER, commercial INTEGER, organisation TEXT,
  charity INTEGER);
INSERT INTO soft_optin_products SELECT * FROM articles;
CREATE TABLE soft_optin_sales(
  sale_id INTEGER PRIMARY KEY, contact_id INTEGER, product_id TEXT, occurred_at TEXT,
  opt_out_offered INTEGER, kind TEXT, express_communication INTEGER, collected_directly INTEGER,
  refused INTEGER, preticked INTEGER, channel TEXT, organisation TEXT, "trigger" TEXT);
INSERT INTO soft_optin_sales SELECT * FROM orders;
CREATE TABLE soft_optin_preferences(
  contact_id, address, state, changed_at, channel, category, organisation, preticked, proof);
INSERT INTO soft_optin_preferences SELECT * FROM said;
CREATE TABLE soft_optin_messages(
  message_id INTEGER PRIMARY KEY, contact_id INTEGER, channel TEXT, sent_at TEXT, product_id TEXT,
  opt_out_included INTEGER, status TEXT, organisation TEXT);
INSERT INTO soft_optin_messages SELECT * FROM mailings;
CREATE TABLE soft_optin_assessments(
  approved_at, outcome, review_due_at, category, organisation);
INSERT INTO soft_optin_assessments SELECT * FROM judged;
CREATE TABLE soft_optin_similar_categories(category TEXT, similar_to TEXT);
INSERT INTO soft_optin_similar_categories SELECT * FROM alike;
CREATE TABLE soft_optin_register_checks(register TEXT, checked_at TEXT);
INSERT INTO soft_optin_register_checks SELECT * FROM screened;
CREATE TABLE soft_optin_policy_choices(
  jurisdiction TEXT, parameter TEXT, value TEXT, reason TEXT, decided_by TEXT, decided_at TEXT);
INSERT INTO soft_optin_policy_choices SELECT * FROM decided;
CREATE TABLE soft_optin_settings(name TEXT, value TEXT);
INSERT INTO soft_optin_settings SELECT * FROM options;
