-- an option
SELECT "j"."id", "j"."cost", "j"."crew", "j"."_deleted_at", "j"."display", "j"."done", "j"."due", "j"."manual_id", "j"."manual_state", "j"."notes", "j"."_other", "j"."parent_id", "j"."photo_id", "j"."photo_state", "j"."position_altitude", "j"."position_horizontal_accuracy", "j"."position_latitude", "j"."position_longitude", "j"."position_timestamp", "j"."position_vertical_accuracy", "j"."priority", "j"."ratings", "j"."route", "j"."_sequence", "j"."sign_id", "j"."sign_state", "j"."site_id", "j"."started_at", "j"."state", "j"."tags", "j"."title", "j"."updated_at"
FROM "job" AS "j"
WHERE "j"."_deleted_at" IS NULL AND "j"."state" = 'busy'

-- a captured option
.param set @state 'in review'

SELECT "j"."id", "j"."cost", "j"."crew", "j"."_deleted_at", "j"."display", "j"."done", "j"."due", "j"."manual_id", "j"."manual_state", "j"."notes", "j"."_other", "j"."parent_id", "j"."photo_id", "j"."photo_state", "j"."position_altitude", "j"."position_horizontal_accuracy", "j"."position_latitude", "j"."position_longitude", "j"."position_timestamp", "j"."position_vertical_accuracy", "j"."priority", "j"."ratings", "j"."route", "j"."_sequence", "j"."sign_id", "j"."sign_state", "j"."site_id", "j"."started_at", "j"."state", "j"."tags", "j"."title", "j"."updated_at"
FROM "job" AS "j"
WHERE "j"."_deleted_at" IS NULL AND "j"."state" = @state

-- the value of a choice
SELECT "j"."id", "j"."cost", "j"."crew", "j"."_deleted_at", "j"."display", "j"."done", "j"."due", "j"."manual_id", "j"."manual_state", "j"."notes", "j"."_other", "j"."parent_id", "j"."photo_id", "j"."photo_state", "j"."position_altitude", "j"."position_horizontal_accuracy", "j"."position_latitude", "j"."position_longitude", "j"."position_timestamp", "j"."position_vertical_accuracy", "j"."priority", "j"."ratings", "j"."route", "j"."_sequence", "j"."sign_id", "j"."sign_state", "j"."site_id", "j"."started_at", "j"."state", "j"."tags", "j"."title", "j"."updated_at"
FROM "job" AS "j"
WHERE "j"."_deleted_at" IS NULL AND "j"."state" IS NOT NULL AND "j"."state" = 'new'

-- choices that this code does not know
SELECT "j"."id", "j"."cost", "j"."crew", "j"."_deleted_at", "j"."display", "j"."done", "j"."due", "j"."manual_id", "j"."manual_state", "j"."notes", "j"."_other", "j"."parent_id", "j"."photo_id", "j"."photo_state", "j"."position_altitude", "j"."position_horizontal_accuracy", "j"."position_latitude", "j"."position_longitude", "j"."position_timestamp", "j"."position_vertical_accuracy", "j"."priority", "j"."ratings", "j"."route", "j"."_sequence", "j"."sign_id", "j"."sign_state", "j"."site_id", "j"."started_at", "j"."state", "j"."tags", "j"."title", "j"."updated_at"
FROM "job" AS "j"
WHERE "j"."_deleted_at" IS NULL AND "j"."state" IS NOT NULL AND CASE
    WHEN "j"."state" IN ('new', 'busy', 'in review') THEN CAST("j"."state" AS TEXT)
END IS NULL

-- the key of a choice
.param set @Key 'busy'

SELECT "j"."id", "j"."cost", "j"."crew", "j"."_deleted_at", "j"."display", "j"."done", "j"."due", "j"."manual_id", "j"."manual_state", "j"."notes", "j"."_other", "j"."parent_id", "j"."photo_id", "j"."photo_state", "j"."position_altitude", "j"."position_horizontal_accuracy", "j"."position_latitude", "j"."position_longitude", "j"."position_timestamp", "j"."position_vertical_accuracy", "j"."priority", "j"."ratings", "j"."route", "j"."_sequence", "j"."sign_id", "j"."sign_state", "j"."site_id", "j"."started_at", "j"."state", "j"."tags", "j"."title", "j"."updated_at"
FROM "job" AS "j"
WHERE "j"."_deleted_at" IS NULL AND "j"."state" IS NOT NULL AND CAST("j"."state" AS TEXT) = @Key

-- a list of options
.param set @Open1 'new'
.param set @Open2 'busy'

