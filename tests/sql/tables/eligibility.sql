-- soft_optin_eligibility: a row for every contact, with the answer and its reason.
--@ include worlds/lawful.sql
SELECT * FROM soft_optin_eligibility('laces');
--> 1 | 1 | eligible | soft_opt_in | 2027-03-15 | baseline | s1 | 2026-03-15
--> 2 | 0 | opted_out | NULL | NULL | baseline | s2 | 2026-03-15
--> 3 | 0 | lapsed | NULL | NULL | baseline | s3 | 2025-06-14
--> 4 | 0 | no_sale | NULL | NULL | baseline | NULL | NULL

-- The arguments are hidden columns, and show what was asked.
SELECT contact_id, product_id, channel, as_of FROM soft_optin_eligibility
WHERE product_id = 'laces' AND channel = 'sms' AND as_of = '2027-03-15' AND eligible = 1;
--> 1 | laces | sms | 2027-03-15

-- Handed down or not, a comparison gives the same.
SELECT reason FROM soft_optin_eligibility('laces') WHERE contact_id = 3;
--> lapsed
SELECT reason FROM soft_optin_eligibility('laces') WHERE contact_id + 0 = 3;
--> lapsed
SELECT contact_id FROM soft_optin_eligibility('laces') WHERE eligible = 0;
--> 2
--> 3
--> 4
SELECT contact_id FROM soft_optin_eligibility('laces') WHERE eligible <> 0;
--> 1
SELECT contact_id FROM soft_optin_eligibility('laces') WHERE contact_id IN (4, 2, 99);
--> 2
--> 4
SELECT count(*) FROM soft_optin_eligibility('laces') WHERE contact_id = 1 OR reason = 'lapsed';
--> 2
SELECT count(*) FROM soft_optin_eligibility('laces') WHERE contact_id = NULL;
--> 0
SELECT contact_id FROM soft_optin_eligibility('laces') ORDER BY contact_id DESC LIMIT 1 OFFSET 1;
--> 3
-- A contact of a segment that is no contact has no answer, and is kept by the LEFT JOIN.
SELECT segment.id, reason FROM (SELECT 1 AS id UNION ALL SELECT 99) AS segment
LEFT JOIN soft_optin_eligibility('laces') ON contact_id = segment.id;
--> 1 | eligible
--> 99 | NULL
-- Several products in one statement.
SELECT p.product_id, sum(eligible)
FROM soft_optin_products AS p, soft_optin_eligibility(p.product_id)
GROUP BY 1 ORDER BY 1;
--> donation | 0
--> laces | 1
--> shoes | 1
--> tent | 0
--> watch | 0
SELECT DISTINCT reason FROM soft_optin_eligibility('no such');
--> unknown_product

SELECT * FROM soft_optin_eligibility;
--! soft_optin_eligibility needs its arguments: write soft_optin_eligibility(product_id [, channel [, as_of]])
SELECT * FROM soft_optin_eligibility(NULL);
--! product_id is NULL: write the product_id of one of soft_optin_products
SELECT * FROM soft_optin_eligibility('laces', 'telex');
--! unknown channel 'telex': write email, sms, mms, voicemail or in_app
SELECT * FROM soft_optin_eligibility('laces', 'email', '31/12/2025');
--! as_of is no date that can be read: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
