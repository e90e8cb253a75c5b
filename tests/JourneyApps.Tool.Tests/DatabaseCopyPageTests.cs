using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace JourneyApps.Tool.Tests;

/// <summary>The beginning of the page "A copy in your database" works from an empty folder as it is printed.</summary>
public sealed class DatabaseCopyPageTests
{
    [Fact]
    public async Task The_commands_of_the_page_create_the_copy_and_its_query_has_the_printed_result()
    {
        CopyPage page = await CopyPage.ReadAsync("database-copy.md");
        Assert.Equal(3, page.Commands.Length);
        using TempFolder folder = new();

        using Process emulator = await page.StartEmulatorAsync(folder);
        try
        {
            ToolRun mirror = await ToolRun.Of(folder, page.Environment(1), "", page.Arguments(2));

            Assert.True(mirror.ExitCode == 0, mirror.Error);
            Assert.Equal(page.Result, Query(folder.File("copy.db"), page.Query));
        }
        finally
        {
            emulator.Kill();
        }
    }

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
}
