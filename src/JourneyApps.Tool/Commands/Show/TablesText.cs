using JourneyApps.Mirroring;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Mirroring.PostgreSql;
using JourneyApps.Mirroring.Sqlite;
using JourneyApps.Mirroring.SqlServer;

namespace JourneyApps.Tool.Commands.Show;

/// <summary>Writes the SQL that creates the tables of a copy.</summary>
internal static class TablesText
{
    public static string Of(DataModel dataModel, IReadOnlyList<Model> models, SqlDialectName name)
    {
        SqlDialect dialect = name switch
        {
            SqlDialectName.Sqlite => SqliteDialect.Instance,
            SqlDialectName.PostgreSql => PostgreSqlDialect.Instance,
            SqlDialectName.SqlServer => SqlServerDialect.Instance,
        };
        return DatabaseMirror.CreateTables(
            dataModel, dialect, new DatabaseMirrorOptions { Models = [.. models.Select(model => model.Name)] }).ToSql();
    }
}
