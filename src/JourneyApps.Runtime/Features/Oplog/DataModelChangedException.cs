using JourneyApps.Schema;

namespace JourneyApps.Oplog;

/// <summary>A model or field that the generated code reads was removed from the deployed data model or has a different type. Generate the
/// models from the deployed schema again, or set <c>ContinueOnBreakingDataModelChange</c> in the options of the oplog or mirror.</summary>
public sealed class DataModelChangedException : JourneyApiException
{
    /// <summary>Creates an exception with the default message.</summary>
    public DataModelChangedException() : this([]) { }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">A description of the change.</param>
    public DataModelChangedException(string message) : base(message) { }

    /// <summary>Creates an exception with a message and a cause.</summary>
    /// <param name="message">A description of the change.</param>
    /// <param name="innerException">The cause; null if there is none.</param>
    public DataModelChangedException(string message, Exception? innerException) : base(message, innerException) { }

    /// <summary>Creates an exception for changes of the data model.</summary>
    /// <param name="changes">All changes; the message lists those that break reading.</param>
    public DataModelChangedException(IReadOnlyList<DataModelChange> changes) : this(changes, nameof(FollowOptions)) { }

    /// <summary>An exception that names the option of its reader.</summary>
    internal DataModelChangedException(IReadOnlyList<DataModelChange> changes, string options)
        : base("The deployed data model does not fit the generated code: " + string.Join("; ", changes.Where(BreaksReading))
            + $". Generate the models from the deployed schema, or set {options}.ContinueOnBreakingDataModelChange.")
        => Changes = changes;

    /// <summary>The changes of the data model.</summary>
    public IReadOnlyList<DataModelChange> Changes { get; } = [];

    internal static bool BreaksReading(DataModelChange change) => (change.Impact & DataModelImpact.BreaksReading) != 0;
}
