-- The tables of Quillmoor Outdoor, an invented web shop for outdoor and garden things.
-- They are as a shop has them: nothing here knows of the soft opt-in. views.sql does the mapping.

CREATE TABLE customers (
  id      INTEGER PRIMARY KEY,
  name    TEXT NOT NULL,
  email   TEXT,
  mobile  TEXT,
  country TEXT,                        -- ISO 3166-1: IE, GB
  company INTEGER NOT NULL DEFAULT 0   -- 1: the customer is a company
);

CREATE TABLE articles (
  sku    TEXT PRIMARY KEY,
  title  TEXT NOT NULL,
  origin TEXT,                         -- own; partner: sold for somebody else; charity: a donation
  seller TEXT DEFAULT 'Quillmoor Outdoor'
);

-- Where an article stands in the shop: a path. Some stand in two places, one in none.
CREATE TABLE shelves (
  sku  TEXT NOT NULL REFERENCES articles (sku),
  path TEXT NOT NULL,
  PRIMARY KEY (sku, path)
);

-- By which form we came to know an address, and what that form showed to the person.
CREATE TABLE forms (
  form        TEXT PRIMARY KEY,
  what        TEXT NOT NULL,
  from_person INTEGER,                 -- 1: the person filled it in; 0: somebody passed details on
  opt_out     INTEGER,                 -- 1: a clear, free and easy opt-out; NULL: no copy was kept
  preticked   INTEGER                  -- 1: with a box already ticked
);

CREATE TABLE orders (
  order_no  TEXT PRIMARY KEY,
  customer  INTEGER NOT NULL REFERENCES customers (id),
  placed_at,                           -- text from the web shop; unix seconds from the till
  status    TEXT,                      -- paid, sent, cancelled, refunded
  form      TEXT REFERENCES forms (form),
  declined  INTEGER NOT NULL DEFAULT 0,  -- 1: said no to marketing in this form
  reach_by  TEXT,                      -- mail or text, where only that was asked for; NULL: both
  seller    TEXT DEFAULT 'Quillmoor Outdoor'
);

CREATE TABLE order_lines (
  order_no TEXT NOT NULL REFERENCES orders (order_no),
  line     INTEGER NOT NULL,
  sku      TEXT NOT NULL REFERENCES articles (sku),
  quantity INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (order_no, line)
);

-- Contacts without an order: quotes, and accounts opened.
CREATE TABLE enquiries (
  enquiry_no TEXT PRIMARY KEY,
  customer   INTEGER NOT NULL REFERENCES customers (id),
  made_at    TEXT,
  kind       TEXT,                     -- quote, account
  sku        TEXT,
  asked      INTEGER,                  -- 1: the customer asked; 0: we sent it unasked
  form       TEXT REFERENCES forms (form),
  declined   INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE unsubscribes (
  no          INTEGER PRIMARY KEY,
  customer    INTEGER REFERENCES customers (id),  -- NULL: we were given the address alone
  address     TEXT,
  medium      TEXT,                    -- mail, text; NULL: everything
  shelf       TEXT,                    -- a path; NULL: everything
  received_at TEXT,
  came_by     TEXT
);

CREATE TABLE consents (
  no          INTEGER PRIMARY KEY,
  customer    INTEGER NOT NULL REFERENCES customers (id),
  given_at    TEXT,
  state       TEXT,                    -- confirmed; pending: the link in our mail was not followed
  preticked   INTEGER NOT NULL DEFAULT 0,
  proof       TEXT
);

CREATE TABLE mailings (
  no               INTEGER PRIMARY KEY,
  customer         INTEGER NOT NULL REFERENCES customers (id),
  medium           TEXT,
  sent_at          TEXT,
  sku              TEXT,
  unsubscribe_link INTEGER,
  outcome          TEXT                -- delivered, bounced
);

-- The file of legitimate-interest assessments.
CREATE TABLE assessments (
  no          INTEGER PRIMARY KEY,
  shelf       TEXT,                    -- what it is about; NULL: everything
  decided_on  TEXT,
  decision    TEXT,                    -- approved, rejected
  next_review TEXT
);

-- Shelves of which our data-protection officer agreed that they are similar.
CREATE TABLE similar_shelves (
  shelf     TEXT NOT NULL,
  goes_with TEXT NOT NULL,
  PRIMARY KEY (shelf, goes_with)
);
