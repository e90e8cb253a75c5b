namespace JourneyApps.Tool.Commands.Import;

/// <summary>What an import does with the rows.</summary>
internal enum ImportMode
{
    /// <summary>Creates objects that are not there; those that are stay as they are.</summary>
    Create,

    /// <summary>Creates or replaces: fields that the file does not have are cleared.</summary>
    Put,

    /// <summary>Changes the fields that the file has, on objects that are there.</summary>
    Update,
}
