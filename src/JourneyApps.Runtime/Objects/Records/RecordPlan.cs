using JourneyApps.Internal.Objects.Paging;
using JourneyApps.Internal.Transport.Requests;
using JourneyApps.Internal.Values.Records;

namespace JourneyApps.Internal.Objects.Records;

/// <summary>What an untyped query asks for. Immutable.</summary>
/// <param name="Model">The model.</param>
internal sealed record RecordPlan(string Model)
{
    /// <summary>The expression; null for everything.</summary>
    public string? Expression { get; init; }

    /// <summary>One value per question mark of the expression.</summary>
    public RecordValue[] Arguments { get; init; } = [];

    /// <summary>The order, most important first.</summary>
    public SortKey[] Order { get; init; } = [];

    /// <summary>How many objects to leave out at the beginning.</summary>
    public int Skip { get; init; }

    /// <summary>How many objects at most; null for all.</summary>
    public int? Take { get; init; }

    /// <summary>Limits of the requests; null for the client's.</summary>
    public RequestOptions? Options { get; init; }

    /// <summary>The request of one page.</summary>
    public ApiRequest Page(int limit, int skip, bool total = false) => Expression is null
        ? QueryRequests.List(Model, Order, limit, skip, total, Options)
        : QueryRequests.Expression(
            Model,
            Expression,
            writer =>
            {
                foreach (RecordValue argument in Arguments) RecordJson.WriteKey(writer, argument.Json);
            },
            Order, limit, skip, total, Options);
}
