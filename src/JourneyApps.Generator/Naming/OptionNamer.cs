using System.Globalization;
using JourneyApps.Generator.Diagnostics;
using JourneyApps.Generator.Emission;
using JourneyApps.Generator.Specs;
using JourneyApps.Schema;
using JourneyApps.Schema.Reading;

namespace JourneyApps.Generator.Naming;

/// <summary>Names the members of a choice field's enum.</summary>
internal static class OptionNamer
{
    private const string Stem = "Value";

    /// <summary>The options of a boolean: nothing to name, their labels are documentation.</summary>
    /// <param name="field">The field.</param>
    public static EquatableArray<OptionSpec> Labels(Field field)
    {
        if (field.Type != FieldType.Boolean || field.Options.Count == 0) return [];
        var options = new List<OptionSpec>(field.Options.Count);
        foreach (FieldOption option in field.Options)
        {
            if (option.Key is not null) options.Add(new OptionSpec(option.Key, option.Key, null, option.Label));
        }

        return options.ToEquatableArray();
    }

    /// <summary>Names the options of a choice.</summary>
    /// <param name="model">The model.</param>
    /// <param name="field">The field.</param>
    /// <param name="enumName">The enum.</param>
    /// <param name="chosen">What the user chose.</param>
    /// <param name="findings">Receives what is worth knowing.</param>
    public static EquatableArray<OptionSpec> Name(
        string model, Field field, string enumName, ChosenNames chosen, List<NameFinding> findings)
    {
        var usable = new List<FieldOption>(field.Options.Count);
        var requests = new NameRequest[field.Options.Count];
        bool integers = FieldKinds.IsIntegerChoice(field.Type);
        for (int i = 0; i < field.Options.Count; i++)
        {
            FieldOption option = field.Options[i];
            if (string.IsNullOrEmpty(option.Key) || (integers && option.Number is null))
            {
                var element = new ElementPath(ElementKind.Option, model, field.Name, i);
                findings.Add(new(NamingRules.OptionLeftOut, [field.Name, model, option.Label], element));
                continue;
            }

            string key = option.Key!;
            requests[usable.Count] = new NameRequest(PlainName(key, option.Label), key, 0, "", chosen.Option(model, field.Name, key));
            usable.Add(option);
        }

        Array.Resize(ref requests, usable.Count);
        NameGrant[] grants = NameScope.Assign(requests, static name => name == "value__");
        var options = new OptionSpec[usable.Count];
        for (int i = 0; i < options.Length; i++)
        {
            FieldOption option = usable[i];
            options[i] = new OptionSpec(grants[i].Name, option.Key!, integers ? option.Number : null, option.Label);
        }

        OptionFindings.Add(findings, model, field, enumName, usable, grants, integers);
        return EquatableArray.Adopt(options);
    }

    /// <summary>The name of an option by itself: from its key, or from its label where the key is a number.</summary>
    /// <param name="key">The key.</param>
    /// <param name="label">The label.</param>
    public static string PlainName(string key, string label)
    {
        bool isNumber = IsNumber(key);
        if (!isNumber && Identifier.FromText(key) is { } byKey) return StartingWithLetter(byKey);
        if (!IsNumber(label) && Identifier.FromText(label) is { } byLabel) return StartingWithLetter(byLabel);
        return isNumber ? Stem + NumberName(key) : Stem + CodePoints(key);
    }

    private static string StartingWithLetter(string name) =>
        CharUnicodeInfo.GetUnicodeCategory(name[0]) == UnicodeCategory.DecimalDigitNumber || name[0] is >= '0' and <= '9'
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
        string name = "";
        foreach (char c in key)
        {
            if (c is >= '0' and <= '9') name += c;
            else if (c == '-') name += "Minus";
            else if (name.Length > 0 && name[name.Length - 1] != '_') name += '_';
        }

        return name.TrimEnd('_');
    }

    // A key of symbols only ("<", "€") is named by what it is made of, so that no other option changes the name.
    private static string CodePoints(string key)
    {
        string name = "";
        for (int i = 0; i < Math.Min(key.Length, 8); i++) name += "U" + ((int)key[i]).ToString("X4", CultureInfo.InvariantCulture);
        return name;
    }
}
