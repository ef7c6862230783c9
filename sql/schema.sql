-- Empty tables of the shape that softoptin reads, for who starts from nothing.
--
--     sqlite3 marketing.db < schema.sql
--
-- If you have customers and orders already, do not copy them into these: write views over your own
-- tables (relations/). What each column means, and which condition reads it, is told there.
--
-- NULL always means "not known", and what is not known never allows a message. So every column of a
-- fact takes NULL, and no CHECK refuses it. The checks refuse only what would be misread: a day
-- that does not exist, 31/12/2025, a 2 where 1 or 0 is meant. A default fills a column that an
-- INSERT leaves out, and is the one that softoptin takes for a column that is not there at all.
--
-- Days are text: 2026-02-11, or 2026-02-11T09:30:00Z. If yours are unix seconds, declare the column
-- INTEGER and drop its check. For ids of letters write TEXT in place of INTEGER, in every table.
--
-- Runs on SQLite 3.31.1 and newer.

BEGIN;

-- The people and companies that you could write to.
CREATE TABLE soft_optin_contacts (
  contact_id INTEGER PRIMARY KEY NOT NULL,
  email      TEXT,
  phone      TEXT,
  country    TEXT CHECK (country GLOB '[A-Z][A-Z]'),  -- ISO 3166-1: IE, GB, DE
  subscriber TEXT DEFAULT 'individual' CHECK (subscriber IN ('individual', 'corporate'))
);

-- Each time that details were collected, or confirmed, in a sale or its negotiation.
CREATE TABLE soft_optin_sales (
  sale_id               INTEGER PRIMARY KEY NOT NULL,
  contact_id            INTEGER NOT NULL REFERENCES soft_optin_contacts (contact_id),
  product_id            TEXT,
  occurred_at           TEXT CONSTRAINT occurred_at_is_a_day CHECK (occurred_at IS NULL
    OR date(substr(occurred_at, 1, 10), '+0 days') IS substr(occurred_at, 1, 10)),
  kind                  TEXT DEFAULT 'sale',   -- sale, negotiation, free_account; else no sale
  express_communication INTEGER CHECK (express_communication IN (0, 1)),
  collected_directly    INTEGER DEFAULT 1 CHECK (collected_directly IN (0, 1)),
  opt_out_offered       INTEGER CHECK (opt_out_offered IN (0, 1)),
  refused               INTEGER DEFAULT 0 CHECK (refused IN (0, 1)),
  preticked             INTEGER DEFAULT 0 CHECK (preticked IN (0, 1)),
  channel               TEXT CHECK (channel IN ('email', 'sms', 'mms', 'voicemail', 'in_app')),
  organisation          TEXT,
  trigger               TEXT CHECK (trigger IN ('enquiry', 'quote', 'free_trial'))
);

-- What you market and what you sold: a row for each category of a product.
CREATE TABLE soft_optin_products (
  product_id   TEXT NOT NULL,
  category     TEXT,                           -- a path: footwear/running/trail
  own          INTEGER DEFAULT 1 CHECK (own IN (0, 1)),
  commercial   INTEGER DEFAULT 1 CHECK (commercial IN (0, 1)),
  organisation TEXT,
  charity      INTEGER DEFAULT 0 CHECK (charity IN (0, 1)),
  UNIQUE (product_id, category)
);

-- What people have said, in a ledger: add rows, never change or remove one. No check on the date:
-- an opt-out without a readable date is in force since ever. No reference to a contact either: an
-- address can opt out before, and after, it is one. The checks that are here name an opt-out that
-- would otherwise be stored and stop no message.
CREATE TABLE soft_optin_preferences (
  preference_id INTEGER PRIMARY KEY NOT NULL,  -- not read by softoptin
  contact_id    INTEGER,
  address       TEXT,
  state         TEXT CHECK (state IN ('opt_out', 'opt_in', 'pending', 'unknown')),
  changed_at    TEXT,
  channel       TEXT CHECK (channel IN ('email', 'sms', 'mms', 'voicemail', 'in_app')),
  category      TEXT CHECK (trim(category, ' /') <> ''),
  organisation  TEXT,
  preticked     INTEGER DEFAULT 0 CHECK (preticked IN (0, 1)),
  proof         TEXT,
  CHECK (contact_id IS NOT NULL OR address IS NOT NULL)
);

