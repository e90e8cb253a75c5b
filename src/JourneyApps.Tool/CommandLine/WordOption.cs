using System.CommandLine.Parsing;

namespace JourneyApps.Tool.CommandLine;

/// <summary>Options whose value is one of some words. The library also takes the numbers of enum members.</summary>
internal static class WordOption
{
    /// <summary>An option for the members of an enum, in lower case.</summary>
    public static Option<T> Create<T>(string name, string description, T byDefault, params string[] aliases)
        where T : struct, Enum
    {
        Option<T> option = new(name, aliases)
        {
            Description = description,
            DefaultValueFactory = _ => byDefault,
            CustomParser = result => Parse<T>(name, result) ?? byDefault,
        };
        return option;
    }

    /// <summary>An option for the members of an enum that has no default value.</summary>
    public static Option<T?> CreateOptional<T>(string name, string description, params string[] aliases)
        where T : struct, Enum
        => new(name, aliases) { Description = description, CustomParser = result => Parse<T>(name, result) };

    /// <summary>The error message for another value.</summary>
    public static string Error(string name, string value, params IReadOnlyList<string> words)
        => $"'{value}' is not a value of {name}; expected {string.Join(", ", words)}.";

    private static T? Parse<T>(string name, ArgumentResult result)
        where T : struct, Enum
    {
        string value = result.Tokens[^1].Value;
        foreach (T member in Enum.GetValues<T>())
        {
            if (value.Equals(member.ToString(), StringComparison.OrdinalIgnoreCase)) return member;
        }

        result.AddError(Error(name, value, [.. Enum.GetNames<T>().Select(word => word.ToLowerInvariant())]));
        return null;
    }
}
