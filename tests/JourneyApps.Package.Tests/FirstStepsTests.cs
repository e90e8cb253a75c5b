using System.Diagnostics;

namespace JourneyApps.Package.Tests;

public sealed class FirstStepsTests(ConsumerFolder folder)
{
    /// <summary>The page docs/getting-started.md, step by step, with the packages and the command as they would be published.</summary>
    [Fact]
    public async Task From_an_empty_folder_to_the_output_that_the_page_shows()
    {
        await RunAsync(".", "new", "console", "--output", "Office", "--no-restore");
        await RunAsync("Office", "add", "package", "JourneyApps.Generator", "--version", ConsumerFolder.Version);
        File.Copy(GettingStarted.SchemaPath, folder.PathOf("Office", "schema.xml"));
        await File.WriteAllTextAsync(folder.PathOf("Office", "Program.cs"), GettingStarted.Program, TestContext.Current.CancellationToken);
        await RunAsync("Office", "build", "-m:1");
        await RunAsync(".", "tool", "install", "JourneyApps.Tool", "--tool-path", "tools", "--version", ConsumerFolder.Version);

        using Process emulator = Process.Start(new ProcessStartInfo(folder.PathOf("tools", "journeyapps"), ["emulate", "schema.xml"])
        {
            WorkingDirectory = folder.PathOf("Office"),
            RedirectStandardOutput = true,
        })!;
        try
        {
            ProcessStartInfo start = folder.StartInfo("Office", "run", "--no-build");
            start.Environment["JOURNEYAPPS_BASE_URL"] = await ReadAsync(emulator, "Base URL:");
            start.Environment["JOURNEYAPPS_TOKEN"] = await ReadAsync(emulator, "Token:");
            using Process program = Process.Start(start)!;
            Task<string> error = program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            string output = await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

            Assert.Equal(GettingStarted.Output, $"{output}{await error}".Trim());
        }
        finally
        {
            emulator.Kill();
        }
    }

    private async Task RunAsync(string consumer, params string[] arguments)
    {
        (int exitCode, string output) = await folder.RunAsync(consumer, arguments);
        Assert.True(exitCode == 0, output);
    }

    private static async Task<string> ReadAsync(Process emulator, string name)
    {
        string? line = await emulator.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith(name, line, StringComparison.Ordinal);
        return line![name.Length..].Trim();
    }
}
