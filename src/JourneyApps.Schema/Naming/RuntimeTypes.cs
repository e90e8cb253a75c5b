namespace JourneyApps.Schema.Naming;

/// <summary>
/// The non-generic public types of the runtime's namespace <c>JourneyApps</c>, which projects import. A test compares the list.
/// </summary>
internal static class RuntimeTypes
{
    private const string Text =
        """
        AccessDeniedException ApiError ApiErrorKind Attachment AttachmentState AttachmentValue AuthenticationFailedException
        BatchCanceledException BatchException BatchMethod BatchOperation BatchOptions BatchProgress BatchReport BatchResult
        BatchStatus BooleanField BulkResult ChoiceSet DataLossHandling DeviceWipeHandling DownloadOptions FieldExtensions FileVariant Filter
        InvalidRequestException JourneyApiException JourneyAppOptions JourneyCanceledException JourneyClient
        JourneyCredential JourneyJson JourneyTimeoutException JourneyTracking Location ObjectChangedException
        ObjectNotFoundException Photo PresenceField ReadConsistency RequestOptions Signature SortKey TextField TimeoutKind
        TooManyRequestsException Track UnreadableObjectException UnreadableResponseException WriteCondition WriteOutcome
        """;

    private static readonly HashSet<string> Names = new(Text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The names.</summary>
    public static IReadOnlyCollection<string> All => Names;

    /// <summary>Whether a name is a type of the runtime.</summary>
    public static bool Contains(string name) => Names.Contains(name);
}
