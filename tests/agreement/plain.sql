-- The rule in plain SQL, as an analyst would have to write it without softoptin: one row for each
-- question. Written from the text of the law and of the contract, not from the C++. It is here to
-- be read beside the rule, and to disagree with the extension where one of them is wrong.
--
-- It reads
--   contacts, sales, products, preferences, assessments, similar_categories, messages,
--   register_checks, policy_choices, settings
--                   the user's relations, with the default of each optional column that is absent;
--                   messages.names_sender is 1 where that relation has a column organisation
--   written_policies
--                   the policy rows as soft_optin_policies shows them where no house has chosen
--                   anything: data, not answers
--   asked           question, contact_id, product_id, channel, as_of: what is asked
--   date_readings   written, day, clock, instant: how each date met there is to be read. day is a
--                   civil day, YYYY-MM-DD; clock the microseconds since 1970 that a clock shows,
--                   where a time of day is written without a zone; instant those in UTC, where it
--                   is written with an offset or as a number: then the day is a matter of the
--                   zone. No row for what is no date: SQLite alone cannot tell 2025-02-30 or
--                   20240131 from a date.
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

-- The whole path of each category that has one. "A path covers itself and what lies below it, by
-- whole segments."
CREATE TEMP TABLE whole_path AS
SELECT category, max(depth) AS depth, path FROM path_at_depth GROUP BY category;
CREATE TEMP TABLE at_or_below AS
SELECT whole_path.category AS scope, path_at_depth.category
FROM whole_path JOIN path_at_depth USING (path);

CREATE TEMP TABLE house AS
SELECT
  coalesce(max(CASE name WHEN 'policy' THEN value END), 'baseline') AS policy,
  coalesce(max(CASE name WHEN 'window_months' THEN CAST(value AS INTEGER) END), 12)
    AS window_months,
  coalesce(max(CASE name WHEN 'window_boundary' THEN value END), 'inclusive') AS window_boundary,
  coalesce(max(CASE name WHEN 'similarity_depth' THEN CAST(value AS INTEGER) END), 0)
    AS similarity_depth,
  coalesce(max(CASE name WHEN 'time_zone' THEN value END), 'utc') AS time_zone,
  coalesce(max(CASE name WHEN 'opt_out_follows' THEN value END), 'address') AS opt_out_follows,
  coalesce(max(CASE name WHEN 'require_assessment' THEN CAST(value AS INTEGER) END), 1)
    AS require_assessment,
  coalesce(max(CASE name WHEN 'register_valid_days' THEN CAST(value AS INTEGER) END), 30)
    AS register_valid_days
FROM (SELECT lower(trim(name)) AS name, lower(trim(value)) AS value FROM settings);

-- "0: the whole path equal; n: both paths have at least n segments and the first n agree", and
-- pairs, "symmetric; each side covers what lies below it".
CREATE TEMP TABLE alike AS
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
JOIN at_or_below AS other ON other.scope = pair.similar_to || '';

-- The policy rows: "do not evaluate a contact against EU". `baseline` is one strict reading of the
-- Directive for everyone: negotiation counts, a free account does not, no window but the house's.
CREATE TEMP TABLE policy AS
SELECT policy, lower(jurisdiction) AS jurisdiction, variant, valid_from, valid_to,
  lower(time_zone) AS time_zone, confidence, soft_optin, email, sms, mms, voicemail, in_app,
  completed_sale, enquiry, quote, free_trial, free_account, initially_collected, collected_from,
  window_months_from_sale, window_months_from_enquiry, window_rolls, similar_required,
  opt_out_at_collection_required, corporate_subscribers, registers
FROM written_policies
WHERE jurisdiction <> 'EU' AND (SELECT policy FROM house) <> 'baseline'
UNION ALL
SELECT 'baseline', 'baseline', 'commercial', '0001-01-01', NULL, NULL, 'high', 'yes',
  'yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'no', 0, NULL,
  NULL, NULL, 0, 'yes', 'yes', 'same_rule', NULL
WHERE (SELECT policy FROM house) = 'baseline';

-- Who: addresses as they are compared, NULL where there is none. A row without contact_id is
-- nobody.
-- jurisdiction: under `national` the contact's country, trimmed, in any case; it may be none.
CREATE TEMP TABLE contact AS
SELECT contact_id, email, corporate, jurisdiction,
  CASE WHEN signs LIKE '00%' THEN '+' || substr(signs, 3) ELSE nullif(signs, '') END AS phone,
  coalesce((SELECT max(time_zone) FROM policy WHERE policy.jurisdiction = someone.jurisdiction),
    house_zone) AS zone
