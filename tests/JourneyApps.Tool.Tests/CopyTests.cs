using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using JourneyApps.Emulator;

namespace JourneyApps.Tool.Tests;

public sealed class CopyTests(ITestOutputHelper output)
{
    private const string Schema = """
        <?xml version="1.0" encoding="UTF-8"?>
        <data-model>
          <model name="job" label="Job">
            <field name="title" label="Title" type="text"/>
            <field name="state" label="State" type="single-choice"><option key="new">New</option><option key="busy">Busy</option></field>
            <field name="tags" label="Tags" type="multiple-choice"><option key="a">A</option><option key="b">B</option></field>
            <field name="where" label="Where" type="location"/>
            <field name="due" label="Due" type="date"/>
            <field name="report" label="Report" type="attachment" media="text/plain"/>
            <belongs-to model="site"/>
            <belongs-to model="job" name="parent"/>
            <display>{title}</display>
          </model>
          <model name="site" label="Site"><field name="name" label="Name" type="text"/><has-many model="job" name="jobs"/><display>{name}</display></model>
        </data-model>
        """;

    private static bool IsFull => Environment.GetEnvironmentVariable("FULL") == "1";

    private static int Count => IsFull ? 10_000 : 1_500;

    // In CI each tenth job has a file.
    private static int FileEvery => IsFull ? 1 : 10;

