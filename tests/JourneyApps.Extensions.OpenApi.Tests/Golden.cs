using System.Reflection;

namespace JourneyApps.Extensions.OpenApi.Tests;

/// <summary>Reviewed documents. <c>UPDATE_GOLDEN=1</c> writes them; read the difference before you commit it.</summary>
internal static class Golden
{
    public static void AssertSame(string name, string text)
    {
        string path = Path.Combine(Fact("RepositoryRoot"), "tests", "JourneyApps.Extensions.OpenApi.Tests", "Golden", name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(path, text + "\n");

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text.ReplaceLineEndings("\n") + "\n");
    }

    public static string Fact(string name)
        => typeof(Golden).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(fact => fact.Key == name).Value!;
}