FROM (SELECT contact_id, nullif(lower(trim(email)), '') AS email,
    replace(replace(replace(replace(replace(replace(replace(
      phone, ' ', ''), '.', ''), '-', ''), '(', ''), ')', ''), '[', ''), ']', '') AS signs,
    coalesce(lower(trim(subscriber)) = 'corporate', 0) AS corporate,
    CASE house.policy WHEN 'national' THEN lower(trim(country)) ELSE house.policy END
      AS jurisdiction,
    house.time_zone AS house_zone
  FROM contacts, house WHERE contact_id IS NOT NULL) AS someone;

-- What: a row for each row of a product.
CREATE TEMP VIEW product AS
SELECT product_id, category || '' AS category,
  coalesce(category || '' IN (SELECT category FROM path_at_depth), 0) AS category_known,
  coalesce(own = 1 OR trim(own) = '1', 0) AS own,
  coalesce(commercial = 1 OR trim(commercial) = '1', 0) AS commercial,
  coalesce(commercial = 0 OR trim(commercial) = '0', 0) AS not_commercial,
  coalesce(charity = 1 OR trim(charity) = '1', 0) AS charity,
  CASE WHEN trim(organisation) <> '' THEN organisation || '' END AS organisation
FROM products;

-- Each date in each zone in which days are counted here: the civil day, the instant where there is
-- a time of day, and when it begins: that instant, else the first one of the day. Summer time is
-- that of the EU, and of the United Kingdom: from the last Sunday of March to that of October, at
-- 01:00 UTC everywhere. Of a time that the clock shows twice the earlier is meant; one that it
-- leaves out is read as if it had not been put forward yet.
CREATE TEMP TABLE moment AS
WITH RECURSIVE
zone(zone, hours, summer) AS (VALUES ('utc', 0, 0), ('atlantic/reykjavik', 0, 0),
  ('europe/dublin', 0, 1), ('europe/london', 0, 1), ('europe/lisbon', 0, 1),
  ('atlantic/faroe', 0, 1), ('africa/johannesburg', 2, 0), ('asia/singapore', 8, 0),
  ('asia/tokyo', 9, 0), ('europe/amsterdam', 1, 1), ('europe/berlin', 1, 1),
  ('europe/bratislava', 1, 1), ('europe/brussels', 1, 1), ('europe/budapest', 1, 1),
  ('europe/copenhagen', 1, 1), ('europe/ljubljana', 1, 1), ('europe/luxembourg', 1, 1),
  ('europe/madrid', 1, 1), ('europe/malta', 1, 1), ('europe/oslo', 1, 1), ('europe/paris', 1, 1),
  ('europe/prague', 1, 1), ('europe/rome', 1, 1), ('europe/stockholm', 1, 1),
  ('europe/vaduz', 1, 1), ('europe/vienna', 1, 1), ('europe/warsaw', 1, 1),
  ('europe/zagreb', 1, 1), ('europe/zurich', 1, 1), ('asia/nicosia', 2, 1),
  ('europe/athens', 2, 1), ('europe/bucharest', 2, 1), ('europe/helsinki', 2, 1),
  ('europe/riga', 2, 1), ('europe/sofia', 2, 1), ('europe/tallinn', 2, 1),
  ('europe/vilnius', 2, 1)),
year(year) AS (VALUES (1996) UNION ALL SELECT year + 1 FROM year WHERE year < 2037),
summer_time AS (
  SELECT strftime('%s', year || '-04-01', 'weekday 0', '-7 days', '+1 hour') * 1000000 AS begins,
    strftime('%s', year || '-11-01', 'weekday 0', '-7 days', '+1 hour') * 1000000 AS ends
  FROM year
),
clock AS (
  SELECT written, zone, summer, day, instant, timed, hours * 3600000000 AS ahead,
    clock - hours * 3600000000 AS in_winter, clock - (hours + summer) * 3600000000 AS in_summer
  FROM (SELECT written, day, instant, clock IS NOT NULL OR instant IS NOT NULL AS timed,
      coalesce(clock, strftime('%s', day) * 1000000) AS clock
    FROM date_readings)
  CROSS JOIN zone
  WHERE zone IN (SELECT time_zone FROM house UNION SELECT zone FROM contact)
),
instant AS (
  SELECT written, zone, summer, day, ahead, timed, CASE
      WHEN instant IS NOT NULL THEN instant
      WHEN EXISTS (SELECT 1 FROM summer_time WHERE begins <= in_summer AND in_summer < ends)
        THEN in_summer
      ELSE in_winter END AS begins
  FROM clock
)
SELECT written, zone, CASE WHEN timed THEN begins END AS microsecond, begins,
  coalesce(day, date((begins + ahead + CASE
    WHEN summer AND EXISTS (SELECT 1 FROM summer_time
        WHERE summer_time.begins <= instant.begins AND instant.begins < summer_time.ends)
      THEN 3600000000 ELSE 0 END) / 1000000, 'unixepoch')) AS day
FROM instant;

