using System.Globalization;
using Spectre.Console;

namespace JourneyApps.Tool.CommandLine;

/// <summary>Shows the progress of a transfer: a bar on a terminal, otherwise one line every ten seconds.</summary>
internal sealed class ProgressMeter
{
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(10);

    private readonly Terminal _terminal;
    private readonly string _name;
    private readonly ProgressTask? _bar;
    private readonly long? _total;
    private long _lastLine = Environment.TickCount64;

    private ProgressMeter(Terminal terminal, string name, long? total, ProgressTask? bar)
    {
        _terminal = terminal;
        _name = name;
        _total = total;
        _bar = bar;
    }

    /// <summary>Runs a transfer and shows its progress.</summary>
    public static Task<T> RunAsync<T>(Terminal terminal, string name, long? total, Func<ProgressMeter, Task<T>> transfer)
    {
        if (!terminal.ErrorIsTerminal) return transfer(new ProgressMeter(terminal, name, total, null));
        return terminal.ErrorConsole().Progress().AutoClear(true).StartAsync(context =>
        {
            ProgressTask bar = context.AddTask(Markup.Escape(SafeText.Line(name)), maxValue: Math.Max(1, total ?? 1));
            bar.IsIndeterminate = total is null;
            return transfer(new ProgressMeter(terminal, name, total, bar));
        });
    }

    /// <summary>Reports the number of objects transferred so far.</summary>
    public void Report(long done)
    {
        if (_bar is not null)
        {
            _bar.Value = done;
            return;
        }

        if (Environment.TickCount64 - _lastLine < LineInterval.TotalMilliseconds) return;
        _lastLine = Environment.TickCount64;
        string total = _total is { } all ? string.Create(CultureInfo.InvariantCulture, $" of {all:N0}") : "";
        _terminal.WriteMessage(string.Create(CultureInfo.InvariantCulture, $"{_name}: {done:N0}{total}"));
    }
}
