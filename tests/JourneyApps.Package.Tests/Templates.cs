namespace JourneyApps.Package.Tests;

/// <summary>The templates of the packed package, installed where dotnet new of this machine does not see them.</summary>
public sealed class Templates(ConsumerFolder folder) : IAsyncLifetime
{
    private string Hive => folder.PathOf("..", "templates");

    public async ValueTask InitializeAsync() => await NewAsync("install", folder.PackageOf("JourneyApps.Templates"));

    public async ValueTask DisposeAsync() => await NewAsync("uninstall", "JourneyApps.Templates");

    /// <summary>Runs dotnet new among the consumers and returns its output.</summary>
    internal async Task<string> NewAsync(params string[] arguments)
    {
        (int exitCode, string output) = await folder.RunAsync(".", ["new", .. arguments, "--debug:custom-hive", Hive]);
        Assert.True(exitCode == 0, output);
        return output;
    }
}
