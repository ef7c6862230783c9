-- A world in which nearly every value stops somebody: read as NULL, it must not let anyone through.
-- The questions are about 2026-06-15, the products shoes, boots, tea, mug and toy.
CREATE TABLE people(
  id INTEGER PRIMARY KEY, email TEXT, phone TEXT, country TEXT, subscriber TEXT);
INSERT INTO people VALUES
  (1, 'ada@example.org', '+353 1 555 0101', 'IE', 'individual'),   -- May be sent mail.
  (2, 'bob@example.org', NULL, 'IE', 'individual'),                -- Opted out by id.
  (3, 'eve@example.org', NULL, 'IE', 'individual'),                -- Opted out by address.
  (4, 'home@example.org', '00353 1 555 0104', 'IE', 'individual'), -- Shares both with the next,
  (5, 'Home@Example.org', '+353-1-5550104', 'IE', 'individual'),   -- who opted out.
  (6, 'six@example.org', NULL, 'IE', 'individual'),                -- Opted in for sms alone,
  (7, 'seven@example.org', NULL, 'IE', 'individual'),              -- for food alone,
  (8, 'eight@example.org', NULL, 'IE', 'individual'),              -- for another organisation,
  (9, 'nine@example.org', NULL, 'IE', 'individual'),               -- by a ticked box.
  (10, NULL, '+353 1 555 0110', 'IE', 'individual'),               -- Opted out by phone.
  (11, 'eleven@example.org', '+353 1 555 0111', 'IE', 'individual'),  -- By email, asked by phone.
  (12, 'twelve@example.org', NULL, 'FR', 'corporate'),
  (13, 'gb@example.org', '+44 20 555 0113', 'GB', 'individual'),
  (14, 'nl@example.org', NULL, 'NL', 'corporate'),
  (15, 'rolls@example.org', NULL, 'IE', 'individual'),             -- A message extends the window,
  (16, 'stays@example.org', NULL, 'IE', 'individual'),             -- another's would,
  (17, 'late@example.org', NULL, 'IE', 'individual'),              -- as would one not sent.
  (18, 'sale@example.org', '+353 1 555 0118', 'IE', 'individual'), -- Sales that do not count.
  (19, 'ask@example.org', NULL, 'IE', 'individual'),
  (20, 'hu@example.org', NULL, 'HU', 'individual'),
  (21, 'de@example.org', NULL, NULL, NULL);

CREATE TABLE articles(
  sku TEXT PRIMARY KEY, path TEXT, own INTEGER, commercial INTEGER, seller TEXT, charity INTEGER);
INSERT INTO articles VALUES
  ('shoes', 'footwear/trail', 1, 1, NULL, 0), ('socks', 'footwear/trail', 1, 1, NULL, 0),
  ('boots', 'footwear/trail', 1, 1, 'Acme', 0), ('tea', 'food/tea', 1, 1, NULL, 0),
  ('mug', 'home/mug', 1, 1, 'Acme', 0), ('toy', 'toys/small', 1, 1, NULL, 0),
  ('gift', 'footwear/trail', 0, 1, NULL, 0), ('alms', 'footwear/trail', 1, 0, NULL, 1);

CREATE TABLE orders(
  id INTEGER PRIMARY KEY, buyer INTEGER, sku TEXT, at TEXT, box INTEGER, kind TEXT, asked INTEGER,
  directly INTEGER, refused INTEGER, ticked INTEGER, way TEXT, seller TEXT, cause TEXT);
INSERT INTO orders(buyer, sku, at, box, kind, asked, directly, refused, ticked, way, seller)
  SELECT id, 'socks', '2026-03-15', 1, 'sale', 1, 1, 0, 0, NULL, NULL FROM people WHERE id < 15;
INSERT INTO orders(buyer, sku, at, box, kind, asked, directly, refused, ticked, way, seller) VALUES
  (1, 'boots', '2026-03-15', 1, 'sale', 1, 1, 0, 0, NULL, NULL),
  (1, 'tea', '2026-03-15', 1, 'sale', 1, 1, 0, 0, NULL, NULL),
  (1, 'toy', '2026-03-15', 1, 'sale', 1, 1, 0, 0, NULL, NULL),
  (3, 'mug', '2026-03-15', 1, 'sale', 1, 1, 0, 0, NULL, 'Acme'),
  (19, 'boots', '2026-03-15', 1, 'sale', 1, 1, 0, 0, NULL, 'Acme'),
  (1, 'mug', '2026-03-15', 1, 'sale', 1, 1, 0, 0, NULL, 'Acme'),
  (15, 'socks', '2025-06-01', 1, 'sale', 1, 1, 0, 0, NULL, NULL),
  (16, 'socks', '2025-06-01', 1, 'sale', 1, 1, 0, 0, NULL, NULL),
  (17, 'socks', '2025-06-01', 1, 'sale', 1, 1, 0, 0, NULL, NULL),
  (18, 'socks', '2026-03-15', 1, 'sale', 1, 1, 0, 0, 'sms', NULL),
  (18, 'socks', '2026-03-15', 1, 'sale', 1, 1, 0, 0, NULL, 'Other'),
  (18, 'socks', '2026-03-15', 1, 'cancelled', 1, 1, 0, 0, NULL, NULL),
  (18, 'socks', '2026-03-15', 0, 'sale', 1, 1, 0, 0, NULL, NULL),
  (18, 'socks', '2026-03-15', 1, 'sale', 1, 0, 0, 0, NULL, NULL),
  (18, 'socks', '2026-03-15', 1, 'sale', 1, 1, 1, 0, NULL, NULL),
  (18, 'socks', '2026-03-15', 1, 'sale', 1, 1, 0, 1, NULL, NULL),
  (18, 'socks', '2025-03-15', 1, 'sale', 1, 1, 0, 0, NULL, NULL),
  (18, 'socks', '2026-09-15', 1, 'sale', 1, 1, 0, 0, NULL, NULL),
  (19, 'socks', '2026-03-15', 1, 'negotiation', 0, 1, 0, 0, NULL, NULL),
  (20, 'socks', '2026-03-15', 1, 'sale', 1, 1, 0, 0, NULL, NULL),
  (21, 'socks', 'soon', 1, 'sale', 1, 1, 0, 0, NULL, NULL);

