-- The baseline rule in plain SQL, as an analyst would have to write it without softoptin: one row
-- for each question. Written from the text of the law and of the contract, not from the C++. It is
-- here to be read beside the rule, and to disagree with the extension where one of them is wrong.
--
-- It reads
--   contacts, sales, products, preferences, assessments, similar_categories, settings
--                   the user's relations, with the default of each optional column that is absent
--   asked           question, contact_id, product_id, channel, as_of: what is asked
--   date_readings   written, day, microsecond: how each date met there is to be read. day is
--                   YYYY-MM-DD; microsecond is NULL where there is no time of day. No row for what
--                   is no date: SQLite alone cannot tell 2025-02-30 or 20240131 from a date.
--
-- Ids are compared as SQLite compares a column with a value: the column stands on the left, and +
-- makes a value of the other one. Whatever is unknown is not in favour of sending; so a truth here
-- is 1 where it is surely so, else 0.

-- Categories. Each path, and each path above it: footwear/running is above footwear/running/trail.
-- Empty segments do not count; a blank category, and one of slashes alone, has no path: not known.
CREATE TEMP TABLE path_at_depth AS
WITH RECURSIVE category AS (
  SELECT category || '' AS category FROM products
  UNION SELECT category || '' FROM preferences
  UNION SELECT category || '' FROM assessments
  UNION SELECT category || '' FROM similar_categories
  UNION SELECT similar_to || '' FROM similar_categories
),
walk AS (
  SELECT category, 0 AS depth, '' AS path, category || '/' AS rest
  FROM category WHERE trim(category) <> ''
  UNION ALL
  SELECT category,
    depth + (rest NOT LIKE '/%'),
    path || CASE WHEN rest LIKE '/%' THEN '' ELSE '/' || substr(rest, 1, instr(rest, '/') - 1) END,
    substr(rest, instr(rest, '/') + 1)
  FROM walk WHERE rest <> ''
)
SELECT DISTINCT category, depth, path FROM walk WHERE depth > 0;

WITH

house AS (
  SELECT
    coalesce(max(CASE name WHEN 'window_months' THEN CAST(value AS INTEGER) END), 12)
      AS window_months,
    coalesce(max(CASE name WHEN 'window_boundary' THEN value END), 'inclusive') AS window_boundary,
    coalesce(max(CASE name WHEN 'similarity_depth' THEN CAST(value AS INTEGER) END), 0)
      AS similarity_depth,
    coalesce(max(CASE name WHEN 'opt_out_follows' THEN value END), 'address') AS opt_out_follows,
    coalesce(max(CASE name WHEN 'require_assessment' THEN CAST(value AS INTEGER) END), 1)
      AS require_assessment
  FROM (SELECT lower(trim(name)) AS name, lower(trim(value)) AS value FROM settings)
),

-- Who: addresses as they are compared, NULL where there is none. A row without contact_id is
-- nobody.
contact AS (
  SELECT contact_id, nullif(lower(trim(email)), '') AS email,
    CASE WHEN signs LIKE '00%' THEN '+' || substr(signs, 3) ELSE nullif(signs, '') END AS phone
  FROM (SELECT contact_id, email, replace(replace(replace(replace(replace(replace(replace(
      phone, ' ', ''), '.', ''), '-', ''), '(', ''), ')', ''), '[', ''), ']', '') AS signs
    FROM contacts WHERE contact_id IS NOT NULL)
),

