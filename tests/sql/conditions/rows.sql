-- soft_optin_conditions gives every condition, in order, with what it rests on.
--@ include worlds/lawful.sql
SELECT code, met FROM soft_optin_conditions(1, 'shoes');
--> unknown_contact | 1
--> unknown_product | 1
--> third_party_product | 1
--> non_commercial | 1
--> no_address | 1
--> unknown_jurisdiction | 1
--> no_soft_optin | 1
--> channel_not_covered | 1
--> opted_out | 1
--> no_sale | 1
--> unreadable_date | 1
--> no_express_communication | 1
--> other_organisation | 1
--> not_collected_directly | 1
--> preticked_box | 1
--> no_opt_out_offered | 1
--> refused_at_collection | 1
--> not_similar | 1
--> lapsed | 1
--> no_assessment | 1
--> assessment_overdue | 1
--> register_not_checked | 1

-- The first that is not met is the reason, whoever is asked about.
SELECT c.contact_id, p.product_id FROM soft_optin_contacts AS c, soft_optin_products AS p
WHERE soft_optin_reason(c.contact_id, p.product_id) <> coalesce(
  (SELECT code FROM soft_optin_conditions(c.contact_id, p.product_id) WHERE met IS NOT 1 LIMIT 1),
  'eligible');
--> (nothing)
-- What cannot be known is NULL, which is not met.
SELECT code, met FROM soft_optin_conditions(4, 'shoes') WHERE met IS NOT 1 LIMIT 3;
--> no_sale | 0
--> unreadable_date | NULL
--> no_express_communication | NULL
SELECT count(*), sum(met IS 0), sum(met IS NULL) FROM soft_optin_conditions(99, 'nothing');
--> 22 | 2 | 15

-- Evidence names the sale, the preference and the assessment; requirement and citation are never
-- blank.
SELECT code, evidence FROM soft_optin_conditions(1, 'shoes')
WHERE code IN ('opted_out', 'no_sale', 'lapsed', 'no_assessment', 'assessment_overdue');
--> opted_out | no preference covers this question up to 2026-06-15T12:00:00Z
--> no_sale | sale s1 of 2026-03-15: kind is sale
--> lapsed | sale s1 of 2026-03-15: last day 2027-03-15
--> no_assessment | assessment of 2026-01-10, approved
--> assessment_overdue | review due 2027-06-30
SELECT evidence FROM soft_optin_conditions(2, 'shoes') WHERE code = 'opted_out';
--> opt_out of 2026-05-01T09:30:00Z for the contact (proof: form 7)
SELECT count(*) FROM soft_optin_conditions(1, 'shoes')
WHERE trim(requirement) <> '' AND trim(citation) <> '' AND trim(evidence) <> '';
--> 22

-- No address is ever shown.
SELECT count(*)
FROM soft_optin_contacts AS c, soft_optin_conditions(c.contact_id, 'shoes', 'sms') AS t
WHERE instr(t.evidence, '@') > 0 OR instr(t.evidence, '555') > 0;
--> 0
