using System.Diagnostics.CodeAnalysis;

namespace JourneyApps.Emulator.Querying;

/// <summary>An invalid expression, with the message of the platform's parser.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It always carries its position.")]
internal sealed class QueryExpressionException(string plainMessage, string expression, int position, int positionEnd)
    : Exception($"{plainMessage}\n{expression}\n{new string(' ', position)}^")
{
    /// <summary>The message without the expression.</summary>
    public string PlainMessage { get; } = plainMessage;

    /// <summary>The offset of the error, from 0.</summary>
    public int Position { get; } = position;

    /// <summary>The offset after the error.</summary>
    public int PositionEnd { get; } = positionEnd;
}
