-- A missing required column is an error that names relation and column and says what to put there.
--@ include worlds/smallest.sql
SAVEPOINT whole;
DROP TABLE soft_optin_contacts;
CREATE TABLE soft_optin_contacts(id INTEGER, email TEXT);
SELECT soft_optin_eligible(1, 'shoes');
--! soft_optin_contacts has no column contact_id: add it, with an INTEGER or TEXT id, unique
DROP TABLE soft_optin_contacts;
CREATE TABLE soft_optin_contacts(contact_id INTEGER, fax TEXT);
SELECT soft_optin_eligible(1, 'shoes');
--! soft_optin_contacts has neither a column email nor phone: add one of them or both
ROLLBACK TO whole;

DROP TABLE soft_optin_sales;
CREATE TABLE soft_optin_sales(contact_id INTEGER, product_id TEXT, occurred_at TEXT);
SELECT soft_optin_eligible(1, 'shoes');
--! soft_optin_sales has no column opt_out_offered: add it, with 1 where a clear, free and easy opt-out was offered when the details were collected, 0 where not, NULL where nobody knows
DROP TABLE soft_optin_sales;
CREATE TABLE soft_optin_sales(contact_id INTEGER, product_id TEXT, opt_out_offered INTEGER);
SELECT soft_optin_eligible(1, 'shoes');
--! soft_optin_sales has no column occurred_at: add it, with the day or instant of the sale (ISO 8601 text, unix time or Julian day)
ROLLBACK TO whole;

DROP TABLE soft_optin_products;
CREATE TABLE soft_optin_products(product_id TEXT);
SELECT soft_optin_eligible(1, 'shoes');
--! soft_optin_products has no column category: add it, with a path such as footwear/running/trail
ROLLBACK TO whole;

DROP TABLE soft_optin_preferences;
CREATE TABLE soft_optin_preferences(contact_id INTEGER, state TEXT);
SELECT soft_optin_eligible(1, 'shoes');
--! soft_optin_preferences has no column changed_at: add it, with when the person said so (ISO 8601 text, unix time or Julian day)
DROP TABLE soft_optin_preferences;
CREATE TABLE soft_optin_preferences(state TEXT, changed_at TEXT);
SELECT soft_optin_eligible(1, 'shoes');
--! soft_optin_preferences has neither a column contact_id nor address: add one of them or both
ROLLBACK TO whole;

DROP TABLE soft_optin_assessments;
CREATE TABLE soft_optin_assessments(approved_at TEXT, outcome TEXT);
SELECT soft_optin_eligible(1, 'shoes');
--! soft_optin_assessments has no column review_due_at: add it, with the day on which its review is due, or NULL for 12 months after approved_at
ROLLBACK TO whole;

CREATE TABLE soft_optin_similar_categories(category TEXT);
SELECT soft_optin_eligible(1, 'shoes');
--! soft_optin_similar_categories has no column similar_to: add it, with the category path that was judged similar to it
ROLLBACK TO whole;

CREATE TABLE soft_optin_settings(name TEXT);
SELECT soft_optin_eligible(1, 'shoes');
--! soft_optin_settings has no column value: add it, with the value of that setting
