-- Values that are not read as they are meant: one finding for each word or form, with what to
-- write.
--@ include worlds/lawful.sql
CREATE TEMP VIEW findings
AS SELECT severity, substr(relation, 12) AS relation, finding, rows, example, what_to_do
  FROM soft_optin_check;

-- Words. What never qualifies is in order where it is called so; the rest is named, most frequent
-- first.
UPDATE soft_optin_sales SET kind = 'order' WHERE sale_id IN ('s1', 's2');
UPDATE soft_optin_sales SET kind = ' ' WHERE sale_id = 's3';
INSERT INTO soft_optin_sales(sale_id, contact_id, product_id, occurred_at, kind, channel,
  opt_out_offered) VALUES
  ('s4', 1, 'shoes', '2026-03-15', 'Cancelled', 'mail', 1),
  ('s5', 1, 'shoes', '2026-03-15', 'web', 'mail', 1),
  ('s6', 1, 'laces', '2026-03-15', 'sale', 'Post', 1);
SELECT * FROM findings;
--> warning | sales | unknown_kind | 2 | s1 | Write sale, negotiation or free_account in place of 'order' in kind if it is one, or cancelled, refund or donation if it is none: until then it allows nothing.
--> warning | sales | blank_word | 1 | s3 | Write the word that is meant in kind, where a blank stands: it is not known, which never counts in favour of sending.
--> warning | sales | unknown_kind | 1 | s5 | Write sale, negotiation or free_account in place of 'web' in kind if it is one, or cancelled, refund or donation if it is none: until then it allows nothing.
--> warning | sales | unknown_channel | 2 | s4 | Write email, sms, mms, voicemail, in_app or NULL (all of them) in place of 'mail' in channel: until then the sale counts for none of them.
DELETE FROM soft_optin_sales;

INSERT INTO soft_optin_preferences(contact_id, state, changed_at, channel) VALUES
  (1, 'unsubscribed', '2026-03-15', NULL), (3, 'Opt-Out', '2026-03-15', NULL),
  (3, ' opt out', '2026-03-15', 'Telephone'), (3, 'OPTOUT', '2026-03-15', 'fax'),
  (4, 'pending', '2026-03-15', 'mail'),
  (4, NULL, '2026-03-15', '');
SELECT * FROM findings;
--> error | preferences | unknown_state | 1 | 1 | Write opt_out in place of 'unsubscribed' in state if these people want no marketing, opt_in if they agreed to it: until then an opt-out among them goes unheard.
--> warning | preferences | blank_word | 1 | 4 | Write the word that is meant in channel, where a blank stands: it is not known, which never counts in favour of sending.
--> warning | preferences | unknown_channel | 1 | 4 | Write email, sms, mms, voicemail, in_app or NULL (all of them) in place of 'mail' in channel: until then an opt-out of it counts for every channel, and an opt-in of it for none.
--> note | preferences | undecided_state | 1 | 4 | Leave 'pending' in state where people have said neither yes nor no: these rows count as neither. Write opt_out or opt_in where they have.
DELETE FROM soft_optin_preferences;
-- What that sentence says is true, and an entry about letters alone stops no electronic mail.
INSERT INTO soft_optin_preferences(contact_id, state, changed_at, channel) VALUES
  (1, 'opt_out', '2026-03-15', 'mail'), (2, 'opt_out', '2026-03-15', 'post'),
  (4, 'opt_in', '2026-03-15', 'mail');
SELECT contact_id, soft_optin_reason(contact_id, 'laces'),
       soft_optin_reason(contact_id, 'laces', 'sms'), marketing_basis(contact_id, 'laces')
FROM soft_optin_contacts;
--> 1 | opted_out | opted_out | NULL
--> 2 | no_sale | no_sale | NULL
--> 3 | no_sale | no_sale | NULL
--> 4 | no_sale | no_address | NULL
DELETE FROM soft_optin_preferences;

UPDATE soft_optin_contacts SET subscriber = 'business' WHERE contact_id = 2;
UPDATE soft_optin_messages SET status = 'delivered', channel = 'mail';
INSERT INTO soft_optin_messages(message_id, contact_id, channel, sent_at, product_id) VALUES
  ('m2', 1, 'post', '2026-04-02', 'laces');
INSERT INTO soft_optin_assessments VALUES ('2026-01-10', 'yes', '2027-06-30', 'camping', NULL);
SELECT severity, relation, finding, rows, what_to_do FROM findings WHERE finding <> 'no_assessment';
--> warning | contacts | unknown_subscriber | 1 | Write individual or corporate in place of 'business' in subscriber: until then it counts as individual.
--> warning | messages | unknown_channel | 1 | Write email, sms, mms, voicemail or in_app in place of 'mail' in channel: until then nobody can say by which way the message went, and it is not found lawful.
--> warning | messages | unknown_status | 1 | Write sent in place of 'delivered' in status if the message was received, or bounced, failed, queued or service: until then it counts as not received.
--> warning | assessments | unknown_outcome | 1 | Write approved in place of 'yes' in outcome if that is what was decided: until then it counts as not approved.
UPDATE soft_optin_contacts SET subscriber = 'individual';
DELETE FROM soft_optin_messages WHERE message_id = 'm2';
UPDATE soft_optin_messages SET status = 'sent', channel = 'email';
DELETE FROM soft_optin_assessments WHERE outcome = 'yes';

