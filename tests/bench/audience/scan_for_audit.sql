-- A bare scan of the columns that the audit of all messages needs.
SELECT
  (SELECT count(id) + count(email) + count(phone) FROM customers NOT INDEXED),
  (SELECT count(customer_id) + count(product_id) + count(sold_on) + count(opt_out_offered)
   FROM sales NOT INDEXED),
  (SELECT count(customer_id) + count(address) + count(state) + count(changed_at) + count(channel)
     + count(category)
   FROM preferences NOT INDEXED),
  (SELECT count(id) + count(customer_id) + count(channel) + count(sent_at) + count(product_id)
     + count(opt_out_included)
   FROM messages NOT INDEXED)
