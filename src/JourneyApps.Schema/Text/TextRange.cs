namespace JourneyApps.Schema;

/// <summary>A range of a text. Lines and columns are counted from 0, in UTF-16 units; the end is exclusive.</summary>
/// <param name="Start">The offset of the first character.</param>
/// <param name="Length">The number of characters.</param>
/// <param name="StartLine">The line of the first character.</param>
/// <param name="StartColumn">The column of the first character.</param>
/// <param name="EndLine">The line after the last character.</param>
/// <param name="EndColumn">The column after the last character.</param>
public sealed record TextRange(int Start, int Length, int StartLine, int StartColumn, int EndLine, int EndColumn);
