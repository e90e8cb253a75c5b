namespace JourneyApps.Schema;

/// <summary>A range of the text by offset; it becomes a <see cref="TextRange"/> when somebody asks.</summary>
internal readonly record struct TextSpan(int Start, int Length)
{
    public static TextSpan None { get; } = new(-1, 0);
}
