namespace JourneyApps.Docs.Tests;

/// <summary>A fenced block of a page.</summary>
/// <param name="Page">The page, relative to the repository.</param>
/// <param name="Line">The line of its first line of code, from 1.</param>
/// <param name="Language">What stands behind the opening fence.</param>
/// <param name="Code">What stands between the fences.</param>
internal sealed record CodeBlock(string Page, int Line, string Language, string Code)
{
    /// <summary>Whether the block is a complete program, which uses nothing that it does not declare.</summary>
    public bool IsProgram => Page.StartsWith("docs/how-to/", StringComparison.Ordinal);
}
