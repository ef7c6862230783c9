-- soft_optin_contacts: the people and companies that you could write to. Required. One row a
-- contact. Written over customers of example_tables.sql: put your own names in their place.
--
-- In a database that you may only read, write CREATE TEMP VIEW: the view then lives in your
-- connection and nothing is stored.

DROP VIEW IF EXISTS soft_optin_contacts;
CREATE VIEW soft_optin_contacts AS
SELECT
  -- contact_id: INTEGER or TEXT, required, unique, never NULL. Pass the column on as it is (no
  -- cast, no 'C-' || id), else SQLite cannot use its index. The first argument of every function is
  -- this id.
  -- Condition: unknown_contact.
  id AS contact_id,

  -- email: TEXT, the address for the channel email. NULL or blank: cannot be reached by email. One
  -- of email and phone must be there; where the other is left out, nobody has it.
  -- Conditions: no_address; opted_out, through others with the same address.
  email AS email,

  -- phone: TEXT, the address for sms, mms and voicemail. Any way of writing it: blanks, dots,
  -- hyphens and brackets are dropped, and 00 in front is +. NULL or blank: cannot be reached by
  -- phone.
  -- Conditions: no_address; opted_out.
  mobile AS phone,

  -- country: TEXT, optional, ISO 3166-1 alpha-2 (IE, GB, DE; not UK): where the contact lives. Read
  -- under policy = 'national' alone, and decides there. NULL, or left out: not known, a no.
  -- Condition: unknown_jurisdiction.
  country AS country,

  -- subscriber: TEXT, optional: 'individual' or 'corporate'. Left out or NULL: individual, the kind
  -- that is protected most.
  -- Condition: no_soft_optin.
  CASE is_company WHEN 1 THEN 'corporate' ELSE 'individual' END AS subscriber
FROM customers;

-- Indexes, on the table behind the view. The answers are the same without them, only slower.
-- contact_id: customers.id is the primary key; where yours is not, index it.
--
-- An opt-out follows the address, so the question about one contact also asks who else has the
-- address. These two hold the addresses in the form in which they are compared. The expression has
-- to be exactly this one, over the column as the view passes it on.
CREATE INDEX IF NOT EXISTS customers_by_email ON customers (lower(trim(email)));
CREATE INDEX IF NOT EXISTS customers_by_phone ON customers (
  replace(substr(replace(replace(replace(replace(replace(replace(replace(mobile,
    ' ', ''), '.', ''), '-', ''), '(', ''), ')', ''), '[', ''), ']', ''), 1, 2), '00', '+')
  || substr(replace(replace(replace(replace(replace(replace(replace(mobile,
    ' ', ''), '.', ''), '-', ''), '(', ''), ')', ''), '[', ''), ']', ''), 3));