-- The questions, with numbers from 0. contact_id is the one that is recorded, NULL for an unknown
-- contact. And, with numbers below 0, each message that may have extended a window: about its
-- product on its channel, at the time at which it was sent.
CREATE TEMP TABLE asking AS
SELECT asking.*, CASE channel WHEN 'email' THEN email WHEN 'in_app' THEN 'none is needed'
    ELSE phone END AS address
FROM (
  SELECT question, contact.contact_id, product_id, channel, day, microsecond, email, phone,
    corporate, jurisdiction, moment.zone, NULL AS sent, NULL AS opt_out_included,
    NULL AS names_sender, NULL AS sender
  FROM house, asked
  LEFT JOIN (SELECT question, contacts.contact_id
    FROM asked JOIN contacts ON contacts.contact_id = +asked.contact_id) AS found USING (question)
  LEFT JOIN contact ON contact.contact_id = found.contact_id
  JOIN moment ON written = as_of AND typeof(written) = typeof(as_of)
    AND moment.zone = coalesce(contact.zone, time_zone)
  UNION ALL
  SELECT -row_number() OVER (), contact.contact_id, product_id, lower(trim(channel)), day,
    microsecond, email, phone, corporate, jurisdiction, contact.zone,
    coalesce(lower(trim(status)) = 'sent', 0),
    coalesce(opt_out_included = 1 OR trim(opt_out_included) = '1', 0), names_sender,
    CASE WHEN trim(organisation) <> '' THEN organisation || '' END
  FROM contact
  JOIN messages ON messages.contact_id = +contact.contact_id
  JOIN moment ON written = sent_at AND typeof(written) = typeof(sent_at)
    AND moment.zone = contact.zone
  WHERE jurisdiction IN (SELECT jurisdiction FROM policy WHERE window_rolls = 1)) AS asking;

-- "Where a product has several rows, own and commercial must be 1 in all of them", and so must
-- charity to count. Where they do not all name the same organisation, it is not known whose the
-- product is.
CREATE TEMP TABLE offer AS
SELECT question, min(own) AS own, min(commercial) AS commercial,
  max(not_commercial) AND min(charity) AS charity,
  count(product.organisation) = 0
    OR (count(product.organisation) = count(*)
      AND min(product.organisation) = max(product.organisation)) AS of_one_seller,
  min(product.organisation) AS organisation
FROM asking JOIN product ON product.product_id = +asking.product_id
GROUP BY question;

-- Each policy row of the countries asked about, as the house has chosen by the day asked about:
-- "the latest decides; of two of one day the stricter". It is in force then where it is dated and
-- its confidence is not low.
CREATE TEMP TABLE rule AS
WITH
place AS (
  SELECT DISTINCT jurisdiction, zone, day FROM asking WHERE question >= 0
),
choice AS (
  SELECT place.jurisdiction, variant, place.day, parameter, value,
    row_number() OVER (PARTITION BY place.jurisdiction, variant, place.day, parameter
      ORDER BY decided.day DESC,
        CASE WHEN parameter LIKE '%required' OR parameter IN ('initially_collected',
          'corporate_subscribers', 'valid_from') THEN value END DESC,
        CASE WHEN parameter LIKE 'window_months%' THEN CAST(value AS INTEGER) END,
        value) AS age
  FROM place
  JOIN (SELECT 'commercial' AS variant UNION ALL SELECT 'charity')
  JOIN (SELECT lower(trim(jurisdiction)) AS jurisdiction, lower(trim(parameter)) AS parameter,
      lower(trim(value)) AS value, decided_at FROM policy_choices) AS chosen
    ON chosen.jurisdiction =
      place.jurisdiction || CASE variant WHEN 'charity' THEN ' charity' ELSE '' END
  JOIN moment AS decided
    ON written = decided_at AND typeof(written) = typeof(decided_at) AND decided.zone = place.zone
  WHERE decided.day <= place.day
),
chosen AS (
  SELECT jurisdiction, variant, day,
    max(CASE parameter WHEN 'soft_optin' THEN value END) AS soft_optin,
    max(CASE parameter WHEN 'email' THEN value END) AS email,
    max(CASE parameter WHEN 'sms' THEN value END) AS sms,
    max(CASE parameter WHEN 'mms' THEN value END) AS mms,
    max(CASE parameter WHEN 'voicemail' THEN value END) AS voicemail,
    max(CASE parameter WHEN 'in_app' THEN value END) AS in_app,
    max(CASE parameter WHEN 'completed_sale' THEN value END) AS completed_sale,
    max(CASE parameter WHEN 'enquiry' THEN value END) AS enquiry,
    max(CASE parameter WHEN 'quote' THEN value END) AS quote,
    max(CASE parameter WHEN 'free_trial' THEN value END) AS free_trial,
    max(CASE parameter WHEN 'free_account' THEN value END) AS free_account,
    max(CASE parameter WHEN 'similar_required' THEN value END) AS similar_required,
    max(CASE parameter WHEN 'opt_out_at_collection_required' THEN value END)
      AS opt_out_at_collection_required,
    max(CASE parameter WHEN 'corporate_subscribers' THEN value END) AS corporate_subscribers,
    max(CASE parameter WHEN 'valid_from' THEN value END) AS valid_from,
    max(CASE parameter WHEN 'confidence' THEN value END) AS confidence,
    max(CASE parameter WHEN 'initially_collected' THEN CAST(value AS INTEGER) END)
      AS initially_collected,
    max(CASE parameter WHEN 'window_months_from_sale' THEN CAST(value AS INTEGER) END)
      AS window_months_from_sale,
    max(CASE parameter WHEN 'window_months_from_enquiry' THEN CAST(value AS INTEGER) END)
      AS window_months_from_enquiry,
    max(CASE parameter WHEN 'window_rolls' THEN CAST(value AS INTEGER) END)
      AS window_rolls
  FROM choice WHERE age = 1
  GROUP BY jurisdiction, variant, day
)
SELECT *, coalesce(confidence <> 'low' AND valid_from <= day AND day <= coalesce(valid_to, day), 0)
    AS in_force
