using JourneyApps.Mirroring.Dialects;
using JourneyApps.Schema;

namespace JourneyApps.Mirroring.Storage;

/// <summary>The tables that describe a copy. Their names begin as no name of a schema can.</summary>
internal static class CatalogTables
{
    /// <summary>The version of these tables.</summary>
    public const int Format = 1;

    /// <summary>One row: who writes, and the progress of the copy. It is written with each step, so it is small.</summary>
    public static SqlTable State { get; } = new(
        "_journeyapps_state",
        [
            Column("id", CopyColumnKind.Integer), Column("format", CopyColumnKind.Integer), Column("version", CopyColumnKind.BigInteger),
            Column("owner", CopyColumnKind.Key), Column("lease_until", CopyColumnKind.DateTime), Column("deployment", CopyColumnKind.Key),
            Column("address", CopyColumnKind.Text), Column("checkpoint", CopyColumnKind.Text),
            Column("up_to_date_at", CopyColumnKind.DateTime), Column("reload", CopyColumnKind.KeyArray),
        ],
        ["id"]);

    /// <summary>One row: what the objects look like in the copy. It is large and changes with the data model.</summary>
    public static SqlTable Shape { get; } = new(
        "_journeyapps_shape", [Column("id", CopyColumnKind.Integer), Column("text", CopyColumnKind.Text)], ["id"]);

    /// <summary>The models.</summary>
    public static SqlTable Model { get; } = new(
        "_journeyapps_model",
        [
            Column("model", CopyColumnKind.Key), Column("table_name", CopyColumnKind.Key), Column("label", CopyColumnKind.Text),
            Column("phase", CopyColumnKind.Key), Column("has_history", CopyColumnKind.Boolean),
            Column("loaded_at", CopyColumnKind.DateTime), Column("retired_at", CopyColumnKind.DateTime),
            Column("labels_view", CopyColumnKind.Text),
        ],
        ["model"]);

    /// <summary>The columns of the models' tables.</summary>
    public static SqlTable Field { get; } = new(
        "_journeyapps_field",
        [
            Column("model", CopyColumnKind.Key), Column("column_name", CopyColumnKind.Key), Column("original_name", CopyColumnKind.Key),
            Column("kind", CopyColumnKind.Key), Column("source", CopyColumnKind.Key), Column("field", CopyColumnKind.Key),
            Column("type", CopyColumnKind.Key), Column("label", CopyColumnKind.Text), Column("linked_model", CopyColumnKind.Key),
            Column("position", CopyColumnKind.Integer), Column("label_position", CopyColumnKind.Integer),
            Column("is_indexed", CopyColumnKind.Boolean), Column("retired_at", CopyColumnKind.DateTime),
        ],
        ["model", "column_name"]);

    /// <summary>The options of choices and booleans.</summary>
    public static SqlTable Option { get; } = new(
        "_journeyapps_option",
        [
            Column("model", CopyColumnKind.Key), Column("field", CopyColumnKind.Key), Column("key", CopyColumnKind.Key),
            Column("label", CopyColumnKind.Text), Column("position", CopyColumnKind.Integer),
        ],
        ["model", "field", "key"]);

    /// <summary>The values that do not fit.</summary>
    public static SqlTable Problem { get; } = new(
        "_journeyapps_problem",
        [
            Column("model", CopyColumnKind.Key), Column("id", CopyColumnKind.Id), Column("column_name", CopyColumnKind.Key),
            Column("reason", CopyColumnKind.Text), Column("value", CopyColumnKind.Text),
            new SqlColumn("found_at", CopyColumnKind.DateTime) { IsCompared = false },
        ],
        ["model", "id", "column_name"]);

    /// <summary>The files of objects, for a copy with files: those that wait, those that are stored, and those that nothing has any
    /// more and that are to be removed.</summary>
    public static SqlTable File { get; } = new(
        "_journeyapps_file",
        [
            Column("model", CopyColumnKind.Key), Column("id", CopyColumnKind.Id), Column("field", CopyColumnKind.Key),
            Column("file_id", CopyColumnKind.Id), Progress("path", CopyColumnKind.Text), Progress("stored_at", CopyColumnKind.DateTime),
            Progress("attempts", CopyColumnKind.Integer), Progress("next_at", CopyColumnKind.DateTime),
            Progress("error", CopyColumnKind.Text), Progress("gone_at", CopyColumnKind.DateTime),
        ],
        ["model", "id", "field", "file_id"]);

    /// <summary>The files that are not stored yet.</summary>
    public const string FileWaits = "gone_at IS NULL AND stored_at IS NULL";

    /// <summary>The files that are to be removed.</summary>
    public const string FileIsGone = "gone_at IS NOT NULL";

    /// <summary>The indexes of the few files with which something is to be done, among all that are stored.</summary>
    public static IReadOnlyList<(string Name, string Condition)> FileIndexes { get; } =
        [("_journeyapps_file_waiting", FileWaits), ("_journeyapps_file_gone", FileIsGone)];

    public static IReadOnlyList<SqlTable> All { get; } = [State, Shape, Model, Field, Option, Problem, File];

    private static SqlColumn Progress(string name, CopyColumnKind kind) => new(name, kind) { IsCompared = false };

    private static SqlColumn Column(string name, CopyColumnKind kind) => new(name, kind);
}