SELECT "j"."id", "j"."cost", "j"."crew", "j"."_deleted_at", "j"."display", "j"."done", "j"."due", "j"."manual_id", "j"."manual_state", "j"."notes", "j"."_other", "j"."parent_id", "j"."photo_id", "j"."photo_state", "j"."position_altitude", "j"."position_horizontal_accuracy", "j"."position_latitude", "j"."position_longitude", "j"."position_timestamp", "j"."position_vertical_accuracy", "j"."priority", "j"."ratings", "j"."route", "j"."_sequence", "j"."sign_id", "j"."sign_state", "j"."site_id", "j"."started_at", "j"."state", "j"."tags", "j"."title", "j"."updated_at"
FROM "job" AS "j"
WHERE "j"."_deleted_at" IS NULL AND "j"."state" IS NOT NULL AND CASE
    WHEN "j"."state" IN ('new', 'busy', 'in review') THEN CAST("j"."state" AS TEXT)
END IS NOT NULL AND CASE
    WHEN "j"."state" IN ('new', 'busy', 'in review') THEN CAST("j"."state" AS TEXT)
END IN (@Open1, @Open2)

-- a list of ids
.param set @Near1 '00000000-0000-4000-8000-b00000000001'
.param set @Near2 '00000000-0000-4000-8000-b00000000009'

SELECT "j"."id", "j"."cost", "j"."crew", "j"."_deleted_at", "j"."display", "j"."done", "j"."due", "j"."manual_id", "j"."manual_state", "j"."notes", "j"."_other", "j"."parent_id", "j"."photo_id", "j"."photo_state", "j"."position_altitude", "j"."position_horizontal_accuracy", "j"."position_latitude", "j"."position_longitude", "j"."position_timestamp", "j"."position_vertical_accuracy", "j"."priority", "j"."ratings", "j"."route", "j"."_sequence", "j"."sign_id", "j"."sign_state", "j"."site_id", "j"."started_at", "j"."state", "j"."tags", "j"."title", "j"."updated_at"
FROM "job" AS "j"
WHERE "j"."_deleted_at" IS NULL AND "j"."site_id" IS NOT NULL AND "j"."site_id" IN (@Near1, @Near2)

-- groups by choice
SELECT "j"."state" AS "Key", COUNT(*) AS "Count", COALESCE(SUM("j"."cost"), 0.0) AS "Cost"
FROM "job" AS "j"
WHERE "j"."_deleted_at" IS NULL
GROUP BY "j"."state"

-- a time
.param set @Noon '2026-03-01T12:00:00Z'
.param set @Start '2026-03-01T08:00:00Z'

SELECT "j"."id", "j"."cost", "j"."crew", "j"."_deleted_at", "j"."display", "j"."done", "j"."due", "j"."manual_id", "j"."manual_state", "j"."notes", "j"."_other", "j"."parent_id", "j"."photo_id", "j"."photo_state", "j"."position_altitude", "j"."position_horizontal_accuracy", "j"."position_latitude", "j"."position_longitude", "j"."position_timestamp", "j"."position_vertical_accuracy", "j"."priority", "j"."ratings", "j"."route", "j"."_sequence", "j"."sign_id", "j"."sign_state", "j"."site_id", "j"."started_at", "j"."state", "j"."tags", "j"."title", "j"."updated_at"
FROM "job" AS "j"
WHERE "j"."_deleted_at" IS NULL AND ("j"."started_at" > @Noon OR "j"."updated_at" <= @Start)
ORDER BY "j"."started_at", "j"."id"

-- an integer choice of several
SELECT "j"."id", "j"."cost", "j"."crew", "j"."_deleted_at", "j"."display", "j"."done", "j"."due", "j"."manual_id", "j"."manual_state", "j"."notes", "j"."_other", "j"."parent_id", "j"."photo_id", "j"."photo_state", "j"."position_altitude", "j"."position_horizontal_accuracy", "j"."position_latitude", "j"."position_longitude", "j"."position_timestamp", "j"."position_vertical_accuracy", "j"."priority", "j"."ratings", "j"."route", "j"."_sequence", "j"."sign_id", "j"."sign_state", "j"."site_id", "j"."started_at", "j"."state", "j"."tags", "j"."title", "j"."updated_at"
FROM "job" AS "j"
WHERE "j"."_deleted_at" IS NULL AND "j"."ratings" IS NOT NULL AND instr(',' || trim("j"."ratings", '[]') || ',', ',' || CAST(CAST(3000000000 AS INTEGER) AS TEXT) || ',') > 0