FROM (SELECT policy, jurisdiction, day, variant, valid_to, collected_from,
    coalesce(chosen.soft_optin, policy.soft_optin) AS soft_optin,
    coalesce(chosen.email, policy.email) AS email,
    coalesce(chosen.sms, policy.sms) AS sms,
    coalesce(chosen.mms, policy.mms) AS mms,
    coalesce(chosen.voicemail, policy.voicemail) AS voicemail,
    coalesce(chosen.in_app, policy.in_app) AS in_app,
    coalesce(chosen.completed_sale, policy.completed_sale) AS completed_sale,
    coalesce(chosen.enquiry, policy.enquiry) AS enquiry,
    coalesce(chosen.quote, policy.quote) AS quote,
    coalesce(chosen.free_trial, policy.free_trial) AS free_trial,
    coalesce(chosen.free_account, policy.free_account) AS free_account,
    coalesce(chosen.similar_required, policy.similar_required) AS similar_required,
    coalesce(chosen.opt_out_at_collection_required, policy.opt_out_at_collection_required)
      AS opt_out_at_collection_required,
    coalesce(chosen.corporate_subscribers, policy.corporate_subscribers) AS corporate_subscribers,
    coalesce(chosen.valid_from, policy.valid_from) AS valid_from,
    coalesce(chosen.confidence, policy.confidence) AS confidence,
    coalesce(chosen.initially_collected, policy.initially_collected) AS initially_collected,
    coalesce(chosen.window_months_from_sale, policy.window_months_from_sale)
      AS window_months_from_sale,
    coalesce(chosen.window_months_from_enquiry, policy.window_months_from_enquiry)
      AS window_months_from_enquiry,
    coalesce(chosen.window_rolls, policy.window_rolls) AS window_rolls
  FROM place JOIN policy USING (jurisdiction) LEFT JOIN chosen USING (jurisdiction, variant, day));

-- The one that decides: a charity's own promotion is judged by the variant for charities where one
-- is in force, else as any other.
CREATE TEMP TABLE ruling AS
SELECT question, rule.*
FROM asking JOIN rule USING (jurisdiction, day) LEFT JOIN offer USING (question)
WHERE question >= 0 AND in_force AND variant = CASE
  WHEN charity AND EXISTS (SELECT 1 FROM rule AS other
    WHERE other.jurisdiction = asking.jurisdiction AND other.day = asking.day
      AND other.variant = 'charity' AND other.in_force) THEN 'charity'
  ELSE 'commercial' END;

-- Registers: "for each the latest readable check not after the day is at most register_valid_days
-- before it". Those of legal persons do not bear on individuals. No row where there is none to
-- screen.
CREATE TEMP TABLE screening AS
WITH RECURSIVE
line AS (
  SELECT policy, '' AS line, registers || char(10) AS rest FROM policy
  WHERE registers <> ''
  UNION ALL
  SELECT policy, substr(rest, 1, instr(rest, char(10)) - 1), substr(rest, instr(rest, char(10)) + 1)
  FROM line WHERE rest <> ''
),
register AS (
  SELECT policy, lower(trim(replace(name, '(legal persons)', ''))) AS register,
    name LIKE '%(legal persons)' AS legal_persons_only
  FROM (SELECT policy, substr(line, 1, instr(line || ':', ':') - 1) AS name FROM line)
  WHERE name <> ''
),
screened AS (
  SELECT question, asking.day,
    date(max(checked.day), '+' || register_valid_days || ' days') AS last_day
  FROM house, asking JOIN ruling USING (question)
  JOIN register ON register.policy = ruling.policy
  LEFT JOIN (SELECT lower(trim(register)) AS register, day, zone
    FROM register_checks
    JOIN moment ON written = checked_at AND typeof(written) = typeof(checked_at)) AS checked
    ON checked.register = register.register AND checked.zone = asking.zone
      AND checked.day <= asking.day
  WHERE corporate OR NOT legal_persons_only
  GROUP BY question, register.register
)
SELECT question, min(coalesce(day <= last_day, 0)) AS screened, min(last_day) AS last_day
FROM screened
GROUP BY question;

