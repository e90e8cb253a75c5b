namespace JourneyApps.Tool.Schemas;

/// <summary>The models of a command that handles all models unless some are named.</summary>
internal sealed class ModelArguments
{
    private readonly Argument<string[]> _models;
    private readonly Option<bool> _all;

    /// <param name="verb">What the command does, such as <c>copy</c>.</param>
    public ModelArguments(string verb)
    {
        _models = new("model") { Description = $"The models to {verb}. Default: all.", Arity = ArgumentArity.ZeroOrMore };
        _models.Validators.Add(SchemaCliOptions.RejectOptions);
        _all = new("--all") { Description = $"{char.ToUpperInvariant(verb[0])}{verb[1..]} all models, as without names." };
    }

    public void AddTo(Command command)
    {
        command.Add(_models);
        command.Add(_all);
    }

    /// <summary>The names on the command line; none for all models.</summary>
    /// <exception cref="ToolException">The command line has both names and <c>--all</c>.</exception>
    public string[] Read(ParseResult parsed)
    {
        string[] names = parsed.GetValue(_models) ?? [];
        return names.Length > 0 && parsed.GetValue(_all)
            ? throw new ToolException("use either the names of models or --all.", ExitCode.Usage)
            : names;
    }
}
