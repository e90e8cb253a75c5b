namespace JourneyApps.Tool.Objects;

/// <summary>The options that select objects.</summary>
internal sealed class WhereOptions
{
    private readonly Option<string> _where = new("--where", "-w")
    {
        Description = "Only the objects of one model that match an expression of the API, such as \"state = ? and cost > ?\".",
    };

    private readonly Option<string[]> _arguments = new("--argument", "-a")
    {
        Description = "A value for a question mark of --where, in order: a value of the field, or JSON ([\"a\",\"b\"], null). "
            + "Can be repeated.",
    };

    public void AddTo(Command command)
    {
        command.Add(_where);
        command.Add(_arguments);
    }

    /// <summary>The expression with its values.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="models">The number of models on it.</param>
    /// <exception cref="ToolException">They do not belong together.</exception>
    public WhereClause Read(ParseResult parsed, int models)
    {
        string? expression = parsed.GetValue(_where);
        if (expression is not null && models != 1) throw new ToolException("--where requires exactly one model.", ExitCode.Usage);
        return new WhereClause(expression, parsed.GetValue(_arguments) ?? []).Check();
    }
}
