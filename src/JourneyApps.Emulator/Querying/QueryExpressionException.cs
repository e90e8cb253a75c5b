using System.Diagnostics.CodeAnalysis;

namespace JourneyApps.Emulator.Querying;

/// <summary>A fault in an expression, with the message of the platform's own parser.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It always carries its position.")]
internal sealed class QueryExpressionException(string plainMessage, string expression, int position, int positionEnd)
    : Exception($"{plainMessage}\n{expression}\n{new string(' ', position)}^")
{
    /// <summary>The message without the expression.</summary>
    public string PlainMessage { get; } = plainMessage;

    /// <summary>The offset of the fault, from 0.</summary>
    public int Position { get; } = position;

    /// <summary>The offset behind the fault.</summary>
    public int PositionEnd { get; } = positionEnd;
}
