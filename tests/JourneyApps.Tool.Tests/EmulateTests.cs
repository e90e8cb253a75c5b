using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;

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
    public async Task A_faulty_schema_is_one_line_with_its_place()
    {
        using TempFolder folder = new();
        folder.Write("schema.xml", Schemas.Faulty);

        ToolRun run = await ToolRun.Of(folder, "emulate");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("journeyapps emulate: schema.xml(4,45): error JA1", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    private static async Task<string> ReadValueAsync(Process process, string name)
    {
        string? line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith(name, line, StringComparison.Ordinal);
        return line![name.Length..].Trim();
    }
}
