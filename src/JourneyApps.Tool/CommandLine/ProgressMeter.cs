using System.Globalization;
using Spectre.Console;

namespace JourneyApps.Tool.CommandLine;

/// <summary>Shows how far a transfer is: a bar on a screen, and a line now and then everywhere else.</summary>
internal sealed class ProgressMeter
{
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(10);

    private readonly Terminal _terminal;
    private readonly string _what;
    private readonly ProgressTask? _bar;
    private readonly long? _total;
    private long _lastLine = Environment.TickCount64;

    private ProgressMeter(Terminal terminal, string what, long? total, ProgressTask? bar)
    {
        _terminal = terminal;
        _what = what;
        _total = total;
        _bar = bar;
    }

    /// <summary>Runs a transfer with a meter.</summary>
    /// <param name="terminal">Where it is shown.</param>
    /// <param name="what">What is transferred.</param>
    /// <param name="total">How many objects there are; null when that is not known.</param>
    /// <param name="transfer">The transfer.</param>
    public static Task<T> RunAsync<T>(Terminal terminal, string what, long? total, Func<ProgressMeter, Task<T>> transfer)
    {
        if (!terminal.ErrorIsTerminal) return transfer(new ProgressMeter(terminal, what, total, null));
        return terminal.ErrorConsole().Progress().AutoClear(true).StartAsync(context =>
        {
            ProgressTask bar = context.AddTask(Markup.Escape(SafeText.Line(what)), maxValue: Math.Max(1, total ?? 1));
            bar.IsIndeterminate = total is null;
            return transfer(new ProgressMeter(terminal, what, total, bar));
        });
    }

    /// <summary>So many are done.</summary>
    public void Report(long done)
    {
        if (_bar is not null)
        {
            _bar.Value = done;
            return;
        }

        if (Environment.TickCount64 - _lastLine < LineEvery.TotalMilliseconds) return;
        _lastLine = Environment.TickCount64;
        _terminal.WriteMessage(string.Create(CultureInfo.InvariantCulture, $"{_what}: {done:N0}{(_total is { } all ? $" of {all:N0}" : "")}"));
    }
}
