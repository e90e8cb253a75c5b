-- an option
SELECT j.id, j.cost, j.crew, j._deleted_at, j.display, j.done, j.due, j.manual_id, j.manual_state, j.notes, j._other, j.parent_id, j.photo_id, j.photo_state, j.position_altitude, j.position_horizontal_accuracy, j.position_latitude, j.position_longitude, j.position_timestamp, j.position_vertical_accuracy, j.priority, j.ratings, j.route, j._sequence, j.sign_id, j.sign_state, j.site_id, j.started_at, j.state, j.tags, j.title, j.updated_at
FROM journeyapps.job AS j
WHERE j._deleted_at IS NULL AND j.state = 'busy'

-- a captured option
-- @__state_0='in review' (Nullable = false)
SELECT j.id, j.cost, j.crew, j._deleted_at, j.display, j.done, j.due, j.manual_id, j.manual_state, j.notes, j._other, j.parent_id, j.photo_id, j.photo_state, j.position_altitude, j.position_horizontal_accuracy, j.position_latitude, j.position_longitude, j.position_timestamp, j.position_vertical_accuracy, j.priority, j.ratings, j.route, j._sequence, j.sign_id, j.sign_state, j.site_id, j.started_at, j.state, j.tags, j.title, j.updated_at
FROM journeyapps.job AS j
WHERE j._deleted_at IS NULL AND j.state = @__state_0

-- the value of a choice
SELECT j.id, j.cost, j.crew, j._deleted_at, j.display, j.done, j.due, j.manual_id, j.manual_state, j.notes, j._other, j.parent_id, j.photo_id, j.photo_state, j.position_altitude, j.position_horizontal_accuracy, j.position_latitude, j.position_longitude, j.position_timestamp, j.position_vertical_accuracy, j.priority, j.ratings, j.route, j._sequence, j.sign_id, j.sign_state, j.site_id, j.started_at, j.state, j.tags, j.title, j.updated_at
FROM journeyapps.job AS j
WHERE j._deleted_at IS NULL AND j.state IS NOT NULL AND j.state = 'new'

-- choices that this code does not know
SELECT j.id, j.cost, j.crew, j._deleted_at, j.display, j.done, j.due, j.manual_id, j.manual_state, j.notes, j._other, j.parent_id, j.photo_id, j.photo_state, j.position_altitude, j.position_horizontal_accuracy, j.position_latitude, j.position_longitude, j.position_timestamp, j.position_vertical_accuracy, j.priority, j.ratings, j.route, j._sequence, j.sign_id, j.sign_state, j.site_id, j.started_at, j.state, j.tags, j.title, j.updated_at
FROM journeyapps.job AS j
WHERE j._deleted_at IS NULL AND j.state IS NOT NULL AND CASE
    WHEN j.state IN ('new', 'busy', 'in review') THEN j.state::text
END IS NULL

-- the key of a choice
-- @__Key_0='busy'
SELECT j.id, j.cost, j.crew, j._deleted_at, j.display, j.done, j.due, j.manual_id, j.manual_state, j.notes, j._other, j.parent_id, j.photo_id, j.photo_state, j.position_altitude, j.position_horizontal_accuracy, j.position_latitude, j.position_longitude, j.position_timestamp, j.position_vertical_accuracy, j.priority, j.ratings, j.route, j._sequence, j.sign_id, j.sign_state, j.site_id, j.started_at, j.state, j.tags, j.title, j.updated_at
FROM journeyapps.job AS j
WHERE j._deleted_at IS NULL AND j.state IS NOT NULL AND j.state::text = @__Key_0

-- a list of options
-- @__Open_0={ 'new', 'busy' } (DbType = Object)
SELECT j.id, j.cost, j.crew, j._deleted_at, j.display, j.done, j.due, j.manual_id, j.manual_state, j.notes, j._other, j.parent_id, j.photo_id, j.photo_state, j.position_altitude, j.position_horizontal_accuracy, j.position_latitude, j.position_longitude, j.position_timestamp, j.position_vertical_accuracy, j.priority, j.ratings, j.route, j._sequence, j.sign_id, j.sign_state, j.site_id, j.started_at, j.state, j.tags, j.title, j.updated_at
FROM journeyapps.job AS j
WHERE j._deleted_at IS NULL AND j.state IS NOT NULL AND CASE
    WHEN j.state IN ('new', 'busy', 'in review') THEN j.state::text
END IS NOT NULL AND (CASE
    WHEN j.state IN ('new', 'busy', 'in review') THEN j.state::text
END = ANY (@__Open_0) OR (CASE
    WHEN j.state IN ('new', 'busy', 'in review') THEN j.state::text
END IS NULL AND array_position(@__Open_0, NULL) IS NOT NULL))

-- a list of ids
-- @__Near_0={ '00000000-0000-4000-8000-b00000000001', '00000000-0000-4000-8000-b00000000009' } (DbType = Object)
SELECT j.id, j.cost, j.crew, j._deleted_at, j.display, j.done, j.due, j.manual_id, j.manual_state, j.notes, j._other, j.parent_id, j.photo_id, j.photo_state, j.position_altitude, j.position_horizontal_accuracy, j.position_latitude, j.position_longitude, j.position_timestamp, j.position_vertical_accuracy, j.priority, j.ratings, j.route, j._sequence, j.sign_id, j.sign_state, j.site_id, j.started_at, j.state, j.tags, j.title, j.updated_at
FROM journeyapps.job AS j
WHERE j._deleted_at IS NULL AND j.site_id IS NOT NULL AND j.site_id = ANY (@__Near_0)

-- groups by choice
SELECT j.state AS "Key", count(*)::int AS "Count", COALESCE(sum(j.cost), 0.0) AS "Cost"
FROM journeyapps.job AS j
WHERE j._deleted_at IS NULL
GROUP BY j.state

-- a time
-- @__Noon_0='2026-03-01T12:00:00.0000000+00:00' (Nullable = true) (DbType = DateTime)
-- @__Start_1='2026-03-01T08:00:00.0000000+00:00' (Nullable = true) (DbType = DateTime)
SELECT j.id, j.cost, j.crew, j._deleted_at, j.display, j.done, j.due, j.manual_id, j.manual_state, j.notes, j._other, j.parent_id, j.photo_id, j.photo_state, j.position_altitude, j.position_horizontal_accuracy, j.position_latitude, j.position_longitude, j.position_timestamp, j.position_vertical_accuracy, j.priority, j.ratings, j.route, j._sequence, j.sign_id, j.sign_state, j.site_id, j.started_at, j.state, j.tags, j.title, j.updated_at
FROM journeyapps.job AS j
WHERE j._deleted_at IS NULL AND (j.started_at > @__Noon_0 OR j.updated_at <= @__Start_1)
ORDER BY j.started_at, j.id

-- an integer choice of several
SELECT j.id, j.cost, j.crew, j._deleted_at, j.display, j.done, j.due, j.manual_id, j.manual_state, j.notes, j._other, j.parent_id, j.photo_id, j.photo_state, j.position_altitude, j.position_horizontal_accuracy, j.position_latitude, j.position_longitude, j.position_timestamp, j.position_vertical_accuracy, j.priority, j.ratings, j.route, j._sequence, j.sign_id, j.sign_state, j.site_id, j.started_at, j.state, j.tags, j.title, j.updated_at
FROM journeyapps.job AS j
WHERE j._deleted_at IS NULL AND j.ratings IS NOT NULL AND array_position(j.ratings, 3000000000::bigint) IS NOT NULL

