-- The same columns handed over row by row, as any program reads them that decides for itself.
SELECT id, email, NULL, NULL, NULL, NULL FROM customers NOT INDEXED
UNION ALL
SELECT customer_id, product_id, sold_on, opt_out_offered, NULL, NULL FROM sales NOT INDEXED
UNION ALL
SELECT customer_id, address, state, changed_at, channel, category FROM preferences NOT INDEXED
