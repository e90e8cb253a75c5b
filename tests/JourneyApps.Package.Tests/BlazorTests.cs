namespace JourneyApps.Package.Tests;

public sealed class BlazorTests(ConsumerFolder folder)
{
    /// <summary>With the trimmer's analyzers on; a warning is an error there.</summary>
    [Fact]
    public async Task A_Blazor_WebAssembly_program_with_models_in_components_is_published_without_a_warning()
    {
        (int exitCode, string output) = await folder.RunAsync("BlazorWasm", "publish", "-o", "published", "-m:1");

        Assert.True(exitCode == 0, output);
        // Two of ASP.NET Core's assemblies have warnings of their own.
        Assert.DoesNotMatch(@"\b(JA|CS|CA|NU|MSB|RZ)\d{4}\b|\bIL\d{4}: (?!Assembly 'Microsoft\.)", output);
        string[] files = [.. Directory.EnumerateFiles(folder.PathOf("BlazorWasm", "published", "wwwroot", "_framework")).Select(Path.GetFileName).OfType<string>()];
        Assert.Contains(files, file => file.StartsWith("JourneyApps.Runtime.", StringComparison.Ordinal) && file.EndsWith(".wasm", StringComparison.Ordinal));
    }
}