-- The whole path of each category that has one.
whole_path AS (SELECT category, max(depth) AS depth, path FROM path_at_depth GROUP BY category),
-- "A path covers itself and what lies below it, by whole segments."
at_or_below AS (
  SELECT whole_path.category AS scope, path_at_depth.category
  FROM whole_path JOIN path_at_depth USING (path)
),
-- "0: the whole path equal; n: both paths have at least n segments and the first n agree", and
-- pairs, "symmetric; each side covers what lies below it".
alike AS (
  SELECT one.category, other.category AS alike_to
  FROM house, whole_path AS one JOIN whole_path AS other USING (path)
  WHERE similarity_depth = 0
  UNION
  SELECT one.category, other.category
  FROM house, path_at_depth AS one JOIN path_at_depth AS other USING (path)
  WHERE one.depth = similarity_depth
  UNION
  SELECT one.category, other.category
  FROM similar_categories AS pair
  JOIN at_or_below AS one ON one.scope = pair.category || ''
  JOIN at_or_below AS other ON other.scope = pair.similar_to || ''
  UNION
  SELECT other.category, one.category
  FROM similar_categories AS pair
  JOIN at_or_below AS one ON one.scope = pair.category || ''
  JOIN at_or_below AS other ON other.scope = pair.similar_to || ''
),

-- What: a row for each row of a product.
product AS (
  SELECT product_id, category || '' AS category,
    coalesce(category || '' IN (SELECT category FROM whole_path), 0) AS category_known,
    coalesce(own = 1 OR trim(own) = '1', 0) AS own,
    coalesce(commercial = 1 OR trim(commercial) = '1', 0) AS commercial,
    CASE WHEN trim(organisation) <> '' THEN organisation || '' END AS organisation
  FROM products
),

-- The questions. contact_id is the one that is recorded, NULL for an unknown contact.
question AS (
  SELECT question, contact.contact_id, product_id, channel, day, microsecond, email, phone,
    CASE channel WHEN 'email' THEN email WHEN 'in_app' THEN 'none is needed' ELSE phone END
      AS address
  FROM asked
  JOIN date_readings ON written = as_of AND typeof(written) = typeof(as_of)
  LEFT JOIN contact ON contact.contact_id = +asked.contact_id
),
-- "Where a product has several rows, own and commercial must be 1 in all of them." Where they do
-- not
-- all name the same organisation, it is not known whose the product is.
offer AS (
  SELECT question, min(own) AS own, min(commercial) AS commercial,
    count(product.organisation) = 0
      OR (count(product.organisation) = count(*)
        AND min(product.organisation) = max(product.organisation)) AS of_one_seller,
    min(product.organisation) AS organisation
  FROM question JOIN product ON product.product_id = +question.product_id
  GROUP BY question
),
-- Whether a scope that names a category surely covers all of the product's, or may cover one.
category_scope AS (
  SELECT question, scope.category AS scope,
    min(at_or_below.scope IS NOT NULL) AS surely,
    max(at_or_below.scope IS NOT NULL OR NOT category_known
      OR scope.category NOT IN (SELECT category FROM whole_path)) AS maybe
  FROM question JOIN product ON product.product_id = +question.product_id
  JOIN (SELECT category || '' AS category FROM preferences
    UNION SELECT category || '' FROM assessments) AS scope
  LEFT JOIN at_or_below
    ON at_or_below.scope = scope.category AND at_or_below.category = product.category
  GROUP BY question, scope.category
),
-- The same for a scope that names an organisation. A blank names none, but is no NULL.
organisation_scope AS (
  SELECT question, scope.organisation AS scope,
    of_one_seller AND coalesce(scope.organisation = offer.organisation, 0) AS surely,
    NOT of_one_seller OR trim(scope.organisation) = ''
      OR coalesce(scope.organisation = offer.organisation, 1) AS maybe
  FROM question LEFT JOIN offer USING (question)
  JOIN (SELECT organisation || '' AS organisation FROM preferences
    UNION SELECT organisation || '' FROM assessments) AS scope
),

