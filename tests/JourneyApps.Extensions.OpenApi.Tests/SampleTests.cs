using System.Diagnostics;

namespace JourneyApps.Extensions.OpenApi.Tests;

public sealed class SampleTests
{
    [Fact]
    public async Task The_document_of_the_sample_is_valid_and_as_reviewed()
    {
        string program = Path.Combine(Golden.Fact("RepositoryRoot"), "sample", "JobsApi", "bin", Golden.Fact("Configuration"), "net10.0", "JobsApi.dll");
        using var sample = Process.Start(new ProcessStartInfo("dotnet", [program, "--serve"]) { RedirectStandardOutput = true })!;
        try
        {
            // Such as: Jobs at http://127.0.0.1:1234/jobs, webhooks are received at …
            string? line;
            do line = await sample.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            while (line is not null && !line.StartsWith("Jobs at ", StringComparison.Ordinal));
            Assert.NotNull(line);
            using var client = new HttpClient { BaseAddress = new Uri(line.Split(' ')[2].TrimEnd(',')) };

            string document = Api.WithoutServers(await client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken));

            Assert.Equal("", Api.Errors(document));
            Golden.AssertSame("JobsApi.json", document);
        }
        finally
        {
            sample.Kill(entireProcessTree: true);
        }
    }
}
