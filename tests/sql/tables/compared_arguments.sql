-- An argument that may be left out is given with =, IS or IN. Compared in another way it would be
-- the default that is compared, and an empty list the answer: that is an error. Beside an argument
-- that is given, a comparison is a filter, as in a view of several channels.
--@ include worlds/lawful.sql
CREATE TABLE asked(id INTEGER, channel TEXT);
INSERT INTO asked VALUES (1, 'sms'), (1, 'fax'), (99, 'email');

-- Not given, and compared.
SELECT count(*) FROM soft_optin_audience('laces') WHERE channel IS NOT 'email';
--! channel is compared, but not given: write it with =, or as in soft_optin_audience(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_audience('laces') WHERE channel IS NULL;
--! channel is compared, but not given: write it with =, or as in soft_optin_audience(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_audience('laces') WHERE channel GLOB 's*';
--! channel is compared, but not given: write it with =, or as in soft_optin_audience(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_audience('laces') WHERE as_of BETWEEN '2025-01-01' AND '2025-12-31';
--! as_of is compared, but not given: write it with =, or as in soft_optin_audience(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_conditions(1, 'laces') WHERE as_of < '2026-01-01';
--! as_of is compared, but not given: write it with =, or as in soft_optin_conditions(contact_id, product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_audit WHERE "from" >= '2026-01-01';
--! from is compared, but not given: write it with =, or as in soft_optin_audit([from [, until]])
SELECT count(*) FROM soft_optin_audit('2026-01-01') WHERE until < '2026-12-31';
--! until is compared, but not given: write it with =, or as in soft_optin_audit([from [, until]])
SELECT count(*) FROM asked JOIN soft_optin_audience('laces') AS t ON t.channel <> asked.channel;
--! channel is compared, but not given: write it with =, or as in soft_optin_audience(product_id [, channel [, as_of]])
SELECT count(*) FROM asked
  LEFT JOIN soft_optin_audience('laces') AS t ON t.contact_id = id AND t.channel LIKE 'sms';
--! channel is compared, but not given: write it with =, or as in soft_optin_audience(product_id [, channel [, as_of]])
CREATE VIEW defaults AS SELECT contact_id, channel, as_of FROM soft_optin_audience('laces');
SELECT count(*) FROM defaults WHERE channel LIKE 'sms';
--! channel is compared, but not given: write it with =, or as in soft_optin_audience(product_id [, channel [, as_of]])

-- Given, whatever the word for it.
SELECT channel FROM soft_optin_audience('laces') WHERE channel IN ('sms', 'email') ORDER BY 1;
--> email
--> sms
SELECT channel FROM soft_optin_audience('laces') WHERE channel = 'sms' OR channel = 'email'
  ORDER BY 1;
--> email
--> sms
SELECT channel, count(*) FROM defaults WHERE channel IS 'sms' GROUP BY 1;
--> sms | 1
SELECT count(*) FROM soft_optin_audience('laces') WHERE channel IS 'fax';
--! unknown channel 'fax': write email, sms, mms, voicemail or in_app
SELECT count(*) FROM soft_optin_audience('laces') WHERE as_of IS (SELECT NULL);
--! as_of is NULL: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT count(*) FROM soft_optin_conditions WHERE contact_id IS 1 AND product_id IS 'laces';
--> 22
SELECT t.channel FROM asked
  LEFT JOIN soft_optin_audience('laces') AS t ON t.contact_id = id AND t.channel IS asked.channel
  WHERE asked.channel = 'sms';
--> sms
SELECT count(*) FROM soft_optin_audit WHERE "from" IS '2026-01-01' AND until IS '2026-12-31';
--> 1
SELECT count(*) FROM soft_optin_audience('laces') WHERE channel IS NOT NULL AND as_of IS NOT NULL;
--> 1

-- Given, and a filter besides.
CREATE VIEW channels AS
  SELECT contact_id, channel FROM soft_optin_audience('laces', 'email')
  UNION ALL SELECT contact_id, channel FROM soft_optin_audience('laces', 'sms');
SELECT contact_id, channel FROM channels WHERE channel = 'sms';
--> 1 | sms
SELECT contact_id, channel FROM channels WHERE channel IS 'sms';
--> 1 | sms
SELECT contact_id, channel FROM channels WHERE channel <> 'email';
--> 1 | sms
SELECT contact_id, channel FROM channels WHERE channel LIKE 'S%';
--> 1 | sms
SELECT count(*) FROM soft_optin_audience('laces', 'email', '2026-06-15') WHERE as_of LIKE '2026%';
--> 1
-- Who is in no list: NULL is of the join, not of the list.
SELECT id FROM asked
  LEFT JOIN soft_optin_audience('laces') AS t ON t.contact_id = id
  WHERE t.channel IS NULL;
--> 99
SELECT id FROM asked
  LEFT JOIN soft_optin_audience('laces', 'sms') AS t ON t.contact_id = id
  WHERE t.channel IS NOT 'sms';
--> 99
-- Of an expression SQLite says nothing: it is compared as in any table.
SELECT count(*) FROM soft_optin_audience('laces') WHERE lower(channel) = 'sms';
--> 0
