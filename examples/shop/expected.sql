-- The answers that the law gives, worked out by hand from the data and not with softoptin. Run
-- it after .load, over the shop's database: it prints each answer that differs, and a count of all.
--
-- basis: NULL means do not send. expires: the last day of the yes, 12 months after the sale, or the
-- review of the assessment, 2027-01-15, if that is earlier.

CREATE TEMP TABLE expected (customer, sku, channel, day, basis, expires, reason);

-- The campaign: everybody, in the order of data.sql.
INSERT INTO expected (customer, basis, expires, reason, sku, channel, day)
SELECT *, 'trail-shoes', 'email', '2026-06-15' FROM (VALUES
  (1,  'soft_opt_in', '2027-01-15', 'eligible'),
  (2,  'soft_opt_in', '2026-06-20', 'eligible'),
  (3,  'soft_opt_in', '2026-06-28', 'eligible'),
  (4,  'soft_opt_in', '2026-07-09', 'eligible'),
  (5,  'soft_opt_in', '2026-07-14', 'eligible'),
  (6,  'soft_opt_in', '2026-08-02', 'eligible'),
  (7,  'soft_opt_in', '2026-09-17', 'eligible'),
  (8,  'soft_opt_in', '2026-10-05', 'eligible'),
  (9,  'soft_opt_in', '2026-12-04', 'eligible'),
  (10, 'soft_opt_in', '2026-11-21', 'eligible'),
  (11, 'soft_opt_in', '2026-08-31', 'eligible'),
  (12, 'soft_opt_in', '2027-01-09', 'eligible'),
  (13, 'soft_opt_in', '2027-01-15', 'eligible'),
  (14, 'soft_opt_in', '2027-01-15', 'eligible'),
  (15, 'soft_opt_in', '2027-01-15', 'eligible'),
  (16, 'soft_opt_in', '2027-01-15', 'eligible'),
  (17, 'soft_opt_in', '2026-06-15', 'eligible'),
  (18, 'soft_opt_in', '2027-01-15', 'eligible'),
  (19, 'soft_opt_in', '2027-01-15', 'eligible'),
  (20, 'soft_opt_in', '2026-10-12', 'eligible'),
  (21, 'soft_opt_in', '2027-01-15', 'eligible'),
  (22, 'soft_opt_in', '2027-01-15', 'eligible'),
  (23, 'soft_opt_in', '2026-12-12', 'eligible'),
  (24, 'soft_opt_in', '2027-01-15', 'eligible'),
  (25, 'consent',     '2026-11-11', 'eligible'),
  (26, 'soft_opt_in', '2027-01-15', 'eligible'),
  (27, 'soft_opt_in', '2026-12-29', 'eligible'),
  (28, 'soft_opt_in', '2027-01-15', 'eligible'),
  (29, 'soft_opt_in', '2027-01-01', 'eligible'),
  (30, NULL,          NULL,         'no_address'),
  (31, NULL,          NULL,         'no_address'),
  (32, NULL,          NULL,         'opted_out'),
  (33, NULL,          NULL,         'opted_out'),
  (34, NULL,          NULL,         'opted_out'),
  (35, NULL,          NULL,         'opted_out'),
  (36, NULL,          NULL,         'opted_out'),
  (37, NULL,          NULL,         'opted_out'),
  (38, NULL,          NULL,         'opted_out'),
  (39, NULL,          NULL,         'opted_out'),
  (40, NULL,          NULL,         'opted_out'),
  (41, NULL,          NULL,         'opted_out'),
  (42, NULL,          NULL,         'no_sale'),
  (43, NULL,          NULL,         'no_sale'),
  (44, NULL,          NULL,         'no_sale'),
  (45, NULL,          NULL,         'no_sale'),
  (46, NULL,          NULL,         'no_sale'),
  (47, NULL,          NULL,         'no_sale'),
  (48, NULL,          NULL,         'no_sale'),
  (49, NULL,          NULL,         'unreadable_date'),
  (50, NULL,          NULL,         'unreadable_date'),
  (51, NULL,          NULL,         'no_express_communication'),
  (52, NULL,          NULL,         'no_express_communication'),
  (53, NULL,          NULL,         'other_organisation'),
  (54, NULL,          NULL,         'other_organisation'),
  (55, NULL,          NULL,         'not_collected_directly'),
  (56, NULL,          NULL,         'preticked_box'),
  (57, NULL,          NULL,         'no_opt_out_offered'),
  (58, NULL,          NULL,         'no_opt_out_offered'),
  (59, NULL,          NULL,         'refused_at_collection'),
  (60, NULL,          NULL,         'not_similar'),
  (61, NULL,          NULL,         'not_similar'),
  (62, NULL,          NULL,         'not_similar'),
  (63, NULL,          NULL,         'lapsed'),
  (64, NULL,          NULL,         'lapsed'),
  (65, 'consent',     NULL,         'lapsed'));

