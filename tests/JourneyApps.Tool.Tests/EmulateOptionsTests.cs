using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace JourneyApps.Tool.Tests;

/// <summary>The options of <c>emulate</c> for the sample, for seed files, faults and webhooks, in a process as a user starts it.</summary>
public sealed class EmulateOptionsTests
{
    private const string Token = "O:mine";

    [Fact]
    public async Task The_sample_has_objects_of_every_model_whose_links_exist()
    {
        using TempFolder folder = new();
        await using Served served = await Served.StartAsync(folder, "--sample");
        List<JsonNode> objects = [];
        string[] models = ["user", "team", "customer", "site", "asset", "reading", "job", "task", "event", "part", "part_usage"];
        foreach (string model in models)
        {
            JsonArray list = await served.ListAsync(model);
            Assert.True(list.Count > 0, model);
            objects.AddRange(list!);
        }

        HashSet<string> ids = [.. objects.Select(value => (string)value["id"]!)];
        var links = objects.SelectMany(value => value.AsObject()).Where(member => member.Key.EndsWith("_id", StringComparison.Ordinal) && member.Key != "erp_id");
        Assert.All(links, link => Assert.Contains((string)link.Value!, ids));
        Assert.Equal(12, (await served.ListAsync("job")).Count);
    }

    [Fact]
    public async Task Seed_files_are_created_once_and_keep_what_was_changed()
    {
        using TempFolder folder = new();
        folder.Write("schema.xml", Schemas.Jobs);
        folder.Write("backup/site.jsonl", """{"id":"00000000-0000-4000-8000-0000000000aa","name":"Depot"}""");
        folder.Write("backup/job.csv", "title,state,tags,where.latitude,where.longitude,site_id\nPump,busy,\"[\"\"a\"\"]\",1.5,2.5,00000000-0000-4000-8000-0000000000aa\nDoor,,,,,\n");
        string jobId;
        await using (Served served = await Served.StartAsync(folder, "--seed", "backup", "--data", "field.db"))
        {
            JsonNode job = (await served.ListAsync("job")).Single(job => (string)job!["title"]! == "Pump")!;
            jobId = (string)job["id"]!;
            Assert.Equal(("busy", 1.5, "00000000-0000-4000-8000-0000000000aa"), ((string)job["state"]!["key"]!, (double)job["where"]!["latitude"]!, (string)job["site_id"]!));
            using HttpResponseMessage changed = await served.Client.PatchAsJsonAsync($"objects/job/{jobId}.json", new { job = new { title = "New pump" } }, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        }

        await using (Served again = await Served.StartAsync(folder, "--seed", "backup", "--data", "field.db"))
        {
            Assert.Equal(["Door", "New pump"], (await again.ListAsync("job")).Select(job => (string)job!["title"]!).Order());
            Assert.Contains("job: 0 objects from " + Path.Combine("backup", "job.csv") + ", 2 objects already existed", await again.StopAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("job.csv", "title,due\nA,2026-12-01\nB,soon\n", "'job.csv', line 3: column 'due': a date such as 2026-12-31 was expected, not 'soon'.")]
    [InlineData("job.jsonl", "{\"title\":\"A\"}\n{\"title\":\"B\",\"state\":\"gone\"}\n", "'job.jsonl', line 2: ")]
    [InlineData("jobs.jsonl", "{}", "there is no model 'jobs'. The models are: job, site.")]
    [InlineData("job.txt", "x", "'job.txt' has neither the extension .jsonl nor .csv.")]
    public async Task A_seed_file_that_is_rejected_is_named_with_its_line(string name, string content, string message)
    {
        using TempFolder folder = new();
        folder.Write("schema.xml", Schemas.Jobs);
        folder.Write(name, content);

        ToolRun run = await ToolRun.Of(folder, "emulate", "--seed", name);

        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.True(run.ExitCode is 2 or 3);
        Assert.Equal("", run.Out);
    }

    [Fact]
    public async Task Faults_happen_to_the_requests_that_they_name()
    {
        using TempFolder folder = new();
        folder.Write("schema.xml", Schemas.Jobs);
        await using Served served = await Served.StartAsync(
            folder, "--fault", "status=503,route=list,model=job,skip=1,times=2,retry-after=7", "--fault", "reset-after,route=create");

        Assert.Equal([200, 503, 503, 200], await StatusesAsync(served, "objects/job.json", 4));
        Assert.Equal([200], await StatusesAsync(served, "objects/site.json", 1));
        await Assert.ThrowsAsync<HttpRequestException>(() => served.Client.PostAsJsonAsync("objects/job.json", new { job = new { title = "A" } }, TestContext.Current.CancellationToken));
        Assert.Equal("A", (string)(await served.ListAsync("job"))[0]!["title"]!);
    }

    [Fact]
    public async Task Probabilities_of_faults_are_the_same_with_the_same_random_seed()
    {
        using TempFolder folder = new();
        folder.Write("schema.xml", Schemas.Jobs);
        List<List<int>> runs = [];
        foreach (string seed in (string[])["7", "7", "8"])
        {
            await using Served served = await Served.StartAsync(folder, "--fault", "status=500,times=always,probability=0.5", "--random-seed", seed);
            runs.Add(await StatusesAsync(served, "objects/job.json", 40));
        }

        Assert.Equal(runs[0], runs[1]);
        Assert.NotEqual(runs[0], runs[2]);
        Assert.Contains(200, runs[0]);
        Assert.Contains(500, runs[0]);
    }

    [Fact]
    public async Task Webhooks_are_signed_sent_and_printed()
    {
        using TempFolder folder = new();
        folder.Write("schema.xml", Schemas.Jobs.Replace("<display>{title}</display>", "<display>{title}</display><webhook type=\"update\" name=\"job_saved\"/>", StringComparison.Ordinal));
        using HttpListener listener = new();
        int port = FreePort();
        listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        listener.Start();
        await using Served served = await Served.StartAsync(folder, "--webhook", $"job_saved=http://127.0.0.1:{port}/hook", "--webhook-secret", "quiet");
        Task<HttpListenerContext> received = listener.GetContextAsync();

        using HttpResponseMessage created = await served.Client.PostAsJsonAsync("objects/job.json", new { job = new { title = "A" } }, TestContext.Current.CancellationToken);
        HttpListenerContext call = await received.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        using MemoryStream body = new();
        await call.Request.InputStream.CopyToAsync(body, TestContext.Current.CancellationToken);
        call.Response.StatusCode = 202;
        call.Response.Close();

        Assert.Equal(Convert.ToHexString(HMACSHA256.HashData("quiet"u8, body.ToArray())).ToLowerInvariant(), call.Request.Headers["X-Journey-Signature"]);
        Assert.Contains("\"title\":\"A\"", Encoding.UTF8.GetString(body.ToArray()), StringComparison.Ordinal);
        await Transfer.UntilAsync(() => served.Error.Contains($"webhook job_saved to http://127.0.0.1:{port}/hook: status 202", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pages_and_the_oplog_have_the_sizes_that_were_asked_for()
    {
        using TempFolder folder = new();
        await using Served served = await Served.StartAsync(folder, "--sample", "--page-size", "5", "--oplog-limit", "3");

        Assert.Equal(5, (await served.ListAsync("job")).Count);
        Assert.Equal(3, JsonNode.Parse(await served.Client.GetStringAsync("oplog.json?tail=100", TestContext.Current.CancellationToken))!["entries"]!.AsArray().Count);
    }

    private static async Task<List<int>> StatusesAsync(Served served, string path, int count)
    {
        List<int> statuses = [];
        for (int i = 0; i < count; i++)
        {
            using HttpResponseMessage response = await served.Client.GetAsync(path, TestContext.Current.CancellationToken);
            statuses.Add((int)response.StatusCode);
        }

        return statuses;
    }

    private static int FreePort()
    {
        using System.Net.Sockets.TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>A running <c>journeyapps emulate</c> with a client for it.</summary>
    private sealed class Served : IAsyncDisposable
    {
        private readonly Process _process;
        private readonly StringBuilder _error = new();

        private Served(Process process, HttpClient client) => (_process, Client) = (process, client);

        public HttpClient Client { get; }

        public string Error
        {
            get
            {
                lock (_error) return _error.ToString();
            }
        }

        public static async Task<Served> StartAsync(TempFolder folder, params string[] options)
        {
            Process process = ToolRun.Start(folder, [], ["emulate", "--token", Token, .. options]);
            Served served = new(process, new HttpClient());
            process.ErrorDataReceived += (_, line) =>
            {
                lock (served._error) served._error.AppendLine(line.Data);
            };
            process.BeginErrorReadLine();
            string? first = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            Assert.True(first?.StartsWith("Base URL: ", StringComparison.Ordinal), $"{first}{served.Error}");
            served.Client.BaseAddress = new Uri(first!["Base URL: ".Length..]);
            served.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
            return served;
        }

        public async Task<JsonArray> ListAsync(string model)
            => JsonNode.Parse(await Client.GetStringAsync($"objects/{model}.json", TestContext.Current.CancellationToken))!["objects"]!.AsArray();

        public async Task<string> StopAsync()
        {
            _process.Kill();
            await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return Error;
        }

        public async ValueTask DisposeAsync()
        {
            if (!_process.HasExited) _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
            Client.Dispose();
        }
    }
}
