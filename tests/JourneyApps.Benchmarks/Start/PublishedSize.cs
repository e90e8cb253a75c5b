using System.Diagnostics;
using System.Runtime.InteropServices;
using JourneyApps.Benchmarks.Generation;
using JourneyApps.Benchmarks.Results;

namespace JourneyApps.Benchmarks.Start;

/// <summary>The small programs as they are deployed: trimmed, and compiled ahead of time. What they take on the disk, and for their start.</summary>
internal static class PublishedSize
{
    private const string Trimmed = "trimmed";
    private const string Aot = "native AOT";
    private const double MiB = 1024 * 1024;

    public static async Task RunAsync()
    {
        string folder = Directory.CreateTempSubdirectory("journeyapps-published").FullName;
        try
        {
            string project = BuildFacts.Get("Project"), root = Path.GetFullPath(Path.Combine(project, "..", ".."));
            Write(folder, "ours", "OurFirstPage", $"""
                <Import Project="{root}/build/JourneyApps.Generator.props" />
                <ItemGroup>
                  <Compile Include="{project}/Start/OurFirstPage.cs" />
                  <AdditionalFiles Include="{project}/schema.xml" />
                  <ProjectReference Include="{root}/src/JourneyApps.Runtime/JourneyApps.Runtime.csproj" />
                  <ProjectReference Include="{root}/src/JourneyApps.Generator/JourneyApps.Generator.csproj" OutputItemType="Analyzer" ReferenceOutputAssembly="false" />
                </ItemGroup>
                <Import Project="{root}/build/JourneyApps.Generator.targets" />
                """);
            Write(folder, "plain", "PlainFirstPage", $"""
                <ItemGroup>
                  <Compile Include="{project}/Start/PlainFirstPage.cs;{project}/Json/ReadContext.cs" />
                  <Compile Include="{project}/Json/*Dto.cs" Exclude="{project}/Json/BatchDto.cs;{project}/Json/OperationDto.cs;{project}/Json/VisitWriteDto.cs" />
                </ItemGroup>
                """);
            using StartServer server = await StartServer.StartAsync();
            List<ResultRow> rows = [];
            foreach (string what in (string[])[Trimmed, Aot])
            {
                string ours = Publish(folder, "ours", what), plain = Publish(folder, "plain", what);
                double size = Size(ours), other = Size(plain);
                rows.Add(new ResultRow($"{what}, size", StartSpeed.Ours, size, "MiB", size / other));
                rows.Add(new ResultRow($"{what}, size", StartSpeed.Plain, other, "MiB", 1));
                (double one, double two, double ratio) = await server.CompareAsync([Path.Combine(ours, "ours")], [Path.Combine(plain, "plain")]);
                string start = $"{what}, start to the first page, {StartServer.Medians}";
                rows.Add(new ResultRow(start, StartSpeed.Ours, one, "ms", ratio));
                rows.Add(new ResultRow(start, StartSpeed.Plain, two, "ms", 1));
            }

            ResultFile.Keep("published", [.. rows]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(string folder, string name, string program, string content)
    {
        string project = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        File.WriteAllText(Path.Combine(project, $"{name}.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <InvariantGlobalization>true</InvariantGlobalization>
                <JourneyAppsNamespace>Acme.Field</JourneyAppsNamespace>
                <RuntimeIdentifier>{RuntimeInformation.RuntimeIdentifier}</RuntimeIdentifier>
                <SelfContained>true</SelfContained>
                <PublishTrimmed Condition="'$(PUBLISHED_AS)' == '{Trimmed}'">true</PublishTrimmed>
                <PublishAot Condition="'$(PUBLISHED_AS)' == '{Aot}'">true</PublishAot>
                {Linker()}
              </PropertyGroup>
              {content}
            </Project>
            """);
        File.WriteAllText(Path.Combine(project, "Program.cs"), $$"""
            int count = await JourneyApps.Benchmarks.Start.{{program}}.ReadAsync(new Uri(args[0]), args[1]);
            Console.WriteLine(FormattableString.Invariant($"{count} {Environment.CpuUsage.TotalTime.TotalMilliseconds}"));
            """);
    }

    // Native AOT links with clang unless it is told otherwise.
    private static string Linker()
        => OperatingSystem.IsLinux() && !File.Exists("/usr/bin/clang")
            ? "<CppCompilerAndLinker>gcc</CppCompilerAndLinker><LinkerFlavor>bfd</LinkerFlavor>"
            : "";

    // MSBuild reads variables of the environment. A property of the command line would apply to the projects that this one refers to.
    private static string Publish(string folder, string name, string what)
    {
        string target = Path.Combine(folder, $"{name} {what}");
        ProcessStartInfo start = new(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            ["publish", Path.Combine(folder, name), "--output", target, "-v:q", "-nologo"])
        {
            RedirectStandardOutput = true,
            Environment = { ["PUBLISHED_AS"] = what },
        };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? target : throw new InvalidOperationException($"The program was not published.\n{output}");
    }

    private static double Size(string folder)
        => new DirectoryInfo(folder).EnumerateFiles().Where(static file => file.Extension is not (".pdb" or ".dbg")).Sum(static file => file.Length) / MiB;
}
