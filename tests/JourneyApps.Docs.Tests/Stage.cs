using System.Text;
using FieldService;
using JourneyApps.Emulator;

namespace JourneyApps.Docs.Tests;

/// <summary>
/// What a running block has around it: an emulator of its own with some objects, a client, and a folder with the files that the pages name.
/// </summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly string _folderBefore = Environment.CurrentDirectory;
    private readonly string _folder = Directory.CreateTempSubdirectory("journeyapps-block-").FullName;
    private readonly CancellationTokenSource _cancellation;

    private Stage(JourneyEmulator emulator, TimeSpan limit)
    {
        Emulator = emulator;
        _cancellation = new CancellationTokenSource(limit);
        Options = new JourneyAppOptions { BaseAddress = emulator.BaseAddress, Credential = JourneyCredential.NamedToken(emulator.Token) };
        App = new JourneyApp(Options);
    }

    public static string SchemaXml { get; } = File.ReadAllText(Repository.PathOf("sample", "FieldService", "schema.xml"));

    public static byte[] Picture { get; } = File.ReadAllBytes(Repository.PathOf("sample", "FieldService", "pump.jpg"));

    public JourneyEmulator Emulator { get; }

    public JourneyAppOptions Options { get; }

    public JourneyApp App { get; }

    public Job Job { get; } = new() { Number = 7, Title = "Replace pump", Notes = "Call first", State = JobState.Planned, Due = new(2026, 10, 1), Cost = 80, Photo = Photo.FromBytes(Picture, "pump.jpg") };

    public Site Site { get; } = new() { Name = "Harbour" };

    public User User { get; } = new() { Name = "Ada", Email = "ada@example.test" };

    public CancellationToken CancellationToken => _cancellation.Token;

    /// <summary>Makes everything that a block may name.</summary>
    /// <param name="limit">When the block's <c>cancellationToken</c> is cancelled: what never ends by itself ends then.</param>
    public static async Task<Stage> SetAsync(TimeSpan limit)
    {
        Stage stage = new(await JourneyEmulator.StartAsync(SchemaXml), limit);
        stage.Job.SiteId = stage.Site.Id;
        stage.Job.AssigneeId = stage.User.Id;
        await stage.App.Sites.CreateAsync(stage.Site);
        await stage.App.Users.CreateAsync(stage.User);
        await stage.App.Jobs.CreateAsync(stage.Job);
        await stage.Emulator.EnrolDeviceAsync(stage.User.Id.Value, "Ada's phone");

        File.WriteAllText(Path.Combine(stage._folder, "schema.xml"), SchemaXml);
        File.WriteAllBytes(Path.Combine(stage._folder, "pump.jpg"), Picture);
        File.WriteAllBytes(Path.Combine(stage._folder, "report.pdf"), Encoding.ASCII.GetBytes("%PDF-1.4"));
        File.Copy(Path.Combine(stage._folder, "report.pdf"), Path.Combine(stage._folder, "Ölbericht (Mai).pdf"));
        File.WriteAllText(Path.Combine(stage._folder, "webhook.json"), $$$$"""
            {"event":"job_done","sequence":7072864452705517569,"operation":"update","object":{"id":"{{{{stage.Job.Id}}}}","type":"job","title":"Replace pump","state":{"key":"done","display":"Done"}}}
            """);
        FieldCopy.CreateTables(Path.Combine(stage._folder, "copy.db"), SchemaXml);
        File.WriteAllText(Path.Combine(stage._folder, "token.txt"), stage.Emulator.Token + "\n");
        Environment.CurrentDirectory = stage._folder;
        SetEnvironment("a secret of the operator's", stage.Emulator.BaseAddress.ToString(), stage.Emulator.Token);
        return stage;
    }

    /// <summary>Writes the files that a page shows: the one that it names in the line before the block.</summary>
    public void WriteFiles(string page)
    {
        string text = File.ReadAllText(Repository.PathOf(page));
        foreach (CodeBlock file in Pages.Blocks(page).Where(block => block.Language == "csv"))
        {
            string before = text[..text.IndexOf(file.Code, StringComparison.Ordinal)];
            string name = before.Split('`', StringSplitOptions.RemoveEmptyEntries)[^3];
            File.WriteAllText(Path.Combine(_folder, name), file.Code + "\n");
        }
    }

    public async ValueTask DisposeAsync()
    {
        Environment.CurrentDirectory = _folderBefore;
        SetEnvironment(null, null, null);
        App.Dispose();
        await Emulator.DisposeAsync();
        _cancellation.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static void SetEnvironment(string? webhookSecret, string? baseUrl, string? token)
    {
        Environment.SetEnvironmentVariable("JOURNEY_WEBHOOK_SECRET", webhookSecret);
        Environment.SetEnvironmentVariable("JOURNEYAPPS_BASE_URL", baseUrl);
        Environment.SetEnvironmentVariable("JOURNEYAPPS_TOKEN", token);
        Environment.SetEnvironmentVariable("ASPNETCORE_URLS", token is null ? null : "http://127.0.0.1:0");
    }
}
