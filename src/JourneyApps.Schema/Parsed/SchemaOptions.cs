namespace JourneyApps.Schema;

/// <summary>What the text of a schema does not say about itself.</summary>
public sealed record SchemaOptions
{
    /// <summary>The app's API version, as in <c>&lt;api&gt;4.0&lt;/api&gt;</c> of <c>application.xml</c>; <see langword="null"/> to
    /// recognize the version from the document. A text that is not a version counts as <see langword="null"/>.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>The model whose objects are the app's users, as in <c>&lt;mobile_user&gt;</c>; <see langword="null"/> if it is not
    /// known.</summary>
    public string? AppUserModel { get; init; }

    /// <summary>The API version in <c>application.xml</c>, so that a diagnostic can name the file that a wrong version comes
    /// from.</summary>
    internal string? ApplicationVersion { get; init; }

    /// <summary>Where the API version comes from, as the end of a message; empty if it is not known.</summary>
    internal string VersionSource
        => ApiVersion is null
            ? ""
            : $" in API version {ApiVersion}{(ApiVersion == ApplicationVersion ? ", which application.xml states" : "")}";
}
