using JourneyApps.Schema.Reading;

namespace JourneyApps.Generator.Pipeline;

/// <summary>What an additional file is to us.</summary>
internal enum FileRole
{
    /// <summary>A data model.</summary>
    Schema,

    /// <summary>The app's <c>application.xml</c>: API version and user model.</summary>
    Application,

    /// <summary>Names that the user chose: <c>schema.names</c>.</summary>
    Names,
}
