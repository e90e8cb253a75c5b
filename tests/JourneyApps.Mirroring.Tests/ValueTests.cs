using System.Data.Common;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Mirroring.Rows;
using JourneyApps.Mirroring.Sqlite;
using JourneyApps.Mirroring.Storage;
using JourneyApps.Records;
using JourneyApps.Schema;

namespace JourneyApps.Mirroring.Tests;

/// <summary>Values go into the copy and come back equal, or are listed as problems.</summary>
public class ValueTests
{
    public static TheoryData<string, string, string> Extremes => new()
    {
        { "title", "\"\"", "" },
        { "title", "\"a\\nb\\t'\\\"\\\\ €\uD83D\uDE00\"", "a\nb\t'\"\\ €\uD83D\uDE00" },
        { "cost", "1.7976931348623157e308", "1.7976931348623157E+308" },
        { "cost", "5e-324", "5E-324" },
        { "cost", "0.1", "0.1" },
        { "cost", "-123456789012345680", "-1.2345678901234568E+17" },
        { "crew", "2147483647", "2147483647" },
        { "crew", "-2147483648", "-2147483648" },
        { "due", "\"0001-01-01\"", "0001-01-01" },
        { "due", "\"9999-12-31\"", "9999-12-31" },
        { "starts", "\"0001-01-01T00:00:00Z\"", "0001-01-01T00:00:00Z" },
        { "starts", "\"9999-12-31T23:59:59Z\"", "9999-12-31T23:59:59Z" },
        { "urgent", "false", "0" },
        { "state", "\"busy\"", "busy" },
        { "level", "2", "2" },
        { "tags", "[]", "[]" },
        { "tags", "[\"b\",\"a\"]", "[\"b\",\"a\"]" },
        { "codes", "[-1,7]", "[-1,7]" },
    };

