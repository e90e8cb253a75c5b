using System.Text.Json;
using JourneyApps.Emulator.Models;
using JourneyApps.Emulator.Querying;
using JourneyApps.Schema;

namespace JourneyApps.Emulator.Tests;

public sealed class QueryParserTests
{
    private static readonly ServedModel Room = Model("room");

    public static TheoryData<string> ParserVectors => [.. Vectors.Read("parser").Select(vector => vector.GetRawText())];

    [Theory]
    [MemberData(nameof(ParserVectors))]
    public void An_expression_is_understood_as_the_platforms_parser_does(string vectorJson)
    {
        JsonElement vector = JsonDocument.Parse(vectorJson).RootElement;
        string expression = vector.GetProperty("expression").GetString()!;
        JsonElement[] arguments = [.. vector.GetProperty("arguments").EnumerateArray()];

        // The vectors gave plain values also to "in", whose array is demanded when it is evaluated.
        if (expression.Contains(" in", StringComparison.Ordinal)) arguments = [JsonDocument.Parse("[1]").RootElement];

        ServedModel model = vector.TryGetProperty("model", out JsonElement name) ? Model(name.GetString()!) : Room;
        if (vector.TryGetProperty("accepted", out JsonElement accepted))
        {
            Assert.Equal(accepted.GetString(), Text(QueryParser.Parse(model, expression, arguments, true)));
            return;
        }

        QueryExpressionException fault = Assert.Throws<QueryExpressionException>(() => QueryParser.Parse(model, expression, arguments, true));
        Assert.Equal(vector.GetProperty("message").GetString(), fault.PlainMessage);
        Assert.Equal(vector.GetProperty("position").GetInt32(), fault.Position);
        Assert.Equal(vector.GetProperty("end").GetInt32(), fault.PositionEnd);
    }

    [Fact]
    public void A_fault_shows_the_expression_and_points_at_the_place()
    {
        QueryExpressionException fault = Assert.Throws<QueryExpressionException>(() => QueryParser.Parse(Room, "name == ?", [], true));

        Assert.Equal("Expected ?\nname == ?\n      ^", fault.Message);
    }

    [Fact]
    public void Brackets_without_end_are_refused_instead_of_exhausting_the_stack()
    {
        string deep = new('(', 1_000_000);

        Assert.Throws<QueryExpressionException>(() => QueryParser.Parse(Room, deep, [], true));
    }

    [Fact]
    public void More_than_5000_comparisons_are_refused()
    {
        JsonElement[] arguments = [.. Enumerable.Repeat(JsonElement.Parse("1"), 5001)];
        string longest = string.Join(" or ", Enumerable.Repeat("n = ?", 5000));

        Assert.NotNull(QueryParser.Parse(Room, longest, arguments, true));
        QueryExpressionException fault = Assert.Throws<QueryExpressionException>(() => QueryParser.Parse(Room, longest + " or n = ?", arguments, true));
        Assert.Equal("Expression has more than 5000 comparisons", fault.PlainMessage);
    }

    /// <summary>A filter as the platform's client writes it again: what the grammar understood, without the values.</summary>
    private static string Text(Filter filter) => filter switch
    {
        Filter.AllOf all => $"({string.Join(" and ", all.Items.Select(Text))})",
        Filter.AnyOf any => $"({string.Join(" or ", any.Items.Select(Text))})",
        Filter.Comparison comparison => $"{comparison.Attribute.Name} {QueryParser.TextOf(comparison.Operator)} ?",
        _ => throw new InvalidOperationException(filter.GetType().Name),
    };

    private static ServedModel Model(string name) => new(SchemaParser.Parse(Vectors.Room()).DataModel.FindModel(name)!, 1);
}
