using System.Text;
using JourneyApps.Emulator;

namespace JourneyApps.Tool.Tests;

/// <summary>Every file that the command reads is text of a known encoding, or is refused with the place: no byte is replaced.</summary>
public sealed class InputFileTests
{
    public static TheoryData<string> MarkedEncodings => ["utf-8", "utf-16", "utf-16BE", "utf-32", "utf-32BE"];

    [Theory]
    [MemberData(nameof(MarkedEncodings))]
    public async Task Files_with_a_byte_order_mark_are_read_in_their_encoding(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        File.WriteAllText(folder.File("schema.xml"), Schemas.Jobs, encoding);
        File.WriteAllText(folder.File("schema.names"), "job = \u00c4uftrag\n", encoding);
        File.WriteAllText(folder.File("token"), emulator.Token + "\r\nsecond line", encoding);
        File.WriteAllText(folder.File("journeyapps.json"), $$"""{ "baseUrl": "{{emulator.BaseAddress}}" }""", encoding);

        ToolRun lint = await InProcess.RunAsync("", "lint", folder.File("schema.xml"));
        ToolRun check = await ToolRun.Of(folder, "check", "--token-file", "token");

        Assert.True((0, 0) == (lint.ExitCode, check.ExitCode), lint.Error + lint.Out + check.Error + check.Out);
    }

    [Theory]
    [InlineData("schema.xml", "lint")]
    [InlineData("schema.names", "lint")]
    [InlineData("token", "check --token-file token --base-url http://127.0.0.1:9/api/v4/x")]
    [InlineData("journeyapps.json", "check --token t")]
    public async Task Bytes_that_the_encoding_does_not_allow_are_refused_with_their_place(string broken, string command)
    {
        using TempFolder folder = new();
        folder.Write("schema.xml", Schemas.Jobs);
        (string encoding, byte[] content)[] contents =
        [
            ("utf-8", [0xEF, 0xBB, 0xBF, .. "a\nb"u8, 0xE9, .. "c"u8]),
            ("utf-16", [0xFF, 0xFE, (byte)'a', 0, (byte)'\n', 0, (byte)'b', 0, 0, 0xD8, (byte)'c', 0]),
        ];
        foreach ((string encoding, byte[] content) in contents)
        {
            File.WriteAllBytes(folder.File(broken), content);

            ToolRun run = await ToolRun.Of(folder, command.Split(' '));

            Assert.Equal(3, run.ExitCode);
            Assert.EndsWith($"{broken}' is not {encoding} text: line 2, column 2. Save it as UTF-8.{Environment.NewLine}", run.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("token", "check --token-file token --base-url http://127.0.0.1:9/api/v4/x")]
    [InlineData("journeyapps.json", "check --token t")]
    public async Task Latin_1_and_very_large_files_are_refused(string name, string command)
    {
        using TempFolder folder = new();
        folder.Write("schema.xml", Schemas.Jobs);
        File.WriteAllBytes(folder.File(name), [.. "{\"baseUrl\":\"caf"u8, 0xE9, .. "\"}"u8]);
        ToolRun latin = await ToolRun.Of(folder, command.Split(' '));
        folder.Write(name, new string('x', 2_000_000));
        ToolRun large = await ToolRun.Of(folder, command.Split(' '));

        Assert.Equal((3, 3), (latin.ExitCode, large.ExitCode));
        Assert.Contains("is not utf-8 text: line 1, column 16.", latin.Error, StringComparison.Ordinal);
        Assert.Contains($"{name}' is larger than ", large.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HOME", "none/no")]
    [InlineData("HOME", "file")]
    [InlineData("HOME", "")]
    [InlineData("XDG_DATA_HOME", "file")]
    [InlineData("XDG_DATA_HOME", "file/below")]
    [InlineData("XDG_DATA_HOME", "/proc/none")]
    [InlineData("XDG_DATA_HOME", "/dev/null/x")]
    public async Task A_pull_does_without_its_cache_where_it_cannot_have_one(string variable, string value)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The folder of the user is not a variable on Windows.");
        using TempFolder folder = new();
        folder.Write("file", "not a folder");
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        string path = value.Length == 0 || value.StartsWith('/') ? value : folder.File(value);
        (string, string)[] environment = [("JOURNEYAPPS_TOKEN", emulator.Token), ("XDG_DATA_HOME", ""), (variable, path)];

        ToolRun first = await ToolRun.Of(folder, environment, "", "pull", "--base-url", emulator.BaseAddress.AbsoluteUri);
        ToolRun second = await ToolRun.Of(folder, environment, "", "pull", "--base-url", emulator.BaseAddress.AbsoluteUri);

        Assert.Equal((0, "schema.xml written: 2 models."), (first.ExitCode, first.Error.Trim()));
        Assert.Equal((0, "schema.xml is up to date."), (second.ExitCode, second.Error.Trim()));
    }

    [Fact]
    public async Task A_schema_that_does_not_end_is_rejected()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "There is no such device.");
        using TempFolder folder = new();

        ToolRun run = await ToolRun.Of(folder, "lint", "/dev/zero").WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        Assert.Equal((3, "journeyapps lint: '/dev/zero' is larger than 64 MiB."), (run.ExitCode, run.Error.Trim()));
    }
}
