-- LIMIT and OFFSET count after filters and sorting, and the order of the rows is that of
-- precedence.
--@ include worlds/lawful.sql
SELECT code FROM soft_optin_conditions(1, 'shoes') LIMIT 2;
--> unknown_contact
--> unknown_product
SELECT code FROM soft_optin_conditions(1, 'shoes') LIMIT 2 OFFSET 20;
--> assessment_overdue
--> register_not_checked
SELECT code FROM soft_optin_conditions(1, 'shoes') ORDER BY code LIMIT 2;
--> assessment_overdue
--> channel_not_covered
SELECT code FROM soft_optin_conditions(1, 'shoes') ORDER BY code DESC LIMIT 1 OFFSET 1;
--> unknown_product
SELECT code FROM soft_optin_conditions(1, 'tent') WHERE met = 0 LIMIT 1;
--> not_similar
SELECT code FROM soft_optin_conditions(1, 'shoes') WHERE met = 0 LIMIT 1;
--> (nothing)
SELECT code FROM soft_optin_conditions(1, 'shoes') LIMIT 0;
--> (nothing)
SELECT count(*) FROM (SELECT * FROM soft_optin_conditions(1, 'shoes') LIMIT -1 OFFSET 5);
--> 17
SELECT c.contact_id, t.code
FROM soft_optin_contacts AS c, soft_optin_conditions(c.contact_id, 'shoes') AS t
WHERE t.met = 0 ORDER BY c.contact_id DESC LIMIT 2;
--> 4 | no_sale
--> 3 | lapsed
