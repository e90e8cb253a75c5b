namespace JourneyApps.Mirroring;

/// <summary>The state of the copy of a model.</summary>
/// <param name="Model">The model's name in the schema.</param>
/// <param name="Table">The table's name.</param>
public sealed record ModelCopyStatus(string Model, string Table)
{
    /// <summary>The phase; null if the model is not copied any more.</summary>
    public MirrorPhase? Phase { get; init; }

    /// <summary>How many rows the table has, marked ones included.</summary>
    public long Rows { get; init; }

    /// <summary>Whether <see cref="Rows"/> is an estimate of the database: the table has more than 10,000 rows, and they were not
    /// counted.</summary>
    public bool RowsAreEstimated { get; init; }

    /// <summary>How many values did not fit into the table.</summary>
    public long Problems { get; init; }

    /// <summary>When the last load ended, in UTC, by the clock of the worker; null if none ended.</summary>
    public DateTimeOffset? LoadedAt { get; init; }

    /// <summary>When the deployment was found without the model, in UTC, by the clock of the database; null if it has it.</summary>
    public DateTimeOffset? RetiredAt { get; init; }
}
