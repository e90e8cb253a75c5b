using System.Diagnostics;
using System.Reflection;

namespace JourneyApps.Tool.Tests;

/// <summary>One run of the command as a process, without a terminal, as a script or a build server would.</summary>
internal sealed record ToolRun(int ExitCode, string Out, string Error)
{
    private static readonly string ToolPath = typeof(ToolRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "ToolPath").Value!;

    public static Task<ToolRun> Of(TempFolder folder, params string[] args) => Of(folder, [], "", args);

    public static async Task<ToolRun> Of(TempFolder folder, (string Name, string Value)[] environment, string input, params string[] args)
    {
        using Process process = Start(folder, environment, args);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(60));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"journeyapps {string.Join(' ', args)} did not end. Output so far: {await output} {await error}");
        }

        return new ToolRun(process.ExitCode, await output, await error);
    }

    /// <summary>Starts the command and leaves it running.</summary>
    public static Process Start(TempFolder folder, (string Name, string Value)[] environment, params string[] args)
        => StartProgram(folder, environment, "dotnet", ["exec", "--roll-forward", "Major", ToolPath, .. args]);

    /// <summary>Starts the command in a pseudo-terminal. The file <c>pid</c> gets its process id, the file <c>terminal</c> what it shows.</summary>
    public static Process StartInTerminal(TempFolder folder, (string Name, string Value)[] environment, string command, string setup = ":")
        => StartProgram(folder, [("SHELL", "/bin/sh"), ("TERM", "xterm"), .. environment], "script",
            ["-q", "-e", "-f", "-c", $"{setup} && echo $$ > pid; export TERM LC_ALL LANG; exec {ShellCommand} {command}", "terminal"]);

    /// <summary>Runs the command in a shell, with redirections.</summary>
    public static async Task<ToolRun> OfShell(TempFolder folder, string line, string before = "")
    {
        using Process process = StartProgram(folder, [], "sh", ["-c", $"{before} {ShellCommand} {line}"]);
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new ToolRun(process.ExitCode, await output, error);
    }

    private static string ShellCommand => $"dotnet exec --roll-forward Major '{ToolPath}'";

    private static Process StartProgram(
        TempFolder folder, (string Name, string Value)[] environment, string program, IReadOnlyList<string> args)
    {
        ProcessStartInfo start = new(program, args)
        {
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The developer's own settings must not reach the test.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("JOURNEYAPPS_", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        start.Environment["XDG_DATA_HOME"] = folder.File(".local");
        start.Environment["LOCALAPPDATA"] = folder.File(".local");
        foreach ((string name, string value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