-- The last day of a window that begins on a day: months added forward, clamped to the month's end.
CREATE TEMP TABLE reach AS
SELECT begins, months, date(
    min(date(begins, 'start of month', '+' || months || ' months',
          '+' || (strftime('%d', begins) - 1) || ' days'),
      date(begins, 'start of month', '+' || (months + 1) || ' months', '-1 day')),
    CASE window_boundary WHEN 'exclusive' THEN '-1 day' ELSE '+0 days' END) AS last_day
FROM house, (SELECT DISTINCT day AS begins FROM moment)
JOIN (SELECT window_months AS months FROM house
  UNION SELECT window_months_from_sale FROM rule UNION SELECT window_months_from_enquiry FROM rule)
WHERE months > 0;

-- Whether a scope that names a category surely covers all of the product's, or may cover one.
CREATE TEMP TABLE category_scope AS
SELECT question, scope.category AS scope,
  min(at_or_below.scope IS NOT NULL) AS surely,
  max(at_or_below.scope IS NOT NULL OR NOT category_known
    OR scope.category NOT IN (SELECT category FROM whole_path)) AS maybe
FROM asking JOIN product ON product.product_id = +asking.product_id
JOIN (SELECT category || '' AS category FROM preferences
  UNION SELECT category || '' FROM assessments) AS scope
LEFT JOIN at_or_below
  ON at_or_below.scope = scope.category AND at_or_below.category = product.category
GROUP BY question, scope.category;

-- The same for a scope that names an organisation. A blank names none, but is no NULL.
CREATE TEMP TABLE organisation_scope AS
SELECT question, scope.organisation AS scope,
  of_one_seller AND coalesce(scope.organisation = offer.organisation, 0) AS surely,
  NOT of_one_seller OR trim(scope.organisation) = ''
    OR coalesce(scope.organisation = offer.organisation, 1) AS maybe
FROM asking LEFT JOIN offer USING (question)
JOIN (SELECT organisation || '' AS organisation FROM preferences
  UNION SELECT organisation || '' FROM assessments) AS scope;

-- Who stands where: whether an opt-out is in force, and whether consent is.
CREATE TEMP TABLE standing AS
WITH
-- The ledger (sql/reference/relations.md). A word that is neither opt_out nor opt_in says nothing;
-- without a word it may have been an opt-out. Pre-ticked consent is no entry. Without a channel it
-- is about all of them; which one is meant by a word that names none of the five is not known,
-- unless that is plainly no electronic mail.
entry AS (
  SELECT contact_id, email, word, changed_at, category, organisation,
    CASE WHEN channel NOT IN ('email', 'sms', 'mms', 'voicemail', 'in_app',
      'post', 'letter', 'phone', 'telephone', 'call', 'fax') THEN 'not known' ELSE channel END
      AS channel,
    CASE WHEN signs LIKE '00%' THEN '+' || substr(signs, 3) ELSE nullif(signs, '') END AS phone
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
  WHERE word IN ('opt_out', 'no word') OR (word = 'opt_in' AND unticked)
),
-- Whose entries bear on a question: the contact's own, and those of each other contact with the
-- same address for the channel.
heard AS (
  SELECT question, contact_id, email, phone, 1 AS own FROM asking WHERE contact_id IS NOT NULL
  UNION ALL
  SELECT question, other.contact_id, other.email, other.phone, 0
  FROM house, asking JOIN contact AS other
    ON asking.address = CASE channel WHEN 'email' THEN other.email
      WHEN 'in_app' THEN NULL ELSE other.phone END
    AND other.contact_id <> asking.contact_id
  WHERE opt_out_follows = 'address'
),
-- "An entry of the ledger belongs to a contact when its contact_id is the contact's, or its address
-- is the contact's email or phone." What it covers: an opt-out what it may, an opt-in what it
-- surely does. An opt-in that nobody can date is no entry. An as_of with a time leaves out what is
-- later, else the day counts.
-- In the order of entries, a date without time: an opt-out "outranks any opt-in of that day", so it
-- stands at the day's end, and an opt-in "counts from the start of it".
said AS (
  SELECT asking.question, own, heard.contact_id, word, entry_at.day, entry_at.begins,
    word <> 'opt_in' AND entry_at.microsecond IS NULL AS at_the_end
  FROM asking JOIN heard USING (question)
  JOIN entry ON entry.contact_id = +heard.contact_id
    OR entry.email = heard.email OR entry.phone = heard.phone
  LEFT JOIN moment AS entry_at ON entry_at.written = changed_at
    AND typeof(entry_at.written) = typeof(changed_at) AND entry_at.zone = asking.zone
  LEFT JOIN category_scope AS of_category
    ON of_category.question = asking.question AND of_category.scope = entry.category
  LEFT JOIN organisation_scope AS of_organisation
    ON of_organisation.question = asking.question AND of_organisation.scope = entry.organisation
  WHERE CASE
      WHEN entry_at.day IS NULL THEN word <> 'opt_in'
      WHEN entry_at.microsecond IS NULL OR asking.microsecond IS NULL
        THEN entry_at.day <= asking.day
      ELSE entry_at.microsecond <= asking.microsecond END
    AND CASE word
      WHEN 'opt_in' THEN (entry.channel IS NULL OR entry.channel = asking.channel)
        AND (entry.category IS NULL OR of_category.surely)
        AND (entry.organisation IS NULL OR of_organisation.surely)
      ELSE (entry.channel IS NULL OR entry.channel IN (asking.channel, 'not known'))
        AND (entry.category IS NULL OR coalesce(of_category.maybe, 1))
        AND (entry.organisation IS NULL OR of_organisation.maybe) END
)
-- "The latest applicable entry counts; at the same instant the opt-out wins."
SELECT question,
  max(word <> 'opt_in') AS opted_out,
  max(own AND word = 'opt_in') AND NOT max(word <> 'opt_in') AS consent
