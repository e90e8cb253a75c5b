namespace JourneyApps.Schema.Text;

/// <summary>A range of a text by offset. <see cref="LineMap"/> turns it into a <see cref="TextRange"/>.</summary>
internal readonly record struct TextSpan(int Start, int Length)
{
    public static TextSpan None { get; } = new(-1, 0);
}
