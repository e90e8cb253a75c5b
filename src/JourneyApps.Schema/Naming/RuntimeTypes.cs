namespace JourneyApps.Schema.Naming;

/// <summary>The non-generic public types of the runtime's namespace, which every file of a project sees. A test compares the list.</summary>
internal static class RuntimeTypes
{
    private const string Text =
        """
        AccessDeniedException ApiError ApiErrorTypes Attachment AttachmentFileName AttachmentState AttachmentUnavailableException
        AttachmentValue AuthenticationFailedException BatchCanceledException BatchException BatchMethod BatchOperation
        BatchOptions BatchProgress BatchReport BatchResult BatchStatus BooleanField BulkOptions BulkResult ChoiceSet
        DataLossHandling DeploymentNotFoundException DownloadOptions DownloadedFile FileVariant Filter InvalidRequestException
        InvalidValueException JourneyApiException JourneyAppOptions JourneyBaseAddress JourneyCanceledException JourneyClient
        JourneyConnectionException JourneyCredential JourneyEnvironment JourneyJson JourneyRecord JourneyRecordSet JourneyRegion
        JourneyTelemetry JourneyTimeoutException Location ObjectChangedException ObjectNotFoundException Photo PresenceField
        RawResponse ReadConsistency RecordBatch RecordQuery RecordValue RefusedUrlException ReplaceRefusedException RequestOptions
        RequestRateLimit RouteNotFoundException ServerFaultException Signature SortKey TextField TimeoutKind
        TooManyRequestsException Track UnexpectedRedirectException UnreadableObjectException UnreadableObjectHandling
        UnreadableResponseException WriteCondition WriteOutcome
        """;

    private static readonly HashSet<string> Names = new(Text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether a name is a type of the runtime.</summary>
    /// <param name="name">The name of a type.</param>
    public static bool Contains(string name) => Names.Contains(name);
}
