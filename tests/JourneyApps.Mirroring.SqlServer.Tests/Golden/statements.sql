-- Schema
IF SCHEMA_ID(N'journeyapps') IS NULL EXEC (N'CREATE SCHEMA journeyapps');
GO

-- Table
CREATE TABLE journeyapps.[it's a [thing]]] (
  [id] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
  [its Id] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
  [its Key] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
  [its Text] nvarchar(max) NULL,
  [its Integer] int NULL,
  [its BigInteger] bigint NULL,
  [its Number] float NULL,
  [its Boolean] bit NULL,
  [its Date] date NULL,
  [its DateTime] datetimeoffset(0) NULL,
  [its KeyArray] nvarchar(max) NULL,
  [its BigIntegerArray] nvarchar(max) NULL,
  [its Json] nvarchar(max) NULL,
  [order] nvarchar(max) NOT NULL,
  [_sequence] bigint NULL,
  [_deleted_at] datetimeoffset(0) NULL,
  PRIMARY KEY ([id])
);
GO

-- History
CREATE TABLE journeyapps.[_thing_history] (
  [id] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
  [its Id] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
  [its Key] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
  [its Text] nvarchar(max) NULL,
  [its Integer] int NULL,
  [its BigInteger] bigint NULL,
  [its Number] float NULL,
  [its Boolean] bit NULL,
  [its Date] date NULL,
  [its DateTime] datetimeoffset(0) NULL,
  [its KeyArray] nvarchar(max) NULL,
  [its BigIntegerArray] nvarchar(max) NULL,
  [its Json] nvarchar(max) NULL,
  [order] nvarchar(max) NOT NULL,
  [_sequence] bigint NOT NULL,
  [_deleted_at] datetimeoffset(0) NULL,
  PRIMARY KEY ([id], [_sequence])
);
GO

