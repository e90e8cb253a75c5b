using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace JourneyApps.Tool.Tests;

/// <summary>The beginning of the page "A copy in your database" works from an empty folder as it is printed.</summary>
public sealed partial class DatabaseCopyPageTests
{
    [Fact]
    public async Task The_commands_of_the_page_create_the_copy_and_its_query_has_the_printed_result()
    {
        string root = typeof(DatabaseCopyPageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepoRoot").Value!;
        string page = await File.ReadAllTextAsync(Path.Combine(root, "docs", "database-copy.md"), TestContext.Current.CancellationToken);
        string[] commands = Block(page, "bash").Replace("5080", $"{FreePort()}", StringComparison.Ordinal).Split('\n');
        Assert.Equal(3, commands.Length);
        (string Name, string Value)[] environment = [.. commands[1].Split(' ')[1..].Select(pair => pair.Split('=', 2)).Select(pair => (pair[0], pair[1]))];
        using TempFolder folder = new();

        using Process emulator = ToolRun.Start(folder, [], commands[0].TrimEnd('&', ' ').Split(' ')[1..]);
        try
        {
            while (await emulator.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.StartsWith("Serving", StringComparison.Ordinal))
            {
            }

            ToolRun mirror = await ToolRun.Of(folder, environment, "", commands[2].Split(' ')[1..]);

            Assert.True(mirror.ExitCode == 0, mirror.Error);
            Assert.Equal(Block(page, "text"), Query(folder.File("copy.db"), Block(page, "sql")));
        }
        finally
        {
            emulator.Kill();
        }
    }

    private static string Block(string page, string language)
        => FirstBlock().Matches(page).First(block => block.Groups["language"].Value == language).Groups["text"].Value;

    private static string Query(string file, string sql)
    {
        using SqliteConnection connection = new($"Data Source={file};Pooling=false");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read()) rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        return string.Join('\n', rows);
    }

    private static int FreePort()
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    [GeneratedRegex("```(?<language>\\w+)\n(?<text>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex FirstBlock();
}
