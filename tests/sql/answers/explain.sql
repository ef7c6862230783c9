-- soft_optin_explain gives the decision as JSON that SQLite's own functions read.
--@ include worlds/lawful.sql
SELECT json_valid(soft_optin_explain(1, 'shoes')), typeof(soft_optin_explain(1, 'shoes'));
--> 1 | text
-- A key is never left out, also where nothing is known.
SELECT group_concat(key) FROM json_each(soft_optin_explain(1, 'shoes'));
--> eligible,reason,basis,expires_on,question,policy,sale,message,preference,assessment,conditions
SELECT group_concat(key) FROM json_each(soft_optin_explain(99, 'nothing'));
--> eligible,reason,basis,expires_on,question,policy,sale,message,preference,assessment,conditions

-- A yes: the sale that carries it, the assessment, the last day.
SELECT json_remove(soft_optin_explain(1, 'shoes', 'email', '2026-06-15'), '$.conditions',
       '$.policy');
--> {"eligible":true,"reason":"eligible","basis":"soft_opt_in","expires_on":"2027-03-15","question":{"contact_id":1,"product_id":"shoes","channel":"email","as_of":"2026-06-15"},"sale":{"sale_id":"s1","product_id":"shoes","occurred_on":"2026-03-15","kind":"sale","organisation":"Trail Ltd"},"message":null,"preference":null,"assessment":{"approved_at":"2026-01-10","approved":true,"review_due_on":"2027-06-30","category":null,"organisation":null}}
-- A no: the preference that decided. As_of is the moment of the statement unless given.
SELECT json_remove(soft_optin_explain(2, 'shoes'), '$.conditions', '$.policy', '$.sale',
       '$.assessment');
--> {"eligible":false,"reason":"opted_out","basis":null,"expires_on":null,"question":{"contact_id":2,"product_id":"shoes","channel":"email","as_of":"2026-06-15T12:00:00Z"},"message":null,"preference":{"state":"opt_out","changed_at":"2026-05-01T09:30:00Z","recorded_for":"the contact","proof":"form 7"}}
-- Nobody: nothing to show.
SELECT json_remove(soft_optin_explain(99, 'nothing', 'sms', '2026-06-15'), '$.conditions',
       '$.policy', '$.assessment');
--> {"eligible":false,"reason":"unknown_contact","basis":null,"expires_on":null,"question":{"contact_id":99,"product_id":"nothing","channel":"sms","as_of":"2026-06-15"},"sale":null,"message":null,"preference":null}

-- The policy and its version, as soft_optin_debug names it.
SELECT json_extract(soft_optin_explain(1, 'shoes'), '$.policy.name'),
       instr(soft_optin_debug(),
         json_extract(soft_optin_explain(1, 'shoes'), '$.policy.version')) > 0;
--> baseline | 1

-- The conditions are those of soft_optin_conditions, for everybody.
SELECT c.contact_id, t.code
FROM soft_optin_contacts AS c,
  soft_optin_conditions(c.contact_id, 'shoes', 'email', '2026-06-15') AS t
EXCEPT
SELECT c.contact_id, json_extract(e.value, '$.code')
FROM soft_optin_contacts AS c,
     json_each(soft_optin_explain(c.contact_id, 'shoes', 'email', '2026-06-15'),
       '$.conditions') AS e;
--> (nothing)
SELECT c.contact_id, t.code, t.met, t.requirement, t.evidence, t.citation
FROM soft_optin_contacts AS c,
  soft_optin_conditions(c.contact_id, 'laces', 'sms', '2026-06-15') AS t
EXCEPT
SELECT c.contact_id, json_extract(e.value, '$.code'), json_extract(e.value, '$.met'),
       json_extract(e.value, '$.requirement'), json_extract(e.value, '$.evidence'),
       json_extract(e.value, '$.citation')
FROM soft_optin_contacts AS c,
     json_each(soft_optin_explain(c.contact_id, 'laces', 'sms', '2026-06-15'), '$.conditions') AS e;
--> (nothing)
SELECT group_concat(json_extract(value, '$.number'))
FROM json_each(soft_optin_explain(1, 'shoes'), '$.conditions');
--> 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22

-- Ids of any kind make valid JSON.
SELECT json_extract(soft_optin_explain('say "hi"' || char(10), 'shoes'),
       '$.question.contact_id') = 'say "hi"' || char(10);
--> 1
SELECT json_valid(soft_optin_explain(x'00ff', 'shoes')),
       json_valid(soft_optin_explain(1e300, x'c328')),
       json_valid(soft_optin_explain(9e999, 'shoes')),
       json_valid(soft_optin_explain(CAST(x'c328' AS TEXT), 'shoes'));
--> 1 | 1 | 1 | 1
-- No address is in it.
SELECT count(*) FROM soft_optin_contacts
WHERE instr(soft_optin_explain(contact_id, 'shoes'), '@')
  OR instr(soft_optin_explain(contact_id, 'shoes', 'sms'), '555');
--> 0
-- Within other JSON it stays JSON.
SELECT json_type(json_object('why', soft_optin_explain(1, 'shoes')), '$.why');
--> object
