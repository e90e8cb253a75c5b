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
}
