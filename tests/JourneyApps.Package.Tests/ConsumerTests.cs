using System.Text.Json;
using System.Text.RegularExpressions;

namespace JourneyApps.Package.Tests;

/// <summary>Projects as users have them, restored from a feed and built outside the repository.</summary>
public sealed partial class ConsumerTests(ConsumerFolder folder)
{
    [Fact]
    public void Sound_projects_build_without_a_warning()
    {
        Assert.DoesNotMatch(Complaint(), folder.BuildOutput);
        Assert.Contains("0 Warning(s)", folder.BuildOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_app_gets_the_types_from_its_library_once_and_its_foreign_schema_is_left_alone()
    {
        (int exitCode, string output) = await folder.RunBuiltAsync("App");

        Assert.Equal((0, "Replace pump busy Library False"), (exitCode, output.Trim()));
    }

    [Fact]
    public async Task An_app_gets_the_types_of_a_library_that_comes_as_a_package_and_reads_no_schema_of_its_own()
    {
        (int packed, string packing) = await folder.RunAsync("Library", "pack", "--no-build", "-c", "Debug", "-o", folder.Feed);
        Assert.True(packed == 0, packing);

        (int built, string building) = await folder.RunAsync("PackedApp", "build", "-m:1");
        (int exitCode, string output) = await folder.RunBuiltAsync("PackedApp");

        Assert.True(built == 0, building);
        Assert.DoesNotMatch(Complaint(), building);
        Assert.Equal((0, "Replace pump busy Library False"), (exitCode, output.Trim()));
    }

    [Fact]
    public async Task One_project_for_two_frameworks_runs_on_both()
    {
        foreach (string framework in (string[])["net8.0", "net10.0"])
        {
            (int exitCode, string output) = await folder.RunAsync("MultiTarget", "run", "--no-build", "--framework", framework);
            Assert.Equal((0, "busy"), (exitCode, output.Trim()));
        }
    }

    /// <summary>The same project has the 10.0 packages on net10.0, so neither framework decides for the other.</summary>
    [Theory]
    [InlineData("net8.0", "8.0.")]
    [InlineData("net10.0", "10.0.")]
    public void A_project_keeps_the_packages_of_its_framework(string framework, string versions)
    {
        using var assets = JsonDocument.Parse(File.ReadAllBytes(folder.PathOf("MultiTarget", "obj", "project.assets.json")));
        string[] extensions = [.. assets.RootElement.GetProperty("targets").GetProperty(framework).EnumerateObject()
            .Select(package => package.Name).Where(name => name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal))];

        Assert.Contains(extensions, name => name.StartsWith("Microsoft.Extensions.Logging.Abstractions/", StringComparison.Ordinal));
        Assert.All(extensions, name => Assert.StartsWith(versions, name.Split('/')[1], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_project_with_rows_reads_a_copy_with_EF_Core()
    {
        (int exitCode, string output) = await folder.RunBuiltAsync("EfCore");

        Assert.Equal((0, "Replace pump busy Depot"), (exitCode, output.Trim()));
    }

    [Fact]
    public async Task A_web_project_can_leave_its_data_model_out_of_what_it_publishes()
    {
        (int exitCode, string output) = await folder.RunAsync("Web", "publish", "--no-restore", "-c", "Debug", "-o", "published", "-m:1");

        Assert.True(exitCode == 0, output);
        Assert.True(File.Exists(folder.PathOf("Web", "published", "appsettings.json")));
        Assert.False(File.Exists(folder.PathOf("Web", "published", "datamodel.json")));
    }

    [Fact]
    public void Generated_files_can_be_written_to_disk_for_every_schema()
    {
        string[] files = [.. Directory.EnumerateFiles(folder.PathOf("Several", "obj"), "*.g.cs", SearchOption.AllDirectories)];

        Assert.Contains(files, file => File.ReadAllText(file).Contains("namespace Acme.Field", StringComparison.Ordinal));
        Assert.Contains(files, file => File.ReadAllText(file).Contains("namespace Acme.Fleet", StringComparison.Ordinal));
    }

    [Fact]
    public void Neither_the_generator_nor_roslyn_reaches_the_output()
    {
        string[] output = [.. Directory.EnumerateFiles(folder.PathOf("App", "bin"), "*.dll", SearchOption.AllDirectories).Select(Path.GetFileName).OfType<string>()];

        Assert.Contains("JourneyApps.Runtime.dll", output);
        Assert.Contains("JourneyApps.Schema.dll", output);
        Assert.DoesNotContain(output, name => name.StartsWith("JourneyApps.Generator", StringComparison.Ordinal) || name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fault_is_an_error_at_its_line_and_column_in_the_schema_and_other_models_go_on()
    {
        (int exitCode, string output) = await folder.RunAsync("Faulty", "build", "-m:1");

        Assert.Equal(1, exitCode);
        Assert.Matches(@"schema\.xml\(4,45\): error JA1\d\d\d: .*txt", output);
        Assert.Matches(@"Use\.cs\(\d+,\d+\): error CS0246: .*'Job'", output);
        Assert.DoesNotContain("'Site'", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_without_a_schema_is_told_what_to_do()
    {
        (int exitCode, string output) = await folder.RunAsync("NoSchema", "build", "-m:1");

        Assert.True(exitCode == 0, output);
        Assert.Matches("warning JA3001: .*schema.xml", output);
    }

    [GeneratedRegex(@"\b(JA|CS|NU|IL|MSB)\d{4}\b")]
    private static partial Regex Complaint();
}