-- Marketing that was already sent.
CREATE TABLE soft_optin_messages (
  message_id       INTEGER PRIMARY KEY NOT NULL,
  contact_id       INTEGER NOT NULL REFERENCES soft_optin_contacts (contact_id),
  channel          TEXT CHECK (channel IN ('email', 'sms', 'mms', 'voicemail', 'in_app')),
  sent_at          TEXT CONSTRAINT sent_at_is_a_day CHECK (sent_at IS NULL
    OR date(substr(sent_at, 1, 10), '+0 days') IS substr(sent_at, 1, 10)),
  product_id       TEXT,
  opt_out_included INTEGER CHECK (opt_out_included IN (0, 1)),
  status           TEXT DEFAULT 'sent',        -- sent; else bounced, failed, queued, service
  organisation     TEXT
);

-- Legitimate-interest assessments and their reviews.
CREATE TABLE soft_optin_assessments (
  assessment_id INTEGER PRIMARY KEY NOT NULL,  -- not read by softoptin
  approved_at   TEXT CONSTRAINT approved_at_is_a_day CHECK (approved_at IS NULL
    OR date(substr(approved_at, 1, 10), '+0 days') IS substr(approved_at, 1, 10)),
  outcome       TEXT,                          -- approved; else not
  review_due_at TEXT CONSTRAINT review_due_at_is_a_day CHECK (review_due_at IS NULL
    OR date(substr(review_due_at, 1, 10), '+0 days') IS substr(review_due_at, 1, 10)),
  category      TEXT CHECK (trim(category, ' /') <> ''),
  organisation  TEXT
);

-- Pairs of categories that you judged similar beyond their paths.
CREATE TABLE soft_optin_similar_categories (
  category   TEXT NOT NULL,
  similar_to TEXT NOT NULL,
  PRIMARY KEY (category, similar_to)
);

-- When national opt-out registers were screened.
CREATE TABLE soft_optin_register_checks (
  register   TEXT NOT NULL,
  checked_at TEXT CONSTRAINT checked_at_is_a_day CHECK (checked_at IS NULL
    OR date(substr(checked_at, 1, 10), '+0 days') IS substr(checked_at, 1, 10))
);

-- Where your house is stricter than a national policy, or settles what is not settled.
CREATE TABLE soft_optin_policy_choices (
  jurisdiction TEXT NOT NULL,                  -- DE, or GB charity
  parameter    TEXT NOT NULL,                  -- a column of soft_optin_policies
  value        NOT NULL,
  reason       TEXT NOT NULL CHECK (trim(reason) <> ''),
  decided_by   TEXT NOT NULL CHECK (trim(decided_by) <> ''),
  decided_at   TEXT NOT NULL CONSTRAINT decided_at_is_a_day
    CHECK (date(substr(decided_at, 1, 10), '+0 days') IS substr(decided_at, 1, 10))
);

-- How your house reads the rule; empty: the defaults (relations/settings.sql).
CREATE TABLE soft_optin_settings (
  name  TEXT PRIMARY KEY NOT NULL,
  value
);

-- Indexes for questions about one contact. Products have theirs in UNIQUE, contacts in the key.
CREATE INDEX soft_optin_sales_by_contact ON soft_optin_sales (contact_id);
CREATE INDEX soft_optin_preferences_by_contact ON soft_optin_preferences (contact_id);
CREATE INDEX soft_optin_messages_by_contact ON soft_optin_messages (contact_id, sent_at);

-- An opt-out follows the address: who else has it? The forms in which addresses are compared:
-- emails trimmed and in lower case; phones without blanks, dots, hyphens and brackets, with + for a
-- leading 00.
CREATE INDEX soft_optin_contacts_by_email ON soft_optin_contacts (lower(trim(email)));
CREATE INDEX soft_optin_preferences_by_email ON soft_optin_preferences (lower(trim(address)));
CREATE INDEX soft_optin_contacts_by_phone ON soft_optin_contacts (
  replace(substr(replace(replace(replace(replace(replace(replace(replace(phone,
    ' ', ''), '.', ''), '-', ''), '(', ''), ')', ''), '[', ''), ']', ''), 1, 2), '00', '+')
  || substr(replace(replace(replace(replace(replace(replace(replace(phone,
    ' ', ''), '.', ''), '-', ''), '(', ''), ')', ''), '[', ''), ']', ''), 3));
CREATE INDEX soft_optin_preferences_by_phone ON soft_optin_preferences (
  replace(substr(replace(replace(replace(replace(replace(replace(replace(address,
    ' ', ''), '.', ''), '-', ''), '(', ''), ')', ''), '[', ''), ']', ''), 1, 2), '00', '+')
  || substr(replace(replace(replace(replace(replace(replace(replace(address,
    ' ', ''), '.', ''), '-', ''), '(', ''), ')', ''), '[', ''), ']', ''), 3));

COMMIT;