-- The ledger (sql/reference/relations.md). A word that is neither opt_out nor opt_in says nothing;
-- without a word it may have been an opt-out. Pre-ticked consent, and an opt-in that nobody can
-- date, is no entry. Without a channel it is about all of them; which one is meant by a word that
-- names none of the five is not known, unless that is plainly no electronic mail.
-- place: the order of entries. A date without time: an opt-out "outranks any opt-in of that
-- day", so it stands at the day's end, and an opt-in "counts from the start of it".
entry AS (
  SELECT contact_id, email, word, day, microsecond, category, organisation,
    CASE WHEN channel NOT IN ('email', 'sms', 'mms', 'voicemail', 'in_app',
      'post', 'letter', 'phone', 'telephone', 'call', 'fax') THEN 'not known' ELSE channel END
      AS channel,
    CASE WHEN signs LIKE '00%' THEN '+' || substr(signs, 3) ELSE nullif(signs, '') END AS phone,
    coalesce(microsecond, strftime('%s', day) * 1000000
      + CASE word WHEN 'opt_in' THEN 0 ELSE 86399999999 END) AS place
  FROM (SELECT contact_id, changed_at,
      CASE WHEN coalesce(trim(state), '') = '' THEN 'no word'
        WHEN lower(trim(state)) IN ('opt_out', 'opt-out', 'opt out', 'optout') THEN 'opt_out'
        ELSE lower(trim(state)) END AS word,
      coalesce(preticked = 0 OR trim(preticked) = '0', 0) AS unticked,
      nullif(lower(trim(address)), '') AS email,
      replace(replace(replace(replace(replace(replace(replace(
        address, ' ', ''), '.', ''), '-', ''), '(', ''), ')', ''), '[', ''), ']', '') AS signs,
      category || '' AS category, organisation || '' AS organisation,
      lower(trim(channel)) AS channel
    FROM preferences)
  LEFT JOIN date_readings ON written = changed_at AND typeof(written) = typeof(changed_at)
  WHERE word IN ('opt_out', 'no word') OR (word = 'opt_in' AND unticked AND day IS NOT NULL)
),
-- Whose entries bear on a question: the contact's own, and those of each other contact with the
-- same address for the channel.
heard AS (
  SELECT question, contact_id, email, phone, 1 AS own FROM question WHERE contact_id IS NOT NULL
  UNION ALL
  SELECT question, other.contact_id, other.email, other.phone, 0
  FROM house, question JOIN contact AS other
    ON question.address = CASE channel WHEN 'email' THEN other.email
      WHEN 'in_app' THEN NULL ELSE other.phone END
    AND other.contact_id <> question.contact_id
  WHERE opt_out_follows = 'address'
),
-- "An entry of the ledger belongs to a contact when its contact_id is the contact's, or its address
-- is the contact's email or phone." What it covers: an opt-out what it may, an opt-in what it
-- surely does. An as_of with a time leaves out what is later, else the day counts.
said AS (
  SELECT question.question, own, heard.contact_id, word, place
  FROM question JOIN heard USING (question)
  JOIN entry ON entry.contact_id = +heard.contact_id
    OR entry.email = heard.email OR entry.phone = heard.phone
  LEFT JOIN category_scope AS of_category
    ON of_category.question = question.question AND of_category.scope = entry.category
  LEFT JOIN organisation_scope AS of_organisation
    ON of_organisation.question = question.question AND of_organisation.scope = entry.organisation
  WHERE CASE
      WHEN entry.day IS NULL THEN 1
      WHEN entry.microsecond IS NULL OR question.microsecond IS NULL THEN entry.day <= question.day
      ELSE entry.microsecond <= question.microsecond END
    AND CASE word
      WHEN 'opt_in' THEN (entry.channel IS NULL OR entry.channel = question.channel)
        AND (entry.category IS NULL OR of_category.surely)
        AND (entry.organisation IS NULL OR of_organisation.surely)
      ELSE (entry.channel IS NULL OR entry.channel IN (question.channel, 'not known'))
        AND (entry.category IS NULL OR coalesce(of_category.maybe, 1))
        AND (entry.organisation IS NULL OR of_organisation.maybe) END
),
-- "The latest applicable entry counts; at the same instant the opt-out wins."
standing AS (
  SELECT question,
    max(word <> 'opt_in') AS opted_out,
    max(own AND word = 'opt_in') AND NOT max(word <> 'opt_in') AS consent
  FROM (SELECT question, own, word, row_number() OVER (PARTITION BY question, contact_id
      ORDER BY place DESC, word <> 'opt_in' DESC) AS age
    FROM said)
  WHERE age = 1
  GROUP BY question
),

