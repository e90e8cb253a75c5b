using System.Text.RegularExpressions;
using JourneyApps.Records;

namespace JourneyApps.Mirroring.Tests;

/// <summary>A schema that is edited again and again, with a view on every table. FULL=1 makes 200 edits.</summary>
public partial class DriftCampaignTests(ITestOutputHelper output)
{
    private static int Edits => Environment.GetEnvironmentVariable("FULL") == "1" ? 200 : 30;

    [Fact]
    public async Task Views_work_and_the_data_is_right_after_each_edit_of_the_schema()
    {
        int seed = TestSeed.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var schema = new RandomSchema(random);
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync(schema.ToXml());
        DatabaseMirror mirror = copy.Mirror(options => options with { History = [] });
        int retired = 0, statements = 0, misfits = 0;
        var objects = new List<(string Model, string Id)>();
        for (int edit = 0; edit < Edits; edit++)
        {
            string what = edit == 0 ? "begin" : schema.Edit();
            string where = $"seed {seed}, edit {edit} ({what}):";
            await copy.Emulator.UpdateSchemaAsync(schema.ToXml());
            objects.RemoveAll(other => !schema.Models.Contains(other.Model));
            await WriteAsync(copy, schema, objects, random);

            MirrorPlan plan = await mirror.PlanAsync();
            int before = copy.Progress.Count;
            await mirror.CatchUpAsync();
            string[] run = [.. copy.Progress.Skip(before).Where(progress => progress.Event == DatabaseMirrorEvent.TablesChanged).SelectMany(progress => progress.Statements)];
            string[] planned = [.. plan.Steps.Select(step => step.Statement).Where(statement => edit > 0 || !statement.Contains("_journeyapps_", StringComparison.Ordinal) || statement.StartsWith("CREATE VIEW", StringComparison.Ordinal))];
            Assert.True(planned.Order().SequenceEqual(run.Order()), $"{where} planned {string.Join(";\n", planned)}\nrun {string.Join(";\n", run)}");
            statements += run.Length;

            await copy.AssertEqualAsync(where);
            foreach (string view in copy.Query("SELECT name FROM sqlite_master WHERE type = 'view'"))
                copy.Query($"SELECT * FROM \"{view}\"");
            (int uses, int problems) = await AssertUsesAreNamedAsync(copy, mirror, where);
            (retired, misfits) = (retired + uses, misfits + problems);
            MakeViews(copy, random, edit == 0);
            Assert.Empty((await mirror.PlanAsync()).Steps);
        }

        output.WriteLine($"{Edits} edits, {statements} statements, {retired} uses of retired columns, {misfits} times a model had values that do not fit");
        Assert.True(retired > 0, "No view used a retired column.");
    }

    private static async Task<(int Uses, int Problems)> AssertUsesAreNamedAsync(EmulatedCopy copy, DatabaseMirror mirror, string where)
    {
        var expected = new List<string>();
        ILookup<string, string> columns = copy.Query(
            "SELECT table_name || '|' || column_name FROM _journeyapps_field f JOIN _journeyapps_model m ON m.model = f.model WHERE f.retired_at IS NOT NULL")
            .Select(row => row.Split('|')).ToLookup(row => row[0], row => row[1]);
        foreach (string row in copy.Query("SELECT name, sql FROM sqlite_master WHERE type = 'view' AND name LIKE 'v\\_%' ESCAPE '\\'"))
        {
            string[] parts = row.Split('|', 2);
            string table = parts[0][2..];
            HashSet<string> read = [.. Names().Matches(parts[1]).Select(match => match.Groups[1].Value)];
            expected.AddRange(columns[table].Where(read.Contains).Select(column => $"\"{parts[0]}\" {table}.{column}"));
        }

        DatabaseMirrorStatus status = await mirror.GetStatusAsync();
        string[] named = [.. status.Retired.SelectMany(column => column.UsedBy.Select(user => $"{user.Name} {column.Table}.{column.Column}"))];
        Assert.True(expected.Order().SequenceEqual(named.Order()), $"{where} expected {string.Join(", ", expected)}; named {string.Join(", ", named)}");
        int tables = copy.Query("SELECT 1 FROM _journeyapps_model m JOIN sqlite_master v ON v.name = 'v_' || m.table_name WHERE m.retired_at IS NOT NULL").Length;
        // A value does not fit a field of another type: one decision for each model that has such values.
        int problems = copy.Query("SELECT DISTINCT model FROM _journeyapps_problem").Length;
        int[] expectedCounts = [status.Retired.Count(column => column.UsedBy.Count > 0) + tables, problems];
        int[] counts = [status.Decisions.Count(decision => decision.UsedBy.Count > 0), status.Decisions.Count(decision => decision.UsedBy.Count == 0)];
        Assert.True(expectedCounts.SequenceEqual(counts), $"{where} expected {string.Join(" + ", expectedCounts)} decisions: {string.Join("; ", status.Decisions.Select(decision => decision.Message))}");
        return (named.Length, problems);
    }

    private static void MakeViews(EmulatedCopy copy, Random random, bool all)
    {
        foreach (string table in copy.Query("SELECT table_name FROM _journeyapps_model"))
        {
            bool exists = copy.Query($"SELECT name FROM sqlite_master WHERE name = 'v_{table}'").Length > 0;
            if (exists && !all && random.Next(3) > 0) continue;
            string[] names = copy.Query(
                $"SELECT column_name FROM _journeyapps_field f JOIN _journeyapps_model m ON m.model = f.model WHERE m.table_name = '{table}' AND f.retired_at IS NULL AND f.field IS NOT NULL");
            copy.Run($"DROP VIEW IF EXISTS \"v_{table}\"");
            copy.Run($"CREATE VIEW \"v_{table}\" AS SELECT {string.Join(", ", names.Append("id").Select(name => $"\"{name}\""))} FROM \"{table}\"");
        }
    }

    private static async Task WriteAsync(EmulatedCopy copy, RandomSchema schema, List<(string Model, string Id)> objects, Random random)
    {
        for (int i = 0; i < 8; i++)
        {
            if (objects.Count > 20 && random.Next(3) == 0)
            {
                int place = random.Next(objects.Count);
                await copy.Client.Objects(objects[place].Model).DeleteAsync(objects[place].Id);
                objects.RemoveAt(place);
            }
            else if (objects.Count > 5 && random.Next(2) == 0)
            {
                (string model, string id) = objects[random.Next(objects.Count)];
                JourneyRecord changed = schema.Fill(new JourneyRecord(model, id));
                if (changed.HasChanges) await copy.Client.Objects(model).UpdateAsync(changed);
            }
            else
            {
                JourneyRecord made = schema.Fill(new JourneyRecord(schema.Models.ElementAt(random.Next(schema.Models.Count()))));
                await copy.Client.Objects(made.Model).CreateAsync(made);
                objects.Add((made.Model, made.Id));
            }
        }
    }

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Names();
}
