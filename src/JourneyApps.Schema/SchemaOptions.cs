using JourneyApps.Schema.Reading;

namespace JourneyApps.Schema;

/// <summary>What the text of a schema does not say about itself.</summary>
public sealed record SchemaOptions
{
    /// <summary>
    /// The app's API version, as in <c>&lt;api&gt;4.0&lt;/api&gt;</c> of <c>application.xml</c>; <see langword="null"/> to tell the dialect
    /// by the document itself. A text that is no version counts as <see langword="null"/>.
    /// </summary>
    public string? ApiVersion { get; init; }

    /// <summary>The model whose objects are the app's users, as in <c>&lt;mobile_user&gt;</c>; <see langword="null"/> when it is not known.</summary>
    public string? AppUserModel { get; init; }

    /// <summary>
    /// Reads the two facts out of <c>application.xml</c>, the file beside <c>schema.xml</c>. Never throws on any text: what cannot be read
    /// is <see langword="null"/>, what stands before a fault still holds, and nothing else of the file matters here.
    /// </summary>
    /// <param name="text">The text of the file, decoded.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    public static SchemaOptions FromApplicationXml(string text) =>
        ApplicationReader.Read(text ?? throw new ArgumentNullException(nameof(text)));
}
