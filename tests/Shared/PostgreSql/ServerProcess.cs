using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace JourneyApps.TestServers;

/// <summary>
/// A server under a shell that listens on its standard input: <c>stop</c> ends the server at once, <c>start</c> starts it again, and the end of
/// the input, which also comes when this process is killed, ends both and removes the folder. Root becomes the user <c>postgres</c>, because
/// these servers refuse to run as root.
/// </summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string Supervisor = """
        trap '' INT
        folder=$1; signal=$2; shift 2
        begin() { "$@" >> "$folder/log" 2>&1 < /dev/null & server=$!; }
        begin "$@"; echo started
        while read -r order; do
            case $order in
                stop) kill -"$signal" "$server"; wait "$server"; echo stopped ;;
                start) begin "$@"; echo started ;;
            esac
        done
        kill -"$signal" "$server" 2> /dev/null; wait "$server"; rm -rf "$folder"
        """;

    private readonly Process _shell;
    private readonly string _folder;

    private ServerProcess(Process shell, string folder)
    {
        _shell = shell;
        _folder = folder;
    }

    /// <summary>What the server wrote.</summary>
    public string Log => File.Exists(Path.Combine(_folder, "log")) ? File.ReadAllText(Path.Combine(_folder, "log")) : "";

    /// <summary>A new temporary folder that belongs to the user of the servers.</summary>
    public static async Task<string> NewFolderAsync()
    {
        string folder = Directory.CreateTempSubdirectory("journeyapps-server-").FullName;
        if (IsRoot) await RunAsync("chown", "postgres", folder);
        return folder;
    }

    /// <summary>Starts a server whose folder is removed with it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="signal">The signal that ends the server at once.</param>
    /// <param name="command">The program and its arguments.</param>
    public static async Task<ServerProcess> StartAsync(string folder, string signal, params string[] command)
    {
        ProcessStartInfo start = Unprivileged("sh", ["-c", Supervisor, "sh", folder, signal, .. command]);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        ServerProcess server = new(Process.Start(start)!, folder);
        await server.HearAsync("started");
        return server;
    }

    /// <summary>Runs a program to its end as the user of the servers.</summary>
    public static async Task RunUnprivilegedAsync(string program, params string[] arguments) => await RunAsync(Unprivileged(program, arguments));

    /// <summary>A port of the loopback interface that is free for the moment.</summary>
    public static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The program in <c>PATH</c> or one of the folders; null if there is none.</summary>
    public static string? Find(string program, params IEnumerable<string> folders)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Concat(folders)
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    /// <summary>Ends the server at once: it has no time to finish anything.</summary>
    public Task StopAsync() => OrderAsync("stop", "stopped");

    /// <summary>Starts the server after <see cref="StopAsync"/>.</summary>
    public Task StartAsync() => OrderAsync("start", "started");

    public async ValueTask DisposeAsync()
    {
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync();
        _shell.Dispose();
    }

    private static bool IsRoot => !OperatingSystem.IsWindows() && Environment.UserName == "root";

    private static ProcessStartInfo Unprivileged(string program, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = IsRoot
            ? new("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", program, .. arguments])
            : new(program, arguments);
        start.WorkingDirectory = Path.GetTempPath();
        return start;
    }

    private static Task RunAsync(string program, params string[] arguments) => RunAsync(new ProcessStartInfo(program, arguments));

    private static async Task RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{start.FileName} ended with {process.ExitCode}: {errors}{await output}");
    }

    private async Task OrderAsync(string order, string answer)
    {
        await _shell.StandardInput.WriteLineAsync(order);
        await HearAsync(answer);
    }

    private async Task HearAsync(string answer)
    {
        string? line = await _shell.StandardOutput.ReadLineAsync();
        if (line != answer) throw new InvalidOperationException($"The server's shell said '{line}' instead of '{answer}'. The server's log: {Log}");
    }
}
