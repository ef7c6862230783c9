-- A bare scan of the columns that the audience of one product needs, in one row: nothing is
-- compared, joined or handed over, so it is the least that reading them can take.
SELECT
  (SELECT count(id) + count(email) FROM customers NOT INDEXED),
  (SELECT count(customer_id) + count(product_id) + count(sold_on) + count(opt_out_offered)
   FROM sales NOT INDEXED),
  (SELECT count(customer_id) + count(address) + count(state) + count(changed_at) + count(channel)
     + count(category)
   FROM preferences NOT INDEXED)
