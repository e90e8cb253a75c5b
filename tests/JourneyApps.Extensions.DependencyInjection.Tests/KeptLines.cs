using System.Text;
using JourneyApps.Internal.Features.Deployments;
using Microsoft.Extensions.Logging;

namespace JourneyApps.Extensions.DependencyInjection.Tests;

/// <summary>Keeps every line of every category, with the scopes and the values that it was made of.</summary>
internal sealed class KeptLines : ILoggerProvider, ILogger
{
    private readonly StringBuilder _lines = new();

    public string Text
    {
        get { lock (_lines) return _lines.ToString(); }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Add($"{state}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        string values = state is IEnumerable<KeyValuePair<string, object?>> named ? string.Join(' ', named) : "";
        Add($"{formatter(state, exception)} {values} {exception}");
    }

    private void Add(string line)
    {
        lock (_lines) _lines.AppendLine(line);
    }
}
