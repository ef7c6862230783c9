-- soft_optin_reason gives `eligible`, or the code of the first condition that is not met: one
-- change to the lawful world for each code that the baseline policy can give.
--@ include worlds/lawful.sql
SELECT contact_id, soft_optin_reason(contact_id, 'shoes') FROM soft_optin_contacts;
--> 1 | eligible
--> 2 | opted_out
--> 3 | lapsed
--> 4 | no_sale

SELECT soft_optin_reason(99, 'shoes');
--> unknown_contact
SELECT soft_optin_reason(1, 'nothing');
--> unknown_product
SELECT soft_optin_reason(99, 'nothing');
--> unknown_contact
SELECT soft_optin_reason(1, 'watch');
--> third_party_product
SELECT soft_optin_reason(1, 'donation');
--> non_commercial
SELECT soft_optin_reason(4, 'shoes', 'sms');
--> no_address
SELECT soft_optin_reason(1, 'tent');
--> not_similar

SAVEPOINT lawful;
UPDATE soft_optin_sales SET kind = 'cancelled';
SELECT soft_optin_reason(1, 'shoes');
--> no_sale
ROLLBACK TO lawful;
UPDATE soft_optin_sales SET occurred_at = '2025-02-30';
SELECT soft_optin_reason(1, 'shoes');
--> unreadable_date
ROLLBACK TO lawful;
UPDATE soft_optin_sales SET kind = 'negotiation';
SELECT soft_optin_reason(1, 'shoes');
--> no_express_communication
ROLLBACK TO lawful;
UPDATE soft_optin_sales SET organisation = 'Trail Holding';
SELECT soft_optin_reason(1, 'shoes');
--> other_organisation
ROLLBACK TO lawful;
UPDATE soft_optin_sales SET collected_directly = 0;
SELECT soft_optin_reason(1, 'shoes');
--> not_collected_directly
ROLLBACK TO lawful;
UPDATE soft_optin_sales SET preticked = 1;
SELECT soft_optin_reason(1, 'shoes');
--> preticked_box
ROLLBACK TO lawful;
UPDATE soft_optin_sales SET opt_out_offered = 0;
SELECT soft_optin_reason(1, 'shoes');
--> no_opt_out_offered
ROLLBACK TO lawful;
UPDATE soft_optin_sales SET refused = 1;
SELECT soft_optin_reason(1, 'shoes');
--> refused_at_collection
ROLLBACK TO lawful;
UPDATE soft_optin_assessments SET outcome = 'rejected';
SELECT soft_optin_reason(1, 'shoes');
--> no_assessment
ROLLBACK TO lawful;
UPDATE soft_optin_assessments SET review_due_at = '2026-06-14';
SELECT soft_optin_reason(1, 'shoes');
--> assessment_overdue
ROLLBACK TO lawful;

-- And back: the changes were all that stood in the way.
SELECT soft_optin_reason(1, 'shoes');
--> eligible
