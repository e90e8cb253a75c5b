namespace JourneyApps.Emulator;

/// <summary>What the emulator does where no source states the behavior of the platform. Each member is one assumption, with the reason for
/// its default. If a test passes only because of an assumption, nothing is known about the platform: switch the assumption and run it
/// again.</summary>
/// <example><code>new EmulatorOptions { Assumptions = new() { CreateStatus = 201, ListOrder = ListOrder.Random } }</code></example>
public sealed record Assumptions
{
    /// <summary>The status of a successful <c>POST objects/{model}.json</c>. No source says more than 2xx. Default: 200.</summary>
    public int CreateStatus { get; init; } = 200;

    /// <summary>The status of a <c>PUT</c> that made the object. No source says more than 2xx. Default: 200.</summary>
    public int PutCreateStatus { get; init; } = 200;

    /// <summary>The error type for an unknown model; the status is 404. Default: <c>ROUTE_ERROR</c>, as there is no such path.</summary>
    public string UnknownModelErrorType { get; init; } = ApiErrorType.RouteError;

    /// <summary>Whether <c>objects/jobs.json</c> finds the model <c>job</c> when no model has the exact name. Some examples of the
    /// documentation and live scripts do this. Default: yes.</summary>
    public bool PluralModelNames { get; init; } = true;

    /// <summary>Whether body members that the model does not have are ignored; otherwise they are an <c>INVALID_VALUE</c>. Default:
    /// ignored, as the API asks of its clients. <c>id</c>, <c>type</c>, <c>updated_at</c> and <c>display</c> are always ignored.</summary>
    public bool IgnoreUnknownMembers { get; init; } = true;

    /// <summary>Whether a link may name an object that does not exist. Default: yes, as offline devices sync in any order.</summary>
    public bool AllowDanglingLinks { get; init; } = true;

    /// <summary>Whether ids of objects and links must be UUIDs in lower case; otherwise an <c>INVALID_VALUE</c>. Default: yes, as the
    /// documentation says of ids in URLs. Switched off, any text of 1 to 64 letters, digits, <c>-</c> and <c>_</c> is one.</summary>
    public bool IdsMustBeUuids { get; init; } = true;

    /// <summary>Whether deleting a missing object succeeds. Default: no, <c>OBJECT_NOT_FOUND</c> is documented for batches.</summary>
    public bool DeleteMissingSucceeds { get; init; }

    /// <summary>Whether an integer field takes <c>7.0</c>. Default: yes; <c>7.5</c> is never taken.</summary>
    public bool WholeFractionsAreIntegers { get; init; } = true;

    /// <summary>Whether a key that a multiple choice names twice is stored twice. Default: no, the first one counts.</summary>
    public bool KeepDuplicateKeys { get; init; }

    /// <summary>Whether an <c>id</c> in the body of a create becomes the object's id. Default: no, it is a read-only member.</summary>
    public bool CreateTakesId { get; init; }

    /// <summary>Whether fractions of a second are rounded instead of cut off. Default: cut off, as the client's engine compares.</summary>
    public bool RoundMilliseconds { get; init; }

    /// <summary>Which responses show members without a value as null. Default: those of writes, as in the documented examples.</summary>
    public NullMembers NullMembers { get; init; } = NullMembers.InWrites;

    /// <summary>Whether a <c>limit</c> above the page size is lowered instead of refused. Default: yes, as clients expect.</summary>
    public bool ClampLimit { get; init; } = true;

    /// <summary>The order of lists without a sort. Default: the order of creation.</summary>
    public ListOrder ListOrder { get; init; } = ListOrder.Creation;

    /// <summary>Whether objects without a value come first in ascending order. Default: yes, as in the client's engine.</summary>
    public bool NullsFirst { get; init; } = true;

    /// <summary>Whether sorting text ignores case. Default: yes, as in the client's engine.</summary>
    public bool SortIgnoresCase { get; init; } = true;

    /// <summary>Whether <c>q[field.ne]</c> matches objects without a value. Default: yes, as <c>!=</c> does in <c>query.json</c>.</summary>
    public bool NotEqualMatchesNull { get; init; } = true;

    /// <summary>Whether <c>query.json</c> compares like JavaScript's <c>==</c> (7 equals "7"). Default: yes, as clients do.</summary>
    public bool LooseEquality { get; init; } = true;

    /// <summary>The error type of operations after the failure in a batch with <c>stop_on_error</c>. Default: the emulator's own.</summary>
    public string SkippedOperationErrorType { get; init; } = "EMULATOR_OPERATION_SKIPPED";

    /// <summary>The time zone in which moments are written in <c>display</c>. Default: UTC; a device uses its own.</summary>
    public TimeZoneInfo DisplayTimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Whether <c>null</c> for <c>{field}_id</c> removes an attachment, as <c>null</c> for the field does. Default: yes.</summary>
    public bool NullAttachmentIdClears { get; init; } = true;

    /// <summary>Whether an unknown relationship in <c>embed</c> is an error; otherwise it is ignored. Default: ignored.</summary>
    public bool RejectUnknownEmbed { get; init; }

    /// <summary>Whether an embedded object that does not exist is shown as null; otherwise its key is absent. Default: null.</summary>
    public bool EmbedMissingAsNull { get; init; } = true;

    /// <summary>Whether a filter by an unknown field is ignored. Default: no, it is an error, to show typing errors.</summary>
    public bool IgnoreUnknownFilters { get; init; }

    /// <summary>The error type of an expression that cannot be parsed; the status is 400. Default: <c>INVALID_API_REQUEST</c>.</summary>
    public string BadExpressionErrorType { get; init; } = ApiErrorType.InvalidApiRequest;

    /// <summary>Whether <c>oplog.json</c> needs <c>start</c> or <c>tail</c>. Default: no, it starts with the oldest entry.</summary>
    public bool OplogNeedsStart { get; init; }

    /// <summary>Whether the oplog shows the last values of a deleted object. Default: no, only id, type and time.</summary>
    public bool OplogKeepsDeletedValues { get; init; }

    /// <summary>Whether media URLs redirect to another URL of the file. Default: no. Clients must follow redirects.</summary>
    public bool RedirectMedia { get; init; }

    /// <summary>The maximum number of objects that <c>search.json</c> returns. Default: 1000, a full page.</summary>
    public int SearchLimit { get; init; } = 1000;
}
