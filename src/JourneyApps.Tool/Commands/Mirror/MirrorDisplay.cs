using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using JourneyApps.Mirroring;
using Spectre.Console;

namespace JourneyApps.Tool.Commands.Mirror;

/// <summary>Shows what a mirror does: bars while it loads on a terminal, otherwise a line every ten seconds, and a line a minute while it
/// follows. With <c>--json</c>, each event is a line on the standard output instead.</summary>
internal sealed class MirrorDisplay(Terminal terminal, bool once, bool json) : IProgress<DatabaseMirrorProgress>
{
    private static readonly TimeSpan LoadingInterval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FollowingInterval = TimeSpan.FromMinutes(1);

    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    private readonly object _lock = new();
    private readonly Dictionary<string, ModelLoad> _loads = [];
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _upToDate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _rows;
    private long _rowsOfInterval;
    private long _statements;
    private bool _showsBars;

    private string Written
        => $"{Plural.Of(_rows, "row")} written"
            + (_statements == 0 ? "" : $", {Plural.Of(_statements, "statement")} run for the tables");

    public void Report(DatabaseMirrorProgress value)
    {
        lock (_lock)
        {
            _rows += value.Rows;
            _rowsOfInterval += value.Rows;
            if (value is { Model: { } model, Event: DatabaseMirrorEvent.Stored, Loaded: { } part })
            {
                ModelLoad load = _loads.GetValueOrDefault(model) ?? new ModelLoad(0, 0);
                _loads[model] = new ModelLoad(load.Objects + value.Objects, Math.Max(load.Part, part));
                _begun.TrySetResult();
            }

            if (json) WriteJson(value);
            else WriteNews(value);
        }

        if (value.Event == DatabaseMirrorEvent.UpToDate) _upToDate.TrySetResult();
    }

    /// <summary>Shows a running mirror until it ends.</summary>
    public async Task ShowAsync(Task running, CancellationToken cancellationToken)
    {
        if (!json)
        {
            await Task.WhenAny(running, _begun.Task, _upToDate.Task);
            Task loading = Task.WhenAny(running, _upToDate.Task);
            if (!loading.IsCompleted && terminal.ErrorIsTerminal) await ShowBarsAsync(loading);
            else await EachAsync(LoadingInterval, loading, WriteLoads);
            await EachAsync(FollowingInterval, running, WriteInterval);
        }

        await running.WaitAsync(Timeout.InfiniteTimeSpan, cancellationToken);
    }

    /// <summary>Writes the last line of a mirror that is up to date.</summary>
    public void WriteEnd(string place)
    {
        if (!json) terminal.WriteMessage($"{place} is up to date: {Written}.");
    }

    private async Task ShowBarsAsync(Task loading)
    {
        await terminal.ErrorConsole().Progress().AutoClear(true).StartAsync(async context =>
        {
            Dictionary<string, ProgressTask> bars = [];
            lock (_lock) _showsBars = true;
            while (!loading.IsCompleted)
            {
                lock (_lock)
                {
                    foreach ((string model, ModelLoad load) in _loads)
                    {
                        if (!bars.TryGetValue(model, out ProgressTask? bar))
                            bars[model] = bar = context.AddTask(Markup.Escape(SafeText.Line(model)), maxValue: 1);
                        bar.Value = load.Part;
                    }
                }

                await Task.WhenAny(loading, Task.Delay(TimeSpan.FromMilliseconds(200)));
            }
        });
        lock (_lock) _showsBars = false;
    }

    private static async Task EachAsync(TimeSpan interval, Task until, Action write)
    {
        while (!until.IsCompleted)
        {
            if (await Task.WhenAny(until, Task.Delay(interval)) != until) write();
        }
    }

    private void WriteLoads()
    {
        lock (_lock)
        {
            foreach ((string model, ModelLoad load) in _loads.Where(pair => pair.Value.Part < 1))
            {
                terminal.WriteMessage(string.Create(
                    CultureInfo.InvariantCulture, $"{model}: {load.Objects:N0} objects loaded ({load.Part * 100:N0} %)"));
            }
        }
    }

    private void WriteInterval()
    {
        lock (_lock)
        {
            terminal.WriteMessage(string.Create(
                CultureInfo.InvariantCulture,
                $"{DateTime.UtcNow:yyyy-MM-dd'T'HH:mm:ss'Z'}: {Plural.Of(_rowsOfInterval, "row")} written in the last minute"));
            _rowsOfInterval = 0;
        }
    }

    private void WriteNews(DatabaseMirrorProgress value)
    {
        switch (value.Event)
        {
            case DatabaseMirrorEvent.TablesChanged:
                _statements += value.Statements.Count;
                if (_upToDate.Task.IsCompleted) Write($"{Plural.Of(value.Statements.Count, "statement")} run for the tables.");
                break;
            case DatabaseMirrorEvent.Retrying:
                Write(string.Create(
                    CultureInfo.InvariantCulture, $"{value.Message} Trying again in {value.RetryAfter?.TotalSeconds ?? 0:N0} s."));
                break;
            case DatabaseMirrorEvent.Waiting or DatabaseMirrorEvent.WaitingForTables or DatabaseMirrorEvent.TookOver:
                Write(value.Message ?? "");
                foreach (string statement in value.Statements) terminal.Out.WriteLine($"{statement};");
                break;
            case DatabaseMirrorEvent.UpToDate when !once && !_upToDate.Task.IsCompleted:
                Write($"up to date: {Written}. Following the changes.");
                break;
        }
    }

    // A line among bars would remain between their frames.
    private void Write(string message)
    {
        if (_showsBars) terminal.ErrorConsole().WriteLine(SafeText.Line(message));
        else terminal.WriteMessage(message);
    }

    private void WriteJson(DatabaseMirrorProgress value)
    {
        object line = new
        {
            time = DateTimeOffset.UtcNow,
            @event = value.Event,
            value.Model,
            rows = value.Rows == 0 ? null : (long?)value.Rows,
            objects = value.Objects == 0 ? null : (int?)value.Objects,
            value.Loaded,
            value.Message,
            retryAfterSeconds = value.RetryAfter?.TotalSeconds,
            statements = value.Statements.Count == 0 ? null : value.Statements,
        };
        terminal.Out.WriteLine(JsonSerializer.Serialize(line, JsonOptions));
        terminal.Out.Flush();
    }

    private sealed record ModelLoad(long Objects, double Part);
}
