using System.ComponentModel.DataAnnotations.Schema;
using System.Data.Common;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Acme.Field;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Schema;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Tests.Data;

/// <summary>Creates the tables of a copy and fills them, with the SQL and the values of a mirror.</summary>
internal static class CopyTables
{
    private static readonly DataModel Schema = SchemaParser.Parse(
        SchemaFiles.ReadText(Path.Combine(AppContext.BaseDirectory, "field.schema.xml"))).DataModel;

    public static async Task CreateAsync(DbConnection connection, SqlDialect dialect)
    {
        foreach (SqlStatement statement in dialect.CreateSchema) await RunAsync(connection, statement.Text);
        foreach (Model model in Schema.Models)
        {
            var table = CopyTable.Of(model);
            SqlTable created = new(table.Name, [.. table.Columns.Select(column => new SqlColumn(column.Name, column.Kind))], ["id"]);
            await RunAsync(connection, dialect.CreateTable(created).Text);
            IEnumerable<object> rows = model.Name == "job" ? TestRows.Jobs : TestRows.Sites;
            foreach (object row in rows) await InsertAsync(connection, dialect, table, row);
        }
    }

    /// <summary>A row as an object of the API, without what only the server sets.</summary>
    public static string ToJson(string model, object row)
    {
        JsonObject json = new() { ["id"] = $"{PropertiesOf(row)["id"].GetValue(row)}" };
        foreach (CopyColumn column in CopyTable.Of(Schema.FindModel(model)!).Columns)
        {
            if (column.Source is not (CopyColumnSource.Field or CopyColumnSource.Link or CopyColumnSource.Location) || column.Kind == CopyColumnKind.Json) continue;
            if (Node(Stored(PropertiesOf(row)[column.Name].GetValue(row), column.Kind)) is not { } value) continue;
            if (column.Part is null) json[column.Member!] = value;
            else (json[column.Member!] ??= new JsonObject())[column.Part] = value;
        }

        return json.ToJsonString();
    }

    private static JsonNode? Node(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        string[] keys => new JsonArray([.. keys.Select(static key => (JsonNode)key)]),
        long[] keys => new JsonArray([.. keys.Select(static key => (JsonNode)key)]),
        long number => number,
        double number => number,
        bool flag => flag,
        _ => value.ToString(),
    };

    private static Dictionary<string, PropertyInfo> PropertiesOf(object row) => row.GetType().GetProperties()
        .Where(property => property.IsDefined(typeof(ColumnAttribute)))
        .ToDictionary(property => property.GetCustomAttribute<ColumnAttribute>()!.Name!);

    private static async Task InsertAsync(DbConnection connection, SqlDialect dialect, CopyTable table, object row)
    {
        Dictionary<string, PropertyInfo> properties = PropertiesOf(row);
        await using DbCommand command = connection.CreateCommand();
        string values = string.Join(", ", table.Columns.Select((_, i) => $"@p{i}"));
        command.CommandText = $"INSERT INTO {dialect.Qualify(table.Name)} ({string.Join(", ", table.Columns.Select(column => dialect.Quote(column.Name)))}) VALUES ({values})";
        for (int i = 0; i < table.Columns.Count; i++)
        {
            CopyColumn column = table.Columns[i];
            dialect.Bind(command, $"@p{i}", column.Kind, Stored(properties[column.Name].GetValue(row), column.Kind));
        }

        await command.ExecuteNonQueryAsync();
    }

    private static object? Stored(object? value, CopyColumnKind kind) => (value, kind) switch
    {
        (null, _) => null,
        (int number, _) => (long)number,
        (_, CopyColumnKind.Id or CopyColumnKind.Key) => value.ToString(),
        (_, CopyColumnKind.BigInteger) => long.Parse(value.ToString()!, CultureInfo.InvariantCulture),
        (_, CopyColumnKind.KeyArray) => KeysOf(value),
        (_, CopyColumnKind.BigIntegerArray) => KeysOf(value).Select(key => long.Parse(key, CultureInfo.InvariantCulture)).ToArray(),
        _ => value,
    };

    private static string[] KeysOf(object set) => [.. ((System.Collections.IEnumerable)set).Cast<object>().Select(key => key.ToString()!)];

    private static async Task RunAsync(DbConnection connection, string sql)
    {
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
