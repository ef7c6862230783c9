-- soft_optin_preferences: what people have said about marketing, and when. Required. A ledger: one
-- row each time that somebody opted out, opted in, or withdrew a consent (which is an opt-out).
-- Never take a row out; the latest one that covers the question counts. Written over unsubscribes
-- and consents of example_tables.sql: put your own names in their place.
--
-- If you keep only the present state in the customer's row (newsletter = 0), make one row of it:
--     SELECT id AS contact_id, 'opt_out' AS state, NULL AS changed_at FROM customers
--     WHERE newsletter = 0
-- If nobody has ever opted out, the view has no rows, but it must be there:
--     CREATE VIEW soft_optin_preferences AS
--     SELECT NULL AS contact_id, NULL AS state, NULL AS changed_at WHERE 0
--
-- In a database that you may only read, write CREATE TEMP VIEW.

DROP VIEW IF EXISTS soft_optin_preferences;
CREATE VIEW soft_optin_preferences AS

-- Opt-outs.
SELECT
  -- contact_id: as in soft_optin_contacts. One of contact_id and address must be a column of yours.
  -- NULL: the row speaks for the address alone.
  customer_id AS contact_id,

  -- address: TEXT, optional: the email address or phone number that opted out or in. It reaches
  -- every contact that has it, whatever the spelling (see README.md). NULL: the row speaks for
  -- contact_id alone.
  address AS address,

  -- state: TEXT, required: 'opt_out' or 'opt_in'. Any other word (pending, unknown) says nothing
  -- either way, so take care to spell an opt-out so. NULL: it may have been an opt-out, a no.
  -- Condition: opted_out.
  'opt_out' AS state,

  -- changed_at: when, required; forms of date as in sales.sql. An opt-out without a readable date
  -- is in force since ever; an opt-in without one is no entry. A date without time: the opt-out is
  -- in force from the start of its day and outranks any opt-in of that day.
  received_at AS changed_at,

  -- channel: TEXT, optional: email, sms, mms, voicemail, in_app. Left out or NULL: all channels.
  channel AS channel,

  -- category: TEXT, optional: this category and everything below it, as in soft_optin_products.
  -- Left out or NULL: all products.
  category AS category,

  -- organisation: TEXT, optional: the legal entity that was spoken to. Left out or NULL: all.
  NULL AS organisation,

  -- preticked: 1/0/NULL, optional: the opt-in came from a box that was ticked before the person saw
  -- it, which is no consent. NULL: not known, no consent. Left out: 0. Of no effect on an opt-out.
  0 AS preticked,

  -- proof: anything, optional: where the entry can be looked up. Returned as evidence.
  'unsubscribes ' || id AS proof
FROM unsubscribes

UNION ALL

-- Consents. The columns stand in the order of the first part. A consent that was withdrawn is an
-- opt-out from the day of its withdrawal; that it was given before is left out, so that no slip in
-- one of the two dates can bring it back.
SELECT
  customer_id,
  address,
  CASE status WHEN 'confirmed' THEN 'opt_in' WHEN 'withdrawn' THEN 'opt_out' ELSE status END,
  CASE status WHEN 'withdrawn' THEN withdrawn_at ELSE given_at END,
  channel,
  category,
  NULL,
  box_was_ticked,
  form_version
FROM consents;

-- Indexes, on the tables behind the view: by contact, and by address in the forms in which
-- addresses are compared. The expressions have to be exactly these, over the column as the view
-- passes it on.
CREATE INDEX IF NOT EXISTS unsubscribes_by_customer ON unsubscribes (customer_id);
CREATE INDEX IF NOT EXISTS consents_by_customer ON consents (customer_id);
CREATE INDEX IF NOT EXISTS unsubscribes_by_email ON unsubscribes (lower(trim(address)));
CREATE INDEX IF NOT EXISTS consents_by_email ON consents (lower(trim(address)));
CREATE INDEX IF NOT EXISTS unsubscribes_by_phone ON unsubscribes (
  replace(substr(replace(replace(replace(replace(replace(replace(replace(address,
    ' ', ''), '.', ''), '-', ''), '(', ''), ')', ''), '[', ''), ']', ''), 1, 2), '00', '+')
  || substr(replace(replace(replace(replace(replace(replace(replace(address,
    ' ', ''), '.', ''), '-', ''), '(', ''), ')', ''), '[', ''), ']', ''), 3));
CREATE INDEX IF NOT EXISTS consents_by_phone ON consents (
  replace(substr(replace(replace(replace(replace(replace(replace(replace(address,
    ' ', ''), '.', ''), '-', ''), '(', ''), ')', ''), '[', ''), ']', ''), 1, 2), '00', '+')
  || substr(replace(replace(replace(replace(replace(replace(replace(address,
    ' ', ''), '.', ''), '-', ''), '(', ''), ')', ''), '[', ''), ']', ''), 3));
