using System.Diagnostics;

namespace JourneyApps.Docs.Tests;

/// <summary>One run of a sample as a process, as somebody who cloned the repository starts it: no arguments, no account, no terminal.</summary>
internal sealed record SampleRun(int ExitCode, string Out, string Error)
{
    public static async Task<SampleRun> Of(string sample, string folder, params string[] args)
    {
        string program = Repository.PathOf("sample", sample, "bin", Repository.Configuration, "net10.0", $"{sample}.dll");
        ProcessStartInfo start = new("dotnet", [program, .. args])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The developer's own settings must not turn the demonstration into a visit to a deployment.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("JOURNEYAPPS", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(3));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{sample} did not end. Output so far: {await output} {await error}");
        }

        return new SampleRun(process.ExitCode, await output, await error);
    }
}
