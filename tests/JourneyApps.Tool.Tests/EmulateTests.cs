using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using JourneyApps.Emulator;

namespace JourneyApps.Tool.Tests;

public sealed class EmulateTests
{
    [Theory]
    [InlineData("schema.xml", "")]
    [InlineData("field.xml", "field.xml")]
    [InlineData("field.xml", "--schema field.xml")]
    public async Task It_prints_address_and_token_and_serves_the_schema(string file, string named)
    {
        using TempFolder folder = new();
        folder.Write(file, Schemas.Jobs);
        using Process process = ToolRun.Start(folder, [], ["emulate", "--token", "O:mine", .. named.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        try
        {
            string address = await ReadValueAsync(process, "Base URL: ");
            string token = await ReadValueAsync(process, "Token: ");
            using HttpClient client = new();
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

            using HttpResponseMessage answer = await client.GetAsync(new Uri(address + "objects/job.json"), TestContext.Current.CancellationToken);

            Assert.Equal(("O:mine", HttpStatusCode.OK), (token, answer.StatusCode));
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public async Task The_token_is_random_and_public_secrets_are_refused()
    {
        using TempFolder folder = new();
        folder.Write("schema.xml", Schemas.Jobs);
        List<string> tokens = [];
        for (int i = 0; i < 2; i++)
        {
            using Process process = ToolRun.Start(folder, [], ["emulate"]);
            try
            {
                string address = await ReadValueAsync(process, "Base URL: ");
                tokens.Add(await ReadValueAsync(process, "Token: "));
                EmulatorOptions defaults = new();
                string basic = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{defaults.DeploymentId}:{defaults.Password}"));
                Assert.Equal(HttpStatusCode.OK, await StatusAsync(address, new("Bearer", tokens[i])));
                Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(address, new("Bearer", defaults.Token)));
                Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(address, new("Basic", basic)));
            }
            finally
            {
                process.Kill();
            }
        }

        Assert.NotEqual(tokens[0], tokens[1]);
    }

    private static async Task<HttpStatusCode> StatusAsync(string address, AuthenticationHeaderValue credential)
    {
        using HttpClient client = new();
        client.DefaultRequestHeaders.Authorization = credential;
        using HttpResponseMessage answer = await client.GetAsync(new Uri(address + "objects/job.json"), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    [Fact]
    public async Task A_faulty_schema_is_one_line_with_its_place()
    {
        using TempFolder folder = new();
        folder.Write("schema.xml", Schemas.Faulty);

        ToolRun run = await ToolRun.Of(folder, "emulate");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("journeyapps emulate: schema.xml(4,45): error JA1", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task It_prints_a_curl_line_and_serves_until_it_is_stopped()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that a test could send.");
        using TempFolder folder = new();
        folder.Write("schema.xml", Schemas.Jobs);
        using Process process = ToolRun.Start(folder, [], ["emulate", "--token", "O:mine"]);
        string address = await ReadValueAsync(process, "Base URL: ");
        await ReadValueAsync(process, "Token: ");
        string curl = await ReadValueAsync(process, "Try: ");
        string browser = await ReadValueAsync(process, "Browse: ");

        using var signal = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal(0, process.ExitCode);
        Assert.StartsWith("http://127.0.0.1:", address, StringComparison.Ordinal);
        Assert.Equal($"curl -H \"Authorization: Bearer O:mine\" {address}datamodel.json", curl);
        Assert.Contains("/?code=", browser, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_busy_port_another_schemas_data_and_a_missing_file_are_one_line()
    {
        using TempFolder folder = new();
        folder.Write("schema.xml", Schemas.Jobs);
        folder.Write("no.db", new string('x', 5000));
        await using (await JourneyEmulator.StartAsync(Schemas.Jobs.Replace("Title", "Heading", StringComparison.Ordinal), new EmulatorOptions { DataFile = folder.File("data.db"), Listen = false }))
        {
        }

        await using JourneyEmulator other = await JourneyEmulator.StartAsync(Schemas.Jobs);
        await AssertFailsAsync(folder, 3, "already in use", "--port", $"{other.BaseAddress.Port}");
        await AssertFailsAsync(folder, 3, "another schema", "--data", "data.db");
        await AssertFailsAsync(folder, 3, "no.db", "--data", "no.db");
        await AssertFailsAsync(folder, 3, "missing.xml", "--schema", "missing.xml");
    }

    [Theory]
    [InlineData("--schema")]
    [InlineData("--schema x.xml --port many")]
    [InlineData("--schema x.xml --verbose")]
    [InlineData("--port -1")]
    public async Task Wrong_arguments_are_answered_with_where_the_help_is(string arguments)
    {
        using TempFolder folder = new();

        await AssertFailsAsync(folder, 2, "See 'journeyapps emulate --help'.", arguments.Split(' '));
    }

    /// <summary>Without its <c>application.xml</c> this schema has a model without a name, and no users.</summary>
    [Fact]
    public async Task The_application_file_beside_the_schema_gives_version_and_users()
    {
        const string Version30 = """
            <data-model>
              <model/>
              <object name="person" label="Person"><field name="name" label="Name" type="text"/><display>{name}</display></object>
            </data-model>
            """;
        using TempFolder folder = new();
        folder.Write("schema.xml", Version30);
        await AssertFailsAsync(folder, 1, "error JA1");

        folder.Write("application.xml", "<application><api>3.0</api><mobile_user>person</mobile_user></application>");
        using Process process = ToolRun.Start(folder, [], ["emulate", "--token", "O:mine"]);
        try
        {
            string address = await ReadValueAsync(process, "Base URL: ");
            using HttpClient client = new();
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "O:mine");
            using StringContent person = new("""{"person":{"name":"Ann"}}""", new MediaTypeHeaderValue("application/json"));
            using HttpResponseMessage created = await client.PostAsync(new Uri(address + "objects/person.json"), person, TestContext.Current.CancellationToken);

            string users = await client.GetStringAsync(new Uri(address + "users.json"), TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.OK, created.StatusCode);
            Assert.Contains("\"total\":1", users, StringComparison.Ordinal);
        }
        finally
        {
            process.Kill();
        }
    }

    private static async Task AssertFailsAsync(TempFolder folder, int exitCode, string part, params string[] arguments)
    {
        ToolRun run = await ToolRun.Of(folder, ["emulate", .. arguments]);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(part, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    private static async Task<string> ReadValueAsync(Process process, string name)
    {
        string? line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith(name, line, StringComparison.Ordinal);
        return line![name.Length..].Trim();
    }
}
