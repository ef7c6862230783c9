-- Mistakes in the arguments of each table, and what is answered: an error that says what to write.
-- What SQLite compares by itself, beside an argument that is given, it compares as in any table, so
-- that a comparison that can never hold leaves nothing; these stand at the end of each part.
--@ include worlds/lawful.sql
CREATE TABLE segment(id INTEGER, product TEXT);
INSERT INTO segment VALUES (1, 'laces'), (2, NULL);

-- soft_optin_audience: no product, or none that is one.
SELECT count(*) FROM soft_optin_audience;
--! soft_optin_audience needs its arguments: write soft_optin_audience(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_audience();
--! soft_optin_audience needs its arguments: write soft_optin_audience(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_audience(NULL);
--! product_id is NULL: write the product_id of one of soft_optin_products
SELECT count(*) FROM soft_optin_audience('lace');
--! soft_optin_products has no such product_id: write one that it has
SELECT count(*) FROM soft_optin_audience(1);
--! soft_optin_products has no such product_id: write one that it has
SELECT count(*) FROM soft_optin_audience(1.5);
--! soft_optin_products has no such product_id: write one that it has
SELECT count(*) FROM soft_optin_audience(x'6c61636573');
--! soft_optin_products has no such product_id: write one that it has
SELECT count(*) FROM soft_optin_audience('');
--! soft_optin_products has no such product_id: write one that it has
SELECT count(*) FROM soft_optin_audience WHERE product_id <> 'laces';
--! soft_optin_audience needs its arguments: write soft_optin_audience(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_audience WHERE product_id LIKE 'laces';
--! soft_optin_audience needs its arguments: write soft_optin_audience(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_audience WHERE product_id IS NOT NULL;
--! soft_optin_audience needs its arguments: write soft_optin_audience(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_audience WHERE product_id IS 'laces';
--> 1
SELECT count(*) FROM soft_optin_audience WHERE product_id > 'l';
--! soft_optin_audience needs its arguments: write soft_optin_audience(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_audience WHERE product_id BETWEEN 'l' AND 'm';
--! soft_optin_audience needs its arguments: write soft_optin_audience(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_audience WHERE product_id = NULL;
--! product_id is NULL: write the product_id of one of soft_optin_products
SELECT count(*) FROM soft_optin_audience WHERE channel = 'email';
--! soft_optin_audience needs its arguments: write soft_optin_audience(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_audience WHERE product_id = 'laces' OR product_id = 'lace';
--! soft_optin_products has no such product_id: write one that it has
-- The channel and the day.
SELECT count(*) FROM soft_optin_audience('laces', NULL);
--! the channel is NULL: write email, sms, mms, voicemail or in_app
SELECT count(*) FROM soft_optin_audience('laces', 'fax');
--! unknown channel 'fax': write email, sms, mms, voicemail or in_app
SELECT count(*) FROM soft_optin_audience('laces', '');
--! unknown channel: write email, sms, mms, voicemail or in_app
SELECT count(*) FROM soft_optin_audience('laces', 1);
--! unknown channel: write email, sms, mms, voicemail or in_app
SELECT count(*) FROM soft_optin_audience('laces', '2026-06-15');
--! unknown channel: write email, sms, mms, voicemail or in_app
SELECT count(*) FROM soft_optin_audience('laces', 'email', NULL);
--! as_of is NULL: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT count(*) FROM soft_optin_audience('laces', 'email', '');
--! as_of is no date that can be read: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT count(*) FROM soft_optin_audience('laces', 'email', '31/12/2026');
--! as_of is no date that can be read: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT count(*) FROM soft_optin_audience('laces', 'email', '2026-02-30');
--! as_of is no date that can be read: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT count(*) FROM soft_optin_audience('laces', 'email', 'now');
--! as_of is no date that can be read: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT count(*) FROM soft_optin_audience('laces', 'email', 20260615);
--! as_of is no date that can be read: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT count(*) FROM soft_optin_audience('laces', 'email', x'00');
--! as_of is no date that can be read: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT count(*) FROM soft_optin_audience('laces', 'email', '2026-06-15', 1);
--! too many arguments on soft_optin_audience() - max 3
SELECT count(*) FROM soft_optin_audience('laces') WHERE channel = 'fax';
--! unknown channel 'fax': write email, sms, mms, voicemail or in_app
SELECT count(*) FROM soft_optin_audience('laces') WHERE channel = NULL;
--! the channel is NULL: write email, sms, mms, voicemail or in_app
SELECT count(*) FROM soft_optin_audience('laces') WHERE as_of = 'tomorrow';
--! as_of is no date that can be read: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT count(*) FROM soft_optin_audience('laces') WHERE as_of = NULL;
--! as_of is NULL: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
-- In a join: in ON, from the other side, and from a row without a product.
SELECT count(*) FROM segment LEFT JOIN soft_optin_audience AS t ON t.contact_id = id;
--! soft_optin_audience needs its arguments: write soft_optin_audience(product_id [, channel [, as_of]])
SELECT count(*) FROM segment
  LEFT JOIN soft_optin_audience AS t ON t.contact_id = id AND t.product_id = NULL;
--! product_id is NULL: write the product_id of one of soft_optin_products
SELECT count(*) FROM segment
  LEFT JOIN soft_optin_audience AS t ON t.contact_id = id AND t.product_id <> 'laces';
--! soft_optin_audience needs its arguments: write soft_optin_audience(product_id [, channel [, as_of]])
SELECT count(*) FROM segment
  LEFT JOIN soft_optin_audience('laces') AS t ON t.contact_id = id AND t.channel = 'fax';
--! unknown channel 'fax': write email, sms, mms, voicemail or in_app
SELECT count(*) FROM segment
  LEFT JOIN soft_optin_audience(segment.product) AS t ON t.contact_id = id;
--! product_id is NULL: write the product_id of one of soft_optin_products
SELECT count(*) FROM segment LEFT JOIN soft_optin_audience('lace') AS t ON t.contact_id = id;
--! soft_optin_products has no such product_id: write one that it has
-- Right, though it looks odd: several products, the day as a number, the arguments in ON.
SELECT count(DISTINCT product_id) FROM soft_optin_audience WHERE product_id IN ('laces', 'shoes');
--> 2
SELECT count(*) FROM soft_optin_audience('laces', ' EMail ', 2461206.5);
--> 1
SELECT count(*) FROM segment
  LEFT JOIN soft_optin_audience AS t ON t.contact_id = id AND t.product_id = 'laces';
--> 2
-- An argument that is not given, but compared: with the default, by SQLite. IS is as good as =.
SELECT count(*) FROM soft_optin_audience('laces') WHERE channel <> 'sms';
--! channel is compared, but not given: write it with =, or as in soft_optin_audience(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_audience('laces') WHERE channel <> 'email';
--! channel is compared, but not given: write it with =, or as in soft_optin_audience(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_audience('laces') WHERE channel LIKE 'sms';
--! channel is compared, but not given: write it with =, or as in soft_optin_audience(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_audience('laces') WHERE channel IS 'sms';
--> 1
SELECT count(*) FROM soft_optin_audience('laces') WHERE as_of LIKE '2026%';
--! as_of is compared, but not given: write it with =, or as in soft_optin_audience(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_audience('laces') WHERE as_of > '2026-12-31';
--! as_of is compared, but not given: write it with =, or as in soft_optin_audience(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_audience('laces') WHERE as_of IS '2026-06-15';
--> 1
-- An argument that is given, and compared besides: as in any table.
SELECT count(*) FROM soft_optin_audience('laces') WHERE product_id = 'shoes';
--> 0
SELECT count(*) FROM soft_optin_audience('laces') WHERE product_id <> 'laces';
--> 0
-- The contact and the answer.
SELECT count(*) FROM soft_optin_audience('laces') WHERE contact_id = NULL;
--> 0
SELECT count(*) FROM soft_optin_audience('laces') WHERE contact_id = 99;
--> 0
SELECT count(*) FROM soft_optin_audience('laces') WHERE contact_id = '1';
--! contact_id is compared with a text, but is a number here: write CAST(... AS INTEGER) around the text
SELECT count(*) FROM soft_optin_audience('laces') WHERE contact_id = '99';
--> 0
SELECT count(*) FROM soft_optin_audience('laces') WHERE contact_id = 'ada@example.org';
--> 0
SELECT count(*) FROM soft_optin_audience('laces') WHERE contact_id IN (NULL, 99);
--> 0
-- Text is no number to a column without a type, though the functions take it for one: SQLite would
-- find nothing.
SELECT count(t.contact_id) FROM (SELECT CAST(id AS TEXT) AS id FROM segment) AS s
  LEFT JOIN soft_optin_audience('laces') AS t ON t.contact_id = s.id;
--! contact_id is compared with a text, but is a number here: write CAST(... AS INTEGER) around the text
-- soft_optin_eligibility: no product, or none that is one.
SELECT count(*) FROM soft_optin_eligibility;
--! soft_optin_eligibility needs its arguments: write soft_optin_eligibility(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_eligibility();
--! soft_optin_eligibility needs its arguments: write soft_optin_eligibility(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_eligibility(NULL);
--! product_id is NULL: write the product_id of one of soft_optin_products
SELECT count(*) FROM soft_optin_eligibility('lace');
--> 4
SELECT count(*) FROM soft_optin_eligibility(1);
--> 4
SELECT count(*) FROM soft_optin_eligibility(1.5);
--> 4
SELECT count(*) FROM soft_optin_eligibility(x'6c61636573');
--> 4
SELECT count(*) FROM soft_optin_eligibility('');
--> 4
SELECT count(*) FROM soft_optin_eligibility WHERE product_id <> 'laces';
--! soft_optin_eligibility needs its arguments: write soft_optin_eligibility(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_eligibility WHERE product_id LIKE 'laces';
--! soft_optin_eligibility needs its arguments: write soft_optin_eligibility(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_eligibility WHERE product_id IS NOT NULL;
--! soft_optin_eligibility needs its arguments: write soft_optin_eligibility(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_eligibility WHERE product_id IS 'laces';
--> 4
-- The channel and the day.
SELECT count(*) FROM soft_optin_eligibility('laces', NULL);
--! the channel is NULL: write email, sms, mms, voicemail or in_app
SELECT count(*) FROM soft_optin_eligibility('laces', '');
--! unknown channel: write email, sms, mms, voicemail or in_app
SELECT count(*) FROM soft_optin_eligibility('laces', '2026-06-15');
--! unknown channel: write email, sms, mms, voicemail or in_app
SELECT count(*) FROM soft_optin_eligibility('laces', 'email', '');
--! as_of is no date that can be read: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT count(*) FROM soft_optin_eligibility('laces', 'email', '2026-02-30');
--! as_of is no date that can be read: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT count(*) FROM soft_optin_eligibility('laces', 'email', 20260615);
--! as_of is no date that can be read: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT count(*) FROM soft_optin_eligibility('laces', 'email', '2026-06-15', 1);
--! too many arguments on soft_optin_eligibility() - max 3
SELECT count(*) FROM soft_optin_eligibility('laces') WHERE channel = 'fax';
--! unknown channel 'fax': write email, sms, mms, voicemail or in_app
SELECT count(*) FROM soft_optin_eligibility('laces') WHERE channel = NULL;
--! the channel is NULL: write email, sms, mms, voicemail or in_app
SELECT count(*) FROM soft_optin_eligibility('laces') WHERE as_of = 'tomorrow';
--! as_of is no date that can be read: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT count(*) FROM soft_optin_eligibility('laces') WHERE as_of = NULL;
--! as_of is NULL: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
-- In a join: in ON, from the other side, and from a row without a product.
SELECT count(*) FROM segment LEFT JOIN soft_optin_eligibility AS t ON t.contact_id = id;
--! soft_optin_eligibility needs its arguments: write soft_optin_eligibility(product_id [, channel [, as_of]])
SELECT count(*) FROM segment
  LEFT JOIN soft_optin_eligibility AS t ON t.contact_id = id AND t.product_id = NULL;
--! product_id is NULL: write the product_id of one of soft_optin_products
SELECT count(*) FROM segment
  LEFT JOIN soft_optin_eligibility AS t ON t.contact_id = id AND t.product_id <> 'laces';
--! soft_optin_eligibility needs its arguments: write soft_optin_eligibility(product_id [, channel [, as_of]])
SELECT count(*) FROM segment
  LEFT JOIN soft_optin_eligibility('laces') AS t ON t.contact_id = id AND t.channel = 'fax';
--! unknown channel 'fax': write email, sms, mms, voicemail or in_app
SELECT count(*) FROM segment
  LEFT JOIN soft_optin_eligibility(segment.product) AS t ON t.contact_id = id;
--! product_id is NULL: write the product_id of one of soft_optin_products
SELECT count(*) FROM segment LEFT JOIN soft_optin_eligibility('lace') AS t ON t.contact_id = id;
--> 2
-- Right, though it looks odd: several products, the day as a number, the arguments in ON.
SELECT count(DISTINCT product_id) FROM soft_optin_eligibility
  WHERE product_id IN ('laces', 'shoes');
--> 2
SELECT count(*) FROM soft_optin_eligibility('laces', ' EMail ', 2461206.5);
--> 4
SELECT count(*) FROM segment
  LEFT JOIN soft_optin_eligibility AS t ON t.contact_id = id AND t.product_id = 'laces';
--> 2
-- An argument that is not given, but compared: with the default, by SQLite. IS is as good as =.
SELECT count(*) FROM soft_optin_eligibility('laces') WHERE channel <> 'sms';
--! channel is compared, but not given: write it with =, or as in soft_optin_eligibility(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_eligibility('laces') WHERE channel <> 'email';
--! channel is compared, but not given: write it with =, or as in soft_optin_eligibility(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_eligibility('laces') WHERE channel LIKE 'sms';
--! channel is compared, but not given: write it with =, or as in soft_optin_eligibility(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_eligibility('laces') WHERE channel IS 'sms';
--> 4
SELECT count(*) FROM soft_optin_eligibility('laces') WHERE as_of LIKE '2026%';
--! as_of is compared, but not given: write it with =, or as in soft_optin_eligibility(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_eligibility('laces') WHERE as_of > '2026-12-31';
--! as_of is compared, but not given: write it with =, or as in soft_optin_eligibility(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_eligibility('laces') WHERE as_of IS '2026-06-15';
--> 4
-- An argument that is given, and compared besides: as in any table.
SELECT count(*) FROM soft_optin_eligibility('laces') WHERE product_id = 'shoes';
--> 0
SELECT count(*) FROM soft_optin_eligibility('laces') WHERE product_id <> 'laces';
--> 0
-- The contact and the answer.
SELECT count(*) FROM soft_optin_eligibility('laces') WHERE contact_id = NULL;
--> 0
SELECT count(*) FROM soft_optin_eligibility('laces') WHERE contact_id = 99;
--> 0
SELECT count(*) FROM soft_optin_eligibility('laces') WHERE contact_id = '1';
--! contact_id is compared with a text, but is a number here: write CAST(... AS INTEGER) around the text
SELECT count(*) FROM soft_optin_eligibility('laces') WHERE contact_id = '99';
--> 0
SELECT count(*) FROM soft_optin_eligibility('laces') WHERE contact_id = 'ada@example.org';
--> 0
SELECT count(*) FROM soft_optin_eligibility('laces') WHERE contact_id IN (NULL, 99);
--> 0
-- Text is no number to a column without a type, though the functions take it for one: SQLite would
-- find nothing.
SELECT count(t.contact_id) FROM (SELECT CAST(id AS TEXT) AS id FROM segment) AS s
  LEFT JOIN soft_optin_eligibility('laces') AS t ON t.contact_id = s.id;
--! contact_id is compared with a text, but is a number here: write CAST(... AS INTEGER) around the text
SELECT count(*) FROM soft_optin_eligibility('laces') WHERE eligible = NULL;
--> 0
SELECT count(*) FROM soft_optin_eligibility('laces') WHERE eligible = 'yes';
--> 0
SELECT count(*) FROM soft_optin_eligibility('laces') WHERE eligible = '1';
--> 1
SELECT count(*) FROM soft_optin_eligibility('laces') WHERE eligible IS TRUE;
--> 1
-- soft_optin_funnel: no product, or none that is one.
SELECT count(*) FROM soft_optin_funnel;
--! soft_optin_funnel needs its arguments: write soft_optin_funnel(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_funnel();
--! soft_optin_funnel needs its arguments: write soft_optin_funnel(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_funnel(NULL);
--! product_id is NULL: write the product_id of one of soft_optin_products
SELECT count(*) FROM soft_optin_funnel('lace');
--> 22
SELECT count(*) FROM soft_optin_funnel WHERE product_id <> 'laces';
--! soft_optin_funnel needs its arguments: write soft_optin_funnel(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_funnel WHERE product_id LIKE 'laces';
--! soft_optin_funnel needs its arguments: write soft_optin_funnel(product_id [, channel [, as_of]])
-- The channel and the day.
SELECT count(*) FROM soft_optin_funnel('laces', NULL);
--! the channel is NULL: write email, sms, mms, voicemail or in_app
SELECT count(*) FROM soft_optin_funnel('laces', 1);
--! unknown channel: write email, sms, mms, voicemail or in_app
SELECT count(*) FROM soft_optin_funnel('laces', 'email', '');
--! as_of is no date that can be read: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT count(*) FROM soft_optin_funnel('laces', 'email', 'now');
--! as_of is no date that can be read: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT count(*) FROM soft_optin_funnel('laces', 'email', '2026-06-15', 1);
--! too many arguments on soft_optin_funnel() - max 3
SELECT count(*) FROM soft_optin_funnel('laces') WHERE channel = 'fax';
--! unknown channel 'fax': write email, sms, mms, voicemail or in_app
SELECT count(*) FROM soft_optin_funnel('laces') WHERE channel = NULL;
--! the channel is NULL: write email, sms, mms, voicemail or in_app
SELECT count(*) FROM soft_optin_funnel('laces') WHERE as_of = 'tomorrow';
--! as_of is no date that can be read: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT count(*) FROM soft_optin_funnel('laces') WHERE as_of = NULL;
--! as_of is NULL: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
-- In a join: in ON, from the other side, and from a row without a product.
SELECT count(*) FROM segment LEFT JOIN soft_optin_funnel AS t ON 1;
--! soft_optin_funnel needs its arguments: write soft_optin_funnel(product_id [, channel [, as_of]])
SELECT count(*) FROM segment LEFT JOIN soft_optin_funnel AS t ON 1 AND t.product_id = NULL;
--! product_id is NULL: write the product_id of one of soft_optin_products
SELECT count(*) FROM segment LEFT JOIN soft_optin_funnel AS t ON 1 AND t.product_id <> 'laces';
--! soft_optin_funnel needs its arguments: write soft_optin_funnel(product_id [, channel [, as_of]])
SELECT count(*) FROM segment LEFT JOIN soft_optin_funnel('laces') AS t ON 1 AND t.channel = 'fax';
--! unknown channel 'fax': write email, sms, mms, voicemail or in_app
SELECT count(*) FROM segment LEFT JOIN soft_optin_funnel(segment.product) AS t ON 1;
--! product_id is NULL: write the product_id of one of soft_optin_products
SELECT count(*) FROM segment LEFT JOIN soft_optin_funnel('lace') AS t ON 1;
--> 44
-- Right, though it looks odd: several products, the day as a number, the arguments in ON.
SELECT count(DISTINCT product_id) FROM soft_optin_funnel WHERE product_id IN ('laces', 'shoes');
--> 2
SELECT count(*) FROM soft_optin_funnel('laces', ' EMail ', 2461206.5);
--> 22
SELECT count(*) FROM segment LEFT JOIN soft_optin_funnel AS t ON 1 AND t.product_id = 'laces';
--> 44
-- An argument that is not given, but compared: with the default, by SQLite. IS is as good as =.
SELECT count(*) FROM soft_optin_funnel('laces') WHERE channel <> 'sms';
--! channel is compared, but not given: write it with =, or as in soft_optin_funnel(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_funnel('laces') WHERE channel <> 'email';
--! channel is compared, but not given: write it with =, or as in soft_optin_funnel(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_funnel('laces') WHERE channel LIKE 'sms';
--! channel is compared, but not given: write it with =, or as in soft_optin_funnel(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_funnel('laces') WHERE channel IS 'sms';
--> 22
SELECT count(*) FROM soft_optin_funnel('laces') WHERE as_of LIKE '2026%';
--! as_of is compared, but not given: write it with =, or as in soft_optin_funnel(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_funnel('laces') WHERE as_of > '2026-12-31';
--! as_of is compared, but not given: write it with =, or as in soft_optin_funnel(product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_funnel('laces') WHERE as_of IS '2026-06-15';
--> 22
-- An argument that is given, and compared besides: as in any table.
SELECT count(*) FROM soft_optin_funnel('laces') WHERE product_id = 'shoes';
--> 0
SELECT count(*) FROM soft_optin_funnel('laces') WHERE product_id <> 'laces';
--> 0
-- soft_optin_conditions: both the contact and the product are required; a NULL is an answer.
SELECT count(*) FROM soft_optin_conditions;
--! soft_optin_conditions needs its arguments: write soft_optin_conditions(contact_id, product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_conditions();
--! soft_optin_conditions needs its arguments: write soft_optin_conditions(contact_id, product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_conditions(1);
--! soft_optin_conditions needs its arguments: write soft_optin_conditions(contact_id, product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_conditions(NULL);
--! soft_optin_conditions needs its arguments: write soft_optin_conditions(contact_id, product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_conditions(1, NULL);
--> 0
SELECT count(*) FROM soft_optin_conditions(NULL, 'laces');
--> 0
SELECT count(*) FROM soft_optin_conditions(99, 'laces');
--> 22
SELECT count(*) FROM soft_optin_conditions(1, 'lace');
--> 22
SELECT count(*) FROM soft_optin_conditions(1, 'laces', NULL);
--! the channel is NULL: write email, sms, mms, voicemail or in_app
SELECT count(*) FROM soft_optin_conditions(1, 'laces', 'fax');
--! unknown channel 'fax': write email, sms, mms, voicemail or in_app
SELECT count(*) FROM soft_optin_conditions(1, 'laces', '2026-06-15');
--! unknown channel: write email, sms, mms, voicemail or in_app
SELECT count(*) FROM soft_optin_conditions(1, 'laces', 'email', NULL);
--! as_of is NULL: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT count(*) FROM soft_optin_conditions(1, 'laces', 'email', 'soon');
--! as_of is no date that can be read: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT count(*) FROM soft_optin_conditions(1, 'laces', 'email', '2026-06-15', 1);
--! too many arguments on soft_optin_conditions() - max 4
SELECT count(*) FROM soft_optin_conditions('laces', 1);
--> 22
SELECT count(*) FROM soft_optin_conditions WHERE contact_id = 1;
--! soft_optin_conditions needs its arguments: write soft_optin_conditions(contact_id, product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_conditions WHERE product_id = 'laces';
--! soft_optin_conditions needs its arguments: write soft_optin_conditions(contact_id, product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_conditions WHERE contact_id <> 1 AND product_id = 'laces';
--! soft_optin_conditions needs its arguments: write soft_optin_conditions(contact_id, product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_conditions WHERE contact_id LIKE '1' AND product_id = 'laces';
--! soft_optin_conditions needs its arguments: write soft_optin_conditions(contact_id, product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_conditions WHERE contact_id > 0 AND product_id = 'laces';
--! soft_optin_conditions needs its arguments: write soft_optin_conditions(contact_id, product_id [, channel [, as_of]])
SELECT count(*) FROM soft_optin_conditions WHERE contact_id = 1 AND product_id IS 'laces';
--> 22
SELECT count(*) FROM segment LEFT JOIN soft_optin_conditions AS t ON t.product_id = 'laces';
--! soft_optin_conditions needs its arguments: write soft_optin_conditions(contact_id, product_id [, channel [, as_of]])
SELECT id, count(code) FROM segment LEFT JOIN soft_optin_conditions(id, product) GROUP BY 1;
--> 1 | 22
--> 2 | 0
-- soft_optin_audit: all arguments may be left out, none may be NULL or unreadable.
SELECT count(*) FROM soft_optin_audit;
--> 1
SELECT count(*) FROM soft_optin_audit(NULL);
--! from is NULL: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT count(*) FROM soft_optin_audit('2026-01-01', NULL);
--! until is NULL: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT count(*) FROM soft_optin_audit('soon');
--! from is no date that can be read: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT count(*) FROM soft_optin_audit('2026-01-01', 'soon');
--! until is no date that can be read: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT count(*) FROM soft_optin_audit('31/12/2025');
--! from is no date that can be read: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT count(*) FROM soft_optin_audit(20260101);
--! from is no date that can be read: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT count(*) FROM soft_optin_audit('');
--! from is no date that can be read: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT count(*) FROM soft_optin_audit('email', '2026-01-01');
--! from is no date that can be read: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT count(*) FROM soft_optin_audit('2026-01-01', '2026-12-31', 1);
--! too many arguments on soft_optin_audit() - max 2
-- From after until: nothing can lie between.
SELECT count(*) FROM soft_optin_audit('2026-12-31', '2026-01-01');
--! until is before from: write soft_optin_audit([from [, until]])
SELECT count(*) FROM soft_optin_audit('2026-06-15T12:00:00Z', '2026-06-15T11:59:59Z');
--! until is before from: write soft_optin_audit([from [, until]])
SELECT count(*) FROM soft_optin_audit('2026-06-15T12:00:00Z', '2026-06-15');
--> 0
SELECT count(*) FROM soft_optin_audit WHERE contact_id = '1';
--! contact_id is compared with a text, but is a number here: write CAST(... AS INTEGER) around the text
SELECT count(*) FROM soft_optin_audit WHERE contact_id = '99';
--> 0
SELECT count(*) FROM soft_optin_audit WHERE contact_id = NULL;
--> 0
SELECT count(*) FROM soft_optin_check(1);
--! too many arguments on soft_optin_check() - max 0
-- The functions: NULL asks about nobody, all else is an error or an answer.
SELECT soft_optin_eligible(NULL, 'laces');
--> NULL
SELECT soft_optin_eligible(1, NULL);
--> NULL
SELECT soft_optin_eligible(99, 'laces');
--> 0
SELECT soft_optin_eligible(1, 'lace');
--> 0
SELECT soft_optin_eligible(1, 'laces', NULL);
--! the channel is NULL: write email, sms, mms, voicemail or in_app
SELECT soft_optin_eligible(1, 'laces', 'fax');
--! unknown channel 'fax': write email, sms, mms, voicemail or in_app
SELECT soft_optin_eligible(1, 'laces', 'email', NULL);
--! as_of is NULL: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT soft_optin_eligible(1, 'laces', 'email', 'soon');
--! as_of is no date that can be read: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT soft_optin_eligible(1, 'laces', '2026-06-15');
--! unknown channel: write email, sms, mms, voicemail or in_app
SELECT soft_optin_eligible(NULL, NULL, 'fax');
--! unknown channel 'fax': write email, sms, mms, voicemail or in_app
SELECT marketing_basis(NULL, 'laces');
--> NULL
SELECT marketing_basis(1, NULL);
--> NULL
SELECT marketing_basis(99, 'laces');
--> NULL
SELECT marketing_basis(1, 'lace');
--> NULL
SELECT marketing_basis(1, 'laces', NULL);
--! the channel is NULL: write email, sms, mms, voicemail or in_app
SELECT marketing_basis(1, 'laces', 'fax');
--! unknown channel 'fax': write email, sms, mms, voicemail or in_app
SELECT marketing_basis(1, 'laces', 'email', NULL);
--! as_of is NULL: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT marketing_basis(1, 'laces', 'email', 'soon');
--! as_of is no date that can be read: write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z
SELECT marketing_basis(1, 'laces', '2026-06-15');
--! unknown channel: write email, sms, mms, voicemail or in_app
SELECT marketing_basis(NULL, NULL, 'fax');
--! unknown channel 'fax': write email, sms, mms, voicemail or in_app
