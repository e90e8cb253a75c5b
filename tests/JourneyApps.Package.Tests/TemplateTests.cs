using System.Diagnostics;
using System.Text.RegularExpressions;

namespace JourneyApps.Package.Tests;

/// <summary>Each template of the package, made, built and run as a user would.</summary>
public sealed partial class TemplateTests(ConsumerFolder folder, Templates templates) : IClassFixture<Templates>
{
    [Fact]
    public async Task The_package_has_four_templates()
    {
        string list = await templates.NewAsync("list", "journeyapps");

        Assert.Equal(
            ["journeyapps-console", "journeyapps-script", "journeyapps-service", "journeyapps-tests"],
            ShortName().Matches(list).Select(name => name.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_console_program_runs_against_the_emulator_and_says_what_it_needs_without_one()
    {
        await templates.NewAsync("journeyapps-console", "--output", "My.Console", "--skipRestore");
        await BuildAsync("My.Console");
        using EmulatorProcess emulator = await EmulatorProcess.StartAsync(folder, "My.Console");

        (int exitCode, string output) = await folder.RunAsync("My.Console", emulator.Variables, "run", "--no-build");
        (int withoutSettings, string advice) = await folder.RunBuiltAsync("My.Console");

        Assert.Equal((0, "Replace pump at Bergen plant: In progress"), (exitCode, output.Trim()));
        Assert.Equal(1, withoutSettings);
        Assert.Contains("Set JOURNEYAPPS_BASE_URL and JOURNEYAPPS_TOKEN", advice, StringComparison.Ordinal);
        Assert.Contains("journeyapps emulate schema.xml", advice, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.PathOf("My.Console", "My.Console.csproj")));
    }

    [Fact]
    public async Task A_service_follows_the_changes_of_the_app()
    {
        await templates.NewAsync("journeyapps-service", "--name", "JobService", "--skipRestore");
        await BuildAsync("JobService");
        using EmulatorProcess emulator = await EmulatorProcess.StartAsync(folder, "JobService");
        ProcessStartInfo start = folder.StartInfo(
            "JobService",
            [("JourneyApps__BaseAddress", emulator.BaseAddress), ("JourneyApps__Token", emulator.Token)],
            "run", "--no-build");

        using Process service = Process.Start(start)!;
        try
        {
            await WaitForAsync(service, "Application started");
            await emulator.CreateAsync("job", """{"title":"Replace pump","state":"done"}""");
            await WaitForAsync(service, "Replace pump is done");
            // It is stored after the handler has run.
            for (int i = 0; i < 600 && !File.Exists(folder.PathOf("JobService", "checkpoint.txt")); i++)
                await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        finally
        {
            service.Kill(entireProcessTree: true);
        }

        Assert.True(File.Exists(folder.PathOf("JobService", "checkpoint.txt")), "The checkpoint was not stored.");
    }

    [Fact]
    public async Task A_service_without_settings_does_not_start_and_says_what_to_set()
    {
        await templates.NewAsync("journeyapps-service", "--name", "UnsetService", "--skipRestore");
        await BuildAsync("UnsetService");

        (int exitCode, string output) = await folder.RunBuiltAsync("UnsetService");

        Assert.NotEqual(0, exitCode);
        Assert.Matches("OptionsValidationException: .* has no credential: set Token", output);
    }

    [Fact]
    public async Task The_secrets_of_each_service_have_their_own_id()
    {
        await templates.NewAsync("journeyapps-service", "--name", "North", "--skipRestore");
        await templates.NewAsync("journeyapps-service", "--name", "South", "--skipRestore");

        string[] ids = [.. ((string[])["North", "South"]).Select(name => SecretsId().Match(File.ReadAllText(folder.PathOf(name, $"{name}.csproj"))).Groups["id"].Value)];

        Assert.All(ids, Assert.NotEmpty);
        Assert.NotEqual(ids[0], ids[1]);
    }

    [Fact]
    public async Task Tests_pass()
    {
        await templates.NewAsync("journeyapps-tests", "--name", "JobTests", "--skipRestore");

        (int exitCode, string output) = await folder.RunAsync("JobTests", "test", "-m:1");

        Assert.True(exitCode == 0, output);
        Assert.DoesNotMatch(Complaint(), output);
        Assert.Matches("Failed: +0, Passed: +2, Skipped: +0", output);
    }

    [Fact]
    public async Task A_script_runs_against_the_emulator()
    {
        await templates.NewAsync("journeyapps-script", "--output", "Script");
        using EmulatorProcess emulator = await EmulatorProcess.StartAsync(folder, "Script");

        (int exitCode, string output) = await folder.RunAsync("Script", emulator.Variables, "run", "app.cs");

        Assert.Equal((0, "Replace pump: New"), (exitCode, output.Trim()));
    }

    [Fact]
    public async Task A_script_has_the_name_that_it_is_given()
    {
        await templates.NewAsync("journeyapps-script", "--name", "cleanup", "--output", "Scripts");

        Assert.Contains("dotnet run cleanup.cs", await File.ReadAllTextAsync(folder.PathOf("Scripts", "cleanup.cs"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task BuildAsync(string project)
    {
        (int exitCode, string output) = await folder.RunAsync(project, "build", "-m:1");
        Assert.True(exitCode == 0, output);
        Assert.DoesNotMatch(Complaint(), output);
    }

    private static async Task WaitForAsync(Process process, string text)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        List<string> seen = [];
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            seen.Add(line);
            if (line.Contains(text, StringComparison.Ordinal)) return;
        }

        Assert.Fail($"The service ended without '{text}':\n{string.Join('\n', seen)}\n{await process.StandardError.ReadToEndAsync(limit.Token)}");
    }

    [GeneratedRegex("journeyapps-[a-z]+")]
    private static partial Regex ShortName();

    [GeneratedRegex("<UserSecretsId>(?<id>.+)</UserSecretsId>")]
    private static partial Regex SecretsId();

    [GeneratedRegex(@"\b(JA|CS|NU|IL|MSB|xUnit)\d{4}\b")]
    private static partial Regex Complaint();
}
