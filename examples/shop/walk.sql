-- A walk through a campaign: a mail about the trail shoes, on 2026-06-15. For the sqlite3 shell,
-- over the shop's database, after .load of the extension.
--
-- The questions name their day, so that the answers are the same whenever you ask. In your own work
-- leave the day out: then it is today.

.headers on
.mode box --wrap 76 --wordwrap on

.print
.print == 1. The send list: who may be mailed about the trail shoes on 15 June 2026?
.print
SELECT name, email
FROM customers
WHERE soft_optin_eligible(id, 'trail-shoes', 'email', '2026-06-15');

.print
.print == 2. All customers, counted by the reason
.print
SELECT soft_optin_reason(id, 'trail-shoes', 'email', '2026-06-15') AS reason, count(*) AS customers
FROM customers
GROUP BY reason
ORDER BY customers DESC, reason;

.print
.print == 3. Tadhg Brackenrigg bought trail shoes in May. Why is he not on the list?
.print
SELECT code, evidence
FROM soft_optin_conditions(38, 'trail-shoes', 'email', '2026-06-15')
WHERE met IS NOT 1;

.print
.print == 4. Seven customers have no sale that counts. On what evidence?
.print
SELECT name, evidence
FROM customers, soft_optin_conditions(id, 'trail-shoes', 'email', '2026-06-15')
WHERE code = 'no_sale'
  AND soft_optin_reason(id, 'trail-shoes', 'email', '2026-06-15') = 'no_sale';

.print
.print == 5. Uilliam Harebeck ordered at a fair. The condition not met, from the decision in JSON
.print
SELECT field.key, coalesce(field.value, 'not known') AS value
FROM json_each(soft_optin_explain(58, 'trail-shoes', 'email', '2026-06-15'), '$.conditions') AS item
JOIN json_each(item.value) AS field
WHERE json_extract(item.value, '$.met') IS NOT 1;

.print
.print == 6. Who is on the list now, and in 30 days no more, unless they buy again?
.print
SELECT name, soft_optin_expires(id, 'trail-shoes', 'email', '2026-06-15') AS last_day
FROM customers
WHERE last_day < date('2026-06-15', '+30 days')
ORDER BY last_day;

.print
.print == 7. On what ground may each customer be mailed?
.print
SELECT
  coalesce(marketing_basis(id, 'trail-shoes', 'email', '2026-06-15'), 'none: do not send') AS basis,
  count(*) AS customers
FROM customers
GROUP BY basis
ORDER BY customers DESC;

.print
.print == 8. Aoife Brannelly is on the list. What else could she be mailed about?
.print
SELECT soft_optin_reason(1, sku, 'email', '2026-06-15') AS reason,
  group_concat(sku, ', ') AS articles
FROM (SELECT sku FROM articles ORDER BY sku)
GROUP BY reason
ORDER BY reason = 'eligible' DESC, reason;
