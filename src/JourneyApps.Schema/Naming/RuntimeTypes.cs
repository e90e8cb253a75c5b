namespace JourneyApps.Schema.Naming;

/// <summary>The non-generic public types of the runtime's namespace, which every file of a project sees. A test compares the list.</summary>
internal static class RuntimeTypes
{
    private const string Text =
        """
        AccessDeniedException ApiError ApiErrorTypes Attachment AttachmentField AttachmentFileName AttachmentState
        AttachmentUnavailableException AttachmentValue AuthenticationFailedException AuthenticationToken BatchCanceledException
        BatchException BatchMethod BatchOperation BatchOptions BatchProgress BatchReport BatchResult BatchStatus BooleanField
        BulkOptions BulkResult OplogGapException ChoiceSet ReadConsistency DataModelChange DataModelChangedException
        DataModelDifference DateField DateTimeField DeployedDataModel DeployedField DeployedIndex DeployedModel
        DeployedRelationship DeploymentClient DeploymentInfo DeploymentNotFoundException DeploymentUser DeploymentUsers
        DeviceSession DeviceSessionState DownloadOptions DownloadedFile FileCheckpointStore Filter FilterArgument FollowOptions
        ICheckpointStore IntegerField InvalidRequestException InvalidValueException JourneyApiException JourneyAppOptions
        JourneyBaseAddress JourneyCanceledException JourneyClient JourneyConnectionException JourneyCredential
        JourneyEnvironment JourneyHttpHandler JourneyJson JourneyMirror JourneyQuery JourneyRecord JourneyRecordSet
        JourneyRegion JourneyTelemetry JourneyTestData JourneyTimeoutException JourneyWebhook Location LocationField
        MirrorBuilder MirrorChangeKind MirrorEvent OplogGapHandling MirrorLoadException MirrorOptions MirrorPhase MirrorProgress
        MirrorSnapshot MirrorStep NumberField ObjectChangedException ObjectNotFoundException UnreadableObjectHandling WriteCondition
        Oplog OplogCheckpoint OplogEntry OplogOperation OplogPage WriteOutcome Photo PhotoField PhotoVariant RawResponse RecordBatch
        RecordQuery RecordValue RefusedUrlException DataLossHandling ReplaceRefusedException RequestOptions RequestRateLimit
        RouteNotFoundException ServerFaultException Signature SignatureField SignatureVariant SortKey TextField TimeoutKind
        TooManyRequestsException Track TrackField Tracking UnexpectedRedirectException UnreadableEntry UnreadableObjectException
        UnreadableResponseException UpdatedAtField WebhookReader WebhookRejectedException WebhookRejection WebhookSignature
        """;

    private static readonly HashSet<string> Names = new(Text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether a name is a type of the runtime.</summary>
    /// <param name="name">The name of a type.</param>
    public static bool Contains(string name) => Names.Contains(name);
}