FROM (SELECT question, own, word, row_number() OVER (PARTITION BY question, contact_id
    ORDER BY day DESC, at_the_end DESC, begins DESC, word <> 'opt_in' DESC) AS age
  FROM said)
WHERE age = 1
GROUP BY question;

-- Each time that the details of the contact asked about were collected, up to the day asked about:
-- sales after it are not known yet. What it needs is 1 where it surely has it.
CREATE TEMP TABLE collection AS
SELECT question, row_number() OVER () AS collection, sale.product_id, sale_id, kind, moment.day,
  sale.channel IS NULL OR sale.channel = asking.channel AS for_channel,
  sale.channel IS NULL OR sale.channel = asking.channel OR sale.channel NOT IN (
    'email', 'sms', 'mms', 'voicemail', 'in_app',
    'post', 'letter', 'phone', 'telephone', 'call', 'fax') AS maybe_for_channel,
  coalesce(of_one_seller AND sale.organisation IS offer.organisation, 0) AS by_seller,
  coalesce(NOT of_one_seller OR sale.organisation = offer.organisation, 1) AS maybe_by_seller,
  -- "Only yes allows." What a negotiation was, one may know from `trigger`; else it counts "only
  -- where all three are yes".
  coalesce(CASE kind WHEN 'sale' THEN completed_sale = 'yes'
    WHEN 'free_account' THEN free_account = 'yes'
    WHEN 'negotiation' THEN CASE
      WHEN trigger IN ('enquiry', 'inquiry', 'request_for_information', 'negotiation')
        THEN enquiry = 'yes'
      WHEN trigger = 'quote' THEN quote = 'yes'
      WHEN trigger IN ('free_trial', 'trial') THEN free_trial = 'yes'
      ELSE enquiry = 'yes' AND quote = 'yes' AND free_trial = 'yes' END END
    AND coalesce(moment.day >= collected_from, 1), 0) AS accepted,
  express, collected_directly, unticked, not_refused,
  -- "Duties at collection are those of the row valid on the day of collection."
  opt_out_offered OR EXISTS (SELECT 1 FROM rule AS at_collection
    WHERE at_collection.jurisdiction = ruling.jurisdiction AND at_collection.day = ruling.day
      AND at_collection.variant = ruling.variant
      AND at_collection.opt_out_at_collection_required = 'no'
      AND at_collection.confidence <> 'low' AND at_collection.valid_from <= moment.day
      AND moment.day <= coalesce(at_collection.valid_to, moment.day)) AS opt_out_offered,
  -- A statutory window, else the house's; 0: none.
  coalesce(CASE kind WHEN 'negotiation' THEN window_months_from_enquiry
    ELSE window_months_from_sale END, window_months) AS months
FROM house, asking
JOIN (SELECT contact_id, product_id, occurred_at, sale_id, lower(trim(trigger)) AS trigger,
    lower(trim(kind)) AS kind, lower(trim(channel)) AS channel,
    CASE WHEN trim(organisation) <> '' THEN organisation || '' END AS organisation,
    coalesce(express_communication = 1 OR trim(express_communication) = '1', 0) AS express,
    coalesce(collected_directly = 1 OR trim(collected_directly) = '1', 0) AS collected_directly,
    coalesce(preticked = 0 OR trim(preticked) = '0', 0) AS unticked,
    coalesce(opt_out_offered = 1 OR trim(opt_out_offered) = '1', 0) AS opt_out_offered,
    coalesce(refused = 0 OR trim(refused) = '0', 0) AS not_refused
  FROM sales) AS sale ON sale.contact_id = +asking.contact_id
