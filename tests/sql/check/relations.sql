-- What is missing, misspelt or fails: all of it at once, each as a finding.
SELECT severity, relation, finding, rows, example FROM soft_optin_check;
--> error | soft_optin_contacts | missing_relation | NULL | NULL
--> error | soft_optin_sales | missing_relation | NULL | NULL
--> error | soft_optin_products | missing_relation | NULL | NULL
--> error | soft_optin_preferences | missing_relation | NULL | NULL
--> error | soft_optin_assessments | missing_relation | NULL | NULL
CREATE TABLE soft_optin_settings(name, value);
INSERT INTO soft_optin_settings VALUES ('require_assessment', 0);
SELECT what_to_do FROM soft_optin_check;
--> Create a table or view soft_optin_contacts with contact_id, and email or phone or both, or a TEMP VIEW of that name over your own tables: without it every question is an error.
--> Create a table or view soft_optin_sales with contact_id, product_id, occurred_at and opt_out_offered, or a TEMP VIEW of that name over your own tables: without it every question is an error.
--> Create a table or view soft_optin_products with product_id and category, or a TEMP VIEW of that name over your own tables: without it every question is an error.
--> Create a table or view soft_optin_preferences with state, changed_at, and contact_id or address or both, or a TEMP VIEW of that name over your own tables: without it every question is an error.

-- Relations by nearly the right name, in any database.
CREATE VIEW soft_optin_contact AS SELECT 1 AS contact_id, 'ada@example.org' AS email;
CREATE TEMP TABLE "SoftOptIn_Products"(product_id, category);
ATTACH ':memory:' AS archive;
CREATE TABLE archive.soft_optin_mesages(contact_id);
CREATE TABLE soft_optin_lists(contact_id);
SELECT relation, what_to_do FROM soft_optin_check WHERE finding = 'misspelt_relation';
--> soft_optin_contacts | Rename soft_optin_contact to soft_optin_contacts, if that is meant: under its present name it is not read.
--> soft_optin_products | Rename softoptin_products to soft_optin_products, if that is meant: under its present name it is not read.
--> soft_optin_messages | Rename soft_optin_mesages to soft_optin_messages, if that is meant: under its present name it is not read.
DROP VIEW soft_optin_contact;
DROP TABLE "SoftOptIn_Products";
DROP TABLE soft_optin_settings;
DETACH archive;

-- Columns.
CREATE TABLE soft_optin_contacts(contact_id, e_mail_address, contry);
CREATE TABLE soft_optin_sales(contact_id, product, occured_at, "Opt-Out-Offered", refuzed, discount,
  sale_no);
