using System.Diagnostics;
using System.Text;

namespace JourneyApps.Package.Tests;

/// <summary>Runs the SDK as a user would.</summary>
internal static class DotNet
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>Runs a command and gives its exit code and all its output.</summary>
    public static Task<(int ExitCode, string Output)> RunAsync(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
        => RunAsync(StartInfo(folder, environment, arguments));

    /// <summary>Runs a program that needs no SDK.</summary>
    public static Task<(int ExitCode, string Output)> RunProgramAsync(string file)
        => RunAsync(new ProcessStartInfo(file) { RedirectStandardOutput = true, RedirectStandardError = true });

    private static async Task<(int ExitCode, string Output)> RunAsync(ProcessStartInfo start)
    {
        StringBuilder output = new();
        using Process process = new() { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using CancellationTokenSource limit = new(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{start.FileName} {string.Join(' ', start.ArgumentList)} did not end:\n{output}");
        }

        lock (output) return (process.ExitCode, output.ToString());

        void Append(string? line)
        {
            if (line is null) return;
            lock (output) output.Append(line).Append('\n');
        }
    }

    public static ProcessStartInfo StartInfo(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // A test that runs under the SDK inherits where that SDK's parts are; a user's shell has none of it.
        foreach (string name in start.Environment.Keys.Where(IsOfSdk).ToArray()) start.Environment.Remove(name);
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["MSBUILDTERMINALLOGGER"] = "off";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        // Otherwise each of about a hundred compilations starts a compiler.
        start.Environment["UseSharedCompilation"] = "true";
        foreach ((string name, string value) in environment) start.Environment[name] = value;
        return start;
    }

    private static bool IsOfSdk(string name)
        => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
        || name is "DOTNET_HOST_PATH" or "CI";
}