LEFT JOIN moment ON written = occurred_at AND typeof(written) = typeof(occurred_at)
  AND moment.zone = asking.zone
LEFT JOIN offer USING (question)
LEFT JOIN ruling USING (question)
WHERE question >= 0 AND (moment.day IS NULL OR moment.day <= asking.day);

WITH RECURSIVE

-- "Initially collected": what was missing at the first collection, no later one cures. The first
-- are those of the earliest day, and all that may be, of those that may be for this channel and by
-- this seller.
first_collection AS (
  SELECT question, min(collected_directly) AS collected_directly, min(unticked) AS unticked,
    min(opt_out_offered) AS opt_out_offered, min(not_refused) AS not_refused
  FROM (SELECT collection.*, min(collection.day) OVER (PARTITION BY question) AS first_day
    FROM collection JOIN ruling USING (question)
    WHERE ruling.initially_collected = 1 AND maybe_for_channel AND maybe_by_seller)
  WHERE day IS NULL OR day = first_day
  GROUP BY question
),
-- "A qualifying message was marketing by the same organisation to that contact on that channel,
-- sent, with an opt-out included, at a time when no opt-out was in force."
received AS (
  SELECT asking.question, message.day
  FROM asking JOIN ruling USING (question) JOIN offer USING (question)
  JOIN asking AS message ON message.question < 0 AND message.contact_id = asking.contact_id
    AND message.channel = asking.channel AND message.day <= asking.day
  LEFT JOIN offer AS of_message ON of_message.question = message.question
  LEFT JOIN standing ON standing.question = message.question
  WHERE window_rolls = 1 AND message.sent AND message.opt_out_included
    AND NOT coalesce(standing.opted_out, 0) AND offer.of_one_seller
    AND CASE WHEN message.names_sender THEN message.sender IS offer.organisation
      ELSE of_message.of_one_seller AND of_message.organisation IS offer.organisation END
),
-- "For each qualifying message after it, in order of time: if its day is not after lim(link), link
-- = its day; else stop." A window that begins later does not end earlier, so what can be reached is
-- reached in that order.
link AS (
  SELECT question, collection, day, months FROM collection WHERE day IS NOT NULL
  UNION
  SELECT link.question, collection, received.day, link.months
  FROM link JOIN reach ON begins = link.day AND reach.months = link.months
  JOIN received ON received.question = link.question
    AND received.day > link.day AND received.day <= reach.last_day
),
rolled AS (
  SELECT question, collection, reach.last_day
  FROM (SELECT question, collection, months, max(day) AS begins FROM link
    GROUP BY question, collection)
  JOIN reach USING (begins, months)
),
-- How far each sale gets through conditions 10 to 19: the number of the first that it does not
-- meet, 20 where it meets all.
candidate AS (
  SELECT question, sale.day, last_day, sale_id, CASE
      WHEN NOT accepted OR NOT for_channel THEN 10
      WHEN sale.day IS NULL THEN 11
      WHEN kind = 'negotiation' AND NOT express THEN 12
      WHEN NOT by_seller THEN 13
      WHEN NOT (sale.collected_directly AND coalesce(initially.collected_directly, 1)) THEN 14
      WHEN NOT (sale.unticked AND coalesce(initially.unticked, 1)) THEN 15
      WHEN NOT (sale.opt_out_offered AND coalesce(initially.opt_out_offered, 1)) THEN 16
      WHEN NOT (sale.not_refused AND coalesce(initially.not_refused, 1)) THEN 17
      WHEN NOT (
        similar_required = 'no'
        OR EXISTS (SELECT 1 FROM product WHERE product.product_id = +asking.product_id
          AND product.product_id = +sale.product_id)
        OR EXISTS (SELECT 1 FROM alike JOIN product AS asked_for USING (category)
          JOIN product AS sold ON sold.category = alike_to
          WHERE asked_for.product_id = +asking.product_id
            AND sold.product_id = +sale.product_id)) THEN 18
      WHEN asking.day > last_day THEN 19
      ELSE 20 END AS stopped_at
  FROM asking JOIN collection AS sale USING (question)
  LEFT JOIN ruling USING (question)
  LEFT JOIN first_collection AS initially USING (question)
  LEFT JOIN rolled USING (question, collection)
),
-- "Any one suffices. When none does, the reason is that of the sale that got furthest, the most
-- recent of these." Of those that suffice the one that carries longest, and of these the most
-- recent. Several of one day are as good.
decisive AS (
  SELECT question, stopped_at, day, last_day,
      '/' || group_concat(quote(sale_id), '/') || '/' AS sale_ids
  FROM (SELECT *,
      rank() OVER (PARTITION BY question ORDER BY stopped_at DESC,
        CASE stopped_at WHEN 20 THEN coalesce(last_day, 'without end') END DESC, day DESC) AS place
    FROM candidate)
  WHERE place = 1
  GROUP BY question
),

