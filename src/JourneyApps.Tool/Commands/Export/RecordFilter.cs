using System.Text.Json;

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

    /// <summary>The query for the objects of a model.</summary>
    public RecordQuery Query(JourneyClient client, string model)
        => Expression is null ? client.Objects(model).All() : client.Objects(model).Where(Expression, [.. Arguments]);

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
