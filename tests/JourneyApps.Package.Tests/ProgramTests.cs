using System.Text.RegularExpressions;

namespace JourneyApps.Package.Tests;

/// <summary>Programs of the kinds that users write, run from the packages.</summary>
public sealed partial class ProgramTests(ConsumerFolder folder)
{
    /// <summary>Its endpoints take and give models with reflection switched off, and it receives webhooks.</summary>
    [Fact]
    public async Task An_asp_net_service_takes_and_gives_models_and_an_update_sends_only_what_its_caller_changed()
    {
        (int exitCode, string output) = await folder.RunBuiltAsync("AspNet");

        Assert.True(exitCode == 0, output);
        Assert.Equal(
            """
            POST 201
            GET Replace pump, new, loaded, clean
            PUT 200, sent on: {"job":{"notes":null,"state":"busy"}}
            PUT 400 {"message":"Another job, or a new one."}
            /jobs: 1
            /search?text=pump: 1
            /stream: 1
            webhook job_updated 9007199254740993 busy
            forged webhook 401
            health Healthy
            """,
            output.Trim());
    }

    /// <summary>The star marks what is raised where the handler was added.</summary>
    [Fact]
    public async Task Models_raise_PropertyChanged_if_the_project_asks_for_it()
    {
        (int exitCode, string output) = await folder.RunBuiltAsync("Notifying");

        Assert.True(exitCode == 0, output);
        Assert.Equal(
            """
            set: Title HasChanges
            the same: 
            link: SiteId Site
            created: all*
            changed: PropertyChangedValue HasChanges
            updated: all*
            nothing to update: 
            refreshed: all*
            in a batch: Title HasChanges all*
            accepted: Title HasChanges all*
            removed: 
            """,
            output.Trim('\n'));
    }

    [Fact]
    public async Task A_users_tests_run_against_the_emulator_and_without_a_server()
    {
        (int exitCode, string output) = await folder.RunAsync("UserTests", "test", "--no-build");

        Assert.True(exitCode == 0, output);
        Assert.Matches(@"Failed: +0, Passed: +2, Skipped: +0", output);
    }

    [Fact]
    public async Task A_worker_gets_its_client_from_the_host()
    {
        (int exitCode, string output) = await folder.RunBuiltAsync("Worker", "--JourneyApps:Token=O:test-token-1");

        Assert.True(exitCode == 0, output);
        Assert.Contains("stored: 1\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("has no credential: set Token, or UserName and Password.")]
    [InlineData("has more than one credential: set either Token, or UserName with Password.", "--JourneyApps:Token=hush-1", "--JourneyApps:UserName=u", "--JourneyApps:Password=hush-2")]
    [InlineData("must use https. Plain http is allowed only for the local machine (an emulator).", "--JourneyApps:Token=hush-1", "--JourneyApps:BaseAddress=http://example.com/api/v4/62d541ff9f54b7000706c585/")]
    public async Task A_worker_with_faulty_settings_does_not_start_and_says_why(string fault, params string[] settings)
    {
        (int exitCode, string output) = await folder.RunBuiltAsync("Worker", settings);

        Assert.NotEqual(0, exitCode);
        Assert.Matches($@"OptionsValidationException: The JourneyApps client of 'JourneyApps' .*{Regex.Escape(fault)}\n", output);
        Assert.DoesNotContain("stored:", output, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", output, StringComparison.Ordinal);
    }

    /// <summary>Warnings of the trimmer are errors here; the schema is in a folder of its own, and the generated files are on disk.</summary>
    [Fact]
    public async Task A_trimmed_program_is_published_without_a_warning_and_runs()
    {
        (int published, string publishing) = await folder.RunAsync("Trimmed", "publish", "-o", "published", "-m:1");
        Assert.True(published == 0, publishing);
        Assert.DoesNotMatch(@"\b(JA|CS|NU|IL|MSB)\d{4}\b", publishing);

        (int exitCode, string output) = await DotNet.RunProgramAsync(folder.PathOf("Trimmed", "published", "Trimmed"));

        Assert.Equal(
            """
            0: {"job":{"title":"Replace pump","state":"busy","priority":10,"tags":["a"],"position":{"latitude":1,"longitude":2}}}
            Replace pump: In progress, High, 1, 1
            Replace pump, busy, False
            """,
            $"{exitCode}: {output.Trim()}");
        Assert.Contains(
            Directory.EnumerateFiles(folder.PathOf("Trimmed", "obj"), "*.g.cs", SearchOption.AllDirectories),
            file => File.ReadAllText(file).Contains("partial class Job", StringComparison.Ordinal));
        Assert.True(new FileInfo(folder.PathOf("Trimmed", "published", "System.Private.CoreLib.dll")).Length < 5_000_000, "Nothing was trimmed.");
    }

    [Fact]
    public async Task A_broken_schema_is_an_error_at_its_place_in_every_kind_of_project()
    {
        // A type that datamodel.json has and this version does not know is a newer platform's: a warning, which this project takes as an error.
        (string Consumer, string Schema, string Id)[] kinds =
        [
            ("AspNet", "schema.xml", "JA1204"),
            ("UserTests", "schema.xml", "JA1204"),
            ("Worker", "schema.xml", "JA1204"),
            ("Trimmed", "app/schema.xml", "JA1204"),
            ("Web", "datamodel.json", "JA2033"),
        ];
        foreach ((string consumer, string schema, _) in kinds)
        {
            folder.CopyConsumer(consumer, $"{consumer}Broken");
            string file = folder.PathOf($"{consumer}Broken", schema);
            string sound = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(file, FirstText().Replace(sound, "$1txt$2", 1), TestContext.Current.CancellationToken);
        }

        await File.WriteAllTextAsync(
            folder.PathOf("Broken.slnx"),
            $"<Solution>{string.Concat(kinds.Select(kind => $"<Project Path=\"{kind.Consumer}Broken/{kind.Consumer}.csproj\" />"))}</Solution>",
            TestContext.Current.CancellationToken);

        (int exitCode, string output) = await folder.RunAsync(".", "build", "Broken.slnx", "-m:1");

        Assert.Equal(1, exitCode);
        foreach ((string consumer, string schema, string id) in kinds)
        {
            string[] lines = await File.ReadAllLinesAsync(folder.PathOf($"{consumer}Broken", schema), TestContext.Current.CancellationToken);
            int line = Array.FindIndex(lines, text => text.Contains("txt", StringComparison.Ordinal));
            string place = $"{consumer}Broken/{schema}({line + 1},{lines[line].IndexOf("txt", StringComparison.Ordinal) + 1})";
            Assert.Matches($"{Regex.Escape(place)}: error {id}: .*txt", output);
        }
    }

    [GeneratedRegex("(\"?type\"?[=:] ?\")text(\")")]
    private static partial Regex FirstText();
}
