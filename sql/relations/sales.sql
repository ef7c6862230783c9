-- soft_optin_sales: each time that a contact's details were collected, or confirmed, in a sale or
-- its negotiation. Required. Written over orders, order_lines and quotes of example_tables.sql: put
-- your own names in their place. One row for each product sold, so that any of them can be the
-- similar one.
--
-- Keep cancelled and refunded orders in: they never allow anything, and they explain a no. For
-- conditions no_sale to lapsed one and the same row has to meet them all. Any one row suffices.
--
-- In a database that you may only read, write CREATE TEMP VIEW.

DROP VIEW IF EXISTS soft_optin_sales;
CREATE VIEW soft_optin_sales AS

-- Orders.
SELECT
  -- contact_id: as in soft_optin_contacts; required.
  orders.customer_id AS contact_id,

  -- product_id: what was sold, as in soft_optin_products; required. NULL, and a product that is not
  -- there, is similar to nothing.
  -- Condition: not_similar.
  order_lines.article_id AS product_id,

  -- occurred_at: when; required. TEXT 2026-02-11, 2026-02-11T09:30:00Z, 2026-02-11 10:30+01:00;
  -- INTEGER unix seconds or milliseconds; REAL Julian day. Not 11/02/2026, not 20260211. NULL: not
  -- known, a no.
  -- Conditions: unreadable_date, lapsed; a row after the day asked about is not seen yet.
  orders.ordered_at AS occurred_at,

  -- kind: TEXT, optional: 'sale', 'negotiation', 'free_account'. Any other word (cancelled, refund,
  -- donation) never allows anything, so list the states that are a sale and pass the rest on. NULL:
  -- not known, a no. Left out: every row is a sale.
  -- Condition: no_sale.
  CASE WHEN orders.status IN ('paid', 'shipped') THEN 'sale' ELSE orders.status END AS kind,

  -- express_communication: 1/0/NULL, optional. Read for a negotiation only, where it must be 1: the
  -- person asked themselves. Left out: not known, so that no negotiation counts.
  -- Condition: no_express_communication.
  NULL AS express_communication,

  -- collected_directly: 1/0/NULL, optional. 1: the person gave the details to this organisation. 0:
  -- a marketplace, a list, a partner passed them on. NULL: not known, a no. Left out: 1.
  -- Condition: not_collected_directly.
  CASE orders.source WHEN 'web' THEN 1 WHEN 'phone' THEN 1 WHEN 'marketplace' THEN 0 END
    AS collected_directly,

  -- opt_out_offered: 1/0/NULL, required. 1: when the details were collected, a clear, free and easy
  -- opt-out was offered. NULL: nobody can say any more, a no. Where it depends on the version of
  -- the form, write that down: CASE WHEN ordered_at >= '2024-05-01' THEN 1 ELSE 0 END.
  -- Condition: no_opt_out_offered.
  orders.opt_out_shown AS opt_out_offered,

  -- refused: 1/0/NULL, optional. 1: the person used that opt-out. NULL: not known, a no. Left out:
  -- 0.
  -- Condition: refused_at_collection.
  orders.opt_out_used AS refused,

  -- preticked: 1/0/NULL, optional. 1: the form came with a box already ticked. NULL: not known, a
  -- no. Left out: 0.
  -- Condition: preticked_box.
  orders.box_was_ticked AS preticked,

  -- channel: TEXT, optional: email, sms, mms, voicemail, in_app. The details were collected for
  -- this channel only. Left out or NULL: for all of the contact's addresses.
  -- Condition: no_sale, on any other channel.
  NULL AS channel,

  -- organisation: TEXT, optional: the legal entity that sold and collected, written as in
  -- soft_optin_products. NULL here and there, or left out of both: one organisation. NULL on one
  -- side
  -- only: not known, a no.
  -- Condition: other_organisation.
  orders.legal_entity AS organisation,

  -- sale_id: anything that finds the row again; optional. Returned as evidence.
  orders.id || '/' || order_lines.line AS sale_id,

  -- trigger: TEXT, optional: what a negotiation was: enquiry, quote, free_trial. Read for
  -- negotiations alone. Some countries accept one and not the other; left out, NULL or another
  -- word: not known, so that a negotiation counts only where all three would.
  -- Condition: no_sale.
  NULL AS trigger
FROM orders
JOIN order_lines ON order_lines.order_id = orders.id

UNION ALL

-- Quotes: negotiations. The columns stand in the order of the first part.
SELECT
  customer_id,
  article_id,
  quoted_at,
  'negotiation',
  asked_by_customer,
  1,                    -- A quote is asked of us directly.
  opt_out_shown,
  opt_out_used,
  0,                    -- The form for quotes has no box that could be ticked.
  NULL,
  legal_entity,
  'quote ' || id,
  'quote'
FROM quotes;

-- Indexes, on the tables behind the view: by contact. order_lines is found by its primary key.
CREATE INDEX IF NOT EXISTS orders_by_customer ON orders (customer_id);
CREATE INDEX IF NOT EXISTS quotes_by_customer ON quotes (customer_id);
