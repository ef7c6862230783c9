-- soft_optin_messages: marketing that was already sent. Optional; leave the view out if you keep
-- no log. soft_optin_audit judges its rows. Under the baseline policy nothing else reads it: the
-- window opens with the sale, and no message moves it. One row for each message and receiver.
-- Written over mailings of example_tables.sql: put your own names in their place.
--
-- In a database that you may only read, write CREATE TEMP VIEW.

DROP VIEW IF EXISTS soft_optin_messages;
CREATE VIEW soft_optin_messages AS
SELECT
  -- contact_id: as in soft_optin_contacts; required.
  customer_id AS contact_id,

  -- channel: TEXT, required: email, sms, mms, voicemail, in_app. NULL: channel_not_covered in the
  -- audit. Letters and calls (post, phone, ...) are left out of it.
  channel AS channel,

  -- sent_at: when, required; forms of date as in sales.sql. NULL or unreadable: not lawful.
  sent_at AS sent_at,

  -- product_id: what it promoted, required; as in soft_optin_products.
  article_id AS product_id,

  -- opt_out_included: 1/0/NULL, required: the message itself offered the opt-out. 0 and NULL:
  -- no_opt_out_in_message.
  has_unsubscribe_link AS opt_out_included,

  -- message_id: anything that finds the row again; optional.
  id AS message_id,

  -- status: TEXT, optional. 'sent' is marketing that was sent. Any other word (bounced, failed,
  -- queued, service) is none, and is left out of the audit. NULL: may have been sent, so it is
  -- judged. Left out: every row was sent.
  CASE WHEN purpose = 'marketing' AND delivery = 'delivered' THEN 'sent'
       WHEN purpose = 'marketing' THEN delivery
       ELSE 'service' END AS status,

  -- organisation: TEXT, optional: the legal entity that sent it, written as in soft_optin_products.
  legal_entity AS organisation
FROM mailings;

-- Index, on the table behind the view: by contact, in order of time.
CREATE INDEX IF NOT EXISTS mailings_by_customer ON mailings (customer_id, sent_at);
