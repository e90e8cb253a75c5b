using System.Diagnostics;
using System.Runtime.InteropServices;
using JourneyApps.Benchmarks.Json;
using JourneyApps.Benchmarks.Results;
using JourneyApps.Generator.Tests.Infrastructure;

namespace JourneyApps.Benchmarks.Generation;

/// <summary>What a build of the models of a schema costs: the processor time of the compiler's whole process, generated code included. Processes of both kinds run in
/// turn.</summary>
internal static class BuildCost
{
    private const int Models = 59;
    private const int Rounds = 15;

    public static void Run()
    {
        string folder = Directory.CreateTempSubdirectory("journeyapps-build").FullName;
        try
        {
            string[] ours = Ours(folder), plain = Plain(folder);
            List<double> first = [], second = [];
            for (int round = 0; round <= Rounds; round++)
            {
                double one = Compile(ours), other = Compile(plain);
                // The first round reads the files from the disk.
                if (round == 0) continue;
                first.Add(one);
                second.Add(other);
            }

            double ratio = Measuring.Median([.. first.Zip(second, static (one, other) => one / other)]);
            string what = $"compiling {Models} models, processor time of the compiler (medians of {Rounds} pairs of processes)";
            ResultFile.Keep("build",
            [
                new ResultRow(what, "JourneyApps", Measuring.Median(first), "ms", ratio, Target.AtMost(0.75, ratio, "×")),
                new ResultRow(what, "classes with a JsonSerializerContext", Measuring.Median(second), "ms", 1),
            ]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string[] Ours(string folder)
    {
        string schema = Path.Combine(folder, "schema.xml"), settings = Path.Combine(folder, "settings.globalconfig");
        File.WriteAllText(schema, LargeSchema.Of(Models));
        File.WriteAllText(settings, "is_global = true\nbuild_property.RootNamespace = Acme\nbuild_property.JourneyAppsGenerator = true\n");
        File.WriteAllText(Path.Combine(folder, "Empty.cs"), "");
        string generator = BuildFacts.Get("Generator");
        return
        [
            $"/analyzer:{generator}", $"/analyzer:{Path.Combine(Path.GetDirectoryName(generator)!, "JourneyApps.Schema.dll")}",
            $"/additionalfile:{schema}", $"/analyzerconfig:{settings}",
            $"/reference:{typeof(JourneyClient).Assembly.Location}", $"/reference:{typeof(Schema.DataModel).Assembly.Location}",
            $"/out:{Path.Combine(folder, "ours.dll")}", Path.Combine(folder, "Empty.cs"),
        ];
    }

    private static string[] Plain(string folder)
    {
        string shared = Path.Combine(folder, "Shared.cs");
        File.WriteAllText(shared, PlainModels.Shared(Models));
        string[] files =
        [
            shared,
            .. Enumerable.Range(0, Models).Select(number =>
            {
                string file = Path.Combine(folder, $"WorkItem{number}.cs");
                File.WriteAllText(file, PlainModels.Model(number));
                return file;
            }),
        ];
        string generators = Path.Combine(BuildFacts.ReferencePack, "analyzers", "dotnet", "cs");
        return [$"/analyzer:{Path.Combine(generators, "System.Text.Json.SourceGeneration.dll")}", $"/out:{Path.Combine(folder, "plain.dll")}", .. files];
    }

    private static double Compile(string[] arguments)
    {
        string[] references = Directory.GetFiles(Path.Combine(BuildFacts.ReferencePack, "ref", "net10.0"), "*.dll");
        ProcessStartInfo start = new(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [
                "exec", BuildFacts.Get("Compiler"), "/noconfig", "/nologo", "/target:library", "/langversion:latest", "/nullable:enable", "/optimize+", "/warn:0",
                .. references.Select(static reference => $"/reference:{reference}"), .. arguments,
            ]);
        double before = TimeOfChildren();
        using Process process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"The compiler ended with {process.ExitCode}.");
        return TimeOfChildren() - before;
    }

    // In milliseconds. A process that has ended no longer tells how long it ran.
    private static double TimeOfChildren()
    {
        if (GetResourceUsage(ChildrenOfThisProcess, out Usage usage) != 0) throw new PlatformNotSupportedException("The build is measured on Linux and macOS.");
        return (usage.UserSeconds + usage.SystemSeconds) * 1000.0 + (usage.UserMicroseconds + usage.SystemMicroseconds) / 1000.0;
    }

    private const int ChildrenOfThisProcess = -1;

    [DllImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetResourceUsage(int who, out Usage usage);

    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private struct Usage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
    }
}