    [Theory]
    [MemberData(nameof(Extremes))]
    public async Task An_extreme_value_is_stored_as_it_is(string field, string json, string stored)
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        var record = new JourneyRecord("job") { [field] = RecordValue.Parse(json) };
        await copy.Client.Objects("job").CreateAsync(record);
        await copy.Mirror().CatchUpAsync();
        Assert.Equal([stored], copy.Query($"SELECT \"{field}\" FROM job"));
        await copy.AssertEqualAsync();
    }

    [Fact]
    public async Task A_text_of_many_kilobytes_is_stored_as_it_is()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        string text = new('é', 40_000);
        await copy.Client.Objects("job").CreateAsync(new JourneyRecord("job") { ["title"] = text });
        await copy.Mirror().CatchUpAsync();
        Assert.Equal([text], copy.Query("SELECT title FROM job"));
    }

    [Fact]
    public async Task A_location_is_columns_and_a_file_its_id_and_state()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        await copy.Client.Objects("job").CreateAsync(new JourneyRecord("job")
        {
            ["place"] = RecordValue.Parse("""
                {"latitude":-33.9,"longitude":18.42,"altitude":12.25,"horizontal_accuracy":4,"vertical_accuracy":2,"timestamp":"2026-01-02T03:04:05Z"}
                """),
            ["photo"] = RecordValue.File([0xFF, 0xD8, 0xFF], "pump.jpg"),
        });
        await copy.Mirror().CatchUpAsync();
        Assert.Equal(
            ["-33.9|18.42|12.25|4|2|2026-01-02T03:04:05Z"],
            copy.Query("SELECT place_latitude, place_longitude, place_altitude, place_horizontal_accuracy, place_vertical_accuracy, place_timestamp FROM job"));
        Assert.Equal(["36|uploaded"], copy.Query("SELECT length(photo_id), photo_state FROM job"));
        await copy.AssertEqualAsync();
    }

    [Fact]
    public async Task What_no_database_stores_is_null_and_a_problem_until_it_is_corrected()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        JourneyRecordSet jobs = copy.Client.Objects("job");
        var bad = new JourneyRecord("job") { ["title"] = "a\0b", ["crew"] = 1 };
        await jobs.CreateAsync(bad);
        await jobs.CreateAsync(new JourneyRecord("job") { ["title"] = "good" });
        DatabaseMirror mirror = copy.Mirror();
        await mirror.CatchUpAsync();
        Assert.Equal(["|1", "good|"], copy.Query("SELECT title, crew FROM job ORDER BY title"));
        DatabaseMirrorStatus status = await mirror.GetStatusAsync();
        // The display has the same text.
        Assert.Equal(["display", "title"], status.Problems.Select(found => found.Column).Order());
        MirrorProblem problem = status.Problems.Single(found => found.Column == "title");
        Assert.Equal(("job", bad.Id, "title"), (problem.Model, problem.Id, problem.Column));
        Assert.Contains("U+0000", problem.Reason, StringComparison.Ordinal);
        Assert.Contains(status.Decisions, decision => decision.Message.Contains("_journeyapps_problem", StringComparison.Ordinal));
        MirrorVerification verification = await mirror.VerifyAsync();
        Assert.True(verification.IsEqual);
        Assert.Equal(2, verification.Problems);

        bad["title"] = "mended";
        await jobs.UpdateAsync(bad);
        await mirror.CatchUpAsync();
        Assert.Empty((await mirror.GetStatusAsync()).Problems);
        Assert.Equal(["good|", "mended|1"], copy.Query("SELECT title, crew FROM job ORDER BY title"));
    }

    /// <summary>Rows are built of what the API returns, written, and read with SQL; each value is compared with the JSON by itself.</summary>
    [Fact]
    public async Task All_objects_of_the_conformance_vectors_come_back_equal()
    {
        string[] lines = [.. ReadLines()];
        using var head = JsonDocument.Parse(lines[0]);
        string schema = head.RootElement.GetProperty("schema").GetString()!.Replace("@DISPLAY@", "{txt}", StringComparison.Ordinal);
        var layout = new RowLayout(CopyTable.Of(SchemaParser.Parse(schema).DataModel.FindModel("t")!));
        string[] objects = [.. lines.Skip(1).Select(FieldsOf).Distinct(StringComparer.Ordinal)];
        var problems = new List<RowProblem>();
        JourneyRecord[] records = [.. objects.Select((json, i) => JourneyRecord.Parse($"{{\"id\":\"{i:D5}\",{json[1..]}", "t"))];
        object?[][] rows = [.. records.Select(record => RowBuilder.Build(layout, record, null, problems))];

        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        var database = new SqliteMirrorDatabase(copy.File);
        await using CopyStore store = await CopyStore.OpenAsync(database, TimeSpan.FromSeconds(30), default);
        await store.RunAsync(null, database.Dialect.CreateTable(layout.Table).Text, default);
        await using (DbTransaction transaction = await store.BeginAsync(TransactionPurpose.Step, default))
        {
            await database.UpsertAsync(transaction, layout.Table, rows, default);
            await transaction.CommitAsync();
        }

        List<object?[]> stored = await store.ReadAllAsync(null, layout.Table, default);
        Assert.True(objects.Length > 200, $"{objects.Length} objects");
        Assert.Equal(objects.Length, stored.Count);
        var values = 0;
        foreach ((object?[] row, string json) in stored.OrderBy(row => (string)row[0]!, StringComparer.Ordinal).Zip(objects))
        {
            using var fields = JsonDocument.Parse(json);
            foreach (CopyColumn column in layout.Copy.Columns.Where(column => column.Source is CopyColumnSource.Field or CopyColumnSource.Location))
            {
                JsonElement value = Part(Part(fields.RootElement, column.Member!), column.Part);
                object? found = row[layout.Table.IndexOf(column.Name)];
                bool isProblem = problems.Any(problem => problem.Id == (string)row[0]! && problem.Column == column.Name);
                if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null || isProblem) Assert.Null(found);
                else Assert.Equal(Plain(value), Plain(column.Kind, found!));
                values++;
            }
        }

        Assert.True(values > 4_000, $"{values} values");
        Assert.True(problems.Count < values / 100, $"{problems.Count} problems");
    }

    private static string FieldsOf(string line)
    {
        using var vector = JsonDocument.Parse(line);
        return vector.RootElement.GetProperty("fields").GetRawText() is { Length: > 2 } fields ? fields : "{\"txt\":null}";
    }

    private static JsonElement Part(JsonElement json, string? part)
        => part is null ? json : json.ValueKind == JsonValueKind.Object && json.TryGetProperty(part, out JsonElement value) ? value : default;

    /// <summary>A value of JSON as text: choices as their keys, numbers as doubles.</summary>
    private static string Plain(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object when json.TryGetProperty("key", out JsonElement key) => Plain(key),
        JsonValueKind.Array => string.Join(',', json.EnumerateArray().Select(Plain)),
        // SQLite has no negative zero.
        JsonValueKind.Number => (json.GetDouble() + 0.0).ToString("R", CultureInfo.InvariantCulture),
        JsonValueKind.String => json.GetString()!,
        _ => json.GetRawText(),
    };

    private static string Plain(CopyColumnKind kind, object value) => (kind, value) switch
    {
        (CopyColumnKind.Json, string json) => Plain(JsonDocument.Parse(json).RootElement),
        (_, string text) => text,
        (_, string[] keys) => string.Join(',', keys),
        (_, long[] keys) => string.Join(',', keys),
        (_, bool flag) => flag ? "true" : "false",
        (_, DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        (_, DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        (_, var number) => Convert.ToDouble(number, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture),
    };

    private static IEnumerable<string> ReadLines()
    {
        using var reader = new StreamReader(new GZipStream(
            File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Vectors", "display-values.jsonl.gz")), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line) yield return line;
    }
}
