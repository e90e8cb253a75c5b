using JourneyApps.Deployments;

namespace JourneyApps.Oplog;

/// <summary>
/// The deployment's data model lost or retyped something that this code reads. Generate the models anew from the deployed schema,
/// or set <see cref="FollowOptions.ContinueOnBreakingDataModelChange"/>.
/// </summary>
public sealed class DataModelChangedException : JourneyApiException
{
    /// <summary>An exception without differences.</summary>
    public DataModelChangedException()
        : this([])
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What changed.</param>
    public DataModelChangedException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">What changed.</param>
    /// <param name="innerException">The cause; null when there is none.</param>
    public DataModelChangedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An exception for differences.</summary>
    /// <param name="differences">What differs.</param>
    public DataModelChangedException(IReadOnlyList<DataModelDifference> differences)
        : base("The deployment's data model no longer fits this code: " + string.Join("; ", differences.Where(static d => d.IsBreaking).Select(static d => d.ToString()))
            + ". Generate the models from the deployed schema, or set FollowOptions.ContinueOnBreakingDataModelChange.")
        => Differences = differences;

    /// <summary>What differs.</summary>
    public IReadOnlyList<DataModelDifference> Differences { get; } = [];
}