CREATE TABLE said(
  person INTEGER, address TEXT, state TEXT, at TEXT, way TEXT, path TEXT, seller TEXT,
  ticked INTEGER, paper TEXT);
INSERT INTO said VALUES
  (2, NULL, 'opt_out', '2026-05-01', NULL, NULL, NULL, 0, 'form 1'),
  (NULL, 'EVE@example.org', 'opt_out', '2026-05-01', NULL, NULL, NULL, 0, 'form 2'),
  (5, NULL, 'opt_out', '2026-05-01', NULL, NULL, NULL, 0, 'form 3'),
  (6, NULL, 'opt_out', '2026-05-01', NULL, NULL, NULL, 0, 'form 4'),
  (6, NULL, 'opt_in', '2026-05-02', 'sms', NULL, NULL, 0, 'form 5'),
  (7, NULL, 'opt_out', '2026-05-01', NULL, NULL, NULL, 0, 'form 6'),
  (7, NULL, 'opt_in', '2026-05-02', NULL, 'food', NULL, 0, 'form 7'),
  (8, NULL, 'opt_out', '2026-05-01', NULL, NULL, NULL, 0, 'form 8'),
  (8, NULL, 'opt_in', '2026-05-02', NULL, NULL, 'Other', 0, 'form 9'),
  (9, NULL, 'opt_out', '2026-05-01', NULL, NULL, NULL, 0, 'form 10'),
  (9, NULL, 'opt_in', '2026-05-02', NULL, NULL, NULL, 1, 'form 11'),
  (NULL, '00353 (1) 5550110', 'opt_out', '2026-05-01', NULL, NULL, NULL, 0, 'form 12'),
  (NULL, 'eleven@example.org', 'opt_out', '2026-05-01', NULL, NULL, NULL, 0, 'form 13'),
  (1, NULL, 'opt_in', '2026-05-02', 'email', 'footwear', NULL, 0, 'form 14'),
  (20, NULL, 'opt_out', '2026-07-01', NULL, NULL, NULL, 0, 'form 15');

CREATE TABLE mailings(
  id INTEGER PRIMARY KEY, receiver INTEGER, way TEXT, at TEXT, sku TEXT, link INTEGER,
  delivery TEXT, seller TEXT);
INSERT INTO mailings(receiver, way, at, sku, link, delivery, seller) VALUES
  (15, 'email', '2025-12-01', 'socks', 1, 'sent', NULL),
  (16, 'email', '2025-12-01', 'socks', 1, 'sent', 'Other'),
  (17, 'email', '2025-12-01', 'socks', 1, 'bounced', NULL),
  (17, 'email', '2025-12-02', 'socks', 0, 'sent', NULL),
  (17, 'post', '2025-12-03', 'socks', 1, 'sent', NULL),
  (1, 'email', '2026-05-05', 'shoes', 1, 'sent', NULL),
  (2, 'email', '2026-05-05', 'shoes', 1, 'sent', NULL),
  (3, 'email', '2026-05-05', 'shoes', 1, 'sent', NULL),
  (5, 'sms', '2026-05-05', 'shoes', 1, 'sent', NULL);

CREATE TABLE judged(at TEXT, outcome TEXT, due TEXT, path TEXT, seller TEXT);
INSERT INTO judged VALUES
  ('2026-01-10', 'approved', '2027-06-30', 'footwear', NULL),
  ('2026-01-10', 'approved', '2027-06-30', 'home', 'Other'),
  ('2026-01-10', 'approved', '2026-03-01', 'toys', NULL),
  ('2026-02-10', 'rejected', NULL, 'food', NULL);

CREATE TABLE alike(one TEXT, other TEXT);
INSERT INTO alike VALUES ('toys', 'games');
CREATE TABLE screened(list TEXT, at TEXT);
INSERT INTO screened VALUES ('Lista Robinson', '2026-06-01');
CREATE TABLE decided(
  country TEXT, question TEXT, answer TEXT, reason TEXT, person TEXT, at TEXT);
INSERT INTO decided VALUES ('GB', 'sms', 'no', 'counsel', 'Jo', '2026-01-01');
CREATE TABLE options(option TEXT, choice TEXT);
INSERT INTO options VALUES ('window_months', '6');
