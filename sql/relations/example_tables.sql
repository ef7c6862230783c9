-- The tables that the views in this folder are written over: those of a plain web shop.
--
-- You have your own tables and do not need these. They are here so that every file of this folder
-- runs as it stands, so that you can see a mapping answer before you write yours:
--
--     sqlite3 try.db
--     .read example_tables.sql
--     .read contacts.sql
--     ... and the other nine, in any order
--
-- The rows at the end are three invented people.

CREATE TABLE customers (
  id         INTEGER PRIMARY KEY,
  email      TEXT,
  mobile     TEXT,
  country    TEXT,
  is_company INTEGER               -- 1, 0 or NULL
);

CREATE TABLE articles (
  id           TEXT PRIMARY KEY,
  category     TEXT,               -- a path: footwear/running/trail
  supplier     TEXT,               -- 'partner': somebody else's product that we promote
  is_donation  INTEGER,
  legal_entity TEXT
);

CREATE TABLE orders (
  id              INTEGER PRIMARY KEY,
  customer_id     INTEGER NOT NULL REFERENCES customers(id),
  ordered_at      TEXT,            -- 2026-02-11, or 2026-02-11T09:30:00Z
  status          TEXT,            -- paid, shipped, cancelled, refunded
  source          TEXT,            -- web, phone, marketplace
  legal_entity    TEXT,
  opt_out_shown   INTEGER,         -- the checkout showed the opt-out: 1, 0, NULL where nobody knows
  opt_out_used    INTEGER,         -- and the customer used it
  box_was_ticked  INTEGER          -- the form came with a box already ticked
);

CREATE TABLE order_lines (
  order_id   INTEGER NOT NULL REFERENCES orders(id),
  line       INTEGER NOT NULL,
  article_id TEXT NOT NULL,
  PRIMARY KEY (order_id, line)
);

CREATE TABLE quotes (
  id                INTEGER PRIMARY KEY,
  customer_id       INTEGER NOT NULL REFERENCES customers(id),
  article_id        TEXT NOT NULL,
  quoted_at         TEXT,
  asked_by_customer INTEGER,       -- 1: the customer asked for it; 0: we sent it unasked
  legal_entity      TEXT,
  opt_out_shown     INTEGER,
  opt_out_used      INTEGER
);

CREATE TABLE unsubscribes (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER,             -- NULL where only the address is known
  address     TEXT,
  channel     TEXT,                -- email, sms, ...; NULL: every channel
  category    TEXT,                -- NULL: everything
  received_at TEXT
);

CREATE TABLE consents (
  id             INTEGER PRIMARY KEY,
  customer_id    INTEGER,
  address        TEXT,
  channel        TEXT,
  category       TEXT,
  given_at       TEXT,
  status         TEXT,             -- confirmed, pending (double opt-in not finished), withdrawn
  withdrawn_at   TEXT,
  box_was_ticked INTEGER,
  form_version   TEXT
);

CREATE TABLE mailings (
  id                   INTEGER PRIMARY KEY,
  customer_id          INTEGER NOT NULL,
  channel              TEXT,
  sent_at              TEXT,
  article_id           TEXT,
  has_unsubscribe_link INTEGER,
  delivery             TEXT,       -- delivered, bounced, failed, queued
  purpose              TEXT,       -- marketing, service
  legal_entity         TEXT
);

CREATE TABLE interest_assessments (
  id            INTEGER PRIMARY KEY,
  decided_at    TEXT,
  decision      TEXT,              -- approved, rejected
  next_review   TEXT,
  category      TEXT,
  legal_entity  TEXT
);

CREATE TABLE related_categories (
  category   TEXT NOT NULL,
  related_to TEXT NOT NULL,
  PRIMARY KEY (category, related_to)
);

CREATE TABLE register_screenings (
  id            INTEGER PRIMARY KEY,
  register_name TEXT NOT NULL,
  screened_at   TEXT
);

CREATE TABLE policy_decisions (
  id         INTEGER PRIMARY KEY,
  country    TEXT NOT NULL,        -- DE, GB charity
  question   TEXT NOT NULL,        -- a column of soft_optin_policies
  answer     NOT NULL,
  reason     TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  decided_at TEXT NOT NULL
);

-- 1 bought trail shoes; 2 bought them too and unsubscribed; 3 asked for a quote and gave no
-- address.
INSERT INTO customers VALUES
  (1, 'ines@example.org', '+44 7700 900101', 'IE', 0),
  (2, 'milo@example.org', NULL, 'IE', 0),
  (3, NULL, '+44 7700 900103', 'GB', 1);
INSERT INTO articles VALUES
  ('trail-shoes', 'footwear/running/trail', 'own', 0, 'Example Outdoor'),
  ('running-socks', 'clothing/socks', 'own', 0, 'Example Outdoor'),
  ('gear-insurance', 'services/insurance', 'partner', 0, 'Example Outdoor'),
  ('tree-fund', 'services/donations', 'own', 1, 'Example Outdoor');
INSERT INTO orders VALUES
  (1001, 1, '2026-02-11T09:30:00Z', 'paid', 'web', 'Example Outdoor', 1, 0, 0),
  (1002, 2, '2026-03-20', 'shipped', 'web', 'Example Outdoor', 1, 0, 0);
INSERT INTO order_lines VALUES (1001, 1, 'trail-shoes'), (1002, 1, 'trail-shoes');
INSERT INTO quotes VALUES (1, 3, 'trail-shoes', '2026-04-02', 1, 'Example Outdoor', 1, 0);
INSERT INTO unsubscribes VALUES (1, NULL, 'Milo@example.org', 'email', NULL, '2026-05-05');
INSERT INTO consents VALUES
  (1, 1, NULL, 'email', NULL, '2026-02-11', 'pending', NULL, 0, 'checkout-4');
INSERT INTO mailings VALUES
  (1, 1, 'email', '2026-05-04', 'running-socks', 1, 'delivered', 'marketing', 'Example Outdoor');
INSERT INTO interest_assessments VALUES
  (1, '2026-01-15', 'approved', '2027-01-15', NULL, 'Example Outdoor');
INSERT INTO related_categories VALUES ('footwear/running', 'clothing/socks');
