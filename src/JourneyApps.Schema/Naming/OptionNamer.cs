using System.Globalization;
using System.Text;
using JourneyApps.Schema.Parsed;

namespace JourneyApps.Schema.Naming;

/// <summary>Names the members of a choice field's enum.</summary>
internal static class OptionNamer
{
    private const string Stem = "Value";

    /// <summary>The options of a boolean: they are not named, their labels are documentation.</summary>
    public static EquatableArray<OptionSpec> Labels(Field field)
    {
        if (!FieldTypeInfo.Of(field.Type).HasOptions || field.Options.Count == 0) return [];
        var options = new List<OptionSpec>(field.Options.Count);
        foreach (FieldOption option in field.Options.AsSpan())
        {
            if (option.Key is not null) options.Add(new OptionSpec(option.Key, option.Key, null, option.Label));
        }

        return options.ToEquatableArray();
    }

    /// <summary>Names the options of a choice.</summary>
    public static EquatableArray<OptionSpec> Name(
        ModelInputs inputs, Field field, string enumName, List<NamingDiagnostic> diagnostics, CancellationToken cancellation)
    {
        string model = inputs.Model.Name;
        bool hasIntegerKeys = FieldTypeInfo.Of(field.Type).HasIntegerKeys;
        var options = new List<(FieldOption Option, ElementPath Element, NameCandidate Name)>(field.Options.Count);
        for (int i = 0; i < field.Options.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            FieldOption option = field.Options[i];
            var element = new ElementPath(ElementKind.Option, model, field.Name, i);
            if (option.Key is not { Length: > 0 } key || (hasIntegerKeys && option.Number is null))
            {
                diagnostics.Add(new(NamingRules.OptionLeftOut, [field.Name, model, option.Label], element));
                continue;
            }

            string? chosen = inputs.Overrides.Option(field.Name, key);
            options.Add((option, element, new NameCandidate(PlainName(key, option.Label), key, chosen: chosen)));
        }

        NameScope.Assign(options.Select(static item => item.Name), static name => name == "value__", cancellation);
        foreach ((_, ElementPath element, NameCandidate name) in options)
        {
            cancellation.ThrowIfCancellationRequested();
            Add(diagnostics, element, enumName, name, hasIntegerKeys);
        }

        if (hasIntegerKeys && options.Exists(static item => item.Name.Resolution == NameResolution.Plain))
        {
            var element = new ElementPath(ElementKind.Field, model, field.Name);
            diagnostics.Add(new(NamingRules.OptionsNamedByLabel, [field.Name, model, enumName], element));
        }

        return options
            .Select(item => new OptionSpec(
                item.Name.Name, item.Name.SchemaName, hasIntegerKeys ? item.Option.Number : null, item.Option.Label))
            .ToEquatableArray();
    }

    /// <summary>The plain name of an option: from its key, or from its label if the key is a number.</summary>
    public static string PlainName(string key, string label)
    {
        bool isNumber = IsNumber(key);
        if (!isNumber && Identifier.FromText(key) is { } byKey) return StartingWithLetter(byKey);
        if (!IsNumber(label) && Identifier.FromText(label) is { } byLabel) return StartingWithLetter(byLabel);
        return isNumber ? Stem + NumberName(key) : Stem + CodePoints(key);
    }

    // Integer keys are named by their labels, which is reported once for the field.
    private static void Add(
        List<NamingDiagnostic> diagnostics, ElementPath element, string enumName, NameCandidate name, bool hasIntegerKeys)
    {
        string key = name.SchemaName;
        if (name.Resolution == NameResolution.OverrideRefused)
        {
            string line = element.Model + "." + element.Member + "[\"" + key + "\"]";
            diagnostics.Add(new(NamingRules.OverrideRefused, [line, enumName + "." + name.Name], null, line));
            return;
        }

        bool isByKey = name.Resolution == NameResolution.Plain && (hasIntegerKeys || name.Name == Identifier.FromText(key));
        if (isByKey || name.Resolution == NameResolution.Overridden) return;
        diagnostics.Add(new(NamingRules.OptionRenamed, [key, enumName, name.Name], element));
    }

    private static string StartingWithLetter(string name)
        => CharUnicodeInfo.GetUnicodeCategory(name[0]) == UnicodeCategory.DecimalDigitNumber || name[0] is >= '0' and <= '9'
            ? Stem + name
            : name;

    private static bool IsNumber(string text)
    {
        bool digits = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is >= '0' and <= '9') digits = true;
            else if (c is not ('.' or ',' or ' ') && !(c is '-' or '+' && i == 0)) return false;
        }

        return digits;
    }

    private static string NumberName(string key)
    {
        StringBuilder name = new();
        foreach (char c in key)
        {
            if (name.Length >= Identifier.MaxLength) break;
            if (c is >= '0' and <= '9') name.Append(c);
            else if (c == '-') name.Append("Minus");
            else if (name.Length > 0 && name[name.Length - 1] != '_') name.Append('_');
        }

        return name.ToString().TrimEnd('_');
    }

    // A key of symbols only ("<", "€") is named by its UTF-16 code units, so that its name does not depend on other options.
    private static string CodePoints(string key)
    {
        string name = "";
        for (int i = 0; i < Math.Min(key.Length, 8); i++) name += "U" + ((int)key[i]).ToString("X4", CultureInfo.InvariantCulture);
        return name;
    }
}