CREATE TABLE soft_optin_products(product_id, category, organization, "comercial ");
CREATE TABLE soft_optin_preferences(contact_id, adress, state, changed_at);
CREATE TABLE soft_optin_assessments(approved_at, outcome);
CREATE TABLE soft_optin_messages(message_id);
SELECT severity, relation, finding, what_to_do FROM soft_optin_check;
--> error | soft_optin_contacts | misspelt_column | Rename contry to country in soft_optin_contacts, if that is meant: under its present name it is not read, and the column counts as absent.
--> error | soft_optin_contacts | missing_column | Add a column email or phone or both to soft_optin_contacts: without it whatever reads soft_optin_contacts is an error.
--> error | soft_optin_sales | missing_column | Add a column product_id to soft_optin_sales, with the product that was sold or negotiated about: without it whatever reads soft_optin_sales is an error.
--> error | soft_optin_sales | missing_column | Add a column occurred_at to soft_optin_sales, with the day or instant of the sale (ISO 8601 text, unix time or Julian day), or rename occured_at, if that is meant to be it: without it whatever reads soft_optin_sales is an error.
--> error | soft_optin_sales | missing_column | Add a column opt_out_offered to soft_optin_sales, with 1 where a clear, free and easy opt-out was offered when the details were collected, 0 where not, NULL where nobody knows, or rename Opt-Out-Offered, if that is meant to be it: without it whatever reads soft_optin_sales is an error.
--> error | soft_optin_sales | misspelt_column | Rename refuzed to refused in soft_optin_sales, if that is meant: under its present name it is not read, and the column counts as absent.
--> error | soft_optin_products | misspelt_column | Rename comercial  to commercial in soft_optin_products, if that is meant: under its present name it is not read, and the column counts as absent.
--> error | soft_optin_products | misspelt_column | Rename organization to organisation in soft_optin_products, if that is meant: under its present name it is not read, and the column counts as absent.
--> error | soft_optin_preferences | misspelt_column | Rename adress to address in soft_optin_preferences, if that is meant: under its present name it is not read, and the column counts as absent.
--> error | soft_optin_messages | missing_column | Add a column contact_id to soft_optin_messages, with the id as in soft_optin_contacts: without it whatever reads soft_optin_messages is an error.
--> error | soft_optin_messages | missing_column | Add a column channel to soft_optin_messages, with email, sms, mms, voicemail or in_app: without it whatever reads soft_optin_messages is an error.
--> error | soft_optin_messages | missing_column | Add a column sent_at to soft_optin_messages, with when it was sent (ISO 8601 text, unix time or Julian day): without it whatever reads soft_optin_messages is an error.
--> error | soft_optin_messages | missing_column | Add a column product_id to soft_optin_messages, with the product that it was about: without it whatever reads soft_optin_messages is an error.
--> error | soft_optin_messages | missing_column | Add a column opt_out_included to soft_optin_messages, with 1 where the message offered the opt-out, 0 where not, NULL where nobody knows: without it whatever reads soft_optin_messages is an error.
--> error | soft_optin_assessments | missing_column | Add a column review_due_at to soft_optin_assessments, with the day on which its review is due, or NULL for 12 months after approved_at: without it whatever reads soft_optin_assessments is an error.

-- A relation that fails, when it is prepared or at some row, stops no other check.
DROP TABLE soft_optin_contacts;
DROP TABLE soft_optin_sales;
DROP TABLE soft_optin_products;
DROP TABLE soft_optin_preferences;
DROP TABLE soft_optin_messages;
DROP TABLE soft_optin_assessments;
DROP TABLE soft_optin_lists;
--@ include worlds/lawful.sql
ALTER TABLE soft_optin_products RENAME TO items;
CREATE VIEW soft_optin_products AS SELECT * FROM items WHERE no_such_function(own);
ALTER TABLE soft_optin_sales RENAME TO orders;
CREATE VIEW soft_optin_sales
AS SELECT contact_id, product_id, CASE sale_id WHEN 's1' THEN 'long ago' WHEN 's2' THEN
    abs(-9223372036854775808 + 0 * contact_id)
    ELSE occurred_at END AS occurred_at, opt_out_offered, sale_id FROM orders;
INSERT INTO soft_optin_preferences(contact_id, state, changed_at) VALUES (7, 'no', NULL);
SELECT severity, relation, finding, rows, example, what_to_do FROM soft_optin_check;
--> error | soft_optin_sales | failing_relation | NULL | NULL | Mend soft_optin_sales, which is not checked further: soft_optin_sales cannot be read: integer overflow.
--> error | soft_optin_products | failing_relation | NULL | NULL | Mend soft_optin_products, which is not checked further: soft_optin_products cannot be read: no such function: no_such_function.
--> error | soft_optin_preferences | unknown_state | 1 | 7 | Write opt_out in place of 'no' in state if these people want no marketing, opt_in if they agreed to it: until then an opt-out among them goes unheard.
--> warning | soft_optin_sales | unreadable_date | 1 | s1 | Write occurred_at as an ISO 8601 date such as 2025-12-31 or 2025-12-31T09:30:00Z: the form that stands there is none that is read. Until then these sales allow nothing.
--> warning | soft_optin_preferences | unknown_contact | 1 | 7 | Write contact_id in soft_optin_preferences as in soft_optin_contacts: what these people have said is heard for no contact.