-- Added column
ALTER TABLE journeyapps.[it's a [thing]]] ADD [it's] nvarchar(max) NULL;
EXEC (N'DECLARE @refresh nvarchar(max) = (
  SELECT STRING_AGG(CAST(
    N''EXEC sys.sp_refreshview N'''''' + REPLACE(QUOTENAME(s.name) + N''.'' + QUOTENAME(v.name), N'''''''', N'''''''''''') + N''''''''
    AS nvarchar(max)), N''; '')
  FROM sys.sql_expression_dependencies d
  JOIN sys.views v ON v.object_id = d.referencing_id
  JOIN sys.schemas s ON s.schema_id = v.schema_id
  WHERE d.referenced_id = OBJECT_ID(N''journeyapps.[it''''s a [thing]]]'') AND d.is_schema_bound_reference = 0);
IF @refresh IS NOT NULL EXEC (@refresh)');
GO

-- Renamed column
EXEC sp_rename N'journeyapps.[it''s a [thing]]].[it''s]', N'_it''s_1', N'COLUMN';
GO

-- Dropped column
ALTER TABLE journeyapps.[it's a [thing]]] DROP COLUMN [it's];
GO

-- Dropped table
DROP TABLE journeyapps.[it's a [thing]]];
GO

-- Index
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'journeyapps.[it''s a [thing]]]') AND name = N'_by_it''s')
CREATE INDEX [_by_it's] ON journeyapps.[it's a [thing]]] ([it's]);
GO

-- Partial index
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'journeyapps.[_thing_history]') AND name = N'_by_it''s')
CREATE INDEX [_by_it's] ON journeyapps.[_thing_history] ([id], [_sequence]) WHERE [order] IS NULL AND [_deleted_at] IS NOT NULL;
GO

-- Existing index
SELECT 1 FROM sys.indexes i JOIN sys.tables t ON t.object_id = i.object_id
WHERE t.schema_id = SCHEMA_ID(N'journeyapps') AND i.name = @name;
GO

-- Dropped index
DROP INDEX IF EXISTS [_by_it's] ON journeyapps.[it's a [thing]]];
GO

-- View of labels
EXEC (N'CREATE OR ALTER VIEW journeyapps.[_thing_labels] AS
SELECT t.id,
  COALESCE((SELECT o.label FROM journeyapps.[_journeyapps_option] o WHERE o.model = N''thing'' AND o.field = N''it''''s'' AND o.[key] = CAST(t.[its Key] AS nvarchar(max)) COLLATE Latin1_General_100_BIN2), CAST(t.[its Key] AS nvarchar(max)) COLLATE DATABASE_DEFAULT) AS [its Key],
  COALESCE((SELECT o.label FROM journeyapps.[_journeyapps_option] o WHERE o.model = N''thing'' AND o.field = N''it''''s'' AND o.[key] = CAST(t.[its BigInteger] AS nvarchar(max)) COLLATE Latin1_General_100_BIN2), CAST(t.[its BigInteger] AS nvarchar(max)) COLLATE DATABASE_DEFAULT) AS [its BigInteger],
  COALESCE((SELECT o.label FROM journeyapps.[_journeyapps_option] o WHERE o.model = N''thing'' AND o.field = N''it''''s'' AND o.[key] = CASE t.[its Boolean] WHEN 1 THEN N''true'' WHEN 0 THEN N''false'' END COLLATE Latin1_General_100_BIN2), CASE t.[its Boolean] WHEN 1 THEN N''true'' WHEN 0 THEN N''false'' END COLLATE DATABASE_DEFAULT) AS [its Boolean],
  (SELECT STRING_AGG(COALESCE(o.label, j.value COLLATE DATABASE_DEFAULT), N'', '') WITHIN GROUP (ORDER BY CAST(j.[key] AS int)) FROM OPENJSON(t.[its KeyArray]) j LEFT JOIN journeyapps.[_journeyapps_option] o ON o.model = N''thing'' AND o.field = N''it''''s'' AND o.[key] = j.value COLLATE Latin1_General_100_BIN2) AS [its KeyArray],
  (SELECT STRING_AGG(COALESCE(o.label, j.value COLLATE DATABASE_DEFAULT), N'', '') WITHIN GROUP (ORDER BY CAST(j.[key] AS int)) FROM OPENJSON(t.[its BigIntegerArray]) j LEFT JOIN journeyapps.[_journeyapps_option] o ON o.model = N''thing'' AND o.field = N''it''''s'' AND o.[key] = j.value COLLATE Latin1_General_100_BIN2) AS [its BigIntegerArray],
  COALESCE((SELECT o.label FROM journeyapps.[_journeyapps_option] o WHERE o.model = N''thing'' AND o.field = N''it''''s'' AND o.[key] = CAST(t.[_sequence] AS nvarchar(max)) COLLATE Latin1_General_100_BIN2), CAST(t.[_sequence] AS nvarchar(max)) COLLATE DATABASE_DEFAULT) AS [_sequence]
FROM journeyapps.[it''s a [thing]]] t');
GO

-- Dropped view
DROP VIEW IF EXISTS journeyapps.[_thing_labels];
GO

-- First rows
SELECT id FROM journeyapps.[it's a [thing]]] ORDER BY id OFFSET 0 ROWS FETCH NEXT 100 ROWS ONLY;
GO

-- Ids
DELETE FROM journeyapps.[it's a [thing]]] WHERE id IN (SELECT value COLLATE Latin1_General_100_BIN2 FROM OPENJSON(@ids));
GO

-- Time
UPDATE journeyapps.[_journeyapps_state] SET lease_until = DATEADD(millisecond, CAST(((@seconds) - FLOOR(@seconds)) * 1000 AS int), DATEADD(second, CAST(FLOOR(@seconds) AS int), TODATETIMEOFFSET(SYSUTCDATETIME(), 0))) WHERE lease_until < TODATETIMEOFFSET(SYSUTCDATETIME(), 0);
GO

-- Rights
IF SCHEMA_ID(N'journeyapps') IS NULL EXEC (N'CREATE SCHEMA journeyapps');
GO

-- Rights
GRANT CREATE TABLE, CREATE VIEW TO [mirror];
GO

-- Rights
GRANT SELECT, INSERT, UPDATE, DELETE, ALTER, VIEW DEFINITION ON SCHEMA::journeyapps TO [mirror];
GO

-- Stage
SELECT TOP (0) [id], [its Id], [its Key], [its Text], [its Integer], [its BigInteger], [its Number], [its Boolean], [its Date], [its DateTime], [its KeyArray], [its BigIntegerArray], [its Json], [order], [_sequence], [_deleted_at] INTO #journeyapps_stage FROM journeyapps.[it's a [thing]]];
GO

-- Upsert
DECLARE @written bigint = 0;
UPDATE t SET [its Id] = s.[its Id], [its Key] = s.[its Key], [its Text] = s.[its Text], [its Integer] = s.[its Integer], [its BigInteger] = s.[its BigInteger], [its Number] = s.[its Number], [its Boolean] = s.[its Boolean], [its Date] = s.[its Date], [its DateTime] = s.[its DateTime], [its KeyArray] = s.[its KeyArray], [its BigIntegerArray] = s.[its BigIntegerArray], [its Json] = s.[its Json], [order] = s.[order], [_sequence] = s.[_sequence], [_deleted_at] = s.[_deleted_at]
FROM journeyapps.[it's a [thing]]] t JOIN #journeyapps_stage s ON t.[id] = s.[id]
WHERE EXISTS (SELECT CONVERT(varbinary(max), t.[its Id]), CONVERT(varbinary(max), t.[its Key]), CONVERT(varbinary(max), t.[its Text]), t.[its Integer], t.[its BigInteger], t.[its Number], t.[its Boolean], t.[its Date], t.[its DateTime], CONVERT(varbinary(max), t.[its KeyArray]), CONVERT(varbinary(max), t.[its BigIntegerArray]), CONVERT(varbinary(max), t.[its Json]), CONVERT(varbinary(max), t.[order]), t.[_deleted_at] EXCEPT SELECT CONVERT(varbinary(max), s.[its Id]), CONVERT(varbinary(max), s.[its Key]), CONVERT(varbinary(max), s.[its Text]), s.[its Integer], s.[its BigInteger], s.[its Number], s.[its Boolean], s.[its Date], s.[its DateTime], CONVERT(varbinary(max), s.[its KeyArray]), CONVERT(varbinary(max), s.[its BigIntegerArray]), CONVERT(varbinary(max), s.[its Json]), CONVERT(varbinary(max), s.[order]), s.[_deleted_at]);
SET @written = @@ROWCOUNT;
INSERT INTO journeyapps.[it's a [thing]]] ([id], [its Id], [its Key], [its Text], [its Integer], [its BigInteger], [its Number], [its Boolean], [its Date], [its DateTime], [its KeyArray], [its BigIntegerArray], [its Json], [order], [_sequence], [_deleted_at])
SELECT s.[id], s.[its Id], s.[its Key], s.[its Text], s.[its Integer], s.[its BigInteger], s.[its Number], s.[its Boolean], s.[its Date], s.[its DateTime], s.[its KeyArray], s.[its BigIntegerArray], s.[its Json], s.[order], s.[_sequence], s.[_deleted_at] FROM #journeyapps_stage s
WHERE NOT EXISTS (SELECT 1 FROM journeyapps.[it's a [thing]]] t WHERE t.[id] = s.[id]);
SET @written += @@ROWCOUNT;
DROP TABLE #journeyapps_stage;
SELECT @written;
GO

-- Upsert of keys alone
DECLARE @written bigint = 0;
INSERT INTO journeyapps.[key] ([id])
SELECT s.[id] FROM #journeyapps_stage s
WHERE NOT EXISTS (SELECT 1 FROM journeyapps.[key] t WHERE t.[id] = s.[id]);
SET @written += @@ROWCOUNT;
DROP TABLE #journeyapps_stage;
SELECT @written;
GO

-- Missing rows
DECLARE @written bigint = 0;
INSERT INTO journeyapps.[_thing_history] ([id], [its Id], [its Key], [its Text], [its Integer], [its BigInteger], [its Number], [its Boolean], [its Date], [its DateTime], [its KeyArray], [its BigIntegerArray], [its Json], [order], [_sequence], [_deleted_at])
SELECT s.[id], s.[its Id], s.[its Key], s.[its Text], s.[its Integer], s.[its BigInteger], s.[its Number], s.[its Boolean], s.[its Date], s.[its DateTime], s.[its KeyArray], s.[its BigIntegerArray], s.[its Json], s.[order], s.[_sequence], s.[_deleted_at] FROM #journeyapps_stage s
WHERE NOT EXISTS (SELECT 1 FROM journeyapps.[_thing_history] t WHERE t.[id] = s.[id] AND t.[_sequence] = s.[_sequence]);
SET @written += @@ROWCOUNT;
DROP TABLE #journeyapps_stage;
SELECT @written;
GO

-- Marked rows
UPDATE t SET [_deleted_at] = d.at, [_sequence] = d.number
FROM journeyapps.[it's a [thing]]] t
JOIN OPENJSON(@deletions) WITH (id nvarchar(400) COLLATE Latin1_General_100_BIN2, at datetimeoffset(0), number bigint) d ON d.id = t.id
WHERE t.[_deleted_at] IS NULL;
GO

-- Tables
SELECT o.name, c.name FROM sys.objects o JOIN sys.columns c ON c.object_id = o.object_id
WHERE o.schema_id = SCHEMA_ID(N'journeyapps') AND (o.type = 'U' OR (o.type = 'V' AND o.name NOT LIKE N'[_]%'))
ORDER BY o.name, c.column_id;
GO

-- Views and indexes of yours
DECLARE @id int = OBJECT_ID(N'journeyapps.' + QUOTENAME(@table));
SELECT 'view', QUOTENAME(s.name) + N'.' + QUOTENAME(v.name), OBJECT_DEFINITION(v.object_id)
FROM sys.views v JOIN sys.schemas s ON s.schema_id = v.schema_id
WHERE NOT (s.name = N'journeyapps' AND v.name LIKE N'[_]%')
  AND EXISTS (SELECT 1 FROM sys.sql_expression_dependencies d WHERE d.referencing_id = v.object_id AND d.referenced_id = @id)
  AND (@column IS NULL OR EXISTS (
    SELECT 1 FROM sys.dm_sql_referenced_entities(QUOTENAME(s.name) + N'.' + QUOTENAME(v.name), 'OBJECT') r
    WHERE r.referenced_id = @id AND r.referenced_minor_name = @column))
UNION ALL
SELECT 'index', QUOTENAME(i.name), NULL
FROM sys.indexes i
WHERE i.object_id = @id AND i.is_primary_key = 0 AND i.name IS NOT NULL AND i.name NOT LIKE N'[_]%'
  AND (@column IS NULL OR EXISTS (
    SELECT 1 FROM sys.index_columns k JOIN sys.columns c ON c.object_id = k.object_id AND c.column_id = k.column_id
    WHERE k.object_id = @id AND k.index_id = i.index_id AND c.name = @column))
ORDER BY 1 DESC, 2;
GO

-- Estimated rows
SELECT SUM(p.rows) FROM sys.partitions p
WHERE p.object_id = OBJECT_ID(N'journeyapps.' + QUOTENAME(@table)) AND p.index_id IN (0, 1);
GO

-- Sessions with locks
SELECT DISTINCT TOP (5) s.session_id, s.login_name, COALESCE(NULLIF(s.program_name, N''), N'no program name')
FROM sys.dm_tran_locks l JOIN sys.dm_exec_sessions s ON s.session_id = l.request_session_id
WHERE l.resource_type = 'OBJECT' AND l.request_status = 'GRANT' AND l.resource_database_id = DB_ID() AND s.session_id <> @@SPID
  AND l.resource_associated_entity_id IN (
    SELECT object_id FROM sys.tables
    WHERE schema_id = SCHEMA_ID(N'journeyapps'));
GO

