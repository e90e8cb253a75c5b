using System.CommandLine.Parsing;

namespace JourneyApps.Tool.Schemas;

/// <summary>The arguments and options for schema files that several commands share.</summary>
internal static class SchemaCliOptions
{
    public static Option<string> ApiVersion() => new("--api")
    {
        Description = "The app's API version, such as 4.0. Default: the version in application.xml in the same folder.",
    };

    public static Argument<string> File(string description)
    {
        Argument<string> file = new("schema")
        {
            Description = description,
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => "schema.xml",
        };
        file.Validators.Add(RejectOptions);
        return file;
    }

    /// <summary>Rejects unknown options, which would otherwise be read as file names.</summary>
    public static void RejectOptions(ArgumentResult argument)
    {
        foreach (Token token in argument.Tokens)
        {
            if (token.Value.StartsWith('-') && token.Value.Length > 1) argument.AddError($"unknown option '{token.Value}'.");
        }
    }
}
