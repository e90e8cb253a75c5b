using System.Diagnostics;
using JourneyApps.Emulator;

namespace JourneyApps.Tool.Tests;

public sealed class AccessTests
{
    [Fact]
    public async Task A_token_is_not_sent_to_a_foreign_host_unless_it_is_allowed_by_name()
    {
        using TempFolder folder = new();
        const string address = "https://journeyapps.com.example.invalid/api/v4/x";

        ToolRun refused = await ToolRun.Of(folder, [("JOURNEYAPPS_TOKEN", "O:t")], "", "pull", "--base-url", address);
        ToolRun allowed = await ToolRun.Of(folder, [("JOURNEYAPPS_TOKEN", "O:t")], "", "pull", "--base-url", address, "--allow-host", "journeyapps.com.example.invalid");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("--allow-host journeyapps.com.example.invalid", refused.Error, StringComparison.Ordinal);
        // Allowed, it gets as far as the name's resolution, which fails for .invalid everywhere.
        Assert.Equal(3, allowed.ExitCode);
        Assert.DoesNotContain("--allow-host", allowed.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://app.backend.us.journeyapps.com/api/v4/x")]
    [InlineData("https://O:secret@app.backend.us.journeyapps.com/api/v4/x")]
    [InlineData("not an address")]
    public async Task An_address_that_is_not_https_or_holds_a_user_is_refused(string address)
    {
        using TempFolder folder = new();

        Assert.Equal(2, (await ToolRun.Of(folder, [("JOURNEYAPPS_TOKEN", "O:t")], "", "pull", "--base-url", address)).ExitCode);
    }

    [Fact]
    public async Task A_base_url_from_the_project_is_shown()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        folder.Write("journeyapps.json", $$"""{ "baseUrl": "{{emulator.BaseAddress}}" }""");

        ToolRun run = await ToolRun.Of(folder, [("JOURNEYAPPS_TOKEN", emulator.Token)], "", "pull");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"base URL {emulator.BaseAddress} (from ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_base_url_of_the_project_gets_no_token_for_a_foreign_host()
    {
        using TempFolder folder = new();
        folder.Write("journeyapps.json", """{ "baseUrl": "https://collector.example.invalid/api/v4/x" }""");

        ToolRun run = await ToolRun.Of(folder, [("JOURNEYAPPS_TOKEN", "O:t")], "", "pull");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("is not sent to 'collector.example.invalid'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_comes_from_the_input_or_a_file_or_with_a_warning_from_the_command_line()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        string address = emulator.BaseAddress.AbsoluteUri;
        string file = folder.Write("token", emulator.Token + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        ToolRun input = await ToolRun.Of(folder, [], emulator.Token + "\n", "pull", "--force", "--base-url", address, "--token-stdin");
        ToolRun fromFile = await ToolRun.Of(folder, [], "", "pull", "--force", "--base-url", address, "--token-file", "token");
        ToolRun open = await ToolRun.Of(folder, [], "", "pull", "--force", "--base-url", address, "--token", emulator.Token);

        Assert.Equal((0, 0, 0), (input.ExitCode, fromFile.ExitCode, open.ExitCode));
        Assert.DoesNotContain("warning", input.Error + fromFile.Error, StringComparison.Ordinal);
        Assert.Contains("warning: a token on the command line", open.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(emulator.Token, open.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_token_or_two_tokens_are_refused_with_what_to_do()
    {
        using TempFolder folder = new();

        ToolRun none = await ToolRun.Of(folder, "pull", "--base-url", "http://127.0.0.1:9/api/v4/x");
        ToolRun two = await ToolRun.Of(folder, "pull", "--base-url", "http://127.0.0.1:9/api/v4/x", "--token", "a", "--token-file", "b");

        Assert.Equal((2, 2), (none.ExitCode, two.ExitCode));
        Assert.Contains("JOURNEYAPPS_TOKEN", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_file_that_others_can_read_or_git_would_commit_is_a_warning()
    {
        if (OperatingSystem.IsWindows()) return;
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        string file = folder.Write("token", emulator.Token);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        await Process.Start(new ProcessStartInfo("git", ["init", "--quiet", folder.Path]))!.WaitForExitAsync(TestContext.Current.CancellationToken);

        ToolRun open = await ToolRun.Of(folder, "pull", "--base-url", emulator.BaseAddress.AbsoluteUri, "--token-file", "token");
        folder.Write(".gitignore", "token\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead);
        ToolRun safe = await ToolRun.Of(folder, "pull", "--base-url", emulator.BaseAddress.AbsoluteUri, "--token-file", "token");

        Assert.Contains("other users can read the token file", open.Error, StringComparison.Ordinal);
        Assert.Contains("is not ignored by git", open.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", safe.Error, StringComparison.Ordinal);
    }
}
