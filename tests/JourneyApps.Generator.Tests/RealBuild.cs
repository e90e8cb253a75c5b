using System.Diagnostics;
using JourneyApps.Generator.Tests.Infrastructure;

namespace JourneyApps.Generator.Tests;

/// <summary>The generator inside <c>dotnet build</c>, with the build files that the package brings.</summary>
public sealed class RealBuild : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("journeyapps-build-");

    [Fact]
    public async Task A_fault_in_the_schema_is_an_error_at_its_place_also_when_code_uses_the_model_that_it_removed()
    {
        string root = BuildFacts.Get("RepositoryRoot");
        Write("App.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <RunAnalyzers>false</RunAnalyzers>
              </PropertyGroup>
              <Import Project="{root}build/JourneyApps.Generator.props" />
              <ItemGroup>
                <Analyzer Include="{typeof(SchemaGenerator).Assembly.Location};{TestFiles.PathOf("JourneyApps.Schema.dll")}" />
                <Reference Include="{typeof(JourneyClient).Assembly.Location}" />
              </ItemGroup>
              <Import Project="{root}build/JourneyApps.Generator.targets" />
            </Project>
            """);
        Write("schema.xml", """
            <data-model>
              <model name="site" label="Site">
                <field name="name" label="Name" type="txt"/>
                <display>{name}</display>
              </model>
              <model name="job" label="Job">
                <field name="title" label="Title" type="text"/>
                <belongs-to model="site"/>
                <display>{title}</display>
              </model>
            </data-model>
            """);
        Write("Code.cs", """
            public class Uses
            {
                public Site? Removed;
                public string? There(Job job) => job.Title;
            }
            """);

        (int exitCode, string output) = await Build();

        string[] errors = [.. output.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).Distinct()];
        Assert.Equal(1, exitCode);
        Assert.Contains(errors, line => line.Contains("schema.xml(3,43): error JA1", StringComparison.Ordinal));
        Assert.Contains(errors, line => line.Contains("Code.cs(3,12): error CS0246", StringComparison.Ordinal));
        Assert.DoesNotContain(errors, line => line.Contains("Job", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);

    private async Task<(int ExitCode, string Output)> Build()
    {
        var start = new ProcessStartInfo("dotnet", ["build", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-v:q", "-nologo"])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
        };
        // The test host's own settings must not reach the build.
        foreach (string name in start.Environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
