using JourneyApps.Emulator.Objects;
using JourneyApps.Emulator.Querying;
using Microsoft.Data.Sqlite;

namespace JourneyApps.Emulator.Reading;

/// <summary>Finds the rows of a list. SQLite sorts and filters; what it cannot decide is evaluated row by row.</summary>
internal static class ObjectPager
{
    /// <summary>Reads a page.</summary>
    /// <param name="session">The database.</param>
    /// <param name="model">The model.</param>
    /// <param name="query">The filter, order and page.</param>
    /// <param name="unsortedOrder">The ORDER BY if the query has no order.</param>
    /// <param name="assumptions">How nulls and text sort.</param>
    public static ObjectPage Read(
        DatabaseSession session, ServedModel model, ObjectQuery query, string unsortedOrder, Assumptions assumptions)
    {
        var sql = SqlFilter.Of(query.Filter);
        string from = $"FROM {ObjectTable.NameOf(model)}" + (sql.Sql is null ? string.Empty : $" WHERE {sql.Sql}");
        string order = query.Sort.Count == 0 ? unsortedOrder : SortKey.OrderBy(query.Sort, assumptions);
        string select = $"SELECT id, updated_at, json {from} ORDER BY {order}";
        return sql.IsExact ? Exact(session, query, sql, from, select) : Evaluated(session, query, sql, select);
    }

    /// <summary>The number of matching rows.</summary>
    public static long Count(DatabaseSession session, ServedModel model, Filter? filter)
        => Read(session, model, new ObjectQuery(filter, [], 0, 0, true), "row", new Assumptions()).Total!.Value;

    private static ObjectPage Exact(DatabaseSession session, ObjectQuery query, SqlFilter sql, string from, string select)
    {
        long? total = query.WantsTotal ? (long)session.Scalar($"SELECT count(*) {from}", [.. sql.Arguments])! : null;
        int next = sql.Arguments.Count + 1;
        List<StoredRow> rows = [];
        using SqliteDataReader reader = session.Query(
            $"{select} LIMIT ?{next} OFFSET ?{next + 1}", [.. sql.Arguments, query.Limit + 1, query.Skip]);
        while (rows.Count < query.Limit && reader.Read()) rows.Add(RowOf(reader));
        bool more = rows.Count == query.Limit && reader.Read();
        return new(rows, total, more);
    }

    private static ObjectPage Evaluated(DatabaseSession session, ObjectQuery query, SqlFilter sql, string select)
    {
        List<StoredRow> rows = [];
        long matched = 0;
        using SqliteDataReader reader = session.Query(select, [.. sql.Arguments]);
        while (reader.Read())
        {
            StoredRow row = RowOf(reader);
            if (!Matches(query.Filter!, row)) continue;
            matched++;
            if (matched > query.Skip && rows.Count < query.Limit) rows.Add(row);
            else if (matched > query.Skip && !query.WantsTotal) break;
        }

        return new(rows, query.WantsTotal ? matched : null, matched > query.Skip + rows.Count);
    }

    private static bool Matches(Filter filter, StoredRow row)
    {
        using var document = JsonDocument.Parse(row.Json);
        JsonElement root = document.RootElement;
        return Evaluation.Matches(filter, attribute => attribute.ValueOf(row, root));
    }

    private static StoredRow RowOf(SqliteDataReader reader) => new(reader.GetString(0), reader.GetInt64(1), reader.GetString(2));
}
