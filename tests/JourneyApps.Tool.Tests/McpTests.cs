using System.Reflection;
using System.Text.Json.Nodes;
using JourneyApps.Emulator;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace JourneyApps.Tool.Tests;

/// <summary>The server of <c>mcp</c>, driven by the protocol's own client.</summary>
public sealed class McpTests
{
    private static readonly string ToolPath = typeof(ToolRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "ToolPath").Value!;

    [Fact]
    public async Task An_agent_reads_models_objects_counts_and_changes_within_the_limits()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        folder.Write("job.jsonl", string.Join('\n', Enumerable.Range(0, 10).Select(i => $$"""{"title":"Job {{i}}","state":"{{(i % 2 == 0 ? "new" : "busy")}}","cost":{{i}}}""")));
        folder.Write("site.jsonl", """{"name":"Secret site"}""");
        await Transfer.RunAsync(folder, emulator, "import", "job.jsonl");
        await Transfer.RunAsync(folder, emulator, "import", "site.jsonl");
        await using McpClient client = await StartAsync(folder, emulator, "--model", "job", "--max-rows", "3");
        List<string> answers = [];
        string[] busy = ["busy"];
        string[] six = ["6"];
        string[] red = ["red"];

        IList<McpClientTool> tools = await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
        JsonNode models = await CallAsync("models");
        JsonNode page = await CallAsync("query", ("model", "job"), ("where", "state = ?"), ("arguments", busy), ("orderBy", "-cost"), ("limit", 50));
        string id = (string)page["objects"]![0]!["id"]!;
        JsonNode one = await CallAsync("get", ("model", "job"), ("id", id));
        JsonNode count = await CallAsync("count", ("model", "job"), ("where", "cost > ?"), ("arguments", six));
        JsonNode changes = await CallAsync("changes", ("limit", 3));
        string refused = await ErrorAsync("query", ("model", "site"));
        string hidden = await ErrorAsync("get", ("model", "site"), ("id", id));
        string literal = await ErrorAsync("count", ("model", "job"), ("where", "state = 'busy'"));
        string wrong = await ErrorAsync("query", ("model", "job"), ("where", "nosuch = ?"), ("arguments", red));
        string key = await ErrorAsync("count", ("model", "job"), ("where", "state = ?"), ("arguments", red));

        Assert.Equal(["changes", "count", "get", "models", "query"], tools.Select(tool => tool.Name).Order());
        Assert.All(tools, tool => Assert.True(tool.ProtocolTool.Annotations!.ReadOnlyHint));
        Assert.Equal("job", (string)Assert.Single(models.AsArray())!["name"]!);
        Assert.Equal("In progress", (string)models[0]!["fields"]![1]!["options"]![1]!["label"]!);
        Assert.Equal(["Job 9", "Job 7", "Job 5"], page["objects"]!.AsArray().Select(item => (string)item!["title"]!));
        Assert.True((bool)page["more"]!);
        Assert.Equal("Job 9", (string)one["title"]!);
        Assert.Equal(3, (int)count["count"]!);
        Assert.All(changes.AsArray(), change => Assert.Equal("job", (string)change!["model"]!));
        Assert.Contains("There is no model 'site'. The models are: job.", refused, StringComparison.Ordinal);
        Assert.Contains("There is no model 'site'", hidden, StringComparison.Ordinal);
        Assert.Contains("write a question mark", literal, StringComparison.Ordinal);
        Assert.Contains("nosuch", wrong, StringComparison.Ordinal);
        Assert.Contains("'red' is not a value of job.state: the keys of its options are new, busy.", key, StringComparison.Ordinal);
        Assert.DoesNotContain(answers, answer => answer.Contains(emulator.Token, StringComparison.Ordinal) || answer.Contains("Secret", StringComparison.Ordinal));

        async Task<string> TextAsync(string tool, bool isError, (string Name, object Value)[] arguments)
        {
            CallToolResult result = await client.CallToolAsync(
                tool, arguments.ToDictionary(argument => argument.Name, argument => (object?)argument.Value), cancellationToken: TestContext.Current.CancellationToken);
            string text = string.Concat(result.Content.OfType<TextContentBlock>().Select(block => block.Text));
            Assert.True((result.IsError ?? false) == isError, text);
            answers.Add(text);
            return text;
        }

        async Task<JsonNode> CallAsync(string tool, params (string, object)[] arguments) => JsonNode.Parse(await TextAsync(tool, false, arguments))!;

        Task<string> ErrorAsync(string tool, params (string, object)[] arguments) => TextAsync(tool, true, arguments);
    }

    [Fact]
    public async Task The_server_ends_with_its_input()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);

        ToolRun run = await Transfer.RunAsync(folder, emulator, "mcp");

        Assert.Equal((0, "", ""), (run.ExitCode, run.Out, run.Error));
    }

    /// <summary>As a script does it: all requests at once, and then the end of the input. The last one has no line end.</summary>
    [Fact]
    public async Task Requests_before_the_end_of_the_input_have_responses()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        await emulator.SeedAsync("job", """{"title":"Pump"}""", """{"title":"Valve"}""");
        string input = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"script","version":"1"}}}
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"count","arguments":{"model":"job"}}}
            {"jsonrpc":"2.0","id":"three","method":"tools/call","params":{"name":"query","arguments":{"model":"job","where":"title = ?","arguments":["Pump"]}}}
            """.ReplaceLineEndings("\n");
        emulator.Faults.Add(Fault.Delay(TimeSpan.FromSeconds(1)) with { Times = null });

        ToolRun run = await ToolRun.Of(folder, [("JOURNEYAPPS_TOKEN", emulator.Token)], input, ["mcp", "--base-url", emulator.BaseAddress.AbsoluteUri]);

        Assert.Equal(0, run.ExitCode);
        JsonNode[] responses = [.. run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
        Assert.Equal(["\"three\"", "1", "2"], responses.Select(response => response["id"]!.ToJsonString()).Order(StringComparer.Ordinal));
        Assert.Contains(responses, response => response.ToJsonString().Contains("count\\u0022:2", StringComparison.Ordinal));
    }

    private static Task<McpClient> StartAsync(TempFolder folder, JourneyEmulator emulator, params string[] options)
        => McpClient.CreateAsync(
            new StdioClientTransport(new StdioClientTransportOptions
            {
                Command = "dotnet",
                Arguments = ["exec", "--roll-forward", "Major", ToolPath, "mcp", "--base-url", emulator.BaseAddress.AbsoluteUri, .. options],
                WorkingDirectory = folder.Path,
                EnvironmentVariables = new Dictionary<string, string?> { ["JOURNEYAPPS_TOKEN"] = emulator.Token },
            }),
            cancellationToken: TestContext.Current.CancellationToken);
}