-- Sales, with the last day of the window of each: months added forward, clamped to the month's end.
sale AS (
  SELECT sale.*, day, CASE WHEN window_months > 0 THEN date(
      min(date(day, 'start of month', '+' || window_months || ' months',
            '+' || (strftime('%d', day) - 1) || ' days'),
        date(day, 'start of month', '+' || (window_months + 1) || ' months', '-1 day')),
      CASE window_boundary WHEN 'exclusive' THEN '-1 day' ELSE '+0 days' END) END AS last_day
  FROM house JOIN (SELECT contact_id, product_id, occurred_at, sale_id,
      lower(trim(kind)) AS kind, lower(trim(channel)) AS channel,
      CASE WHEN trim(organisation) <> '' THEN organisation || '' END AS organisation,
      coalesce(express_communication = 1 OR trim(express_communication) = '1', 0) AS express,
      coalesce(collected_directly = 1 OR trim(collected_directly) = '1', 0) AS collected_directly,
      coalesce(preticked = 0 OR trim(preticked) = '0', 0) AS unticked,
      coalesce(opt_out_offered = 1 OR trim(opt_out_offered) = '1', 0) AS opt_out_offered,
      coalesce(refused = 0 OR trim(refused) = '0', 0) AS not_refused
    FROM sales) AS sale
  LEFT JOIN date_readings ON written = occurred_at AND typeof(written) = typeof(occurred_at)
),
-- How far each sale of the contact gets through conditions 10 to 19: the number of the first that
-- it does not meet, 20 where it meets all. Sales after the day asked about are not known yet.
candidate AS (
  SELECT question.question, sale.day, last_day, sale_id, CASE
      WHEN coalesce(kind, '') NOT IN ('sale', 'negotiation') THEN 10
      WHEN sale.channel <> question.channel THEN 10
      WHEN sale.day IS NULL THEN 11
      WHEN kind = 'negotiation' AND NOT express THEN 12
      WHEN NOT coalesce(of_one_seller AND sale.organisation IS offer.organisation, 0) THEN 13
      WHEN NOT collected_directly THEN 14
      WHEN NOT unticked THEN 15
      WHEN NOT opt_out_offered THEN 16
      WHEN NOT not_refused THEN 17
      WHEN NOT (
        EXISTS (SELECT 1 FROM product WHERE product.product_id = +question.product_id
          AND product.product_id = +sale.product_id)
        OR EXISTS (SELECT 1 FROM alike JOIN product AS asked_for USING (category)
          JOIN product AS sold ON sold.category = alike_to
          WHERE asked_for.product_id = +question.product_id
            AND sold.product_id = +sale.product_id)) THEN 18
      WHEN question.day > last_day THEN 19
      ELSE 20 END AS stopped_at
  FROM question JOIN sale ON sale.contact_id = +question.contact_id
  LEFT JOIN offer USING (question)
  WHERE sale.day IS NULL OR sale.day <= question.day
),
-- "Any one suffices. When none does, the reason is that of the sale that got furthest, the most
-- recent of these." Of those that suffice the most recent carries longest. Several of one day are
-- as good.
decisive AS (
  SELECT question, stopped_at, day, last_day,
      '/' || group_concat(quote(sale_id), '/') || '/' AS sale_ids
  FROM (SELECT *,
      rank() OVER (PARTITION BY question ORDER BY stopped_at DESC, day DESC) AS place
    FROM candidate)
  WHERE place = 1
  GROUP BY question
),

