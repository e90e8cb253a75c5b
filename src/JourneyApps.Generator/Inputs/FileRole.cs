namespace JourneyApps.Generator.Inputs;

/// <summary>The role of an additional file.</summary>
internal enum FileRole
{
    /// <summary>A data model.</summary>
    Schema,

    /// <summary>The app's <c>application.xml</c>: API version and app user model.</summary>
    Application,

    /// <summary>The name overrides of a schema: <c>schema.names</c>.</summary>
    NameOverrides,
}