-- Booleans.
UPDATE soft_optin_products SET own = 'yes', commercial = '' WHERE product_id = 'watch';
UPDATE soft_optin_messages SET opt_out_included = 2;
SELECT severity, relation, finding, rows, example, what_to_do FROM findings;
--> warning | products | not_a_boolean | 1 | watch | Write 1, 0 or NULL in place of 'yes' in own: until then it is not known, which never counts in favour of sending.
--> warning | products | not_a_boolean | 1 | watch | Write 1, 0 or NULL in place of a blank in commercial: until then it is not known, which never counts in favour of sending.
--> warning | messages | not_a_boolean | 1 | m1 | Write 1, 0 or NULL in place of '2' in opt_out_included: until then it is not known, which never counts in favour of sending.
UPDATE soft_optin_products SET own = 1, commercial = 1 WHERE product_id = 'watch';
UPDATE soft_optin_messages SET opt_out_included = 1;

-- Countries: a code is found for English names and for words that are often met.
UPDATE soft_optin_contacts SET country = CASE contact_id
  WHEN 1 THEN 'UK' WHEN 2 THEN 'EIRE' WHEN 3 THEN 'switzerland' ELSE 'Unspecified' END;
SELECT severity, finding, rows, example, what_to_do FROM findings;
--> note | unknown_country | 1 | 2 | Write IE in place of 'EIRE' in country: this policy does not read it, a national one would know no rule for what stands there.
--> note | unknown_country | 1 | 1 | Write GB in place of 'UK' in country: this policy does not read it, a national one would know no rule for what stands there.
--> note | unknown_country | 1 | 4 | Write the code of ISO 3166-1 alpha-2, or NULL, in place of 'Unspecified' in country: this policy does not read it, a national one would know no rule for what stands there.
--> note | unknown_country | 1 | 3 | Write CH in place of 'switzerland' in country: this policy does not read it, a national one would know no rule for what stands there.
UPDATE soft_optin_contacts SET country = NULL;

-- Addresses.
UPDATE soft_optin_contacts SET email = CASE contact_id
  WHEN 1 THEN 'ada @example.org' WHEN 2 THEN char(9) || 'bob@example.org' WHEN 3 THEN 'n/a'
  ELSE 'kit@example.org' || char(160) END;
UPDATE soft_optin_contacts SET phone = phone || char(10) WHERE contact_id = 1;
INSERT INTO soft_optin_preferences(address, state, changed_at) VALUES (char(65279) ||
  'ada@example.org', 'opt_out', NULL);
SELECT severity, relation, finding, rows, example, what_to_do FROM findings WHERE finding <>
  'unknown_address';
--> error | preferences | invisible_signs_in_address | 1 | NULL | Take tabs, line ends, no-break spaces and the like out of address: addresses are compared letter for letter, so that an opt-out of the same address passes unseen.
--> warning | contacts | invisible_signs_in_address | 2 | 2 | Take tabs, line ends, no-break spaces and the like out of email: addresses are compared letter for letter, so that an opt-out of the same address passes unseen.
--> warning | contacts | blank_in_address | 1 | 1 | Write one email address in email, without blanks inside: no message reaches this one, and no opt-out of the address as it should be does.
--> warning | contacts | no_email_address | 1 | 3 | Write NULL in email where there is no address: what stands there has no @, and counts as an address that can be written to.
--> warning | contacts | invisible_signs_in_address | 1 | 1 | Take tabs, line ends, no-break spaces and the like out of phone: addresses are compared letter for letter, so that an opt-out of the same address passes unseen.

-- No address is shown, whatever column it has strayed into, and an id that is one is left out.
DROP TABLE soft_optin_contacts;
CREATE TABLE soft_optin_contacts(contact_id, email);
INSERT INTO soft_optin_contacts VALUES ('ada@example.org', 'ada@example.org'),
  ('eve@example.org', NULL);
DELETE FROM soft_optin_preferences;
INSERT INTO soft_optin_preferences(contact_id, state, changed_at) VALUES
  ('ada@example.org', 'ada@example.org', NULL), ('ada@example.org', '+353 1 555 0101', NULL);
SELECT count(*), sum(what_to_do LIKE '%example.org%' OR what_to_do LIKE '%0101%'),
  count(example) FROM soft_optin_check
WHERE relation IN ('soft_optin_contacts', 'soft_optin_preferences');
--> 2 | 0 | 0
SELECT finding, rows, what_to_do LIKE '%in place of another word in state%' FROM soft_optin_check
WHERE relation = 'soft_optin_preferences';
--> unknown_state | 2 | 1
