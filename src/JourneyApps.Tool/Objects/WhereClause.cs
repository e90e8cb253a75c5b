using System.Text.RegularExpressions;
using JourneyApps.Records;

namespace JourneyApps.Tool.Objects;

/// <summary>An expression of the API with its values.</summary>
/// <param name="Expression">The expression with a question mark for each value; null for all objects.</param>
/// <param name="Arguments">The values, as text or JSON.</param>
internal sealed partial record WhereClause(string? Expression, IReadOnlyList<string> Arguments)
{
    private const string NoValues = "--where takes no values: write a question mark and pass the value with --argument.";

    /// <summary>Selects all objects.</summary>
    public static WhereClause All { get; } = new(null, []);

    /// <summary>The query for the objects of a model.</summary>
    /// <exception cref="ToolException">An argument is not a value of the field that it is compared with.</exception>
    public RecordQuery Of(JourneyClient client, Model model)
    {
        JourneyRecordSet objects = client.Objects(model.Name);
        return Expression is null ? objects.All() : objects.Where(Expression, WhereValues.Convert(Expression, Arguments, model));
    }

    /// <summary>Checks that each question mark has a value and that the expression contains no values.</summary>
    /// <exception cref="ToolException">They do not belong together.</exception>
    public WhereClause Check()
    {
        if (Expression is null)
        {
            return Arguments.Count == 0 ? this : throw new ToolException("--argument requires --where.", ExitCode.Usage);
        }

        int marks = Expression.Count(c => c == '?');
        bool hasLiteral = Expression.AsSpan().IndexOfAny('\'', '"') >= 0 || marks + Arguments.Count == 0;
        if (hasLiteral) throw new ToolException(NoValues + Suggestion(), ExitCode.Usage);
        return marks == Arguments.Count
            ? this
            : throw new ToolException(
                $"--where has {Plural.Of(marks, "question mark")} but {Plural.Of(Arguments.Count, "--argument")}.", ExitCode.Usage);
    }

    // The same condition as it has to be written, if its values can be recognized.
    private string Suggestion()
    {
        if (Arguments.Count > 0) return "";
        List<string> values = [];
        string expression = Literal().Replace(Expression!, match =>
        {
            string value = match.Value.Trim('\'', '"');
            values.Add(value.Any(c => !char.IsLetterOrDigit(c) && c is not ('-' or '.' or ':')) ? $"'{value}'" : value);
            return "?";
        });
        string arguments = string.Join(' ', values.Select(value => $"--argument {value}"));
        return values.Count == 0 ? "" : $" For example: --where \"{expression}\" {arguments}";
    }

    [GeneratedRegex("""'[^']*'|"[^"]*"|(?<=[=<>]\s*)[\w.:-]+""")]
    private static partial Regex Literal();
}
