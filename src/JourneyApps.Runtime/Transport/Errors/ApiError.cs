namespace JourneyApps;

/// <summary>The error object of the API, for a request or for one operation of a batch.</summary>
/// <param name="Type">The machine-readable type, such as <c>INVALID_VALUE</c>; null when the server gave none (plain text, HTML, empty
/// body).</param>
/// <param name="Title">A short text for people; null when absent.</param>
/// <param name="Detail">What exactly was wrong; quotes the user's data, so it belongs on screens and not into logs. Null when
/// absent.</param>
/// <param name="See">A link to the platform's documentation; never parse it. Null when absent.</param>
public sealed record ApiError(string? Type, string? Title = null, string? Detail = null, string? See = null)
{
    /// <summary>The type and title only: safe for logs, because the detail quotes the user's data.</summary>
    public override string ToString() => Title is null ? Type ?? "unknown error" : $"{Type ?? "error"}: {Title}";
}