-- Other questions about the same people: other articles, other channels.
INSERT INTO expected (customer, sku, channel, basis, expires, reason, day)
SELECT *, '2026-06-15' FROM (VALUES
  (999, 'trail-shoes',    'email',  NULL,          NULL,         'unknown_contact'),
  (1,   'trail-shoe',     'email',  NULL,          NULL,         'unknown_product'),
  (1,   'gear-insurance', 'email',  NULL,          NULL,         'third_party_product'),
  (1,   'tree-fund',      'email',  NULL,          NULL,         'non_commercial'),
  (1,   'secateurs',      'email',  NULL,          NULL,         'assessment_overdue'),
  (1,   'hedge-trimmer',  'email',  NULL,          NULL,         'assessment_overdue'),
  (1,   'gas-stove',      'email',  NULL,          NULL,         'no_assessment'),
  (1,   'hiking-boots',   'email',  NULL,          NULL,         'not_similar'),
  (1,   'gift-card',      'email',  NULL,          NULL,         'not_similar'),
  (1,   'walking-socks',  'email',  'soft_opt_in', '2027-01-15', 'eligible'),
  (1,   'trail-shoes',    'sms',    'soft_opt_in', '2027-01-15', 'eligible'),
  (3,   'trail-shoes',    'sms',    NULL,          NULL,         'no_address'),
  (3,   'trail-shoes',    'in_app', 'soft_opt_in', '2026-06-28', 'eligible'),
  (23,  'secateurs',      'email',  NULL,          NULL,         'opted_out'),
  (24,  'trail-shoes',    'sms',    NULL,          NULL,         'opted_out'),
  (35,  'trail-shoes',    'sms',    'soft_opt_in', '2027-01-15', 'eligible'),
  (30,  'trail-shoes',    'sms',    'soft_opt_in', '2027-01-15', 'eligible'),
  (48,  'trail-shoes',    'sms',    'soft_opt_in', '2027-01-15', 'eligible'));

-- The campaign's question on other days.
INSERT INTO expected (customer, day, basis, expires, reason, sku, channel)
SELECT *, 'trail-shoes', 'email' FROM (VALUES
  (1,  '2027-01-15',           'soft_opt_in', '2027-01-15', 'eligible'),
  (1,  '2027-01-16',           NULL,          NULL,         'assessment_overdue'),
  (17, '2026-06-16',           NULL,          NULL,         'lapsed'),
  (63, '2026-06-14',           'soft_opt_in', '2026-06-14', 'eligible'),
  (47, '2026-06-19',           'soft_opt_in', '2027-01-15', 'eligible'),
  (12, '2027-01-09',           'soft_opt_in', '2027-01-09', 'eligible'),
  (12, '2027-01-10',           NULL,          NULL,         'lapsed'),
  (26, '2026-06-19',           'soft_opt_in', '2027-01-15', 'eligible'),
  (26, '2026-06-20T16:00:00Z', 'soft_opt_in', '2027-01-15', 'eligible'),
  (26, '2026-06-20T16:02:00Z', NULL,          NULL,         'opted_out'),
  (26, '2026-06-20',           NULL,          NULL,         'opted_out'),
  (25, '2026-03-17',           NULL,          NULL,         'opted_out'),
  (25, '2026-03-18',           'consent',     '2026-11-11', 'eligible'),
  (39, '2026-02-27',           'consent',     '2026-11-02', 'eligible'),
  (38, '2026-01-10',           NULL,          NULL,         'no_assessment'),
  (1,  '2026-01-14',           NULL,          NULL,         'no_sale'));

-- The mails and text messages of data.sql, each as it was on the day when it was sent. The one that
-- bounced, 7, is not judged.
CREATE TEMP TABLE expected_message (no INTEGER PRIMARY KEY, lawful, basis, reason);
INSERT INTO expected_message
  SELECT no, 1, 'soft_opt_in', 'eligible' FROM mailings
  WHERE no IN (1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 17, 18, 20, 25, 27, 28, 30);
INSERT INTO expected_message VALUES
  (15, 1, 'consent',     'eligible'),
  (16, 0, NULL,          'opted_out'),
  (19, 0, NULL,          'not_similar'),
  (21, 0, NULL,          'not_similar'),
  (22, 0, NULL,          'not_similar'),
  (23, 0, NULL,          'lapsed'),
  (24, 0, NULL,          'not_similar'),
  (26, 0, NULL,          'not_similar'),
  (29, 0, 'soft_opt_in', 'no_opt_out_in_message');

SELECT expected.*,
  soft_optin_reason(customer, sku, channel, day) AS reason_given,
  marketing_basis(customer, sku, channel, day) AS basis_given,
  soft_optin_expires(customer, sku, channel, day) AS expires_given
FROM expected
WHERE reason_given IS NOT reason OR basis_given IS NOT basis OR expires_given IS NOT expires
  OR soft_optin_eligible(customer, sku, channel, day) IS NOT (reason = 'eligible');

-- The same from the tables: the campaign's contacts, and the audit.
SELECT expected.*, answer.*
FROM soft_optin_eligibility('trail-shoes', 'email', '2026-06-15') AS answer
LEFT JOIN expected ON customer = contact_id
  AND sku = answer.product_id AND expected.channel = answer.channel AND day = answer.as_of
WHERE answer.reason IS NOT expected.reason OR answer.basis IS NOT expected.basis
  OR answer.expires_on IS NOT expected.expires OR eligible IS NOT (expected.reason = 'eligible');
SELECT customer, 'not on the send list'
FROM expected
WHERE reason = 'eligible' AND sku = 'trail-shoes' AND channel = 'email' AND day = '2026-06-15'
  AND customer NOT IN (
    SELECT contact_id FROM soft_optin_audience('trail-shoes', 'email', '2026-06-15'));

SELECT expected_message.*, audit.*
FROM soft_optin_audit AS audit
LEFT JOIN expected_message ON no = message_id
WHERE audit.lawful IS NOT expected_message.lawful OR audit.reason IS NOT expected_message.reason
  OR audit.basis IS NOT expected_message.basis;
SELECT expected_message.*, 'not in the audit'
FROM expected_message
WHERE no NOT IN (SELECT message_id FROM soft_optin_audit);

SELECT ((SELECT count(*) FROM expected) + (SELECT count(*) FROM expected_message))
  || ' answers compared';
