using JourneyApps.Emulator.Http;

namespace JourneyApps.Emulator;

/// <summary>
/// What the emulator does where no source says what the platform does. Each member is one assumption, with the reason for its default.
/// A test that passes against the emulator only because of one of these is not proved against the platform: switch it and run again.
/// </summary>
/// <example><code>new EmulatorOptions { Assumptions = new() { CreateStatus = 201, ListOrder = ListOrder.Random } }</code></example>
public sealed record Assumptions
{
    /// <summary>The status of a successful <c>POST objects/{model}.json</c>. No source says more than 2xx. Default: 200.</summary>
    public int CreateStatus { get; init; } = 200;

    /// <summary>The status of a <c>PUT</c> that made the object. No source says more than 2xx. Default: 200.</summary>
    public int PutCreateStatus { get; init; } = 200;

    /// <summary>The error type for a model that the data model does not have; the status is 404. Default: <c>ROUTE_ERROR</c>, as the path leads nowhere.</summary>
    public string UnknownModelErrorType { get; init; } = Http.ApiErrorType.RouteError;

    /// <summary>
    /// Whether <c>objects/jobs.json</c> finds the model <c>job</c> when no model has the exact name. Some examples of the documentation and
    /// live scripts do this. Default: yes.
    /// </summary>
    public bool PluralModelNames { get; init; } = true;

    /// <summary>
    /// Whether body members that the model does not have are ignored; otherwise they are an <c>INVALID_VALUE</c>. Default: ignored, as the
    /// API asks of its clients. <c>id</c>, <c>type</c>, <c>updated_at</c> and <c>display</c> are always ignored.
    /// </summary>
    public bool IgnoreUnknownMembers { get; init; } = true;

    /// <summary>Whether a link may name an object that is not there. Default: yes, because devices that were offline sync in any order.</summary>
    public bool AllowDanglingLinks { get; init; } = true;

    /// <summary>
    /// Whether ids of objects and links must be UUIDs in lower case; otherwise an <c>INVALID_VALUE</c>. Default: yes, as the documentation
    /// says of ids in URLs. Switched off, any text of 1 to 64 letters, digits, <c>-</c> and <c>_</c> is one.
    /// </summary>
    public bool IdsMustBeUuids { get; init; } = true;

    /// <summary>Whether deleting an object that is not there succeeds. Default: no, it is the <c>OBJECT_NOT_FOUND</c> that is documented for batches.</summary>
    public bool DeleteMissingSucceeds { get; init; }

    /// <summary>Whether an integer field takes <c>7.0</c>. Default: yes; <c>7.5</c> is never taken.</summary>
    public bool WholeFractionsAreIntegers { get; init; } = true;

    /// <summary>Whether a key that a multiple choice names twice is stored twice. Default: no, the first one counts.</summary>
    public bool KeepDuplicateKeys { get; init; }

    /// <summary>Whether an <c>id</c> in the body of <c>POST objects/{model}.json</c> becomes the object's id. Default: no, as it is a read-only member.</summary>
    public bool CreateTakesId { get; init; }

    /// <summary>Whether fractions of a second are rounded instead of cut off. Default: cut off, as the client's engine compares.</summary>
    public bool RoundMilliseconds { get; init; }

    /// <summary>Which answers show members without a value as null. Default: those of writes, as in the documented examples.</summary>
    public NullMembers NullMembers { get; init; } = NullMembers.InWrites;

    /// <summary>Whether a <c>limit</c> above the page size is lowered without a word; otherwise it is an error. Default: lowered, as the client expects.</summary>
    public bool ClampLimit { get; init; } = true;

    /// <summary>The order of lists that ask for none. Default: the order of creation.</summary>
    public ListOrder ListOrder { get; init; } = ListOrder.Creation;

    /// <summary>Whether objects without a value come first in an ascending order (and last in a descending one). Default: yes, as in the client's engine.</summary>
    public bool NullsFirst { get; init; } = true;

    /// <summary>Whether sorting text ignores the case of ASCII letters. Default: no; the client's engine does, the server is not known to.</summary>
    public bool SortIgnoresCase { get; init; }

    /// <summary>Whether <c>q[field.ne]</c> matches objects without a value. Default: yes, as <c>!=</c> does in <c>query.json</c>.</summary>
    public bool NotEqualMatchesNull { get; init; } = true;

    /// <summary>
    /// Whether <c>query.json</c> compares like JavaScript's <c>==</c> (the number 7 equals the text "7", true equals 1). Default: yes, as the
    /// client's engine does.
    /// </summary>
    public bool LooseEquality { get; init; } = true;

    /// <summary>The <c>type</c> of the error of operations behind the first failure of a batch with <c>stop_on_error</c>. It is the emulator's own.</summary>
    public string SkippedOperationErrorType { get; init; } = "EMULATOR_OPERATION_SKIPPED";

    /// <summary>The time zone in which moments are written in <c>display</c>. Default: UTC; a device uses its own.</summary>
    public TimeZoneInfo DisplayTimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Whether writing <c>null</c> to <c>{field}_id</c> removes an attachment, as <c>null</c> to the field does. Default: yes.</summary>
    public bool NullAttachmentIdClears { get; init; } = true;

    /// <summary>Whether an unknown relationship in <c>embed</c> is an error; otherwise it is ignored. Default: ignored.</summary>
    public bool RejectUnknownEmbed { get; init; }

    /// <summary>Whether an embedded object that is not there is shown as null; otherwise its key is absent. Default: null.</summary>
    public bool EmbedMissingAsNull { get; init; } = true;

    /// <summary>Whether a filter by an unknown field is ignored; otherwise it is an <c>INVALID_API_REQUEST</c>. Default: an error, so that typing errors show.</summary>
    public bool IgnoreUnknownFilters { get; init; }

    /// <summary>The error type of an expression that cannot be parsed; the status is 400. Default: <c>INVALID_API_REQUEST</c>.</summary>
    public string BadExpressionErrorType { get; init; } = Http.ApiErrorType.InvalidApiRequest;

    /// <summary>Whether <c>oplog.json</c> without <c>start</c> and <c>tail</c> is an error; otherwise it begins with the oldest entry. Default: it begins there.</summary>
    public bool LogNeedsStart { get; init; }

    /// <summary>Whether the change log shows the last values of a deleted object; otherwise only id, type and time. Default: only those.</summary>
    public bool LogKeepsDeletedValues { get; init; }

    /// <summary>Whether media URLs answer with a redirect to where the file is. Default: no; clients must follow one.</summary>
    public bool RedirectMedia { get; init; }

    /// <summary>The most objects that <c>search.json</c> returns. Default: 1000, a full page.</summary>
    public int SearchLimit { get; init; } = 1000;
}
