namespace JourneyApps.Tool.Commands.Import;

/// <summary>How rows are written.</summary>
internal enum ImportMode
{
    /// <summary>Creates missing objects; existing objects are left unchanged.</summary>
    Create,

    /// <summary>Creates or replaces objects: fields that are not in the file are cleared.</summary>
    Put,

    /// <summary>Creates missing objects; changes the fields that are in the file on existing objects.</summary>
    Upsert,

    /// <summary>Changes the fields that are in the file, on existing objects.</summary>
    Update,
}
