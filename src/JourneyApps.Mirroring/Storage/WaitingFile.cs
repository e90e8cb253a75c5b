namespace JourneyApps.Mirroring.Storage;

/// <summary>A file that waits for its download or its removal.</summary>
/// <param name="Model">The model's name in the schema.</param>
/// <param name="Id">The object's id.</param>
/// <param name="Field">The field's name in the schema.</param>
/// <param name="FileId">The file's id.</param>
/// <param name="Attempts">How many downloads failed.</param>
internal sealed record WaitingFile(string Model, string Id, string Field, string FileId, int Attempts)
{
    /// <summary>The path in the folder of files; null if it was never stored.</summary>
    public string? Path { get; init; }
}
