using JourneyApps.Mirroring.Tests;
using JourneyApps.Records;
using JourneyApps.TestServers;

namespace JourneyApps.Mirroring.PostgreSql.Tests.Copies;

/// <summary>A schema that is edited again and again, with a view on every table. FULL=1 makes 200 edits.</summary>
public sealed class DriftCampaignTests(PostgreSqlServer server, ITestOutputHelper output)
{
    private static int Edits => Environment.GetEnvironmentVariable("FULL") == "1" ? 200 : 30;

    [Fact]
    public async Task Views_work_and_the_data_is_right_after_each_edit_of_the_schema()
    {
        int seed = TestSeed.Next();
        Random random = new(seed);
        RandomSchema schema = new(random);
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync(server, schema.ToXml());
        DatabaseMirror mirror = copy.Mirror();
        int retired = 0, statements = 0;
        List<(string Model, string Id)> objects = [];
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
            if (edit > 0)
            {
                string[] planned = [.. plan.Steps.Select(step => step.Statement)];
                Assert.True(planned.Order().SequenceEqual(run.Order()), $"{where} planned {string.Join(";\n", planned)}\nrun {string.Join(";\n", run)}");
            }

            statements += run.Length;
            await copy.AssertEqualAsync(where);
            foreach (string view in await copy.QueryAsync("SELECT table_schema || '.' || quote_ident(table_name) FROM information_schema.views WHERE table_schema IN ('public', 'journeyapps')"))
                await copy.QueryAsync($"SELECT * FROM {view}");
            retired += await AssertUsesAreNamedAsync(copy, mirror, where);
            await MakeViewsAsync(copy, random, edit == 0);
            Assert.Empty((await mirror.PlanAsync()).Steps);
        }

        output.WriteLine($"{Edits} edits, {statements} statements, {retired} uses of retired columns");
        Assert.True(retired > 0, "No view used a retired column.");
    }

    private static async Task<int> AssertUsesAreNamedAsync(EmulatedCopy copy, DatabaseMirror mirror, string where)
    {
        string[] expected = await copy.QueryAsync(
            """
            SELECT u.view_schema || '.' || quote_ident(u.view_name) || ' ' || u.table_name || '.' || u.column_name
            FROM information_schema.view_column_usage u
            JOIN _journeyapps_model m ON m.table_name = u.table_name
            JOIN _journeyapps_field f ON f.model = m.model AND f.column_name = u.column_name
            WHERE u.table_schema = 'journeyapps' AND u.view_schema = 'public' AND f.retired_at IS NOT NULL
            """);
        DatabaseMirrorStatus status = await mirror.GetStatusAsync();
        string[] named = [.. status.Retired.SelectMany(column => column.UsedBy.Select(user => $"{user.Name} {column.Table}.{column.Column}"))];
        Assert.True(expected.Order().SequenceEqual(named.Order()), $"{where} expected {string.Join(", ", expected)}; named {string.Join(", ", named)}");
        return named.Length;
    }

    private static async Task MakeViewsAsync(EmulatedCopy copy, Random random, bool all)
    {
        foreach (string table in await copy.QueryAsync("SELECT table_name FROM _journeyapps_model ORDER BY table_name"))
        {
            bool exists = (await copy.QueryAsync($"SELECT 1 FROM pg_views WHERE schemaname = 'public' AND viewname = 'v_{table}'")).Length > 0;
            if (exists && !all && random.Next(3) > 0) continue;
            string[] names = await copy.QueryAsync(
                $"SELECT quote_ident(column_name) FROM _journeyapps_field f JOIN _journeyapps_model m ON m.model = f.model WHERE m.table_name = '{table}' AND f.retired_at IS NULL AND f.field IS NOT NULL");
            await copy.RunAsync($"DROP VIEW IF EXISTS public.\"v_{table}\"; CREATE VIEW public.\"v_{table}\" AS SELECT {string.Join(", ", names.Append("id"))} FROM journeyapps.\"{table}\"");
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
}
