using System.Text.Json;
using JourneyApps.Internal.Objects.Paging;
using JourneyApps.Internal.Transport.Requests;
using JourneyApps.Internal.Values.Records;

namespace JourneyApps.Tool.Commands.Export;

/// <summary>Which objects to export: an expression of the API with its arguments.</summary>
/// <param name="Expression">The expression, with a question mark for each argument; null for every object.</param>
/// <param name="Arguments">The values. They are never part of the expression's text.</param>
internal sealed record RecordFilter(string? Expression, IReadOnlyList<RecordValue> Arguments)
{
    /// <summary>A filter from the words of a command line.</summary>
    /// <param name="expression">The expression; null for every object.</param>
    /// <param name="arguments">JSON where it is that (numbers, true, lists, quoted text), plain text otherwise.</param>
    public static RecordFilter Of(string? expression, IReadOnlyList<string> arguments) => new(expression, [.. arguments.Select(ValueOf)]);

    /// <summary>How many objects of a model it leaves.</summary>
    public Task<int> CountAsync(JourneyClient client, string model, CancellationToken cancellationToken)
        => (Expression is null ? client.Objects(model).All() : client.Objects(model).Where(Expression, [.. Arguments])).CountAsync(cancellationToken);

    /// <summary>Asks for a page of the objects between two ids that it leaves.</summary>
    /// <param name="model">The model.</param>
    /// <param name="bounds">Conditions on the id, with their values.</param>
    /// <param name="limit">How many at most.</param>
    public ApiRequest Page(string model, IReadOnlyList<(string Condition, string Id)> bounds, int limit)
    {
        IEnumerable<string> conditions = bounds.Select(bound => bound.Condition);
        if (Expression is not null) conditions = conditions.Prepend($"({Expression})");
        string all = string.Join(" and ", conditions);
        return all.Length == 0
            ? QueryRequests.List(model, [], limit, 0, total: true, null)
            : QueryRequests.Expression(model, all, writer => WriteArguments(writer, bounds), [], limit, 0, total: true, null);
    }

    private void WriteArguments(Utf8JsonWriter writer, IReadOnlyList<(string Condition, string Id)> bounds)
    {
        foreach (RecordValue argument in Arguments) RecordJson.WriteKey(writer, argument.Json);
        foreach ((_, string id) in bounds) writer.WriteStringValue(id);
    }

    private static RecordValue ValueOf(string word)
    {
        try
        {
            return RecordValue.Parse(word);
        }
        catch (JsonException)
        {
            return word;
        }
    }
}
