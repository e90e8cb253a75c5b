namespace JourneyApps.Mirroring.Dialects;

/// <summary>A statement that changes the tables of a copy.</summary>
/// <param name="Text">The SQL, without a semicolon at the end.</param>
public sealed record SqlStatement(string Text)
{
    /// <summary>Whether the statement cannot run in a transaction, as PostgreSQL's <c>CREATE INDEX CONCURRENTLY</c>. It must then be safe
    /// to run it again.</summary>
    public bool RunsAlone { get; init; }

    /// <summary>The SQL.</summary>
    public override string ToString() => Text;
}
