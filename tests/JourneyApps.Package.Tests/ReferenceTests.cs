using System.Text.RegularExpressions;

namespace JourneyApps.Package.Tests;

/// <summary>References to the package that cannot work, or not as their project means them.</summary>
public sealed partial class ReferenceTests(ConsumerFolder folder)
{
    [Theory]
    [InlineData("net48")]
    [InlineData("netstandard2.0")]
    [InlineData("net6.0")]
    [InlineData("net7.0")]
    public async Task A_project_for_an_older_framework_is_refused_when_it_is_restored(string framework)
    {
        (int exitCode, string output) = await folder.RunAsync("OldFrameworks", "restore", $"-p:TargetFrameworks={framework}", "-v:q");

        Assert.NotEqual(0, exitCode);
        Assert.Matches(@"error NU1202: Package JourneyApps\.Generator \S+ is not compatible with ", output);
    }

    [Fact]
    public async Task A_reference_that_does_not_bring_the_runtime_and_another_language_are_one_message_each()
    {
        string[] projects = ["Excluded/Excluded.csproj", "PrivateLibrary/PrivateLibrary.csproj", "VisualBasic/VisualBasic.vbproj", "FSharp/FSharp.fsproj"];
        await File.WriteAllTextAsync(
            folder.PathOf("Reported.slnx"),
            $"<Solution>{string.Concat(projects.Select(project => $"<Project Path=\"{project}\" />"))}</Solution>",
            TestContext.Current.CancellationToken);

        (int exitCode, string output) = await folder.RunAsync(".", "build", "Reported.slnx", "-m:1");

        Assert.Equal(1, exitCode);
        Assert.True(Reported().IsMatch(output), output);
        Assert.Equal(
            [
                "Excluded.csproj : error JA3009: JourneyApps.Runtime does not reach the project; remove ExcludeAssets and IncludeAssets from the reference to JourneyApps.Generator, or reference JourneyApps.Runtime",
                "FSharp.fsproj : warning JA3011: JourneyApps.Generator generates C# only; reference it from a C# class library that contains the schema, and reference that library from 'FSharp'",
                "PrivateLibrary.csproj : warning JA3010: Projects that reference 'PrivateLibrary' do not get JourneyApps.Runtime, because the reference to JourneyApps.Generator has PrivateAssets=\"all\"; remove PrivateAssets, or reference JourneyApps.Runtime",
                "VisualBasic.vbproj : warning JA3011: JourneyApps.Generator generates C# only; reference it from a C# class library that contains the schema, and reference that library from 'VisualBasic'",
            ],
            Reported().Matches(output).Select(line => line.Groups["text"].Value).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>The compiler writes the generated files into the project, where the second build finds them.</summary>
    [Fact]
    public async Task Generated_files_inside_the_project_do_not_break_its_second_build()
    {
        Assert.NotEmpty(Directory.EnumerateFiles(folder.PathOf("OtherGenerators", "Generated", "JourneyApps.Generator"), "*.cs", SearchOption.AllDirectories));
        await File.AppendAllTextAsync(folder.PathOf("OtherGenerators", "Use.cs"), "// edited\n", TestContext.Current.CancellationToken);

        (int exitCode, string output) = await folder.RunAsync("OtherGenerators", "build", "--no-restore", "-m:1");

        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public async Task Dotnet_watch_watches_the_schema()
    {
        (int exitCode, string output) = await folder.RunAsync("OtherGenerators", "msbuild", "-getItem:Watch", "-nologo");

        Assert.True(exitCode == 0, output);
        Assert.Contains("\"Identity\": \"schema.xml\"", output, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?<text>\w+\.\w+ : (error|warning) JA\d+: [^\n\[]+[^\n\[ ])", RegexOptions.Multiline)]
    private static partial Regex Reported();
}