-- "Of those approved (decided) not after the day asked about that cover the product's category and
-- organisation, the latest decides; at a tie the one not approved." A date without time: an
-- approval stands at the start of its day, any other outcome at its end.
assessment AS (
  SELECT question.question, approved, due,
    row_number() OVER (PARTITION BY question.question
      ORDER BY place DESC, approved, due IS NOT NULL, due) AS age
  FROM question
  JOIN (SELECT outcome.*, decided.day,
      coalesce(decided.microsecond, strftime('%s', decided.day) * 1000000
        + CASE approved WHEN 1 THEN 0 ELSE 86399999999 END) AS place,
      CASE WHEN review_due_at IS NOT NULL THEN review.day
        ELSE min(date(decided.day, '+12 months'), date(decided.day, 'start of month',
          '+13 months', '-1 day')) END AS due
    FROM (SELECT approved_at, review_due_at, category || '' AS category,
        organisation || '' AS organisation,
        coalesce(lower(trim(outcome)) = 'approved', 0) AS approved
      FROM assessments) AS outcome
    JOIN date_readings AS decided
      ON decided.written = approved_at AND typeof(decided.written) = typeof(approved_at)
    LEFT JOIN date_readings AS review
      ON review.written = review_due_at AND typeof(review.written) = typeof(review_due_at)
  ) AS decided ON decided.day <= question.day
  LEFT JOIN category_scope AS of_category
    ON of_category.question = question.question AND of_category.scope = decided.category
  LEFT JOIN organisation_scope AS of_organisation
    ON of_organisation.question = question.question AND of_organisation.scope = decided.organisation
  WHERE CASE approved
    WHEN 1 THEN (decided.category IS NULL OR of_category.surely)
      AND (decided.organisation IS NULL OR of_organisation.surely)
    ELSE (decided.category IS NULL OR coalesce(of_category.maybe, 1))
      AND (decided.organisation IS NULL OR of_organisation.maybe) END
)

SELECT question, reason = 'eligible' AS eligible, reason,
  CASE WHEN consent AND contact_id IS NOT NULL AND offered AND address IS NOT NULL THEN 'consent'
    WHEN reason = 'eligible' THEN 'soft_opt_in' END AS basis,
  CASE WHEN reason = 'eligible' THEN coalesce(min(last_day, due), last_day, due) END AS expires_on,
  sale_on, sale_ids
FROM (SELECT question.question, contact_id, address, offer.question IS NOT NULL AS offered,
    coalesce(consent, 0) AS consent, last_day, CASE require_assessment WHEN 1 THEN due END AS due,
    decisive.day AS sale_on, sale_ids,
    CASE
      WHEN contact_id IS NULL THEN 'unknown_contact'
      WHEN offer.question IS NULL THEN 'unknown_product'
      WHEN NOT own THEN 'third_party_product'
      WHEN NOT commercial THEN 'non_commercial'
      WHEN address IS NULL THEN 'no_address'
      WHEN opted_out THEN 'opted_out'
      WHEN stopped_at IS NULL OR stopped_at = 10 THEN 'no_sale'
      WHEN stopped_at = 11 THEN 'unreadable_date'
      WHEN stopped_at = 12 THEN 'no_express_communication'
      WHEN stopped_at = 13 THEN 'other_organisation'
      WHEN stopped_at = 14 THEN 'not_collected_directly'
      WHEN stopped_at = 15 THEN 'preticked_box'
      WHEN stopped_at = 16 THEN 'no_opt_out_offered'
      WHEN stopped_at = 17 THEN 'refused_at_collection'
      WHEN stopped_at = 18 THEN 'not_similar'
      WHEN stopped_at = 19 THEN 'lapsed'
      WHEN require_assessment = 1 AND NOT coalesce(approved, 0) THEN 'no_assessment'
      WHEN require_assessment = 1 AND coalesce(question.day > due, 1) THEN 'assessment_overdue'
      ELSE 'eligible' END AS reason
  FROM house, question
  LEFT JOIN offer USING (question)
  LEFT JOIN standing USING (question)
  LEFT JOIN decisive USING (question)
  LEFT JOIN (SELECT * FROM assessment WHERE age = 1) USING (question))
ORDER BY question;
