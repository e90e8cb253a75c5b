namespace JourneyApps.Schema;

/// <summary>What a change means for code that was generated from the first data model when the second one is deployed, and for stored
/// data.</summary>
[Flags]
public enum DataModelImpact
{
    /// <summary>None of the others: labels, display formats, indexes and the like.</summary>
    None = 0,

    /// <summary>A model, field, relationship or option was added, removed or changed.</summary>
    Structure = 1,

    /// <summary>The code reads a model or member that is no longer there, or that has another type. A program that only reads, such as a
    /// mirror, asks for this.</summary>
    BreaksReading = 2,

    /// <summary>The code can send a value that the deployment refuses or does not store.</summary>
    BreaksWriting = 4,

    /// <summary>Code that uses the member no longer compiles once it is generated from the second data model.</summary>
    BreaksBuild = 8,

    /// <summary>Any of <see cref="BreaksReading"/>, <see cref="BreaksWriting"/> and <see cref="BreaksBuild"/>. This is what "breaks
    /// generated code" means everywhere: <c>journeyapps check</c>, the health check and a comparison at run time agree.</summary>
    BreaksGeneratedCode = BreaksReading | BreaksWriting | BreaksBuild,

    /// <summary>Stored values can no longer be read: their model or member is gone, or its type has another form.</summary>
    LosesStoredData = 16,
}
