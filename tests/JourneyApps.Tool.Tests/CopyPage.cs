using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text.RegularExpressions;

namespace JourneyApps.Tool.Tests;

/// <summary>The beginning of a page about copies: commands, a query and what the query returns.</summary>
internal sealed partial class CopyPage
{
    private CopyPage(string text)
    {
        Commands = Block(text, "bash").Replace("5080", $"{FreePort()}", StringComparison.Ordinal).Split('\n');
        Query = Block(text, "sql");
        Result = Block(text, "text");
    }

    /// <summary>The commands. The port of the emulator is one that is free.</summary>
    public string[] Commands { get; }

    /// <summary>The query.</summary>
    public string Query { get; }

    /// <summary>The rows of the query, with the values separated by bars.</summary>
    public string Result { get; }

    public static async Task<CopyPage> ReadAsync(string name)
    {
        string root = typeof(CopyPage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepoRoot").Value!;
        return new CopyPage(await File.ReadAllTextAsync(Path.Combine(root, "docs", name), TestContext.Current.CancellationToken));
    }

    /// <summary>The arguments of a command.</summary>
    public string[] Arguments(int command) => Commands[command].TrimEnd('&', ' ').Split(' ')[1..];

    /// <summary>The variables that a command exports.</summary>
    public (string Name, string Value)[] Environment(int command)
        => [.. Exported().Matches(Commands[command]).Select(pair => (pair.Groups["name"].Value, pair.Groups["value"].Value.Trim('"')))];

    /// <summary>Starts the emulator of the first command.</summary>
    public async Task<Process> StartEmulatorAsync(TempFolder folder)
    {
        Process emulator = ToolRun.Start(folder, [], Arguments(0));
        while (await emulator.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.StartsWith("Serving", StringComparison.Ordinal))
        {
        }

        return emulator;
    }

    private static string Block(string page, string language)
        => FirstBlock().Matches(page).First(block => block.Groups["language"].Value == language).Groups["text"].Value;

    private static int FreePort()
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    [GeneratedRegex("```(?<language>\\w+)\n(?<text>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex FirstBlock();

    [GeneratedRegex("(?<name>[A-Z_]+)=(?<value>\"[^\"]*\"|[^ ]+)")]
    private static partial Regex Exported();
}
