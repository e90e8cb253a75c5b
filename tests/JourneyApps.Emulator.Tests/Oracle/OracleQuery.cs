using System.Text.Json.Nodes;

namespace JourneyApps.Emulator.Tests.Oracle;

/// <summary>A random expression with what it means.</summary>
internal sealed record OracleQuery(string Expression, JsonArray Arguments, Func<OracleObject, bool> Holds)
{
    private static readonly string[] Operators = ["=", "!=", "<", "<=", ">", ">=", "contains", "starts with", "in", "not in"];

    public static OracleQuery Make(Random random, string model)
    {
        JsonArray arguments = [];
        (string text, Func<OracleObject, bool> holds) = Make(random, model, arguments, 0);
        return new(text, arguments, holds);
    }

    private static (string Text, Func<OracleObject, bool> Holds) Make(Random random, string model, JsonArray arguments, int depth)
    {
        if (depth == 2 || random.Next(2) == 0) return Comparison(random, model, arguments);
        (string Text, Func<OracleObject, bool> Holds)[] parts = [.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => Make(random, model, arguments, depth + 1))];
        bool all = random.Next(2) == 0;
        string text = $"({string.Join(all ? " and " : " or ", parts.Select(part => part.Text))})";
        return (text, item => all ? parts.All(part => part.Holds(item)) : parts.Any(part => part.Holds(item)));
    }

    private static (string Text, Func<OracleObject, bool> Holds) Comparison(Random random, string model, JsonArray arguments)
    {
        OracleField field = random.Next(12) == 0 ? new OracleField("id", OracleKind.Text) : OracleValues.Pick(random, OracleField.Of(model));
        string op = OracleValues.Pick(random, Operators);
        object? argument;
        if (op is "in" or "not in" || (op == "contains" && field.Kind == OracleKind.Choices && random.Next(2) == 0))
        {
            List<object> items = [];
            JsonArray sent = [];
            for (int i = random.Next(4); i > 0; i--)
            {
                (JsonNode? node, object? value) = Argument(random, field, op != "contains");
                sent.Add(node);
                items.Add(value!);
            }

            arguments.Add((JsonNode)sent);
            argument = items;
        }
        else
        {
            (JsonNode? node, argument) = Argument(random, field, true);
            arguments.Add(node);
        }

        return ($"{field.Key} {op} ?", item => OracleComparison.Holds(op, item[field.Key], argument));
    }

    // Mostly a value of the field's kind; sometimes null, or a value of another kind that compares as in JavaScript.
    private static (JsonNode? Sent, object? Value) Argument(Random random, OracleField field, bool mayBeNull)
    {
        int kind = random.Next(10);
        if (kind == 0 && mayBeNull) return (null, null);
        if (kind == 1 && field.Kind is not (OracleKind.Day or OracleKind.Moment)) return OracleValues.Make(random, OracleValues.Pick(random, [OracleKind.Text, OracleKind.Integer, OracleKind.Boolean]));
        if (field.Kind == OracleKind.Choices && random.Next(2) == 0) return OracleValues.Make(random, OracleKind.Choice);
        return OracleValues.Make(random, field.Kind);
    }
}
