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
.print == 2. From all 65 customers down to the list: what does each condition take away?
.print
SELECT code, removed, remaining
FROM soft_optin_funnel('trail-shoes', 'email', '2026-06-15')
WHERE removed > 0;

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
SELECT address, sale_on, expires_on
FROM soft_optin_audience('trail-shoes', 'email', '2026-06-15')
WHERE expires_on < date('2026-06-15', '+30 days')
ORDER BY expires_on;

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

.print
.print == 9. The messages of this spring: were they lawful when they were sent?
.print
SELECT lawful, reason, basis, count(*) AS messages
FROM soft_optin_audit('2026-03-01', '2026-05-31')
GROUP BY lawful, reason, basis
ORDER BY lawful DESC, messages DESC, reason;

.print
.print == 10. Those that were not, with the evidence of that day
.print
SELECT name, coalesce(evidence, 'opt_out_included = 0') AS evidence
FROM soft_optin_audit('2026-03-01', '2026-05-31') AS audit
JOIN customers ON customers.id = audit.contact_id
LEFT JOIN soft_optin_conditions(audit.contact_id, audit.product_id, audit.channel, audit.sent_at)
  ON code = reason
WHERE NOT lawful
ORDER BY message_id;

.print
.print == 11. By the law of each customer's own country: whose answer is another one?
.print
CREATE TEMP TABLE by_baseline AS
  SELECT contact_id, reason FROM soft_optin_eligibility('trail-shoes', 'email', '2026-06-15');
CREATE TEMP VIEW soft_optin_settings (name, value) AS
  VALUES ('policy', 'national'), ('similarity_depth', 2);
SELECT name, policy, by_baseline.reason AS by_baseline, answer.reason AS by_country, answer.basis
FROM by_baseline
JOIN soft_optin_eligibility('trail-shoes', 'email', '2026-06-15') AS answer USING (contact_id)
JOIN customers ON customers.id = contact_id
WHERE answer.reason <> by_baseline.reason
ORDER BY contact_id;
DROP VIEW temp.soft_optin_settings;
DROP TABLE by_baseline;
