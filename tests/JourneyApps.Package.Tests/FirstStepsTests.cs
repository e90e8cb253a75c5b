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

        using EmulatorProcess emulator = await EmulatorProcess.StartAsync(folder, "Office");
        (int exitCode, string output) = await folder.RunAsync("Office", emulator.Variables, "run", "--no-build");

        Assert.Equal((0, GettingStarted.Output), (exitCode, output.Trim()));
    }

    private async Task RunAsync(string consumer, params string[] arguments)
    {
        (int exitCode, string output) = await folder.RunAsync(consumer, arguments);
        Assert.True(exitCode == 0, output);
    }
}
