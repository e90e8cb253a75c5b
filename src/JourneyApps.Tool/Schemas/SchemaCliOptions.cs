using System.CommandLine;
using System.CommandLine.Parsing;

namespace JourneyApps.Tool.Schemas;

/// <summary>The options and arguments that several commands give about a schema file.</summary>
internal static class SchemaCliOptions
{
    public static Option<string> ApiVersion() => new("--api")
    {
        Description = "The app's API version, such as 4.0. Default: as application.xml beside the file says.",
    };

    public static Argument<string> File(string description)
    {
        Argument<string> file = new("schema")
        {
            Description = description,
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => "schema.xml",
        };
        file.Validators.Add(RefuseOptions);
        return file;
    }

    /// <summary>A misspelt option would otherwise be taken for a file that is missing.</summary>
    public static void RefuseOptions(ArgumentResult argument)
    {
        foreach (Token token in argument.Tokens)
        {
            if (token.Value.StartsWith('-') && token.Value.Length > 1) argument.AddError($"There is no option '{token.Value}'.");
        }
    }
}
