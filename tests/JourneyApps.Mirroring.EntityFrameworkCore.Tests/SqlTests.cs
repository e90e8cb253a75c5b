using System.Reflection;
using Acme.Field;
using JourneyApps.Mirroring.EntityFrameworkCore.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Tests;

/// <summary>The SQL of ten queries, for review. <c>UPDATE_GOLDEN=1</c> writes the files.</summary>
public sealed class SqlTests
{
    private static readonly string Folder = Path.Combine(
        typeof(SqlTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!,
        "tests", "JourneyApps.Mirroring.EntityFrameworkCore.Tests", "Golden");

    private static readonly string[] Reviewed =
    [
        "an option", "a captured option", "the value of a choice", "choices that this code does not know", "the key of a choice", "a list of options",
        "a list of ids", "groups by choice", "a time", "an integer choice of several",
    ];

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public void The_SQL_is_as_it_was_reviewed(string database)
    {
        using FieldCopy copy = database == "sqlite" ? FieldCopy.Sqlite("Data Source=:memory:") : FieldCopy.PostgreSql("Host=localhost");
        string text = string.Concat(Reviewed.Select(name =>
            $"-- {name}\n{((IQueryable)Queries.All[name](copy.Jobs, copy.Sites)).ToQueryString().ReplaceLineEndings("\n")}\n\n"));
        string file = Path.Combine(Folder, $"{database}-ef{Environment.Version.Major}.sql");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(file, text);

        Assert.Equal(File.ReadAllText(file), text);
    }
}
