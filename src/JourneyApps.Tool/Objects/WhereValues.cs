using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using JourneyApps.Records;

namespace JourneyApps.Tool.Objects;

/// <summary>Converts the values of an expression to the types of the fields that they are compared with. The API compares without
/// conversions: a text such as <c>yes</c> is not equal to any value of a boolean, so it would silently match nothing.</summary>
internal static partial class WhereValues
{
    private const int MaxListedKeys = 30;

    /// <summary>Converts the values.</summary>
    /// <param name="expression">The expression, with a question mark for each value.</param>
    /// <param name="arguments">The values, as text or JSON.</param>
    /// <param name="model">The model of the fields.</param>
    /// <exception cref="ToolException">An argument is not a value of its field.</exception>
    public static RecordValue[] Convert(string expression, IReadOnlyList<string> arguments, Model model)
    {
        // What is not understood here is rejected by the server, which says where in the expression.
        MatchCollection comparisons = Comparison().Matches(expression);
        if (comparisons.Count != arguments.Count) return [.. arguments.Select(Untyped)];
        return [.. arguments.Select((argument, i)
            => Convert(argument, comparisons[i].Groups["name"].Value, comparisons[i].Groups["operator"].Value, model))];
    }

    private static RecordValue Convert(string argument, string name, string op, Model model)
    {
        Field? field = model.Fields.FirstOrDefault(field => field.Name == name);
        bool isId = name == "id" || model.BelongsTo.Any(link => name == link.Name || name == link.Name + "_id");
        if (field is null && !isId) return Untyped(argument);
        RecordValue? json = Json(argument);
        if (json is { IsNull: true }) return RecordValue.Null;
        if (json is { Json.ValueKind: JsonValueKind.Array } list)
            return RecordValue.List([.. list.Items.Select(item => One(TextOf(item), isJson: false))]);
        if (op is "in" or "not in") throw Wrong(argument, name, model, "a list such as [\"a\",\"b\"] was expected");
        return json is { Text: { } text } ? One(text, isJson: true) : One(argument, isJson: false);

        RecordValue One(string value, bool isJson)
        {
            if (field is null) return value;
            var type = FieldTypeInfo.Of(field.Type);
            if (type.Form is FieldForm.Any or FieldForm.Location or FieldForm.File) return Untyped(value);
            if (op is "contains" or "starts with" && !type.IsMultiple) return value;
            bool isOrder = op.StartsWith('<') || op.StartsWith('>');
            if (type.IsChoice && !isOrder && !isJson && field.Options.All(option => option.Key != value))
                throw Wrong(value, name, model, KeysOf(field, value));
            return Parse(value, name, type.Form, model);
        }
    }

    private static RecordValue Parse(string value, string name, FieldForm form, Model model)
    {
        try
        {
            // A time is compared with a day as well.
            return form == FieldForm.DateTime
                && DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
                    ? day
                    : ValueText.Parse(value, form);
        }
        catch (FormatException exception)
        {
            throw Wrong(value, name, model, exception.Message);
        }
    }

    private static string KeysOf(Field field, string value)
    {
        string[] keys = [.. field.Options.Select(option => option.Key).OfType<string>()];
        string more = keys.Length > MaxListedKeys ? ", …" : "";
        string label = field.Options.FirstOrDefault(option => option.Label == value) is { Key: { } key }
            ? $" It is the label of '{key}'." : "";
        return $"the keys of its options are {string.Join(", ", keys.Take(MaxListedKeys))}{more}.{label} "
            + $"Pass a key that the data model no longer has as JSON: '\"{value}\"'";
    }

    private static ToolException Wrong(string value, string name, Model model, string expected)
        => new($"'{value}' is not a value of {model.Name}.{name}: {expected}.", ExitCode.Usage);

    private static string TextOf(RecordValue item) => item.Text ?? item.Json.GetRawText();

    private static RecordValue Untyped(string argument) => Json(argument) ?? argument;

    private static RecordValue? Json(string argument)
    {
        try
        {
            return RecordValue.Parse(argument);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"(?<name>[A-Za-z_][A-Za-z0-9_]*) *(?<operator>>=|<=|!=|=|>|<|starts with|contains|not in|in) *\?")]
    private static partial Regex Comparison();
}