-- "Of those approved (decided) not after the day asked about that cover the product's category and
-- organisation, the latest decides; at a tie the one not approved." A date without time: an
-- approval stands at the start of its day, any other outcome at its end.
assessment AS (
  SELECT question, approved, due, row_number() OVER (PARTITION BY question
    ORDER BY day DESC, at_the_end DESC, begins DESC, approved, due IS NOT NULL, due) AS age
  FROM (SELECT asking.question, approved, decided.day, decided.begins,
      NOT approved AND decided.microsecond IS NULL AS at_the_end,
      CASE WHEN review_due_at IS NOT NULL THEN review.day
        ELSE min(date(decided.day, '+12 months'), date(decided.day, 'start of month',
          '+13 months', '-1 day')) END AS due
    FROM asking
    JOIN (SELECT approved_at, review_due_at, category || '' AS category,
        organisation || '' AS organisation,
        coalesce(lower(trim(outcome)) = 'approved', 0) AS approved
      FROM assessments) AS outcome
    JOIN moment AS decided ON decided.written = approved_at
      AND typeof(decided.written) = typeof(approved_at) AND decided.zone = asking.zone
    LEFT JOIN moment AS review ON review.written = review_due_at
      AND typeof(review.written) = typeof(review_due_at) AND review.zone = asking.zone
    LEFT JOIN category_scope AS of_category
      ON of_category.question = asking.question AND of_category.scope = outcome.category
    LEFT JOIN organisation_scope AS of_organisation ON of_organisation.question = asking.question
      AND of_organisation.scope = outcome.organisation
    WHERE asking.question >= 0 AND decided.day <= asking.day AND CASE approved
      WHEN 1 THEN (outcome.category IS NULL OR of_category.surely)
        AND (outcome.organisation IS NULL OR of_organisation.surely)
      ELSE (outcome.category IS NULL OR coalesce(of_category.maybe, 1))
        AND (outcome.organisation IS NULL OR of_organisation.maybe) END)
)

SELECT question, reason = 'eligible' AS eligible, reason,
  CASE WHEN reason IN ('unknown_contact', 'unknown_product') OR address IS NULL THEN NULL
    WHEN consent THEN 'consent'
    WHEN reason = 'eligible' THEN 'soft_opt_in'
    WHEN not_required AND covered AND screened AND NOT opted_out THEN 'not_required' END AS basis,
  CASE WHEN reason = 'eligible' THEN nullif(min(coalesce(last_day, 'never'), coalesce(due, 'never'),
    coalesce(valid_to, 'never'), coalesce(screened_until, 'never')), 'never') END AS expires_on,
  sale_on, policy, sale_ids
FROM (SELECT asking.question, address, ruling.policy, valid_to,
    coalesce(consent, 0) AS consent, coalesce(opted_out, 0) AS opted_out,
    soft_optin = 'not_needed' OR (corporate AND corporate_subscribers = 'not_required')
      AS not_required,
    decisive.last_day, CASE require_assessment WHEN 1 THEN due END AS due,
    screening.last_day AS screened_until, decisive.day AS sale_on, sale_ids,
    coalesce(screened, 1) AS screened, covered,
    CASE
      WHEN contact_id IS NULL THEN 'unknown_contact'
      WHEN offer.question IS NULL THEN 'unknown_product'
      WHEN NOT own THEN 'third_party_product'
      WHEN NOT commercial AND variant IS NOT 'charity' THEN 'non_commercial'
      WHEN address IS NULL THEN 'no_address'
      WHEN ruling.policy IS NULL THEN 'unknown_jurisdiction'
      WHEN soft_optin <> 'yes' OR (corporate AND corporate_subscribers = 'not_required')
        THEN 'no_soft_optin'
      WHEN NOT covered THEN 'channel_not_covered'
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
      WHEN require_assessment = 1 AND coalesce(asking.day > due, 1) THEN 'assessment_overdue'
      WHEN NOT coalesce(screened, 1) THEN 'register_not_checked'
      ELSE 'eligible' END AS reason
  FROM house, asking
  LEFT JOIN offer USING (question)
  LEFT JOIN (SELECT *, 'yes' = CASE channel WHEN 'email' THEN email WHEN 'sms' THEN sms
      WHEN 'mms' THEN mms WHEN 'voicemail' THEN voicemail ELSE in_app END AS covered
    FROM (SELECT question, channel FROM asking) JOIN ruling USING (question)) AS ruling
    USING (question)
  LEFT JOIN standing USING (question)
  LEFT JOIN screening USING (question)
  LEFT JOIN decisive USING (question)
  LEFT JOIN (SELECT * FROM assessment WHERE age = 1) USING (question)
  WHERE asking.question >= 0)
ORDER BY question;