    [Fact]
    public async Task A_copy_that_is_killed_in_the_middle_and_resumed_equals_its_source()
    {
        using TempFolder folder = new();
        await using JourneyEmulator source = await JourneyEmulator.StartAsync(Schema);
        await using JourneyEmulator target = await JourneyEmulator.StartAsync(Schema);
        await FillAsync(source, Count);

        int killed = 0;
        for (int at = 1; at <= 2; at++)
        {
            using Process process = Start(folder, source, target);
            long goal = Count * at / 3;
            await Transfer.UntilAsync(() => process.HasExited || target.CountAsync("job").GetAwaiter().GetResult() >= goal);
            if (process.HasExited) break;
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            killed++;
        }

        long half = await target.CountAsync("job");
        ToolRun rest = await EndAsync(Start(folder, source, target));
        ToolRun again = await EndAsync(Start(folder, source, target, "--all"));

        output.WriteLine($"{Count} jobs with files, killed {killed} times, the last time after {half}; {rest.Error.TrimEnd().Split('\n')[^1]}");
        Assert.Equal(0, rest.ExitCode);
        Assert.InRange(half, 1, Count - 1);
        Assert.Contains("resuming after", rest.Error, StringComparison.Ordinal);
        Assert.Equal(await AllAsync(source, folder, "a"), await AllAsync(target, folder, "b"));
        Assert.Contains("0 created", again.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("journeyapps-copy.progress")));
    }

    [Fact]
    public async Task Another_copy_does_not_resume_this_one_and_a_target_without_the_field_is_refused()
    {
        using TempFolder folder = new();
        await using JourneyEmulator source = await JourneyEmulator.StartAsync(Schema);
        await using JourneyEmulator target = await JourneyEmulator.StartAsync(Schema);
        await using JourneyEmulator other = await JourneyEmulator.StartAsync(Schema.Replace("<field name=\"due\" label=\"Due\" type=\"date\"/>", "", StringComparison.Ordinal));
        folder.Write("journeyapps-copy.progress", """{"from":"x","to":"y","models":"site,job","withFiles":true,"step":0,"lastId":"","counts":{}}""");

        ToolRun settings = await EndAsync(Start(folder, source, target));
        ToolRun restarted = await EndAsync(Start(folder, source, target, "--restart"));
        ToolRun field = await EndAsync(Start(folder, source, other));
        ToolRun both = await EndAsync(Start(folder, source, target, "job", "--all"));

        Assert.Equal((2, "journeyapps copy: 'journeyapps-copy.progress' is of a copy with other settings. To start from the beginning, add --restart."), (settings.ExitCode, settings.Error.Trim()));
        Assert.Equal(0, restarted.ExitCode);
        Assert.Equal((2, "journeyapps copy: use either the names of models or --all."), (both.ExitCode, both.Error.Trim()));
        Assert.Equal((3, "journeyapps copy: the target has no field 'job.due'."), (field.ExitCode, field.Error.Trim()));
    }

    private static Process Start(TempFolder folder, JourneyEmulator source, JourneyEmulator target, params string[] options)
        => ToolRun.Start(
            folder, [("JOURNEYAPPS_FROM_TOKEN", source.Token), ("JOURNEYAPPS_TO_TOKEN", target.Token)],
            ["copy", "--from", source.BaseAddress.AbsoluteUri, "--to", target.BaseAddress.AbsoluteUri, .. options]);

    private static async Task<ToolRun> EndAsync(Process process)
    {
        using (process)
        {
            process.StandardInput.Close();
            Task<string> text = process.StandardOutput.ReadToEndAsync();
            string error = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return new ToolRun(process.ExitCode, await text, error);
        }
    }

    // Jobs with a file each, of a site, and with a parent that may have a larger or a smaller id.
    private static async Task FillAsync(JourneyEmulator emulator, int count)
    {
        using HttpClient client = new() { BaseAddress = emulator.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new("Bearer", emulator.Token);
        Random random = new(TestSeed.Next());
        string site = Guid.NewGuid().ToString();
        await SendAsync([$$"""{"method":"put","object":{"id":"{{site}}","type":"site","name":"Faure"} }"""]);
        string[] ids = [.. Enumerable.Range(0, count).Select(_ => Guid.NewGuid().ToString())];
        foreach (int[] chunk in Enumerable.Range(0, count).Chunk(500))
        {
            await SendAsync(chunk.Select(i =>
            {
                string file = Convert.ToBase64String(Encoding.UTF8.GetBytes($"Report {i} {new string('x', random.Next(400))}"));
                string report = i % FileEvery == 0 ? $$""","report":{"base64":"{{file}}","filename":"report-{{i}}.txt"}""" : "";
                string parent = i % 3 == 0 && i > 0 ? $",\"parent_id\":\"{ids[random.Next(i - (i % 500) + 1)]}\"" : "";
                return $$"""{"method":"put","object":{"id":"{{ids[i]}}","type":"job","title":"Job {{i}}","state":"busy","tags":["a","b"],"where":{"latitude":-34.5,"longitude":18.25},"due":"2026-05-01"{{report}},"site_id":"{{site}}"{{parent}} } }""";
            }));
        }

        async Task SendAsync(IEnumerable<string> operations)
        {
            using StringContent body = new($$"""{"operations":[{{string.Join(',', operations)}}]}""", Encoding.UTF8, "application/json");
            using HttpResponseMessage response = await client.PostAsync(new Uri("batch.json", UriKind.Relative), body, TestContext.Current.CancellationToken);
            string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(response.IsSuccessStatusCode && !text.Contains("\"success\":false", StringComparison.Ordinal), text[..Math.Min(text.Length, 500)]);
        }
    }

    /// <summary>All objects with the contents of their files, without what each deployment assigns itself.</summary>
    private static async Task<string> AllAsync(JourneyEmulator emulator, TempFolder folder, string name)
    {
        ToolRun run = await Transfer.RunAsync(folder, emulator, "export", "--output", name, "--attachments", $"{name}/files");
        Assert.Equal(0, run.ExitCode);
        StringBuilder all = new();
        foreach (string file in new[] { "job", "site" })
        {
            foreach (string line in File.ReadLines(folder.File($"{name}/{file}.jsonl")).Order(StringComparer.Ordinal))
            {
                JsonObject row = JsonNode.Parse(line)!.AsObject();
                row.Remove("updated_at");
                if (row["where"] is JsonObject where) where.Remove("timestamp");
                if ((string?)row["report_id"] is { } id)
                {
                    string path = Directory.GetFiles(folder.File($"{name}/files/job/{id}")).Single();
                    row["report_id"] = Path.GetFileName(path) + File.ReadAllText(path);
                }

                all.AppendLine(row.ToJsonString());
            }
        }

        return all.ToString();
    }
}
